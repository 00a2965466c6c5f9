using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

public sealed class UnattestedReviewRuleTests
{
    private const string Declared = "[AIProvenance(AIOrigin.Generated, Tool = \"github-copilot\")]\n";
    private const string Marker = "HumanReviewed(\"bob@example.com\", \"2026-11-21\")";

    [Theory]
    [InlineData("source 77 2026-11-21 None no-human", "", true)]
    [InlineData("source 77 2026-11-21 Commit no-human;tool github-copilot", "", true)]
    [InlineData("source 77 2026-11-21 Commit;tool github-copilot", "", false)]
    [InlineData("source 77 2026-11-21 None no-human", "provenance.review_attestation = none", false)]
    [InlineData("source 77 2026-11-21 None no-human", "provenance.review_attestation = reviewer", true)]
    public Task A_human_has_a_hand_in_the_commit_of_a_marker(string source, string option, bool isReported) => new ProvenanceTest
    {
        Source = EvidencedCode.Class($"{Declared}[{(isReported ? $"{{|PROV4003:{Marker}|}}" : Marker)}]"),
        History = source + ";file Test0.cs;lines 4 4 0",
        Options = "provenance.require_digest = false\n" + option,
    }.RunAsync();

    [Theory]
    [InlineData("Bob_<bob@example.com>", "reviewer", false)]
    [InlineData("Ada_<ada@example.com>;person BOB@example.com", "reviewer", false)]
    [InlineData("Ada_<ada@example.com>", "reviewer", true)]
    [InlineData("Ada_<ada@example.com>", "human", false)]
    public Task Where_an_option_asks_it_is_the_reviewer(string person, string attestation, bool isReported) => new ProvenanceTest
    {
        Source = EvidencedCode.Class($"{Declared}[{(isReported ? $"{{|PROV4003:{Marker}|}}" : Marker)}]"),
        History = $"file Test0.cs;marker 4 77;person {person}",
        Options = $"provenance.require_digest = false\nprovenance.review_attestation = {attestation}",
    }.RunAsync();

    [Fact]
    public Task A_digest_that_a_bot_renews_is_no_humans_either() => new ProvenanceTest
    {
        Source = EvidencedCode.Class(
            $"{Declared}[{{|#0:HumanReviewed(\"bob@example.com\",\n    \"2026-11-21\")|}}]"),
        Options = "provenance.require_digest = false",
        History = "source 7700112233445566 2026-11-21 None no-human;file Test0.cs;lines 5 5 0",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.UnattestedReview).WithLocation(0).WithMessage(
                "The review by 'bob@example.com' is not attested: no human had a hand in 7700112233, which committed it; "
                + "a human must review the code and commit the marker, which an AI agent must not"),
        },
    }.RunAsync();
}
