using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>PROV3xxx: AI output that policy does not allow.</summary>
internal static class PolicyRules
{
    /// <summary>The rules of the family, in the order of their ids.</summary>
    public static IReadOnlyList<ProvenanceRule> Create() =>
    [
        new DisallowedToolRule(),
        new SuspendedToolRule(),
        new DisallowedOriginRule(),
        new DisallowedInTestsRule(),
        new RestrictedTrainingRule(),
    ];
}
