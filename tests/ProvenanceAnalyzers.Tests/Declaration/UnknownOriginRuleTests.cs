using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Declaration;

public sealed class UnknownOriginRuleTests
{
    [Fact]
    public Task Reports_each_annotation_once_however_much_it_covers() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                [assembly: {|PROV1006:AIProvenance(AIOrigin.Unknown, Target = "Old/**")|}]
                [assembly: {|PROV1006:AIProvenance(AIOrigin.Unknown)|}]
                [assembly: AIProvenance(AIOrigin.Unknown, Target = "A.cs")]
                [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class C { void M() { } void N() { } class Nested { } }
                [AIProvenance(AIOrigin.Human)]
                class D
                {
                    [{|PROV1006:AIProvenance(0)|}] int field;
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] void M() { }
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] int P { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] get; }
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] event System.Action E;
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] enum Nested { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] A }
                }
                """),
            ("Old/B.cs", "class {|PROV1001:E|} { } class {|PROV1001:F|} { }"),
            ("New/B.cs", "class {|PROV1001:G|} { }"),
        ],
    }.RunAsync();

    [Theory]
    [InlineData("class D { int P { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] get => 1; } }")]
    [InlineData("class D { event System.Action E { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] add { } remove { } } }")]
    [InlineData("class D { [field: {|PROV1006:AIProvenance(AIOrigin.Unknown)|}] int P { get; } }")]
    [InlineData("class D { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] int a, b; }")]
    [InlineData("enum D { A, [AIProvenance(AIOrigin.Unknown)] B }")]
    [InlineData("record D([property: {|PROV1006:AIProvenance(AIOrigin.Unknown)|}] int P);")]
    [InlineData("[method: {|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class D(int p) { int P => p; }")]
    [InlineData("partial class D { } partial class D { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] void M() { } }")]
    [InlineData(
        "partial class D { partial void M(); } partial class D { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] partial void M() { } }")]
    public Task Reports_an_annotation_on_a_member_wherever_it_stands(string type) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)] " + type,
    }.RunAsync();

    [Theory]
    [InlineData("[{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] delegate void D(int p);")]
    [InlineData("[AIProvenance(AIOrigin.Human)] static class D { extension(int i) { "
        + "[{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] public int M() => i; } }")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] static class D { [System.Obsolete] static void N() { } "
        + "extension(int i) { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] public int M() => i; } }")]
    public Task Reports_an_annotation_once_where_the_compiler_copies_it(string type) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n" + type,
    }.RunAsync();

    [Fact]
    public Task An_annotation_in_one_part_of_a_partial_type_is_reported_there() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "partial class C { }"),
            ("B.cs", "[{|PROV1006:ProvenanceAnalyzers.AIProvenance(default)|}] partial class C { }"),
        ],
    }.RunAsync();

    [Fact]
    public Task An_alias_that_means_unknown_is_reported_as_well() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class LegacyAttribute : System.Attribute { }
            [{|PROV1006:Legacy|}] class C { }
            """,
        Options = "provenance.attribute_aliases = Legacy:unknown",
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV1006\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Declaration\", \"PROV1006\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV1006.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n{before}[AIProvenance(AIOrigin.Unknown)] class C {{ }}",
        Options = options,
    }.RunAsync();

    [Fact]
    public Task Generated_code_is_not_looked_at_and_declares_nothing() => new ProvenanceTest
    {
        Files =
        [
            ("A.g.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance(0, Target = \"B.cs\")]\n[AIProvenance(0)] class A { }"),
            ("B.cs", "class {|PROV1001:B|} { }"),
        ],
    }.RunAsync();

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Unknown), AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }")]
    [InlineData("[AIProvenance(AIOrigin.Unknown), AIProvenance(AIOrigin.Human)] class C { }")]
    [InlineData("[{|PROV1006:AIProvenance(AIOrigin.Unknown)|}, {|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class C { }")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] class C { int P { "
        + "[AIProvenance(AIOrigin.Unknown), AIProvenance(AIOrigin.Assisted, Tool = \"codex\")] get => 1; } }")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Test0.cs\")] "
        + "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Test0.cs\")] class C { }")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Unknown)] [AIProvenance(AIOrigin.Human)] class C { }")]
    [InlineData(
        "[assembly: {|PROV1006:AIProvenance(AIOrigin.Unknown)|}] [AIProvenance(AIOrigin.Human)] class C { } class {|PROV1001:D|} { }")]
    public Task An_annotation_that_says_more_closes_the_question(string code) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n" + code,
    }.RunAsync();

    [Fact]
    public Task What_a_baseline_holds_is_no_question()
    {
        var test = new ProvenanceTest
        {
            Files =
            [
                ("A.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Unknown, Target = \"**\")]\n"),
                ("B.cs", "class B { }"),
            ],
        };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", $"T:B {IndependentDigest.Compute("class B { }")}\n"));
        return test.RunAsync();
    }
}
