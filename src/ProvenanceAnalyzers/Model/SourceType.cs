using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>What the rules ask the compiler of a type, asked once for all of them: it copies such lists for each who asks.</summary>
/// <param name="Parts">The declarations.</param>
/// <param name="AnnotatedMembers">The members, nested types aside, that have an annotation or a review marker of their own.</param>
internal readonly record struct SourceType(ImmutableArray<SyntaxReference> Parts, ImmutableArray<ISymbol> AnnotatedMembers);
