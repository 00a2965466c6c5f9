using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Record;

/// <summary>PROV9001.</summary>
public sealed class UnitRecordAnalyzerTests
{
    private const string Declared = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] ";

    [Fact]
    public async Task Nothing_is_recorded_unless_the_build_asks_for_it() =>
        Assert.Empty(await RecordsAsync([("A.cs", "class A { }")], isRecorded: false));

    [Fact]
    public async Task Each_unit_and_each_file_without_one_and_the_project_have_a_record()
    {
        var records = await RecordsAsync(
        [
            ("A.cs", "class A { class Nested { void M() { } } } enum E { X }"),
            ("Usings.cs", "global using System;"),
            ("G.g.cs", "class G { }"),
        ]);

        Assert.Equal(["unit T:A", "unit T:E", "file Usings.cs noDeclarations", "file G.g.cs generated", "project Shop 2 2"], records.Select(Summary));
    }

    [Theory]
    [InlineData("class C { [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] void M(int x) { } void N() { } }", "", "T:C", "M:C.M(System.Int32)")]
    [InlineData("class C { [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class D { } class E { } }", "", "T:C", "T:C.D")]
    [InlineData("class C { [ProvenanceAnalyzers.HumanReviewed(\"a\", \"2026-11-20\")] int P => 1; }", "", "T:C", "P:C.P")]
    [InlineData("class C { void M() { } int P { get; set; } }", "provenance.required_on = members", "T:C", "M:C.M")]
    [InlineData("file class C { }", "", "T:C@A.cs")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] class G { } class C { }", "", "T:C")]
    public async Task Units_are_types_and_what_has_an_annotation_or_must_have_one(string source, string option, params string[] expected) =>
        Assert.Equal(expected, (await RecordsAsync([("A.cs", source)], option)).Where(record => IsUnit(record)).Select(record => Text(record, "id")));

    [Theory]
    [InlineData("class C { }", "", "PROV1001", false)]
    [InlineData("#pragma warning disable PROV1001\nclass C { }", "", "PROV1001", false)]
    [InlineData("class C { }", "dotnet_diagnostic.PROV1001.severity = none", "PROV1001", false)]
    [InlineData("class C { }", "provenance.exclude = true", null, true)]
    [InlineData("class C { }", "provenance.required_on = none", null, false)]
    [InlineData(Declared + "class C { }", "", null, false)]
    public async Task It_says_which_rule_asks_whatever_its_severity_is(string source, string option, string? due, bool isExcluded)
    {
        var unit = (await RecordsAsync([("A.cs", source)], option)).Single(record => IsUnit(record));

        Assert.Equal((due, isExcluded), (Text(unit, "due"), unit.GetProperty("excluded").GetBoolean()));
    }

    [Fact]
    public async Task Mode_none_records_the_same()
    {
        (string, string)[] files = [("A.cs", "class A { }"), ("B.cs", Declared + "class B { }")];

        Assert.Equal(
            (await RecordsAsync(files)).Select(record => record.GetRawText()),
            (await RecordsAsync(files, "build_property.ProvenanceAnalysisMode = None")).Select(record => record.GetRawText()));
    }

    [Fact]
    public async Task It_says_all_that_is_known_of_a_unit()
    {
        var digest = IndependentDigest.Compute("public sealed class Parser\n{\n    int Parse() => 1;\n}");
        var records = await RecordsAsync(
        [
            ("A.cs", $$"""
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = "claude", Model = "anthropic/claude-opus-4-5", RequestedBy = "ada@example.com", On = "2026-11-20", Reference = "PR \"7\"")]
                [HumanReviewed("bob@example.com", "2026-11-21", Digest = "{{digest}}")]
                [HumanReviewed("ada@example.com", "2026-11-19")]
                public sealed class Parser
                {
                    int Parse() => 1;
                }
                """),
        ]);

        Assert.Equal(
            $$$"""
            {"record":"unit","id":"T:Parser","kind":"class","test":false,"excluded":false,"due":null,"declared":true,"level":"type","baseline":false,
            "digest":"{{{digest}}}","parts":[{"file":"/0/A.cs","path":"A.cs","startLine":2,"startColumn":1,"endLine":8,"endColumn":2,"digest":"{{{digest}}}"}],
            "annotations":[{"origin":"generated","tool":"claude-code","provider":"anthropic","model":"anthropic/claude-opus-4-5",
            "requestedBy":"ada@example.com","on":"2026-11-20","reference":"PR \u00227\u0022"}],
            "review":"reviewed","reviewsRequired":1,"reviews":[
            {"reviewer":"bob@example.com","on":"2026-11-21","digest":"{{{digest}}}","valid":true,"faults":[]},
            {"reviewer":"ada@example.com","on":"2026-11-19","digest":null,"valid":false,"faults":["requester","outdated","noDigest"]}]}
            """.ReplaceLineEndings(string.Empty),
            records[0].GetRawText());
    }

    [Theory]
    [InlineData("", "unreviewed")]
    [InlineData("[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{digest}\")]", "reviewed")]
    [InlineData("[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{other}\")]", "stale")]
    [InlineData("[HumanReviewed(\"codex\", \"2026-11-21\", Digest = \"{digest}\")]", "unreviewed")]
    public async Task It_says_how_far_the_review_has_come(string marker, string expected)
    {
        var unit = (await RecordsAsync([("A.cs", ReviewedCode.Marked(marker))])).Single(record => IsUnit(record));

        Assert.Equal(expected, Text(unit, "review"));
    }

    [Fact]
    public async Task A_human_s_code_needs_no_review() => Assert.Equal(
        "notRequired", Text((await RecordsAsync([("A.cs", Declared + "class C { }")])).Single(record => IsUnit(record)), "review"));

    [Fact]
    public async Task Top_level_statements_are_a_unit_by_their_path_and_the_types_beside_them_too()
    {
        const string Source = "System.Console.WriteLine();\nclass C { }";

        var records = await RecordsAsync([("Cli/Program.cs", Source)], kind: OutputKind.ConsoleApplication);

        Assert.Equal(["unit T:C", "unit Cli/Program.cs", "project Shop 2 0"], records.Select(Summary));
        Assert.Equal(IndependentDigest.Compute(Source), Text(records[1], "digest"));
        Assert.Equal("PROV1005", Text(records[1], "due"));
    }

    private static async Task<List<JsonElement>> RecordsAsync(
        (string Path, string Text)[] files, string option = "", bool isRecorded = true, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var options = new Dictionary<string, string> { ["build_property.ProjectDir"] = "/0/" };
        if (isRecorded)
        {
            options["build_property.ProvenanceRecord"] = "true";
        }

        if (option.Split(" = ") is [var key, var value])
        {
            options[key] = value;
        }

        var compilation = CSharpCompilation.Create(
            "Shop",
            [
                .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: "/0/" + file.Path)),
                .. Infrastructure.Annotations.Sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: "/0/Annotations/" + source.FileName)),
            ],
            Basic.Reference.Assemblies.Net100.References.All,
            new CSharpCompilationOptions(kind));
        return
        [
            .. (await AnalyzerRun.DiagnosticsAsync(compilation, new AnalyzerOptions([], new InMemoryConfig(options))))
                .Where(diagnostic => diagnostic.Id == "PROV9001")
                .Select(diagnostic => JsonDocument.Parse(diagnostic.Properties["record"]!).RootElement)
                .Where(record => Text(record, "path")?.StartsWith("Annotations/", StringComparison.Ordinal) != true),
        ];
    }

    private static bool IsUnit(JsonElement record) => Text(record, "record") == "unit";

    // The injected annotations are files without units, and not of interest here.
    private static string Summary(JsonElement record) => Text(record, "record") switch
    {
        "unit" => $"unit {Text(record, "id")}",
        "file" => $"file {Text(record, "path")} {Text(record, "reason")}",
        _ => $"project {Text(record, "assembly")} {record.GetProperty("units").GetInt32()} "
            + $"{record.GetProperty("files").GetInt32() - Infrastructure.Annotations.Sources.Count}",
    };

    private static string? Text(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() : null;
}
