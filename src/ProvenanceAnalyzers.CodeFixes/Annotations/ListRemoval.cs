using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>Removes elements of a list in code, each with a comma beside it; comments stay, whichever element they are about.</summary>
internal static class ListRemoval
{
    /// <summary>
    /// The changes that remove elements of which at least one stays: with the comma before it, or with the one behind it where all before
    /// it go too, or where a comment stands in between that would be left in front of a comma.
    /// </summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="list">The list.</param>
    /// <param name="removed">What to remove.</param>
    public static IEnumerable<TextChange> Remove<TNode>(
        SourceText text, SeparatedSyntaxList<TNode> list, IReadOnlyCollection<TNode> removed)
        where TNode : SyntaxNode
    {
        var hasKept = false;
        for (var index = 0; index < list.Count; index++)
        {
            if (!removed.Contains(list[index]))
            {
                hasKept = true;
            }
            else if (hasKept && IsBlank(text, list.GetSeparator(index - 1).Span.End, list[index].SpanStart))
            {
                yield return Removal(list.GetSeparator(index - 1).SpanStart, list[index].Span.End);
            }
            else if (!hasKept || (index + 1 < list.Count && !removed.Contains(list[index + 1])))
            {
                yield return WithCommaBehind(text, list[index], list.GetSeparator(index), list[index + 1]);
            }
            else
            {
                yield return Removal(list.GetSeparator(index - 1).SpanStart, list.GetSeparator(index - 1).Span.End);
                yield return OfElement(text, list[index].Span);
            }
        }
    }

    /// <summary>
    /// Whether directives stand within a node: in another configuration there is other text in it, which no change may assume anything of.
    /// </summary>
    public static bool IsSplitByDirectives(SyntaxNode node) => node.DescendantTokens()
        .Skip(1)
        .Any(token => token.LeadingTrivia.Any(trivia => trivia.IsDirective));

    private static TextChange WithCommaBehind(SourceText text, SyntaxNode element, SyntaxToken comma, SyntaxNode next)
    {
        var comment = text.ToString(TextSpan.FromBounds(element.Span.End, comma.SpanStart)).Trim();
        var end = comma.Span.End;
        var mayPassLines = IsBlank(text, end, next.SpanStart);
        while (end < next.SpanStart && (mayPassLines || text[end] is ' ' or '\t'))
        {
            end++;
        }

        return new TextChange(
            TextSpan.FromBounds(element.SpanStart, end), comment.Length > 0 ? comment + " " : string.Empty);
    }

    /// <summary>Removes an element alone: with its line where it has one, else with the blanks behind it.</summary>
    private static TextChange OfElement(SourceText text, TextSpan element)
    {
        var line = text.Lines.GetLineFromPosition(element.Start);
        var lastLine = text.Lines.GetLineFromPosition(element.End);
        if (line.LineNumber > 0 && IsBlank(text, line.Start, element.Start) && IsBlank(text, element.End, lastLine.End))
        {
            return Removal(text.Lines[line.LineNumber - 1].End, element.End);
        }

        var end = element.End;
        while (end < lastLine.End && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return Removal(element.Start, end);
    }

    private static TextChange Removal(int start, int end) => new(TextSpan.FromBounds(start, end), string.Empty);

    private static bool IsBlank(SourceText text, int start, int end) =>
        string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));
}
