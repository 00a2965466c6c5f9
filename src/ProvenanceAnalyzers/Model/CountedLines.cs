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
        var root = tree.GetRoot(cancellationToken);
        Count(root, 0);
        foreach (var leftOut in LeftOutByConditions(root))
        {
            Count(SyntaxFactory.ParseCompilationUnit(leftOut.ToString(), options: (CSharpParseOptions)tree.Options), leftOut.SpanStart);
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

    /// <summary>
    /// What an <c>#if</c> leaves out: somebody has written it too, and the same code would have more lines in one target framework than in
    /// another.
    /// </summary>
    private static IEnumerable<SyntaxTrivia> LeftOutByConditions(SyntaxNode root) => root
        .DescendantTokens(node => node.ContainsDirectives)
        .Where(token => token.ContainsDirectives)
        .SelectMany(token => token.LeadingTrivia)
        .Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia));

    private void Count(SyntaxNode root, int offset)
    {
        // Half a declaration, as between two conditions, is parsed as tokens that are skipped.
        foreach (var token in root.DescendantTokens(node => !IsLeftOut(node), descendIntoTrivia: root.ContainsSkippedText))
        {
            if (token.Span.Length == 0
                || IsPunctuation(token)
                || (token.Parent is { } parent
                    && (IsLeftOut(parent) || (parent.IsPartOfStructuredTrivia() && parent is not SkippedTokensTriviaSyntax))))
            {
                continue;
            }

            var last = LineAt(offset + token.Span.End - 1);
            for (var line = LineAt(offset + token.SpanStart); line <= last; line++)
            {
                _counts[line] = true;
            }
        }
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
