using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;
using static ProvenanceAnalyzers.Tests.Review.ReviewedFixtures;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class StaleReviewRuleTests
{
    private const string CodeInOneLine =
        "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }";

    [Theory]
    [InlineData("class C { int Twice(int x) => 2 * x; }", false)]
    [InlineData("class C\n{\n    // Doubles.\n    int Twice(\n        int x) =>\n        2 * x;\n}", false)]
    [InlineData("class C { int Twice(int x) => 2 * x + 0; }", true)]
    [InlineData("class C { int Twice(int y) => 2 * y; }", true)]
    [InlineData("#nullable disable\nclass C { int Twice(int x) => 2 * x; }", false)]
    [InlineData("class C {\n#nullable disable\n int Twice(int x) => 2 * x; }", true)]
    public Task A_marker_is_stale_when_the_code_has_changed_and_only_then(string code, bool isStale)
    {
        var digest = isStale ? "{|PROV2003:\"{digest}\"|}" : "\"{digest}\"";
        return ReviewedCode.Test(
            $"using ProvenanceAnalyzers;\n{(code.StartsWith('#') ? code.Split('\n')[0] : "")}\n"
            + "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
            + $"[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {digest})]\n"
            + $"{(code.StartsWith('#') ? code.Split('\n')[1] : code)}").RunAsync();
    }

    [Trait("Case", "H9")]
    [Fact]
    public async Task A_stale_marker_shows_the_marker_to_copy()
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|#0:\"{other}\"|})]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            "The code has changed since 'bob' reviewed it: "
            + "a human must review the change, then renew the marker, which an AI agent must not: "
            + $"[HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{ReviewedCode.Digest}\")]"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_stale_marker_beside_one_of_the_same_person_that_holds_is_superseded() => ReviewedCode.Test(ReviewedCode.Marked(
        """
        [HumanReviewed("bob", "2026-11-20", Digest = "{other}")]
        [HumanReviewed("bob", "2026-11-21", Digest = "{digest}")]
        [HumanReviewed("ada", "2026-11-21", Digest = {|PROV2003:"{other}"|})]
        """)).RunAsync();

    [Fact]
    public async Task A_reviewer_without_a_name_is_someone_unnamed()
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked("[HumanReviewed({|#1:\"\"|}, \"2026-11-21\", Digest = {|#0:\"{other}\"|})]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            "The code has changed since someone unnamed reviewed it: "
            + "a human must review the change, then renew the marker, which an AI agent must not: "
            + $"[HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{ReviewedCode.Digest}\")]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RefusedReviewer).WithLocation(1).WithMessage(
            "The marker names no reviewer: whoever reviewed the code, and no AI agent, writes an address, "
            + "'Name <address>' or a pseudonym"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_marker_in_generated_code_does_not_supersede_a_stale_one() => new ProvenanceTest
    {
        Files =
        [
            ("Markers.cs", ReviewedCode.Fill(
                "[assembly: ProvenanceAnalyzers.HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Code.cs\", "
                + "Digest = {|PROV2003:\"{other}\"|})]\n")),
            ("Markers.g.cs",
                "[assembly: ProvenanceAnalyzers.HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Code.cs\", "
                + $"Digest = \"{IndependentDigest.Compute(CodeInOneLine)}\")]\n"),
            ("Code.cs", CodeInOneLine),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_stale_marker_of_a_fixture_file_shows_the_marker_to_copy()
    {
        var test = Test(Generated + Marker($"\"bob\", \"2026-11-21\", Target = \"{A}\", Digest = {{|#0:\"{DigestOfB}\"|}}"), [A]);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            $"The fixture file '{A}' has changed since 'bob' reviewed it: "
            + "a human must review the change, then renew the marker, which an AI agent must not: "
            + $"[assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{A}\", Digest = \"{DigestOfA}\")]"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_source_file_of_that_path_is_what_a_marker_is_about() => new ProvenanceTest
    {
        Files =
        [
            (
                "A.cs",
                "using ProvenanceAnalyzers;\n[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = \"B.cs\", Digest = {|PROV2003:\""
                + DigestOfB
                + "\"|})]"),
            ("B.cs", "namespace N;"),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public async Task The_digest_can_be_hidden()
    {
        var test = ReviewedCode.Test(
            ReviewedCode.Marked("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|#0:\"{other}\"|})]"), "provenance.show_digest = false");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            "The code has changed since 'bob' reviewed it: "
            + "a human must review the change, then renew the marker, which an AI agent must not"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_change_of_one_part_of_a_partial_type_leaves_the_review_of_the_other() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", $$"""
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = "codex")]
                [HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute("partial class C { int a; }")}}")]
                partial class C { int a; }
                """),
            ("B.cs", $$"""
                using ProvenanceAnalyzers;
                [HumanReviewed("bob", "2026-11-21", Digest = {|PROV2003:"{{IndependentDigest.Compute("partial class C { int b; }")}}"|})]
                partial class C { int b; int added; }
                """),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_change_of_a_nested_type_is_a_change_of_what_it_is_in() => ReviewedCode.Test($$"""
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Generated, Tool = "codex")]
        [HumanReviewed(
            "bob", "2026-11-21", Digest = {|PROV2003:"{{IndependentDigest.Compute("class Outer { class A { } class B { } }")}}"|})]
        class Outer
        {
            [HumanReviewed("bob", "2026-11-21", Digest = {|PROV2003:"{{IndependentDigest.Compute("class A { }")}}"|})]
            class A { int changed; }
            [HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute("class B { }")}}")]
            class B { }
        }
        """).RunAsync();
}
