using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class OutdatedReviewRuleTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20", "", "", false)]
    [InlineData("2026-11-20", "2026-11-21", "", "", true)]
    [InlineData("2026-11-20", "", "provenance.review_max_age_days = 30", "2026-12-20", false)]
    [InlineData("2026-11-20", "", "provenance.review_max_age_days = 30", "2026-12-21", true)]
    [InlineData("2026-11-20", "", "provenance.review_max_age_days = 30", "", false)]
    [InlineData("2026-11-20", "", "", "2036-12-21", false)]
    [InlineData("2026-11-20", "", "", "2026-11-19", false)]
    [InlineData("2026-11-20", "", "", "2026-11-18", true)]
    public Task A_review_can_be_out_of_date(string reviewed, string made, string option, string today, bool isReported)
    {
        var date = isReported ? $"{{|PROV2007:\"{reviewed}\"|}}" : $"\"{reviewed}\"";
        return new ProvenanceTest
        {
            Source = ReviewedCode.Marked(
                $"[HumanReviewed(\"bob\", {date}, Digest = \"{{digest}}\")]",
                "AIOrigin.Generated, Tool = \"codex\"" + (made.Length > 0 ? $", On = \"{made}\"" : "")),
            Options = option,
            Facts = today.Length > 0 ? $"today {today}" : "",
            RequiresReview = true,
        }.RunAsync();
    }

    [Theory]
    [InlineData("2026-11-20", "", "2026-11-21", "older than the code, which was made on 2026-11-21")]
    [InlineData("2026-11-20", "2026-12-21", "", "more than 30 days old (provenance.review_max_age_days)")]
    [InlineData("2026-11-20", "2026-11-18", "", "later than today, 2026-11-18 (ProvenanceToday)")]
    public async Task A_review_that_is_out_of_date_says_why(string reviewed, string today, string made, string reason)
    {
        var test = new ProvenanceTest
        {
            Source = ReviewedCode.Marked(
                $"[HumanReviewed(\"bob\", {{|#0:\"{reviewed}\"|}}, Digest = \"{{digest}}\")]",
                "AIOrigin.Generated, Tool = \"codex\"" + (made.Length > 0 ? $", On = \"{made}\"" : "")),
            Options = "provenance.review_max_age_days = 30",
            Facts = today.Length > 0 ? $"today {today}" : "",
            RequiresReview = true,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.OutdatedReview).WithLocation(0).WithMessage(
            $"The review of {reviewed} is {reason}; "
            + "a human must review the code again, then renew the marker, which an AI agent must not"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("2026-11-20", false)]
    [InlineData("2026-11-21", true)]
    public async Task History_knows_a_day_too(string reviewed, bool isReported)
    {
        var day = isReported ? $"{{|#0:\"{reviewed}\"|}}" : $"\"{reviewed}\"";
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
                + $"[HumanReviewed(\"bob@example.com\", {day})]\nclass C {{ }}",
            Options = "provenance.require_digest = false",
            History = "day 2026-11-20",
        };
        if (isReported)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.OutdatedReview).WithLocation(0).WithMessage(
                "The review of 2026-11-21 is later than 2026-11-20, the day after the newest commit; "
                + "a human must review the code again, then renew the marker, which an AI agent must not"));
        }

        await test.RunAsync();
    }

    [Fact]
    public Task An_old_marker_beside_one_of_the_same_person_that_counts_is_superseded() => new ProvenanceTest
    {
        Source = ReviewedCode.Marked(
            """
            [HumanReviewed("bob", "2026-01-01", Digest = "{digest}")]
            [HumanReviewed("Bob <bob>", "2026-12-30", Digest = "{digest}")]
            [HumanReviewed("ada", {|PROV2007:"2026-01-01"|}, Digest = "{digest}")]
            """),
        Options = "provenance.review_max_age_days = 30",
        Facts = "today 2026-12-31",
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task How_old_a_review_may_be_depends_on_where_the_code_is() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", Old("class A { }", "\"2026-11-20\"")),
            ("Core/B.cs", Old("class B { }", "{|PROV2007:\"2026-11-20\"|}")),
        ],
        Options = "[*.cs]\nprovenance.require_digest = false\n"
            + "[Core/*.cs]\nprovenance.require_digest = false\nprovenance.review_max_age_days = 30",
        Facts = "today 2026-12-31",
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("HumanReviewed(\"bob\", {|PROV0002:\"2026-02-30\"|})")]
    [InlineData("HumanReviewed(\"bob\", {|PROV0002:\"\"|})")]
    public Task A_day_that_is_none_is_malformed_and_not_old(string marker) => ReviewedCode.Test(
        $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\", On = \"2026-11-20\"), {marker}] class C {{ }}",
        "provenance.require_digest = false").RunAsync();

    [Fact]
    public Task The_latest_day_on_which_the_code_was_made_counts() => ReviewedCode.Test(
        """
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-01")]
        [AIProvenance(AIOrigin.Assisted, Tool = "cursor", On = "2026-11-20")]
        [HumanReviewed("bob", {|PROV2007:"2026-11-19"|}), HumanReviewed("eve", "2026-11-20")]
        class C { }
        """,
        "provenance.require_digest = false").RunAsync();

    [Fact]
    public Task A_review_of_top_level_statements_can_be_out_of_date() => new ProvenanceTest
    {
        Files =
        [
            ("Program.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-20", Target = "Program.cs")]
                [assembly: HumanReviewed("bob", {|PROV2007:"2026-11-19"|}, Target = "Program.cs")]
                System.Console.WriteLine();
                """),
        ],
        Options = "provenance.require_digest = false",
        IsApplication = true,
        RequiresReview = true,
    }.RunAsync();

    private static string Old(string code, string date) =>
        $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\"), HumanReviewed(\"bob\", {date})] {code}";
}
