using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0xxx: what is wrong with options, annotations, baselines and policy files.</summary>
internal static class ConfigurationRules
{
    /// <summary>The rules of the family, in the order of their ids.</summary>
    public static IReadOnlyList<ProvenanceRule> Create() =>
    [
        new InvalidOptionRule(),
        new MalformedAnnotationRule(),
        new UnknownToolRule(),
        new UnmatchedTargetRule(),
        new ObsoleteBaselineEntryRule(),
        new WeakenedPolicyRule(),
        new MalformedBaselineRule(),
        new BrokenPolicyRule(),
        new UnjudgedFilesRule(),
    ];
}
