using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Catalogue;
using static ProvenanceAnalyzers.Build.Tests.LoggedJson;

namespace ProvenanceAnalyzers.Build.Tests.Record;

/// <summary>From the compiler's error logs to the records of compilations, on logs that are written by hand.</summary>
public sealed class CompilerLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_unit_has_what_was_recorded_and_the_findings_inside_of_it()
    {
        var record = Read(
            Logged(Unit("T:A", 1, 9, due: "PROV1001")),
            Logged(Unit("M:A.M", 3, 4)),
            Logged(Project(2, 0)),
            Finding(
                "PROV1001",
                1,
                """, "suppressions": [ { "kind": "inSource", "justification": "Because.", """
                + """ "properties": { "suppressionType": "SuppressMessageAttribute" } } ]"""),
            Finding("PROV2003", 3),
            Finding("PROV0001", 20));

        Assert.Equal(
            ["T:A True Because. PROV1001(1)", "M:A.M False  PROV2003(3)"],
            record.Units.Select(unit => $"{unit.Id} {unit.IsSuppressed} {unit.Justification} "
                + string.Join(" ", unit.Findings.Select(finding => $"{finding.Rule}({finding.Line})"))));
        Assert.Equal(["PROV0001 A.cs"], record.Findings.Select(finding => $"{finding.Rule} {finding.Path}"));
    }

    [Fact]
    public void A_finding_about_fixture_files_is_theirs_wherever_it_stands()
    {
        const string Suppressed = """, "suppressions": [ { "kind": "inSource" } ]""";
        var record = Read(
            Logged(Unit("Program.cs", 1, 9)),
            Logged(Fixture("F/a\t.json", Digest)),
            Logged(Fixture("F/b.json", Digest)),
            Logged(Fixture("F/c.json", null)),
            Logged(Project(4, 0)),
            Finding("PROV1003", 1, Suppressed + """, "properties": { "customProperties": { "Fixtures": "F/a\\t.json\tF/b.json" } }"""),
            Finding("PROV2003", 2, """, "properties": { "customProperties": { "Fixtures": "F/gone.json" } }"""));

        Assert.Equal(
            ["Program.cs False ", "F/a\t.json True PROV1003", "F/b.json True PROV1003", "F/c.json False "],
            record.Units.Select(unit =>
                $"{unit.Id} {unit.IsSuppressed} {string.Join(" ", unit.Findings.Select(finding => finding.Rule))}"));
        Assert.Equal(["PROV2003"], record.Findings.Select(finding => finding.Rule));
        var fixture = record.Units[2];
        Assert.Equal(("F/b.json", 7L, null), (fixture.Path, fixture.Size, fixture.StartLine));
        Assert.Equal(
            """[{"path":"F/b.json","startLine":null,"endLine":null,"digest":"h1:11111111111111111111111111111111"}]""",
            Json.OneLine(fixture.Parts));
    }

    [Fact]
    public void What_the_baseline_takes_is_not_suppressed_and_no_finding()
    {
        var unit = Read(
            Logged(Unit("T:A", 1, 9, due: "PROV1001")),
            Logged(Project(1, 0)),
            Finding(
                "PROV1001",
                1,
                """, "suppressions": [ { "kind": "inSource", """
                + """ "properties": { "suppressionType": "DiagnosticSuppressor { Suppression Id: SPROV1001, ... }" } } ]"""))
            .Units[0];

        Assert.False(unit.IsSuppressed);
        Assert.Empty(unit.Findings);
    }

    [Theory]
    [InlineData("human", nameof(Origin.Human))]
    [InlineData("human,unknown", nameof(Origin.Unknown))]
    [InlineData("generated,human", nameof(Origin.Generated))]
    [InlineData("assisted,autonomous,generated", nameof(Origin.Autonomous))]
    [InlineData("assisted,unknown,human", nameof(Origin.Assisted))]
    [InlineData("", nameof(Origin.Unknown))]
    public void Of_several_origins_the_one_counts_that_a_consumer_must_care_about_most(string origins, string expected)
    {
        var unit = Unit();
        unit["annotations"] = new JArray(origins.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(origin => Annotation(origin, origin == "human" ? null : "z-" + origin, "m/" + origin)));

        Assert.Equal(expected, Read(Logged(unit), Logged(Project(1, 0))).Units[0].Origin.ToString());
    }

    [Fact]
    public void Tools_and_models_of_several_annotations_stand_there_once_in_ordinal_order()
    {
        var logged = Unit();
        logged["annotations"] = new JArray(
            Annotation("assisted", "github-copilot", "openai/gpt-5.2"), Annotation("assisted", "codex"), Annotation("generated", "codex"));

        var unit = Read(Logged(logged), Logged(Project(1, 0))).Units[0];

        Assert.Equal(["codex", "github-copilot"], unit.Tools);
        Assert.Equal(["openai/gpt-5.2"], unit.Models);
    }

    [Theory]
    [InlineData("", "The compiler's error log '{0}' cannot be read, so there is nothing that a record could be made of: ")]
    [InlineData(
        "{ \"runs\": [ { \"results\": [",
        "The compiler's error log '{0}' cannot be read, so there is nothing that a record could be made of: ")]
    [InlineData(
        "{ \"runs\": [ null ] }",
        "The compiler's error log '{0}' cannot be read, so there is nothing that a record could be made of: ")]
    [InlineData(
        "{ \"runs\": [ { \"results\": [] } ] }",
        "The analyzers of this package did not run, so there is nothing that a record could be made of.")]
    [InlineData("{ \"runs\": null }", "The analyzers of this package did not run, so there is nothing that a record could be made of.")]
    public void A_log_without_records_is_an_error(string text, string message)
    {
        var log = _folder.Write("log.sarif", text);

        var exception = Assert.Throws<RecordException>(() => CompilerLog.Read(log, "net10.0"));

        Assert.Equal(("PROVMSB0008", log), (exception.Code, exception.File));
        Assert.StartsWith(string.Format(null, message, log), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_log_is_an_error() => Assert.Equal(
        "PROVMSB0008", Assert.Throws<RecordException>(() => CompilerLog.Read("/nowhere/log.sarif", "net10.0")).Code);

    [Fact]
    public void A_log_that_lost_a_record_or_is_of_another_framework_is_an_error()
    {
        var incomplete = Log(_folder, Logged(Unit()), Logged(Project(2, 0)));
        Assert.EndsWith(
            "is incomplete; build again.",
            Assert.Throws<RecordException>(() => CompilerLog.Read(incomplete, "net10.0")).Message,
            StringComparison.Ordinal);

        var other = Log(_folder, Logged(Project(0, 0)));
        Assert.Contains(
            "is of net10.0 and not of net9.0",
            Assert.Throws<RecordException>(() => CompilerLog.Read(other, "net9.0")).Message,
            StringComparison.Ordinal);
    }

    private FrameworkRecord Read(params string[] results) =>
        FrameworkRecord.Of(CompilerLog.Read(Log(_folder, results), "net10.0"), new ProjectPaths("/src/Lib/", ["/root/packages/"]));
}
