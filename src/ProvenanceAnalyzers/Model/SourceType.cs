using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>What the rules ask the compiler of a type, asked once for all of them: it copies such lists for each who asks.</summary>
/// <param name="Type">The type.</param>
/// <param name="Parts">The declarations.</param>
/// <param name="AnnotatedMembers">The members, nested types aside, that have an annotation or a review marker of their own.</param>
/// <param name="Inner">The annotations and markers inside of its members, or of itself, that are no unit's own.</param>
internal sealed record SourceType(
    INamedTypeSymbol Type,
    ImmutableArray<SyntaxReference> Parts,
    ImmutableArray<ISymbol> AnnotatedMembers,
    ImmutableArray<InnerAttribute> Inner)
{
    /// <summary>The members that hold such an annotation or marker and have none of their own.</summary>
    public IEnumerable<ISymbol> HoldersBesideAnnotated => Inner.IsEmpty ? [] : Inner
        .Select(inner => inner.Holder)
        .Distinct(SymbolEqualityComparer.Default)
        .Except(AnnotatedMembers, SymbolEqualityComparer.Default)
        .OfType<ISymbol>();
}
