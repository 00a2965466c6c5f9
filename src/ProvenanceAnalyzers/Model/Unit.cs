using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// A type or member that may be a unit, at the hand-written part that stands for it; <see cref="DeclarationDuty"/> says whether it must be
/// declared.
/// </summary>
/// <param name="symbol">The type or member.</param>
/// <param name="part">The hand-written part that stands for it, by <see cref="PartOrder"/>.</param>
/// <param name="file">The file that the part is in.</param>
internal readonly struct Unit(ISymbol symbol, SyntaxReference part, SourceFile file)
{
    /// <summary>The type or member.</summary>
    public ISymbol Symbol { get; } = symbol;

    /// <summary>The file that the part is in; its options hold for the unit.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The part's declaration.</summary>
    public UnitSyntax Syntax(CancellationToken cancellationToken) => new(part.GetSyntax(cancellationToken));
}
