using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4xxx: what is declared or signed, and history tells otherwise.</summary>
internal static class EvidenceRules
{
    /// <summary>The rules of the family, in the order of their ids.</summary>
    public static IReadOnlyList<ProvenanceRule> Create() =>
    [
        new ContradictedOriginRule(),
        new ContradictedToolRule(),
        new UnattestedReviewRule(),
        new DependentReviewRule(),
        new BulkReviewRule(),
        new IncompleteEvidenceRule(),
    ];
}
