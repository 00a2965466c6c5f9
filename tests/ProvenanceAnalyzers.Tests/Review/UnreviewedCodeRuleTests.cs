using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class UnreviewedCodeRuleTests
{
    private const string Usings = "using ProvenanceAnalyzers;\n";

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {|PROV2001:C|} { }")]
    [InlineData("[AIProvenance(AIOrigin.Assisted, Tool = \"codex\")] record {|PROV2001:R|}(int X);")]
    [InlineData("[AIProvenance(AIOrigin.Autonomous, Tool = \"codex\")] enum {|PROV2001:E|} { A }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { }")]
    [InlineData("[{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class C { }")]
    [InlineData("[{|PROV1006:AIProvenance(AIOrigin.Unknown, Tool = \"codex\")|}] class {|PROV2001:C|} { }")]
    [InlineData("[{|PROV1006:{|PROV0002:AIProvenance(AIOrigin.Unknown, Model = \"openai/gpt-5\")|}|}] class {|PROV2001:C|} { }")]
    [InlineData("[AIProvenance(AIOrigin.Human, Tool = {|PROV0002:\"codex\"|})] class {|PROV2001:C|} { }")]
    [InlineData("class {|PROV1001:C|} { }")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] class C { [AIProvenance(AIOrigin.Generated, Tool = \"codex\")] void {|PROV2001:M|}() { } "
        + "void N() { } }")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] class C { [AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {|PROV2001:Nested|} { } }")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {|PROV2001:C|} { void M() { } class Nested { } }")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Test0.cs\")] class {|PROV2001:C|} { }")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"*.cs\")] class {|PROV2001:{|PROV1001:C|}|} { }")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {|PROV2001:{|PROV1001:C|}|} { }")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] class C { [AIProvenance(AIOrigin.Generated, Tool = \"codex\")] int {|PROV2001:x|}, y; }")]
    public Task Reports_AI_made_code_without_a_marker(string source) => ReviewedCode.Test(Usings + source).RunAsync();

    [Fact]
    public async Task Its_message_asks_a_human_and_carries_the_digest()
    {
        var test = ReviewedCode.Test(
            "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
            + "class {|#0:C|} { int Twice(int x) => 2 * x; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnreviewedCode).WithLocation(0).WithMessage(
            "A human must review the class 'C' that codex made, then add the marker, which an AI agent must not: "
            + $"[HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{ReviewedCode.Digest}\")]"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_AI_without_a_name_is_an_AI(string tool)
    {
        var test = ReviewedCode.Test(
            $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = {{|PROV0002:\"{tool}\"|}})]\nclass {{|#0:C|}} {{ }}",
            "provenance.show_digest = false");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnreviewedCode).WithLocation(0).WithMessage(
            "A human must review the class 'C' that an AI made, then add the marker, which an AI agent must not"));
        await test.RunAsync();
    }

    [Fact]
    public async Task The_digest_can_be_hidden()
    {
        var test = ReviewedCode.Test(
            "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass {|#0:C|} { }",
            "provenance.show_digest = false");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnreviewedCode).WithLocation(0).WithMessage(
            "A human must review the class 'C' that codex made, then add the marker, which an AI agent must not"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{digest}\")]")]
    [InlineData("[HumanReviewed(\"Bob <bob@example.com>\", \"2026-11-21\", Digest = \"{digest}\")]")]
    [InlineData("[HumanReviewed(\"staff:4711\", \"2026-11-21\", Digest = \"{digest}\"), "
        + "HumanReviewed(\"ada\", \"2026-11-22\", Digest = \"{digest}\")]")]
    public Task A_marker_with_the_digest_of_the_code_counts(string markers) =>
        ReviewedCode.Test(ReviewedCode.Marked(markers)).RunAsync();

    [Fact]
    public Task A_wrong_marker_is_reported_by_its_own_rule_alone() => ReviewedCode.Test(ReviewedCode.Marked(
        "[HumanReviewed({|PROV2004:\"claude[bot]\"|}, {|PROV0002:\"2026-02-30\"|}, Digest = {|PROV2003:\"{other}\"|})]")).RunAsync();

    [Fact]
    public Task A_marker_on_an_enclosing_declaration_counts_while_it_holds()
    {
        var outer = "class Outer { class C { } }";
        return ReviewedCode.Test($$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human), HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute(outer)}}")]
            class Outer { [AIProvenance(AIOrigin.Generated, Tool = "codex")] class C { } }
            [AIProvenance(AIOrigin.Human), HumanReviewed("bob", "2026-11-21", Digest = {|PROV2003:"{other}"|})]
            class Stale { [AIProvenance(AIOrigin.Generated, Tool = "codex")] class C { } }
            """).RunAsync();
    }

    [Fact]
    public Task A_partial_type_is_reviewed_part_by_part() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", $$"""
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = "codex"), HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute("partial class C { int a; }")}}")]
                partial class C { int a; }
                """),
            ("B.cs", "partial class {|PROV2001:C|} { int b; }"),
            ("C.g.cs", "partial class C { int c; }"),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task An_assembly_marker_counts_for_the_file_it_names() => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", $$"""
                using ProvenanceAnalyzers;
                [assembly: HumanReviewed("bob", "2026-11-21", Target = "A.cs", Digest = "{{IndependentDigest.Compute("using ProvenanceAnalyzers;\nclass C { }\n")}}")]
                """),
            ("A.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }\n"),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task Top_level_statements_are_reviewed_by_file() => new ProvenanceTest
    {
        Files =
        [
            ("Program.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Program.cs")]
                {|PROV2001:System|}.Console.WriteLine();
                """),
        ],
        IsApplication = true,
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task Reviewed_top_level_statements_are_silent() => new ProvenanceTest
    {
        Files =
        [
            ("Program.cs", $$"""
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Program.cs")]
                [assembly: HumanReviewed("bob", "2026-11-21", Target = "Program.cs", Digest = "{{IndependentDigest.Compute("using ProvenanceAnalyzers;\nSystem.Console.WriteLine();")}}")]
                System.Console.WriteLine();
                """),
        ],
        IsApplication = true,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("provenance.review_required = none", "class C { }", "AIOrigin.Generated, Tool = \"codex\"")]
    [InlineData("provenance.review_required = all", "class {|PROV2001:C|} { }", "AIOrigin.Human")]
    [InlineData("provenance.exclude = true", "class C { }", "AIOrigin.Generated, Tool = \"codex\"")]
    [InlineData("provenance.review_on = members", "class {|PROV2001:C|} { int x; }", "AIOrigin.Generated, Tool = \"codex\"")]
    public Task Options_decide_what_must_be_reviewed(string option, string code, string provenance) =>
        ReviewedCode.Test($"using ProvenanceAnalyzers;\n[AIProvenance({provenance})] {code}", option).RunAsync();

    [Fact]
    public Task Review_on_members_asks_each_member_with_a_body() => ReviewedCode.Test(
        $$"""
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human)]
        class Outer
        {
            [AIProvenance(AIOrigin.Generated, Tool = "codex")]
            class {|PROV2001:Inner|}
            {
                int field;
                int Auto { get; set; }
                void {|PROV2001:M|}() { }
                [HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute("int P => 1;")}}")] int P => 1;
            }
            void Human() { }
        }
        """,
        "provenance.review_on = members").RunAsync();

    /// <summary>The text that is left is written by hand from the document.</summary>
    [Theory]
    [InlineData("class C { int x = 1; int M() => x; }", "class C { int x = 1;   }")]
    [InlineData("class C { int x = 1; int M() { return x; } class N { } }", "class C { int x = 1; }")]
    [InlineData("class C : System.IDisposable { public void Dispose() { } }", "class C : System.IDisposable { }")]
    [InlineData(
        "class C { int P { get; set; } = 1; int Q => 1; event System.Action E; }",
        "class C { int P { get; set; } = 1; event System.Action E; }")]
    [InlineData("class C { int this[int i] => i; ~C() { } enum N { A } delegate void D(); }", "class C { }")]
    [InlineData(
        "static class C { static int x; extension(int i) { public int M() => i; } }",
        "static class C { static int x; extension(int i) { } }")]
    [InlineData("class C { /* it */ int M() => 1; // 1\n#if X\nint N() => 1;\n#endif\n }", "class C { \n#if X\nint N() => 1;\n#endif\n }")]
    public async Task What_is_left_of_a_type_has_a_digest_of_its_own_form(string code, string left)
    {
        var digest = "r1:" + IndependentDigest.Compute(left)["h1:".Length..];
        foreach (var (written, isStale) in new[] { (digest, false), (ReviewedCode.OtherDigest.Replace("h1:", "r1:"), true) })
        {
            await new ProvenanceTest
            {
                Source = $$"""
                    using ProvenanceAnalyzers;
                    [AIProvenance(AIOrigin.Generated, Tool = "codex")]
                    [HumanReviewed("bob", "2026-11-21", Digest = {{(isStale ? $"{{|PROV2003:\"{written}\"|}}" : $"\"{written}\"")}})]
                    {{code}}
                    """,
                Options = "provenance.review_on = members",
                RequiresReview = true,
                DisabledDiagnostics = { "PROV2001", "PROV0002" },
            }.RunAsync();
        }
    }

    [Fact]
    public Task What_is_left_of_a_type_is_reviewed_by_itself() => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Generated, Tool = "codex")]
            [HumanReviewed("bob", "2026-11-21", Digest = "r1:{{IndependentDigest.Compute("class C { int x; }")["h1:".Length..]}}")]
            class C
            {
                [AIProvenance(AIOrigin.Assisted, Tool = "codex")] int x;
                void {|PROV2001:M|}() { }
                class {|PROV2001:N|} { }
            }
            """,
        Options = "provenance.review_on = members",
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("class {|PROV2001:C|} { int x; void M() { } }", "class C { int x; }")]
    public Task It_is_no_review_of_the_whole_type(string code, string left) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Generated, Tool = "codex")]
            [HumanReviewed("bob", "2026-11-21", Digest = "r1:{{IndependentDigest.Compute(left)["h1:".Length..]}}")]
            {{code}}
            """,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("interface {|PROV2001:I|} { }")]
    [InlineData("delegate void {|PROV2001:D|}();")]
    [InlineData("enum {|PROV2001:E|} { }")]
    [InlineData("record struct {|PROV2001:R|}(int X);")]
    [InlineData("file class {|PROV2001:F|} { }")]
    [InlineData("class {|PROV2001:P|}(int x) { int X => x; }")]
    public Task Every_kind_of_type_is_reviewed(string declaration) => ReviewedCode.Test(
        $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] {declaration}").RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV2001\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "")]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
        + "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Review\", \"PROV2001\")] class C { }",
        "")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "dotnet_diagnostic.PROV2001.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string code, string options) => new ProvenanceTest
    {
        Source = ReviewedCode.Fill($"using ProvenanceAnalyzers;\n{code}"),
        Options = options,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData(
        "record R([property: AIProvenance(AIOrigin.Generated, Tool = \"codex\")] int {|#0:X|});",
        "property 'R.X'",
        "property: ",
        "int X")]
    [InlineData(
        "[method: AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {|#0:C|}(int x) { int X => x; }",
        "constructor 'C.C(int)'",
        "method: ",
        "class C(int x) { int X => x; }")]
    public async Task The_message_says_what_the_marker_must_begin_with(string declaration, string name, string target, string code)
    {
        var test = ReviewedCode.Test($"using ProvenanceAnalyzers;\n{declaration}", "provenance.required_on = none");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnreviewedCode).WithLocation(0).WithMessage(
            $"A human must review the {name} that codex made, then add the marker, which an AI agent must not: "
            + $"[{target}HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{IndependentDigest.Compute(code)}\")]"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_type_that_was_reviewed_before_a_member_was_made_is_no_review_of_the_member() => ReviewedCode.Test(
        $$"""
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human)]
        [HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute("class C { void M() { } void N() { } }")}}")]
        class C
        {
            [AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-21")] void M() { }
            [AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-22")] void {|PROV2001:N|}() { }
        }
        """).RunAsync();

    [Fact]
    public Task An_alias_counts_where_no_digest_is_required() => ReviewedCode.Test(
        """
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human)] class CheckedAttribute : System.Attribute { }
        [AIProvenance(AIOrigin.Generated, Tool = "codex"), Checked] class C { }
        """,
        "provenance.attribute_aliases = Checked:review\nprovenance.require_digest = false").RunAsync();
}
