using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>The annotations on a type and on its members, nested types aside.</summary>
/// <param name="Provenance">What they say of the origin.</param>
/// <param name="Reviews">The review markers, and the type or member that each stands on.</param>
internal sealed record TypeAnnotations(
    ImmutableArray<AIProvenance> Provenance, ImmutableArray<(ISymbol Symbol, HumanReview Review)> Reviews)
{
    /// <summary>No annotations.</summary>
    public static readonly TypeAnnotations None = new([], []);
}
