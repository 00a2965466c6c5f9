using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// A declaration that can be a unit or a part of one, or a file of top-level statements: what its file alone shows of it, without any
/// symbol.
/// </summary>
/// <param name="node">The declaration of a type or member; the root of a file for its top-level statements.</param>
internal readonly struct UnitSyntax(SyntaxNode node)
{
    /// <summary>The declaration; the root of a file for its top-level statements.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>Whether it is a file that has top-level statements.</summary>
    public bool HasStatements => UnitWalker.FirstStatement(Node) != null;

    /// <summary>
    /// What attributes of it stand on, and what its digest is of: of a field the whole declaration, which may have several variables.
    /// </summary>
    public SyntaxNode AttributeOwner => Declarations.AttributeOwner(Node);

    /// <summary>What a diagnostic about it underlines: the name, or the first token of the first top-level statement.</summary>
    public SyntaxToken Identifier =>
        UnitWalker.FirstStatement(Node) is { } statement ? statement.GetFirstToken() : Declarations.Identifier(Node);

    /// <summary>Whether it has a body of its own: a block or an expression, its own or an accessor's.</summary>
    public bool HasBody => Declarations.HasBody(Node);

    /// <summary>The lines that it covers, and that its digest is of.</summary>
    public LineRange Lines => LineRange.Of(AttributeOwner.SyntaxTree, Declarations.DigestedSpan(AttributeOwner));
}

/// <summary>Where something begins and ends in a file: lines and columns from 1; the end column is behind the last character.</summary>
internal readonly record struct LineRange(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The lines of a span. A file ends with its last line, not with the empty one behind the last line end.</summary>
    public static LineRange Of(SyntaxTree tree, TextSpan span)
    {
        var lines = tree.GetText().Lines;
        var range = lines.GetLinePositionSpan(span);
        return range.End.Character == 0 && range.End.Line > range.Start.Line
            ? new LineRange(range.Start.Line + 1, range.Start.Character + 1, range.End.Line, lines[range.End.Line - 1].Span.Length + 1)
            : new LineRange(range.Start.Line + 1, range.Start.Character + 1, range.End.Line + 1, range.End.Character + 1);
    }
}
