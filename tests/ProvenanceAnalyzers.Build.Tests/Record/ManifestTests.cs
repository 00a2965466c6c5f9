using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Outputs;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Tests.Record;

/// <summary>From the records of compilations to the manifest.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void What_is_the_same_in_several_frameworks_stands_once_and_what_differs_for_each()
    {
        var merged = Sample.Manifest(
            Sample.Framework("net9.0", Unit("T:A", "h1:1"), Unit("T:B", "h1:2"), Unit("T:C", "h1:1")),
            Sample.Framework("net10.0", Unit("T:B", "h1:1"), Unit("T:A", "h1:1")));

        Assert.Equal(["net10.0", "net9.0"], merged.Frameworks);
        Assert.Equal(
            ["T:A h1:1 net10.0;net9.0", "T:B h1:1 net10.0", "T:B h1:2 net9.0", "T:C h1:1 net9.0"],
            merged.Units.Select(unit => $"{unit.Item.Id} {unit.Item.Digest} {string.Join(";", unit.Frameworks)}"));
    }

    [Fact]
    public void An_entry_whose_code_is_in_no_framework_is_a_finding_and_the_compilers_own_are_not_repeated()
    {
        const string Digest = Sample.Digest;
        using var folder = new TemporaryFolder();
        var merged = Sample.Manifest(
            Sample.Framework("net10.0", Sample.Unit("T:OnlyNet")) with
            {
                Findings = [Sample.Finding("PROV0005", "Provenance.Baseline.txt", 1), Sample.Finding("PROV0004", "A.cs", 2)],
            },
            Sample.Framework("netstandard2.0", Sample.Unit("T:OnlyStandard")));
        folder.Write(
            "Provenance.Baseline.txt",
            $"M:C.Excluded {Digest}\nT:Gone {Digest}\nT:OnlyNet {Digest}\nT:OnlyStandard {Digest}\nT:X\n");
        folder.Write("Provenance.Baseline.Legacy.txt", $"T:GoneToo {Digest}\n");

        merged = merged.WithFindings(GoneEntries.Find(merged, new Baselines(folder.Path)));

        Assert.Equal(
            [
                "PROV0004 A.cs(2) net10.0 Text.",
                "PROV0005 Provenance.Baseline.Legacy.txt(1) net10.0;netstandard2.0 The baseline entry 'T:GoneToo' no longer applies: "
                    + "it does not exist any more; dotnet build -p:ProvenanceBaseline=update removes it",
                "PROV0005 Provenance.Baseline.txt(1) net10.0 Text.",
                "PROV0005 Provenance.Baseline.txt(2) net10.0;netstandard2.0 The baseline entry 'T:Gone' no longer applies: "
                    + "it does not exist any more; dotnet build -p:ProvenanceBaseline=update removes it",
            ],
            merged.Findings.Select(finding =>
                $"{finding.Item.Rule} {finding.Item.Path}({finding.Item.Line}) {string.Join(";", finding.Frameworks)} "
                + finding.Item.Message));
    }

    [Fact]
    public void The_summary_counts_a_unit_once_and_what_is_excluded_not_at_all() => Assert.Equal(
        "Provenance: 5 units, 2 undeclared, 1 AI-made, 1 unreviewed, 1 stale",
        Summary.Of(
        [
            Sample.Unit("T:A") with { Due = "PROV1001" },
            Sample.Unit("T:A") with { Due = "PROV1001" },
            Sample.Unit("T:B") with { Due = "PROV1001" },
            Sample.Unit("T:C") with { Annotations = [Sample.Annotation()], Review = ReviewState.Unreviewed },
            Sample.Unit("T:D") with
            {
                Annotations = [Sample.Annotation() with { Origin = Origin.Human, Tool = null, Model = null }],
                Review = ReviewState.Stale,
            },
            Sample.Unit("T:E") with { Review = ReviewState.Reviewed },
            Sample.Unit("T:X") with { Due = "PROV1001", IsExcluded = true },
        ]).ToString());

    [Fact]
    public void The_summary_says_how_much_of_what_is_undeclared_the_baseline_has() => Assert.Equal(
        "Provenance: 4 units, 3 undeclared (1 in the baseline), 0 AI-made, 0 unreviewed, 0 stale",
        Summary.Of(
        [
            Sample.Unit("T:A") with { Due = "PROV1001", IsInBaseline = true },
            Sample.Unit("T:B") with { Due = "PROV1001" },
            Sample.Unit("T:C") with { Due = "PROV1001", IsInBaseline = true },
            Sample.Unit("T:C") with { Due = "PROV1001" },
            Sample.Unit("T:D") with { IsInBaseline = true },
        ]).ToString());

    [Fact]
    public void The_summary_separates_thousands_and_knows_the_singular()
    {
        Assert.Equal(
            "Provenance: 1,204 units, 0 undeclared, 0 AI-made, 0 unreviewed, 0 stale",
            Summary.Of(Enumerable.Range(0, 1204).Select(number => Sample.Unit($"T:{number}"))).ToString());
        Assert.StartsWith("Provenance: 1 unit, ", Summary.Of([Sample.Unit("T:A")]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_hashed_by_their_address_in_lower_case_and_messages_that_may_name_them_are_left_out()
    {
        var manifest = Sample.Manifest(Sample.Framework(
            "net10.0",
            Sample.Unit("T:A") with
            {
                Annotations = [Sample.Annotation("ADA@example.com")],
                Reviews = [Sample.Review("ada@example.com"), Sample.Review(null)],
                Findings = [Sample.Finding("PROV2004", "A.cs", 1) with { Message = "'ada@example.com' reviewed it." }],
            }) with
        {
            Annotations = [Sample.AssemblyAnnotation(requestedBy: "Ada <Ada@example.com>")],
            Findings = [Sample.Finding("PROV2004", "A.cs", 9) with { Message = "'ada@example.com' reviewed it." }],
        });

        var text = Json.Indented(manifest.WithHashedPeople());

        // printf ada@example.com | sha256sum
        const string Ada = "sha256:b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72";
        var json = JObject.Parse(text);
        Assert.DoesNotContain("example", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Ada, (string?)json.SelectToken("annotations[0].requestedBy"));
        Assert.Equal(Ada, (string?)json.SelectToken("units[0].annotations[0].requestedBy"));
        Assert.Equal(Ada, (string?)json.SelectToken("units[0].reviews[0].reviewer"));
        Assert.Equal(JTokenType.Null, json.SelectToken("units[0].reviews[1].reviewer")!.Type);
        Assert.Equal(JTokenType.Null, json.SelectToken("units[0].findings[0].message")!.Type);
        Assert.Equal(JTokenType.Null, json.SelectToken("findings[0].message")!.Type);
    }

    [Fact]
    public void JSON_Lines_say_on_each_line_what_it_is()
    {
        var manifest = Sample.Manifest(Sample.Framework("net10.0", Sample.Unit("T:A")) with
        {
            Annotations = [Sample.AssemblyAnnotation()],
            Files = [Sample.SourceFile("U.cs", FileReason.NoDeclarations, (1, 2))],
            Findings = [Sample.Finding("PROV0004", "A.cs", 2)],
        });

        const string InForce = "[{\"version\":\"\",\"analyzers\":\"\",\"mode\":\"default\",\"presets\":[],\"policies\":[],"
            + "\"severities\":[],\"unjudged\":[],\"evidence\":false,\"frameworks\":[\"net10.0\"]}]";
        const string Header = "\"schemaVersion\":\"1\",\"assembly\":\"Lib\",\"project\":\"src/Lib.csproj\"";
        Assert.Equal(
            [
                "{\"record\":\"project\"," + Header + ",\"lines\":4,\"frameworks\":[\"net10.0\"],\"source\":null,"
                    + "\"inForce\":" + InForce + ",\"baseline\":null,"
                    + "\"summary\":{\"units\":1,\"undeclared\":0,\"aiMade\":0,\"unreviewed\":0,\"stale\":0,\"contradicted\":0}}",
                "{\"record\":\"annotation\"," + Header
                + ",\"origin\":\"generated\",\"tool\":\"codex\",\"provider\":\"openai\",\"model\":null,"
                    + "\"requestedBy\":null,\"on\":null,\"reference\":null,\"target\":null,\"frameworks\":[\"net10.0\"]}",
                "{\"record\":\"unit\"," + Header
                + ",\"id\":\"T:A\",\"kind\":\"class\",\"test\":false,\"path\":\"A.cs\",\"startLine\":1,\"endLine\":5,"
                    + $"\"digest\":\"{Sample.Digest}\",\"size\":null,"
                    + $"\"parts\":[{{\"path\":\"A.cs\",\"startLine\":1,\"endLine\":5,\"digest\":\"{Sample.Digest}\"}}],"
                    + "\"due\":null,\"declared\":true,\"baseline\":false,\"excluded\":false,\"suppressed\":false,\"justification\":null,"
                    + "\"origin\":\"unknown\",\"tools\":[],\"providers\":[],\"models\":[],\"level\":\"type\",\"annotations\":[],"
                    + "\"review\":\"notRequired\",\"reviewsRequired\":0,\"reviews\":[],\"policy\":[],"
                    + "\"evidence\":null,\"contested\":false,"
                    + "\"training\":{\"status\":\"allowed\",\"provider\":null,\"document\":null,\"date\":null,\"terms\":[]},"
                    + "\"findings\":[],\"frameworks\":[\"net10.0\"]}",
                "{\"record\":\"file\"," + Header
                + ",\"path\":\"U.cs\",\"reason\":\"noDeclarations\",\"outside\":[{\"startLine\":1,\"endLine\":2}],"
                    + "\"outsideAnnotations\":[],\"frameworks\":[\"net10.0\"]}",
                "{\"record\":\"finding\"," + Header
                + ",\"rule\":\"PROV0004\",\"level\":\"warning\",\"path\":\"A.cs\",\"line\":2,\"column\":1,"
                    + "\"message\":\"Text.\",\"suppressed\":false,\"justification\":null,\"frameworks\":[\"net10.0\"]}",
            ],
            ManifestLine.Of(manifest).Select(Json.OneLine));
    }

    [Fact]
    public void What_is_written_of_a_compilation_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var record = Sample.Framework(
            "net10.0",
            Sample.Unit("T:A") with
            {
                Due = "PROV1001",
                Size = 7,
                Annotations = [Sample.Annotation("ada@example.com"), Sample.Annotation()],
                Reviews = [Sample.Review("bob@example.com") with { IsValid = false, Faults = ReviewFault.Stale | ReviewFault.NoDigest }],
                BrokenPolicyRules = ["PROV3001"],
                Findings = [Sample.Finding("PROV1001", "A.cs", 1, isSuppressed: true) with { Justification = "2026-11-20T00:00:00Z" }],
            }) with
        {
            Annotations = [Sample.AssemblyAnnotation("F/*.json")],
            Files = [Sample.SourceFile("B.cs", FileReason.CodeOutsideUnits, (8, 9))],
            Findings = [Sample.Finding("PROV0004", "A.cs", 2)],
        };
        var path = folder.Write("net10.0.json", Json.OneLine(record));

        Assert.Equal(Json.Indented(Sample.Manifest(record)), Json.Indented(Manifest.Read([path], "src/Lib.csproj")));
        Assert.Contains("\"faults\":[\"stale\",\"noDigest\"]", folder.Read("net10.0.json"), StringComparison.Ordinal);
        Assert.Contains("\"justification\":\"2026-11-20T00:00:00Z\"", folder.Read("net10.0.json"), StringComparison.Ordinal);
    }

    private static UnitRecord Unit(string id, string digest) => Sample.Unit(id) with { Digest = digest };
}
