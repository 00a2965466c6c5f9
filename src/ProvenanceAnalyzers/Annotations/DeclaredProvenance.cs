using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>The annotations that hold for a piece of code: all those at the nearest level that has any.</summary>
internal readonly record struct DeclaredProvenance(ProvenanceLevel Level, ImmutableArray<ProvenanceAnnotation> Annotations);
