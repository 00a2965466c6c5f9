using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tool.Commands;
using ProvenanceAnalyzers.Tool.Export;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Export;

/// <summary>
/// What each format asks of a document, that its bytes are always the same, and that nothing is in it that is nobody's business.
/// </summary>
public sealed partial class ExportFormTests : IDisposable
{
    /// <summary>printf carol@example.com | sha256sum</summary>
    private const string Carol = "sha256:e0d47ca1bc1eb62e650fc1fd660a9bfbf7cba8dc6337d81df7ea9aa9071a24a5";

    private readonly ExportedManifests _manifests = new();

    public static TheoryData<string> Formats => [.. ExportFormats.All.Keys];

    public void Dispose() => _manifests.Dispose();

    [Fact]
    public void Records_of_agent_trace_have_its_fields()
    {
        WriteTwo();

        var record = _manifests.Records()[0];

        Assert.Equal(["version", "id", "timestamp", "vcs", "tool", "files", "metadata"], record.Select(field => field.Key));
        Assert.Equal("0.1.0", (string?)record["version"]);
        Assert.Matches(Uuid(), (string?)record["id"]);
        Assert.Equal("2026-11-27T00:00:00Z", (string?)record["timestamp"]);
        Assert.Equal("git " + new string('a', 40), $"{record["vcs"]!["type"]} {record["vcs"]!["revision"]}");
        Assert.Equal("io.github.provenanceanalyzers", Assert.Single(record["metadata"]!.AsObject()).Key);
        var ids = _manifests.Records().Select(one => (string?)one["id"]).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_trace_names_no_revision_that_has_other_files()
    {
        var manifest = ReportedManifests.Manifest(units: ReportedManifests.Unit());
        manifest["source"]!["clean"] = false;
        _manifests.Write("Shop.provenance.json", manifest);

        var record = Assert.Single(_manifests.Records());

        Assert.Null(record["vcs"]);
        Assert.False((bool)record["metadata"]!["io.github.provenanceanalyzers"]!["source"]!["clean"]!);
    }

    [Fact]
    public void A_trace_is_of_a_day()
    {
        WriteTwo();

        var refusal = Assert.Throws<ToolException>(() => _manifests.Export("agent-trace", day: null));

        Assert.Contains("Say the day: --day", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CycloneDX_document_has_what_its_schema_asks_for()
    {
        WriteTwo();

        var document = _manifests.Document("cyclonedx");

        Assert.Equal("CycloneDX 1.7 1", $"{document["bomFormat"]} {document["specVersion"]} {document["version"]}");
        Assert.Matches(Uuid(), ((string)document["serialNumber"]!)["urn:uuid:".Length..]);
        var named = Named(document).ToList();
        var references = named.Select(one => (string?)one["bom-ref"]).ToList();
        Assert.Equal(references.Distinct(), references);
        var declarations = document["declarations"]!;
        Assert.NotEmpty(declarations["claims"]!.AsArray());
        foreach (var claim in declarations["claims"]!.AsArray())
        {
            Assert.Contains((string?)claim!["target"], references);
            Assert.All(claim["evidence"]!.AsArray(), one => Assert.Contains((string?)one, references));
        }

        Assert.All(
            document["components"]!.AsArray().Concat(declarations["targets"]!["components"]!.AsArray()),
            component => Assert.Matches("^(application|file)$", (string?)component!["type"]));
        Assert.DoesNotContain("\"hashes\"", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_has_who_signed_it_and_when()
    {
        WriteTwo();

        var evidence = _manifests.Document("cyclonedx")["declarations"]!["evidence"]!.AsArray();

        Assert.Null(evidence[0]!["author"]);
        Assert.Equal("{\"email\":\"bob@example.com\"}", evidence[1]!["author"]!.ToJsonString());
        Assert.All(evidence, one => Assert.Null(one!["reviewer"]));
        Assert.Equal("2026-11-20T00:00:00Z", (string?)evidence[1]!["created"]);
    }

    [Fact]
    public void A_statement_has_the_digest_of_each_manifest_and_no_other_SHA256()
    {
        WriteTwo();

        var statement = _manifests.Document("in-toto");

        Assert.Equal(["_type", "subject", "predicateType", "predicate"], statement.Select(field => field.Key));
        Assert.Equal("https://in-toto.io/Statement/v1", (string?)statement["_type"]);
        Assert.EndsWith("docs/export.md#code-provenance-v1", (string?)statement["predicateType"], StringComparison.Ordinal);
        var hashed = statement["subject"]!.AsArray().Where(subject => subject!["digest"]!["sha256"] != null).ToList();
        Assert.Equal(["One.provenance.json", "Two.provenance.jsonl"], hashed.Select(subject => (string?)subject!["name"]));
        Assert.Equal(
            new[] { "x/One.provenance.json", "y/Two.provenance.jsonl" }
                .Select(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_manifests.PathOf(path))))),
            hashed.Select(subject => (string?)subject!["digest"]!["sha256"]));
        var names = statement["subject"]!.AsArray().Select(subject => (string?)subject!["name"]).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Manifests_of_one_name_are_subjects_of_two()
    {
        _manifests.Write("a/Shop.provenance.json", ReportedManifests.Manifest("src/A/Shop.csproj"));
        _manifests.Write("b/Shop.provenance.json", ReportedManifests.Manifest("src/B/Shop.csproj"));

        Assert.Equal(
            ["src/A/Shop.csproj#Shop.provenance.json", "src/B/Shop.csproj#Shop.provenance.json"],
            _manifests.Document("in-toto")["subject"]!.AsArray().Select(subject => (string?)subject!["name"]));
    }

    [Fact]
    public void A_unit_without_digest_is_no_subject()
    {
        var unit = ReportedManifests.Unit();
        unit["digest"] = null;
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        var statement = _manifests.Document("in-toto");

        Assert.Single(statement["subject"]!.AsArray());
        Assert.Single(statement["predicate"]!["projects"]![0]!["units"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_bytes_are_the_same_whatever_order_and_folders_the_manifests_have(string format)
    {
        WriteTwo();
        var first = _manifests.Export(format, manifests: ["x/One.provenance.json", "y/Two.provenance.jsonl"]);
        Directory.Move(_manifests.PathOf("x"), _manifests.PathOf("z"));

        Assert.Equal(first, _manifests.Export(format, manifests: ["y/Two.provenance.jsonl", "z/One.provenance.json"]));
        Assert.Equal(first, _manifests.Export(format));
        Assert.DoesNotContain('\r', first);
        Assert.EndsWith("\n", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cyclonedx")]
    [InlineData("in-toto")]
    public void Nothing_says_of_which_day_it_is_that_nobody_has_said(string format)
    {
        WriteTwo();

        Assert.DoesNotMatch(@"\b20\d\d-\d\d-\d\d", Reviewless(_manifests.Export(format, day: null)));
        Assert.Contains("2031-01-02", _manifests.Export(format, day: "2031-01-02"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Neither_conversations_nor_places_of_a_machine_are_exported(string format)
    {
        var far = ReportedManifests.Unit("T:Far", "/home/ada/secret/Far.cs");
        var drive = ReportedManifests.Unit("Drive.cs", "C:/Users/ada/secret/Drive.cs");
        (drive["kind"], drive["id"]) = ("top-level statements", "C:/Users/ada/secret/Drive.cs");
        var local = ReportedManifests.Unit("T:Local@/home/ada/secret/Local.cs", "../../../up/Local.cs");
        var package = ReportedManifests.Unit("T:Packed", "(packages)/some/Packed.cs");
        foreach (var unit in new[] { far, drive, local, package })
        {
            ExportedManifests.Annotate(unit, ExportedManifests.Annotation("generated", "codex"));
            unit["justification"] = ExportedManifests.Conversation;
        }

        var manifest = ReportedManifests.Manifest(units: [far, drive, local, package, ReportedManifests.Unit()]);
        manifest["inForce"]![0]!["policies"]![0]!["path"] = "/home/ada/secret/company.provenance";
        _manifests.Write("Shop.provenance.json", manifest);

        var text = _manifests.Export(format);

        Assert.DoesNotContain(ExportedManifests.Conversation, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_manifests.Folder, text, StringComparison.Ordinal);
        if (format == "agent-trace")
        {
            Assert.Equal(["src/Shop/A.cs human - 3-9"], _manifests.Lines());
        }
        else
        {
            foreach (var path in new[] { "(outside)/Far.cs", "(outside)/Drive.cs", "(outside)/Local.cs", "(packages)/some/Packed.cs" })
            {
                Assert.Contains(path, text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void People_are_hashed_as_in_a_manifest_and_once(string format)
    {
        WriteTwo();

        var text = _manifests.Export(format, hashesPeople: true);

        // printf ada@example.com | sha256sum
        Assert.Contains("sha256:b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", text, StringComparison.Ordinal);
        Assert.Contains(Carol, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_with_its_folder_and_replaced_and_a_manifest_is_not()
    {
        WriteTwo();
        var output = _manifests.PathOf("out/export.json");
        var arguments = new[] { "export", _manifests.PathOf("x"), "--format", "in-toto", "-o" };

        Assert.Equal(0, await Program.Create().Parse([.. arguments, output]).InvokeAsync());
        Assert.Equal(0, await Program.Create().Parse([.. arguments, output]).InvokeAsync());
        Assert.Equal(_manifests.Export("in-toto", day: null, manifests: "x"), File.ReadAllText(output));

        var manifest = _manifests.PathOf("x/One.provenance.json");
        var before = File.ReadAllBytes(manifest);
        Assert.Equal(2, await Program.Create().Parse([.. arguments, manifest]).InvokeAsync());
        Assert.Equal(2, await Program.Create().Parse([.. arguments, _manifests.Folder]).InvokeAsync());
        Assert.Equal(before, File.ReadAllBytes(manifest));
    }

    [Theory]
    [InlineData("export m --format xml")]
    [InlineData("export m")]
    [InlineData("export --format in-toto")]
    public void A_format_and_a_manifest_must_be_said(string arguments) => Assert.NotEmpty(Program.Create().Parse(arguments).Errors);

    private static System.Text.Json.JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without the days that the manifests themselves have.</summary>
    private static string Reviewless(string text) => text.Replace("2026-11-20", string.Empty, StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Named(JsonNode? node) => node switch
    {
        JsonObject fields => (fields.ContainsKey("bom-ref") ? [fields] : Array.Empty<JsonObject>())
            .Concat(fields.SelectMany(field => Named(field.Value))),
        JsonArray list => list.SelectMany(Named),
        _ => [],
    };

    /// <summary>Two projects, one of which is in JSON Lines and has a person hashed already.</summary>
    private void WriteTwo()
    {
        var made = ExportedManifests.Annotate(
            ReportedManifests.Unit(), ExportedManifests.Annotation("generated", "codex", requestedBy: "Ada Lovelace <ada@example.com>"));
        (made["review"], made["reviewsRequired"]) = ("reviewed", 1);
        made["reviews"] = new JsonArray(ReportedManifests.Review("bob@example.com"));
        var other = ReportedManifests.Unit("T:B", "B.cs");
        other["reviews"] = new JsonArray(ReportedManifests.Review(Carol));
        _manifests.Write("x/One.provenance.json", ReportedManifests.Manifest("src/One/One.csproj", made));
        _manifests.Write("y/Two.provenance.jsonl", ReportedManifests.Manifest("src/Two/Two.csproj", other));
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();
}
