using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class ReviewWithoutDigestRuleTests
{
    [Fact]
    public Task A_marker_without_a_digest_does_not_count_where_one_is_required() => ReviewedCode.Test(ReviewedCode.Marked(
        "[{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\")|}]")).RunAsync();

    [Fact]
    public Task A_marker_without_a_digest_counts_where_none_is_required() => ReviewedCode.Test(
        ReviewedCode.Marked("[HumanReviewed(\"bob\", \"2026-11-21\")]"), "provenance.require_digest = false").RunAsync();

    [Theory]
    [InlineData("", ": [HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{digest}\")]")]
    [InlineData("provenance.show_digest = false", "")]
    public async Task Its_message_carries_the_digest_in_a_marker_that_nobody_has_signed(string option, string marker)
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked("[{|#0:HumanReviewed(\"bob\", \"2026-11-21\")|}]"), option);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.ReviewWithoutDigest).WithLocation(0).WithMessage(ReviewedCode.Fill(
            "The marker of 'bob' has no digest: nobody can tell whether the code is still what was reviewed; a human must review "
            + "it as it is now, then renew the marker, which an AI agent must not" + marker)));
        await test.RunAsync();
    }

    [Fact]
    public async Task A_marker_of_another_library_cannot_have_one()
    {
        var test = ReviewedCode.Test(
            """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class CheckedAttribute : System.Attribute { }
            [AIProvenance(AIOrigin.Generated, Tool = "codex"), {|#0:Checked|}] class C { }
            """,
            "provenance.attribute_aliases = Checked:review\ndotnet_diagnostic.PROV0001.severity = none");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.ReviewWithoutDigest).WithLocation(0).WithMessage(
            "The marker of 'CheckedAttribute' has no digest: nobody can tell whether the code is still what was reviewed; "
            + "an attribute of another library cannot have one; use HumanReviewed, or set provenance.require_digest = false"));
        await test.RunAsync();
    }

    [Fact]
    public Task Whether_one_is_required_depends_on_where_the_code_is() => new ProvenanceTest
    {
        Files =
        [
            ("Core/A.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Human), {|PROV2008:HumanReviewed("bob", "2026-11-21")|}] class A { }
                """),
            ("Tools/B.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Human), HumanReviewed("bob", "2026-11-21")] class B { }
                """),
        ],
        Options = "[Tools/*.cs]\nprovenance.require_digest = false",
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("", true)]
    [InlineData("provenance.show_digest = false", false)]
    public async Task A_digest_that_is_none_is_told_with_the_right_one(string options, bool isShown)
    {
        var test = ReviewedCode.Test(
            ReviewedCode.Marked("[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = {|#0:\"9f2e\"|})]"), options);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0).WithMessage(
            "Malformed provenance: Digest is no digest: it is h1: and 32 hexadecimal digits in lower case"
            + (isShown
                ? "; a human must review this as it is now, then renew the marker, which an AI agent must not: "
                    + $"[HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{ReviewedCode.Digest}\")]"
                : string.Empty)));
        await test.RunAsync();
    }
}
