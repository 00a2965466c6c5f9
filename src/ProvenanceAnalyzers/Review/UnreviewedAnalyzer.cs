using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Review;

/// <summary>What PROV2001 and PROV2002 share: no marker covers the code.</summary>
public abstract class UnreviewedAnalyzer : ReviewDueAnalyzer
{
    private protected UnreviewedAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    private protected sealed override Diagnostic? Report(DueReview due, ProvenanceContext provenance) => due.Judgements.IsEmpty
        ? Diagnostic.Create(
            Descriptor,
            due.Location,
            due.Properties,
            due.Name,
            due.Tool != null ? $" that {due.Tool} made" : string.Empty,
            due.MarkerHint(provenance))
        : null;
}
