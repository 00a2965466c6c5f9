using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tool.Export;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Export;

/// <summary>What a manifest says is what an export says, for every kind of unit and in every format.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly string Zeros = new('0', 32);

    private readonly ExportedManifests _manifests = new();

    /// <summary>Each row: what the unit is, how it is made, whose its lines are, and what is claimed of it.</summary>
    public static TheoryData<string, Action<JsonObject>, string, string> Kinds => new()
    {
        { "human", unit => Annotate(unit, Annotation("human")), "human - 3-9", "Its origin is human." },
        { "assisted", unit => Annotate(unit, Annotation("assisted", "github-copilot")), "mixed - 3-9", "Its origin is assisted." },
        { "generated", unit => Annotate(unit, Annotation("generated", "claude-code", "claude-opus-4-5")),
            "ai anthropic/claude-opus-4-5 3-9", "Its origin is generated." },
        { "autonomous", unit => Annotate(unit, Annotation("autonomous", "codex", "openai/gpt-5.2")),
            "ai openai/gpt-5.2 3-9", "Its origin is autonomous." },
        { "a model that nobody knows", unit => Annotate(unit, Annotation("generated", "house", "house-7b")),
            "ai house-7b 3-9", "Its origin is generated." },
        { "a model as people write it", unit => Annotate(unit, Annotation("generated", "codex", "GPT 5.2")),
            "ai openai/gpt-5.2 3-9", "Its origin is generated." },
        { "declared as unknown", unit => Annotate(unit, Annotation("unknown")), "unknown - 3-9", "Its origin is unknown." },
        { "undeclared", unit =>
        {
            Annotate(unit);
            unit["due"] = "PROV1001";
        }, "unknown - 3-9", "" },
        { "excluded", unit =>
        {
            Annotate(unit);
            unit["excluded"] = true;
        }, "unknown - 3-9", "" },
        { "a human who names a tool", unit => Annotate(unit, Annotation("human", "codex")), "unknown - 3-9", "Its origin is unknown." },
        { "two tools", unit => Annotate(
            unit, Annotation("assisted", "codex", "openai/gpt-5.2"), Annotation("generated", "claude-code", "claude-opus-4-5")),
            "ai anthropic/claude-opus-4-5 3-9; mixed openai/gpt-5.2 3-9", "Its origin is generated." },
        { "two tools of no model", unit => Annotate(unit, Annotation("generated", "codex"), Annotation("generated", "claude-code")),
            "ai - 3-9", "Its origin is generated." },
        { "a human beside an AI", unit => Annotate(unit, Annotation("human"), Annotation("generated", "codex")),
            "ai - 3-9", "Its origin is generated." },
        { "a fixture", unit =>
        {
            (unit["kind"], unit["id"], unit["size"]) = ("fixture", "A.cs", 100);
            (unit["startLine"], unit["endLine"]) = (null, null);
            (unit["parts"]![0]!["startLine"], unit["parts"]![0]!["endLine"]) = (null, null);
            Annotate(unit, Annotation("generated", "codex"));
        }, "ai -", "Its origin is generated." },
        { "two parts of a file", unit => unit["parts"]!.AsArray().Add((JsonNode)ReportedManifests.Part("A.cs", 20, 25)),
            "human - 3-9 20-25", "Its origin is human." },
        { "undeclared, though a part of it says human", unit =>
            (unit["declared"], unit["due"]) = (false, "PROV1001"), "unknown - 3-9", "" },
        { "excluded, though it says human", unit => unit["excluded"] = true, "unknown - 3-9", "" },
        { "reviewed", unit =>
        {
            (unit["review"], unit["reviewsRequired"]) = ("reviewed", 1);
            unit["reviews"] = new JsonArray(ReportedManifests.Review("bob@example.com"));
            unit["reviews"]![0]!["digest"] = unit["digest"]!.DeepClone();
        }, "human - 3-9", "Its origin is human. Humans have reviewed it as it is." },
        { "reviewed, and nobody knows of which code", unit =>
        {
            (unit["review"], unit["reviewsRequired"]) = ("reviewed", 1);
            unit["reviews"] = new JsonArray(ReportedManifests.Review("bob@example.com"));
        }, "human - 3-9", "Its origin is human. Humans have reviewed it." },
        { "stale", unit =>
        {
            (unit["review"], unit["reviewsRequired"]) = ("stale", 1);
            unit["reviews"] = new JsonArray(ReportedManifests.Review("bob@example.com", false, "stale"));
        }, "human - 3-9", "Its origin is human." },
    };

    public void Dispose() => _manifests.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_format_says_what_the_manifest_says(string what, Action<JsonObject> change, string lines, string claims)
    {
        Assert.NotEmpty(what);
        var unit = ReportedManifests.Unit();
        change(unit);
        var (id, origin) = ((string)unit["id"]!, (string)unit["origin"]!);
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        Assert.Equal(lines.Split("; ").Select(line => $"src/Shop/A.cs {line}"), _manifests.Lines());

        var bom = _manifests.Document("cyclonedx")["declarations"]!;
        Assert.Equal(claims, string.Join(' ', bom["claims"]!.AsArray().Select(claim => (string?)claim!["predicate"])));
        Assert.All(bom["claims"]!.AsArray(), claim => Assert.Equal($"unit:src/Shop/Shop.csproj#{id}", (string?)claim!["target"]));
        var target = Assert.Single(bom["targets"]!["components"]!.AsArray())!;
        Assert.Equal([origin], ValuesOf(target, "origin"));
        Assert.Equal(["h1:" + Zeros], ValuesOf(target, "digest"));

        var statement = _manifests.Document("in-toto");
        Assert.Equal($"src/Shop/Shop.csproj#{id}", (string?)statement["subject"]![1]!["name"]);
        Assert.Equal(Zeros, (string?)statement["subject"]![1]!["digest"]!["provenanceanalyzers_h1"]);
        var exported = statement["predicate"]!["projects"]![0]!["units"]![0]!;
        Assert.Equal((id, origin), ((string)exported["id"]!, (string)exported["origin"]!));
        Assert.Equal(unit["annotations"]!.AsArray().Count, exported["annotations"]!.AsArray().Count);
    }

    [Fact]
    public void A_member_takes_its_lines_from_its_type_and_what_shares_a_line_is_never_a_humans_alone()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units:
        [
            ReportedManifests.Unit("T:A", start: 1, end: 30),
            Made(ReportedManifests.Unit("M:A.M", start: 10, end: 20)),
            ReportedManifests.Unit("M:A.M.Inner", start: 12, end: 13),
            Made(ReportedManifests.Unit("T:B", start: 30, end: 40)),
            ReportedManifests.Unit("T:C", start: 50, end: 50),
            Made(ReportedManifests.Unit("T:D", start: 50, end: 50)),
        ]));

        Assert.Equal(["src/Shop/A.cs ai - 10-11 14-20 30-40 50-50", "src/Shop/A.cs human - 1-9 12-13 21-29"], _manifests.Lines());
    }

    [Fact]
    public void A_unit_that_differs_between_frameworks_has_the_lines_of_its_strongest_variant_and_stands_there_with_all()
    {
        var (weak, strong) = (ReportedManifests.Unit(end: 5), Made(ReportedManifests.Unit()));
        (weak["frameworks"], strong["frameworks"]) = (new JsonArray("net8.0", "net9.0"), new JsonArray("netstandard2.0"));
        strong["digest"] = "h1:" + new string('1', 32);
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: [weak, strong]));

        Assert.Equal(["src/Shop/A.cs ai - 3-9"], _manifests.Lines());
        Assert.Equal(2, _manifests.Records()[0]["metadata"]!["io.github.provenanceanalyzers"]!["units"]!.AsArray().Count);
        Assert.Equal(
            ["src/Shop/Shop.csproj#T:A (net8.0, net9.0)", "src/Shop/Shop.csproj#T:A (netstandard2.0)"],
            _manifests.Document("in-toto")["subject"]!.AsArray().Skip(1).Select(subject => (string?)subject!["name"]));
        Assert.Equal(
            ["Its origin is human.", "Its origin is generated."],
            _manifests.Document("cyclonedx")["declarations"]!["claims"]!.AsArray().Select(claim => (string?)claim!["predicate"]));
    }

    [Fact]
    public void An_AIs_lines_of_a_weaker_variant_are_not_the_types_around_it()
    {
        var (type, weak, strong) = (
            ReportedManifests.Unit(start: 1, end: 40), Made(ReportedManifests.Unit("M:A.B", start: 22, end: 30)),
            Made(ReportedManifests.Unit("M:A.B", start: 10, end: 20)));
        strong["origin"] = "autonomous";
        (weak["frameworks"], strong["frameworks"]) = (new JsonArray("net8.0"), new JsonArray("netstandard2.0"));
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: [type, weak, strong]));

        Assert.Equal(
            ["src/Shop/A.cs ai - 10-20 22-30", "src/Shop/A.cs human - 1-9 21-21 31-40"],
            _manifests.Lines());
    }

    [Fact]
    public void What_lies_outside_has_its_name_alone_and_a_number_where_another_has_it_too()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units:
        [
            ReportedManifests.Unit("T:L@../../../../opt/acme/L.cs", "../../../../opt/acme/L.cs"),
            ReportedManifests.Unit("T:L@../../../../home/ada/L.cs", "../../../../home/ada/L.cs"),
        ]));

        Assert.Equal(
            ["src/Shop/Shop.csproj#T:L@(outside)/L.cs", "src/Shop/Shop.csproj#T:L@(outside)/L.cs [2]"],
            _manifests.Document("in-toto")["subject"]!.AsArray().Skip(1).Select(subject => (string?)subject!["name"]));
        Assert.DoesNotContain("acme", _manifests.Document("cyclonedx").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_in_two_files_has_a_record_in_each_and_one_subject()
    {
        var unit = ReportedManifests.Unit();
        unit["parts"]!.AsArray().Add((JsonNode)ReportedManifests.Part("../Shared/B.cs", 1, 4));
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        Assert.Equal(["src/Shared/B.cs human - 1-4", "src/Shop/A.cs human - 3-9"], _manifests.Lines());
        Assert.Equal(2, _manifests.Document("in-toto")["subject"]!.AsArray().Count);
        Assert.Equal(
            ["src/Shared/B.cs", "src/Shop/A.cs"],
            _manifests.Document("cyclonedx")["components"]![0]!["components"]!.AsArray().Select(file => (string?)file!["name"]));
    }

    [Fact]
    public void A_file_of_two_projects_has_one_record_in_which_the_stronger_holds()
    {
        _manifests.Write("One.provenance.json", ReportedManifests.Manifest("src/One/One.csproj", ReportedManifests.Unit(path: "../S.cs")));
        _manifests.Write(
            "Two.provenance.json", ReportedManifests.Manifest("src/Two/Two.csproj", Made(ReportedManifests.Unit(path: "../S.cs"))));

        Assert.Equal(["src/S.cs ai - 3-9"], _manifests.Lines());
    }

    [Fact]
    public void What_history_contradicts_has_counter_evidence()
    {
        var unit = ReportedManifests.Unit();
        unit["findings"] = new JsonArray(ReportedManifests.Finding("PROV4001"));
        unit["evidence"] = JsonNode.Parse(
            """
            { "lines": 7, "notedLines": 6, "committedLines": 0, "assistedLines": 0, "suggestedLines": 0, "tools": ["codex"],
              "undeclaredTools": ["codex"], "models": [], "firstDay": "2026-10-01", "lastDay": "2026-10-02", "commits": ["d0"] }
            """);
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        var declarations = _manifests.Document("cyclonedx")["declarations"]!;
        var counter = (string?)Assert.Single(declarations["claims"]!.AsArray())!["counterEvidence"]![0];
        var evidence = Assert.Single(declarations["evidence"]!.AsArray(), one => (string?)one!["bom-ref"] == counter)!;
        Assert.StartsWith(
            "The history of the repository: of 7 lines a tool noted 6", (string?)evidence["description"], StringComparison.Ordinal);
        Assert.True((bool)_manifests.Document("in-toto")["predicate"]!["projects"]![0]!["units"]![0]!["contradicted"]!);
    }

    [Fact]
    public void Two_manifests_of_a_project_are_refused()
    {
        _manifests.Write("a/Shop.provenance.json", ReportedManifests.Manifest());
        _manifests.Write("b/Shop.provenance.json", ReportedManifests.Manifest());

        var refusal = Assert.Throws<ToolException>(() => _manifests.Export("in-toto"));

        Assert.EndsWith("are both manifests of 'src/Shop/Shop.csproj': export one of them, and each repository by itself.",
            refusal.Message, StringComparison.Ordinal);
    }

    private static JsonObject Annotation(string origin, string? tool = null, string? model = null) =>
        ExportedManifests.Annotation(origin, tool, model);

    private static void Annotate(JsonObject unit, params JsonObject[] annotations) => ExportedManifests.Annotate(unit, annotations);

    private static JsonObject Made(JsonObject unit) => ExportedManifests.Annotate(unit, Annotation("generated", "codex"));

    private static IEnumerable<string?> ValuesOf(JsonNode component, string name) => component["properties"]!.AsArray()
        .Where(property => (string?)property!["name"] == "provenanceanalyzers:" + name)
        .Select(property => (string?)property!["value"]);
}
