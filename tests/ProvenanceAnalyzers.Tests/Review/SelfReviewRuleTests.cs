using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class SelfReviewRuleTests
{
    [Trait("Case", "N5")]
    [Theory]
    [InlineData("ada@example.com", "ada@example.com", true)]
    [InlineData("Ada <ada@example.com>", "ADA@example.com", true)]
    [InlineData("bob@example.com", "ada@example.com", false)]
    [InlineData("ada@example.com (Ada)", "ada@example.com", true)]
    [InlineData("ada@example.com\u200B", "ada@example.com", true)]
    [InlineData("Ada <ada@example.com>", "Ada Lovelace ada@example.com", true)]
    [InlineData("ada@example.com", "<ada@example.com> @example.com", true)]
    [InlineData("staff:1 <ada@example.com>", "staff:1", true)]
    [InlineData("mailto:ada@example.com", "ada@example.com", true)]
    [InlineData("bob@example.com", "ada@example.com, bob@example.com", true)]
    [InlineData("Ada Lovelace", "Ada Lovelace <ada@example.com>", true)]
    [InlineData("Ada <ada@example.org>", "Ada <ada@example.com>", false)]
    public Task The_requester_does_not_review(string reviewer, string requester, bool isReported)
    {
        var argument = isReported ? $"{{|PROV2005:\"{reviewer}\"|}}" : $"\"{reviewer}\"";
        return ReviewedCode.Test(ReviewedCode.Marked(
            $"[HumanReviewed({argument}, \"2026-11-21\", Digest = \"{{digest}}\")]",
            $"AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"{requester}\"")).RunAsync();
    }

    [Theory]
    [InlineData("provenance.independent_review = false", "AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\"")]
    [InlineData("", "AIOrigin.Human, RequestedBy = \"ada\"")]
    public Task The_requester_may_review_where_policy_says_so_and_a_humans_code(string option, string provenance) => ReviewedCode.Test(
        ReviewedCode.Marked("[HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]", provenance), option).RunAsync();

    [Fact]
    public async Task Its_message_names_both_as_they_are_written()
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked(
            "[HumanReviewed({|#0:\"Ada <ada@example.com>\"|}, \"2026-11-21\", Digest = \"{digest}\")]",
            "AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ADA@example.com\""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.SelfReview).WithLocation(0).WithMessage(
            "'Ada <ada@example.com>' reviewed what 'ADA@example.com' requested, who is the same person; "
            + "someone else must review it (provenance.independent_review)"));
        await test.RunAsync();
    }

    [Fact]
    public Task Whoever_requested_some_of_it_does_not_review_it() => ReviewedCode.Test(ReviewedCode.Marked(
        "[AIProvenance(AIOrigin.Assisted, Tool = \"cursor\", RequestedBy = \"bob\")]\n"
        + "[HumanReviewed({|PROV2005:\"ada\"|}, \"2026-11-21\", Digest = \"{digest}\")]\n"
        + "[HumanReviewed({|PROV2005:\"bob\"|}, \"2026-11-21\", Digest = \"{digest}\")]",
        "AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\"")).RunAsync();

    [Fact]
    public Task A_marker_around_what_its_reviewer_requested_is_right_and_does_not_count_for_it() => ReviewedCode.Test(
        """
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human), HumanReviewed("ada", "2026-11-21")]
        class C { [AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada")] void {|PROV2001:M|}() { } }
        """,
        "provenance.require_digest = false").RunAsync();

    [Fact]
    public Task Whether_reviews_are_independent_depends_on_where_the_code_is() => new ProvenanceTest
    {
        Files =
        [
            ("Core/A.cs", Requested("class A { }", "{|PROV2005:\"ada\"|}")),
            ("Tools/B.cs", Requested("class B { }", "\"ada\"")),
        ],
        Options = "[*.cs]\nprovenance.require_digest = false\n"
            + "[Tools/*.cs]\nprovenance.require_digest = false\nprovenance.independent_review = false",
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task Top_level_statements_are_reviewed_by_someone_else_too() => new ProvenanceTest
    {
        Files =
        [
            ("Program.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada", Target = "Program.cs")]
                [assembly: HumanReviewed({|PROV2005:"ada"|}, "2026-11-21", Target = "Program.cs")]
                System.Console.WriteLine();
                """),
        ],
        Options = "provenance.require_digest = false",
        IsApplication = true,
        RequiresReview = true,
    }.RunAsync();

    private static string Requested(string code, string reviewer) =>
        "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\")]\n"
        + $"[HumanReviewed({reviewer}, \"2026-11-21\")] {code}";
}
