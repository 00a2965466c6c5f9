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

    /// <summary>The compiler keeps the path of a linked file as it was given it, and logs it without <c>..</c>.</summary>
    [Theory]
    [InlineData("/src/App/../Lib/A.cs")]
    [InlineData("/src/./Lib/A.cs")]
    public void A_finding_in_a_linked_file_is_in_its_unit(string file)
    {
        var unit = Unit();
        unit["parts"]![0]!["file"] = file;

        var record = Read(Logged(unit), Logged(Project(1, 0)), Finding("PROV4001", 3));

        Assert.Equal(["PROV4001"], record.Units[0].Findings.Select(finding => finding.Rule));
        Assert.Empty(record.Findings);
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

        var exception = Assert.Throws<RecordException>(() => CompilerLog.Read(log, Lib()));

        Assert.Equal(("PROVMSB0008", log), (exception.Code, exception.File));
        Assert.StartsWith(string.Format(null, message, log), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_log_is_an_error() => Assert.Equal(
        "PROVMSB0008", Assert.Throws<RecordException>(() => CompilerLog.Read("/nowhere/log.sarif", Lib())).Code);

    /// <summary>Two compilations that write one log at once leave the other's, both, or a torn one.</summary>
    [Fact]
    public void A_log_that_is_torn_or_of_another_compilation_is_an_error_that_says_what_to_do()
    {
        var foreign = Unit();
        foreign["parts"]![0]!["file"] = "/src/Other/A.cs";
        var cases = new (string Log, CompiledProject Compiled, string Says)[]
        {
            (Log(Logged(Unit()), Logged(Project(2, 0))), Lib(), "is incomplete."),
            (Log(Logged(Project(0, 1))), Lib(), "is incomplete."),
            (Log(Logged(Project(0, 0))), Lib("net9.0"), "is of net10.0 and not of net9.0."),
            (Log(Logged(Project(0, 0))), new CompiledProject("net10.0", "App", []), "is of the assembly 'Lib' and not of 'App'."),
            (
                Log(Logged(Project(0, 0)), Logged(Project(0, 0))),
                Lib(),
                "has the records of several compilations: Lib net10.0, Lib net10.0."),
            (
                Log(Logged(foreign), Logged(Project(1, 0))),
                Lib(),
                "speaks of '/src/Other/A.cs', which this project does not compile."),
            (Torn(1), Lib(), "cannot be read, so there is nothing that a record could be made of: "),
            (Torn(40), Lib(), "cannot be read, so there is nothing that a record could be made of: "),
        };

        foreach (var (log, compiled, says) in cases)
        {
            var exception = Assert.Throws<RecordException>(() => CompilerLog.Read(log, compiled));

            Assert.Equal(("PROVMSB0008", log), (exception.Code, exception.File));
            Assert.StartsWith($"The compiler's error log '{log}' {says}", exception.Message, StringComparison.Ordinal);
            Assert.Contains("a log of its own, with $(MSBuildProjectName) and", exception.Message, StringComparison.Ordinal);
        }

        string Log(params string[] results) => LoggedJson.Log(_folder, $"{Guid.NewGuid()}.sarif", results);

        string Torn(int missing)
        {
            var log = Log(Logged(Unit()), Logged(Project(1, 0)));
            File.WriteAllText(log, File.ReadAllText(log)[..^missing]);
            return log;
        }
    }

    [Fact]
    public void A_file_of_a_source_generator_or_of_a_host_that_names_no_files_is_no_contradiction()
    {
        var generated = Unit("T:G");
        generated["parts"]![0]!["file"] = "/src/Lib/obj/G.cs";
        var relative = Unit("T:R");
        relative["parts"]![0]!["file"] = "R.cs";

        var log = CompilerLog.Read(Log(_folder, Logged(Unit()), Logged(generated), Logged(relative), Logged(Project(3, 0))), Lib());
        var alone = CompilerLog.Read(Log(_folder, Logged(relative), Logged(Project(1, 0))), new CompiledProject("", "", []));

        Assert.Equal((3, 1), (log.Units.Count, alone.Units.Count));
    }

    /// <summary>The compiler is told of a file outside of the project by a path that leads up from there.</summary>
    [Theory]
    [InlineData("/src/Lib/../Shared/S.cs", "/src/Shared/S.cs")]
    [InlineData("/src/Shared/S.cs", "/src/Lib/../Shared/S.cs")]
    [InlineData("/src/Lib/./S.cs", "/src/Lib/S.cs")]
    public void A_file_is_the_same_however_its_path_is_written(string logged, string compiled)
    {
        var unit = Unit("T:S");
        unit["parts"]![0]!["file"] = logged;

        var log = CompilerLog.Read(Log(_folder, Logged(unit), Logged(Project(1, 0))), new CompiledProject("", "", [compiled]));

        Assert.Single(log.Units);
    }

    /// <summary>By a link a file has the name that another one may have, and what is said of it would be said of the other.</summary>
    [Fact]
    public void The_path_of_a_record_is_where_the_file_lies_and_never_its_link()
    {
        var linked = Unit("T:L");
        linked["parts"]![0]!["file"] = "/src/outside/Real.cs";
        linked["parts"]![0]!["path"] = "Data/Linked.cs";
        var file = SourceFile("noDeclarations");
        file["file"] = "/src/outside/Usings.cs";
        var injected = SourceFile("generated");
        injected["file"] = "/root/packages/p/1.0/sources/I.cs";
        injected["path"] = "ProvenanceAnalyzers/I.cs";

        var record = Read(
            Logged(Unit()),
            Logged(linked),
            Logged(Fixture("F/a.json", Digest)),
            Logged(Fixture("F/linked.json", Digest)),
            Logged(file),
            Logged(injected),
            Logged(Project(4, 2)),
            Finding("PROV1003", 1, """, "properties": { "customProperties": { "Fixtures": "F/linked.json" } }"""));

        Assert.Equal(["A.cs", "../outside/Real.cs", "F/a.json", "../data/x.json"], record.Units.Select(unit => unit.Path));
        Assert.Equal(["../outside/Usings.cs", "(packages)/p/1.0/sources/I.cs"], record.Files.Select(file => file.Path));
        Assert.Equal("PROV1003", Assert.Single(record.Units[3].Findings).Rule);
    }

    private FrameworkRecord Read(params string[] results) => FrameworkRecord.Of(
        CompilerLog.Read(Log(_folder, results), Lib()),
        new ProjectPaths("/src/Lib/", ["/root/packages/"]),
        new Dictionary<string, string> { ["F/linked.json"] = "/src/data/x.json", ["F/a.json"] = "/src/Lib/F/a.json" });
}
