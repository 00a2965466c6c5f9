using Microsoft.CodeAnalysis;

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
}
