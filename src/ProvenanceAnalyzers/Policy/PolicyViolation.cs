using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Something that an annotation says and a policy does not allow.</summary>
/// <param name="Rule">The rule that reports it.</param>
/// <param name="Location">What says it.</param>
/// <param name="Subject">What it is, as the message begins.</param>
/// <param name="Reason">What forbids it, and what to do.</param>
internal sealed record PolicyViolation(DiagnosticDescriptor Rule, Location Location, string Subject, string Reason)
{
    /// <summary>Whether a policy file forbids it, so that nothing can hide it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The policy file or preset that forbids it; null where an option does.</summary>
    public string? Setter { get; init; }

    /// <summary>Whether all that is wrong is that neither tool nor model is named.</summary>
    public bool IsOfUnnamed { get; init; }

    /// <summary>
    /// Whether another finding at the same place says all there is to do, so that one cause has one finding. Both must be somebody's who
    /// sets both: else whoever turns off the other turns off this one.
    /// </summary>
    public bool IsSaidBy(PolicyViolation other) =>
        Rule == Descriptors.RestrictedTraining
        && (other.Rule == Descriptors.DisallowedTool || other.Rule == Descriptors.DisallowedInTests)
        && Setter != null
        && other.Setter == Setter
        && other.Location == Location;
}
