using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

/// <summary>What holds for each of the rules PROV3xxx alike: what code they look at, and how they are suppressed.</summary>
public sealed class PolicyFamilyTests
{
    private const string Usings = "using ProvenanceAnalyzers;\n";

    /// <summary>For each rule an annotation that it reports, where, and the option that makes it do so.</summary>
    private static readonly Dictionary<string, (string Annotation, string Option)> Rules = new()
    {
        ["PROV3001"] = ("AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})", "provenance.denied_tools = codex"),
        ["PROV3002"] = (
            "AIProvenance(AIOrigin.Generated, Tool = {|PROV3002:\"codex\"|}, On = \"2026-07-01\")",
            "provenance.suspended_tools = codex:2026-06-29.."),
        ["PROV3003"] = ("AIProvenance({|PROV3003:AIOrigin.Generated|}, Tool = \"codex\")", "provenance.allowed_origins = human, unknown"),
        ["PROV3005"] = ("AIProvenance(AIOrigin.Generated, Tool = {|PROV3005:\"codex\"|})", "provenance.training_corpus = true"),
    };

    public static TheoryData<string, string> Shapes
    {
        get
        {
            string[] shapes =
            [
                "[{0}] class C { }",
                "[{0}] record R(int X);",
                "[{0}] record struct R(int X);",
                "[{0}] struct S { }",
                "[{0}] enum E { A }",
                "[{0}] interface I { }",
                "[{0}] delegate void D();",
                "[{0}] file class F { }",
                "[{0}] class P(int x) { int X => x; }",
                "[AIProvenance(AIOrigin.Human)] class Outer { [{0}] class Inner { } }",
                "[AIProvenance(AIOrigin.Human)] class C { [{0}] void M() { } [{0}] int P => 1; [{0}] event System.Action E; "
                + "[{0}] int a, b; [{0}] C() { } }",
                "[AIProvenance(AIOrigin.Human)] record R([property: {0}] int X);",
                "[AIProvenance(AIOrigin.Human)] partial class C { [{0}] partial void M(); partial void M() { } }",
                "[AIProvenance(AIOrigin.Human)] enum E { [{0}] A }",
                "[{0}, AIProvenance(AIOrigin.Human)] class Both { }",
                "[AIProvenance(AIOrigin.Human)] static class C { extension(int x) { [{0}] int Y() => x; } }",
                "[assembly: {0}] [AIProvenance(AIOrigin.Human)] class Declared { } class {|PROV1001:Covered|} { }",
            ];
            var data = new TheoryData<string, string>();
            foreach (var rule in Rules.Keys)
            {
                foreach (var shape in shapes)
                {
                    data.Add(rule, shape);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Ids => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Every_annotation_is_held_against_policy(string rule, string shape) =>
        Test(rule, shape.Replace("{0}", Rules[rule].Annotation, StringComparison.Ordinal)).RunAsync();

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Nothing_is_reported_without_the_option(string rule)
    {
        var plain = Rules[rule].Annotation.Replace($"{{|{rule}:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        await new ProvenanceTest { Source = $"{Usings}[{plain}] class C {{ }}" }.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public Task A_part_in_a_folder_with_a_stricter_policy_does_not_slip_by(string rule) => new ProvenanceTest
    {
        Files =
        [
            ("A/Lax.cs", $"{Usings}[{Rules[rule].Annotation}] partial class C {{ }}"),
            ("B/C.Designer.cs", "partial class C { }"),
            ("Strict/C.cs", "partial class C { }"),
        ],
        Options = $"[Strict/**.cs]\n{Rules[rule].Option}",
    }.RunAsync();

    [Theory]
    [InlineData("C.Designer.cs")]
    [InlineData("C.g.cs")]
    public async Task Generated_parts_have_no_say(string generated)
    {
        foreach (var (rule, (annotation, option)) in Rules)
        {
            var plain = annotation.Replace($"{{|{rule}:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
            await new ProvenanceTest
            {
                Files = [("A.cs", $"{Usings}[{plain}] partial class C {{ }}"), ($"Strict/{generated}", "partial class C { }")],
                Options = $"[Strict/**.cs]\n{option}",
            }.RunAsync();

            // Where there is no other, what is written there is forbidden there.
            await new ProvenanceTest
            {
                Files = [($"Strict/{generated}", $"{Usings}[{annotation}] class C {{ }}")],
                Options = $"[Strict/**.cs]\n{option}",
                TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
            }.RunAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public Task An_assembly_annotation_is_held_against_the_policy_of_what_it_covers(string rule) => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", $"""
                {Usings}[assembly: {Rules[rule].Annotation.Replace(")", ", Target = \"Old/**\")", StringComparison.Ordinal)}]
                """),
            ("Old/Strict/B.cs", "class B { }"),
            ("Old/A.cs", "class A { }"),
            ("New/C.cs", $"{Usings}[AIProvenance(AIOrigin.Human)] class C {{ }}"),
        ],
        Options = $"[Old/Strict/**.cs]\n{Rules[rule].Option}",
    }.RunAsync();

    [Fact]
    public Task What_an_assembly_annotation_does_not_cover_does_not_count() => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", $$"""
                {{Usings}}
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Old/**")]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "cursor", Target = "Old/Strict/*")]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "kiro")]
                """),
            ("Old/Strict/B.cs", "class B { }"),
            ("Old/A.cs", "class A { }"),
            ("New/C.cs", $"{Usings}[AIProvenance(AIOrigin.Human)] class C {{ }}"),
        ],
        Options = "[Old/Strict/**.cs]\nprovenance.denied_tools = codex\n[New/*.cs]\nprovenance.denied_tools = codex, cursor, kiro",
    }.RunAsync();

    [Fact]
    public Task The_first_place_is_named_and_each_thing_is_reported_once()
    {
        var test = new ProvenanceTest
        {
            Files =
            [
                ("Info.cs", $"{Usings}[assembly: AIProvenance(AIOrigin.Generated, Tool = {{|#0:\"codex\"|}}, Target = \"Old/**\")]"),
                ("Old/C.cs", "class C { }"),
                ("Old/B.cs", "class B { } class D { }"),
                ("Old/A.cs", "class A { }"),
            ],
            Options = "[Old/*.cs]\nprovenance.denied_tools = codex\n[Old/A.cs]\nprovenance.denied_tools =",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.DisallowedTool).WithLocation(0).WithMessage(
            "Output of 'codex' (openai) is not allowed here: provenance.denied_tools, which holds for 'Old/B.cs', names 'codex'; "
            + "rewrite it by hand or with another tool, or change the option"));
        return test.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Top_level_statements_are_covered(string rule)
    {
        foreach (var target in new[] { ", Target = \"Program.cs\")", ")" })
        {
            await new ProvenanceTest
            {
                Source = "// no type",
                Files =
                [
                    ("Info.cs", $"{Usings}[assembly: {Rules[rule].Annotation.Replace(")", target, StringComparison.Ordinal)}]"),
                    ("Program.cs", "System.Console.WriteLine();"),
                ],
                Options = $"{Rules[rule].Option}\nprovenance.required_on = none",
                IsApplication = true,
            }.RunAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Excluded_files_do_not_count(string rule)
    {
        var plain = Rules[rule].Annotation.Replace($"{{|{rule}:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        await new ProvenanceTest
        {
            Files = [("Vendor/A.cs", $"{Usings}[{plain}] class C {{ }}")],
            Options = $"{Rules[rule].Option}\nprovenance.exclude = true",
        }.RunAsync();
    }

    [Theory]
    [InlineData("[NotThere(Tool = \"codex\")] class C { }")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = ] class C { }")]
    [InlineData("[AIProvenance(AIOrigin.] class C { }")]
    [InlineData("[AIProvenance(Tool = \"codex\"")]
    [InlineData("[assembly: AIProvenance(")]
    public async Task Half_typed_code_makes_no_rule_fail(string code)
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "HalfTyped",
            [
                Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(Usings + code, path: "/0/A.cs"),
                .. Infrastructure.Annotations.Sources.Select(
                    source => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source.Text, path: source.FileName)),
            ],
            TestReferences.Net);
        var config = new InMemoryConfig(Rules.Values.Select(rule => rule.Option.Split(" = "))
            .ToDictionary(option => option[0], option => option[1]));

        var diagnostics = await Robustness.AnalyzerRun.DiagnosticsAsync(
            compilation,
            new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([], config));

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Is_suppressed_as_any_diagnostic_is(string rule)
    {
        var plain = Rules[rule].Annotation.Replace($"{{|{rule}:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        foreach (var (code, options) in new[]
        {
            ($"#pragma warning disable {rule}\n[{plain}] class C {{ }}", ""),
            ($"[{plain}]\n[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Policy\", \"{rule}\")] class C {{ }}", ""),
            ($"[{plain}] class C {{ }}", $"\ndotnet_diagnostic.{rule}.severity = none"),
        })
        {
            await new ProvenanceTest
            {
                Source = Usings + code,
                Options = Rules[rule].Option + options,
            }.RunAsync();
        }
    }

    private static ProvenanceTest Test(string rule, string code) => new()
    {
        Source = Usings + code,
        Options = Rules[rule].Option,
        CompilerDiagnostics = CompilerDiagnostics.None,
    };
}
