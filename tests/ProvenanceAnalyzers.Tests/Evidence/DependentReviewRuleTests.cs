using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

public sealed class DependentReviewRuleTests
{
    [Theory]
    [InlineData("Commit;tool codex;requester Bob_<bob@example.com>", 7, 15, true)]
    [InlineData("Line;tool codex;requester bob@example.com", 7, 11, true)]
    [InlineData("Line;tool codex;requester bob@example.com", 7, 10, false)]
    [InlineData("Commit;tool codex;requester Ada_<ada@example.com>", 7, 15, false)]
    [InlineData("Trailer;tool codex;author Bob_<bob@example.com>", 7, 15, true)]
    [InlineData("Trailer;tool codex;author Ada_<ada@example.com>", 7, 15, false)]
    [InlineData("Suggestion;tool codex;author Bob_<bob@example.com>", 7, 15, false)]
    public Task The_reviewer_neither_asked_for_the_lines_nor_committed_them(string source, int first, int last, bool isReported) =>
        new ProvenanceTest
        {
            Source = Reviewed(isReported ? "{|PROV4004:\"bob@example.com\"|}" : "\"bob@example.com\""),
            Options = "provenance.require_digest = false",
            History = $"source 4f0e 2026-11-20 {source};file Test0.cs;lines {first} {last} 0",
        }.RunAsync();

    [Theory]
    [InlineData(11, true)]
    [InlineData(10, false)]
    public Task Half_of_the_lines_may_be_the_reviewers_own(int last, bool isReported) => new ProvenanceTest
    {
        Source = Reviewed(isReported ? "{|PROV4004:\"bob@example.com\"|}" : "\"bob@example.com\""),
        Options = "provenance.require_digest = false",
        History = "source 4f 2026-11-20 Trailer;tool codex;author bob@example.com;source 5f 2026-11-20 Commit;tool codex;"
            + $"file Test0.cs;lines 7 {last} 0;lines {last + 1} 14 1",
    }.RunAsync();

    [Fact]
    public Task Where_reviews_need_not_be_independent_nobody_asks() => new ProvenanceTest
    {
        Source = Reviewed("\"bob@example.com\""),
        History = "source 4f 2026-11-20 Commit;tool codex;requester bob@example.com;file Test0.cs;lines 7 15 0",
        Options = "provenance.require_digest = false\nprovenance.independent_review = false",
    }.RunAsync();

    [Fact]
    public Task Its_message_names_the_reviewer_as_written() => new ProvenanceTest
    {
        Source = Reviewed("{|#0:\"bob@example.com\"|}"),
        Options = "provenance.require_digest = false",
        History = "source 4f0e1a2b3c4d 2026-11-20 Commit;tool codex;requester bob@example.com;file Test0.cs;lines 7 15 0",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.DependentReview).WithLocation(0).WithMessage(
                "By history 'bob@example.com' requested the 9 lines that codex had a hand in here (last in 4f0e1a2b3c); "
                + "somebody else must review them"),
        },
    }.RunAsync();

    private static string Reviewed(string reviewer) => EvidencedCode.Class(
        $"[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n[HumanReviewed({reviewer}, \"2026-11-21\")]");
}
