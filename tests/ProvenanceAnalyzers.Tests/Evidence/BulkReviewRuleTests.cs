using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

public sealed class BulkReviewRuleTests
{
    private const string Declared = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n";
    private const string Marker = "HumanReviewed(\"bob@example.com\", \"2026-11-21\")";
    private const string InOneCommit = "file A.cs;marker 4 7700112233445566;file B.cs;marker 4 7700112233445566";

    [Theory]
    [InlineData("", InOneCommit, false)]
    [InlineData("provenance.review_lines_per_commit = 20", InOneCommit, false)]
    [InlineData("provenance.review_lines_per_commit = 19", InOneCommit, true)]
    [InlineData("provenance.review_lines_per_commit = 19", "file A.cs;marker 4 77;file B.cs;marker 4 78", false)]
    public Task One_commit_signs_no_more_than_an_option_allows(string option, string history, bool isReported) => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", EvidencedCode.Class($"{Declared}[{(isReported ? $"{{|PROV4005:{Marker}|}}" : Marker)}]", "A")),
            ("B.cs", EvidencedCode.Class($"{Declared}[{Marker}]", "B")),
        ],
        History = history,
        Options = "provenance.require_digest = false\n" + option,
    }.RunAsync();

    [Fact]
    public Task Its_message_says_how_much_it_is() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", EvidencedCode.Class($"{Declared}[{{|#0:{Marker}|}}]", "A")),
            ("B.cs", EvidencedCode.Class($"{Declared}[{Marker}]", "B")),
        ],
        History = InOneCommit,
        Options = "provenance.require_digest = false\nprovenance.review_lines_per_commit = 15",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.BulkReview).WithLocation(0).WithMessage(
                "Commit 7700112233 signs 2 markers of 20 lines together, more than the 15 that provenance.review_lines_per_commit "
                + "allows; review in smaller steps"),
        },
    }.RunAsync();
}
