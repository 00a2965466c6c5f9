using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Which lines of a file count when it is asked who wrote the code: those that hold more than blanks, braces, comments, <c>using</c>
/// directives, our own attributes and directives of the preprocessor. Whoever writes these tells nothing of who wrote the code.
/// </summary>
internal sealed class CountedLines
{
    private readonly int[] _starts;
    private readonly bool[] _counts;

    private CountedLines(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        _starts = [.. starts];
        _counts = new bool[_starts.Length];
        foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens(node => !IsLeftOut(node)))
        {
            if (token.Span.Length == 0 || IsPunctuation(token) || (token.Parent is { } parent && IsLeftOut(parent)))
            {
                continue;
            }

            var last = LineAt(token.Span.End - 1);
            for (var line = LineAt(token.SpanStart); line <= last; line++)
            {
                _counts[line] = true;
            }
        }
    }

    /// <summary>The lines of a file.</summary>
    public static CountedLines Of(SyntaxTree tree, CancellationToken cancellationToken) => new(tree, cancellationToken);

    /// <summary>Whether a line counts.</summary>
    /// <param name="line">The line, counted from 0.</param>
    public bool Counts(int line) => _counts[line];

    /// <summary>The line of a position, both counted from 0.</summary>
    public int LineAt(int position)
    {
        var index = Array.BinarySearch(_starts, position);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>How many lines of a declaration count.</summary>
    public int CountIn(SyntaxNode declaration)
    {
        var count = 0;
        var last = LineAt(Math.Max(declaration.SpanStart, declaration.Span.End - 1));
        for (var line = LineAt(declaration.SpanStart); line <= last; line++)
        {
            count += Counts(line) ? 1 : 0;
        }

        return count;
    }

    private static bool IsPunctuation(SyntaxToken token) => token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken
        or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.CloseBracketToken
        or SyntaxKind.SemicolonToken or SyntaxKind.CommaToken;

    private static bool IsLeftOut(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax or ExternAliasDirectiveSyntax => true,
        AttributeSyntax attribute => IsOurs(attribute),
        AttributeListSyntax list => list.Attributes.All(IsOurs),
        _ => false,
    };

    private static bool IsOurs(AttributeSyntax attribute) =>
        CanonicalForm.AnnotationNames.Contains(AttributeNames.SimpleName(attribute.Name));
}
