using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers;

/// <summary>What must be declared: a type or a member, at the hand-written part that stands for it.</summary>
/// <param name="symbol">The type or member.</param>
/// <param name="part">The ordinally first hand-written part, by path and then by position.</param>
/// <param name="file">The file that the part is in.</param>
internal readonly struct Unit(ISymbol symbol, SyntaxReference part, SourceFile file)
{
    /// <summary>The type or member.</summary>
    public ISymbol Symbol { get; } = symbol;

    /// <summary>The file that the part is in; its options hold for the unit.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The part's declaration.</summary>
    public SyntaxNode Declaration(CancellationToken cancellationToken) => part.GetSyntax(cancellationToken);

    /// <summary>The identifier, which a diagnostic about the unit underlines.</summary>
    public Location Location(CancellationToken cancellationToken) =>
        Declarations.Identifier(Declaration(cancellationToken)).GetLocation();
}
