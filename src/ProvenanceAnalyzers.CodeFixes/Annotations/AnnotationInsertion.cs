using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>Finds where an annotation goes, and inserts it there without touching anything else.</summary>
internal static class AnnotationInsertion
{
    /// <summary>
    /// Where an annotation of a declaration goes: below its comments, above its other attributes, and under the same
    /// <c>#if</c> as its name, so that it holds wherever the declaration does.
    /// </summary>
    public static int PositionFor(MemberDeclarationSyntax declaration)
    {
        var identifier = Declarations.Identifier(declaration);
        var afterAttributes = declaration.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? declaration.GetFirstToken();
        foreach (var candidate in declaration.AttributeLists.Select(list => list.GetFirstToken()).Append(afterAttributes))
        {
            if (BranchesLeft(candidate, identifier) == 0)
            {
                return candidate.SpanStart;
            }
        }

        // Its modifiers differ from branch to branch: above all branches, unless that would part it from documentation in one of them.
        var first = declaration.GetFirstToken();
        var open = OpenConditions(first);
        var left = BranchesLeft(first, identifier);
        if (left > open.Length)
        {
            return afterAttributes.SpanStart;
        }

        var position = open[open.Length - left];
        return first.LeadingTrivia.Any(
            trivia => trivia.SpanStart > position && trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax)
            ? afterAttributes.SpanStart
            : position;
    }

    /// <summary>
    /// Where a review marker of a declaration goes: below its annotations and other markers; where none stands in every branch in which
    /// the declaration does, where an annotation would go.
    /// </summary>
    public static int PositionForMarker(MemberDeclarationSyntax declaration)
    {
        var annotated = declaration.AttributeLists.LastOrDefault(list => list.Attributes.Any(attribute =>
            attribute.Name.GetLastToken().ValueText
                is "AIProvenance" or "AIProvenanceAttribute" or "HumanReviewed" or "HumanReviewedAttribute"));
        return annotated != null
            && annotated.GetLastToken().GetNextToken() is var next
            && BranchesLeft(annotated.GetFirstToken(), next) == 0
            && BranchesLeft(next, Declarations.Identifier(declaration)) == 0
                ? next.SpanStart
                : PositionFor(declaration);
    }

    /// <summary>
    /// Where an assembly annotation of a file of top-level statements goes: before the first statement, and before an <c>#if</c>
    /// that the statement stands under; above the comments that are about them.
    /// </summary>
    public static int PositionFor(CompilationUnitSyntax file)
    {
        var first = file.Members.FirstOrDefault()?.GetFirstToken() ?? file.EndOfFileToken;
        var open = OpenConditions(first);
        return AboveComments(first, open.IsEmpty ? first.SpanStart : open[0]);
    }

    /// <summary>
    /// Above the comments that end right above a position, without a blank line in between; but never above the comment that the file
    /// begins with, which is about the file.
    /// </summary>
    private static int AboveComments(SyntaxToken token, int position)
    {
        var above = position;
        var lineBreaks = 0;
        var hasEarlierComment = token.FullSpan.Start > 0;
        foreach (var trivia in token.LeadingTrivia.Reverse())
        {
            var isComment = trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
            if (trivia.SpanStart >= position)
            {
                continue;
            }

            if (lineBreaks > 1)
            {
                hasEarlierComment |= isComment;
            }
            else if (isComment)
            {
                above = trivia.SpanStart;
                lineBreaks = 0;
            }
            else if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                lineBreaks++;
            }
            else if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                // What stands above a directive is another stretch.
                lineBreaks = int.MaxValue;
            }
        }

        return hasEarlierComment ? above : position;
    }

    /// <summary>
    /// Where names mean what they mean in a declaration's attributes. Before a type without braces, below a <c>using</c>, Roslyn 5.9
    /// overlooks the file's and the global usings.
    /// </summary>
    public static int BindingPositionFor(MemberDeclarationSyntax declaration) =>
        declaration is TypeDeclarationSyntax { OpenBraceToken.RawKind: 0 } ? declaration.GetLastToken().SpanStart : declaration.SpanStart;

    /// <summary>Finds the declaration that a diagnostic is about by what it underlines: the name.</summary>
    public static MemberDeclarationSyntax? FindDeclaration(CompilationUnitSyntax root, TextSpan identifier) =>
        root.FindToken(identifier.Start).Parent is { } parent && parent.FirstAncestorOrSelf<ParameterSyntax>() == null
            ? parent.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            : null;

    /// <summary>
    /// Inserts an annotation before a position: on a line of its own, or on the same line where something stands before it.
    /// </summary>
    public static TextChange Insert(SourceText text, int position, string annotation)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var before = text.ToString(TextSpan.FromBounds(line.Start, position));
        var lineBreak = LineBreakNear(text, line);
        return new TextChange(
            new TextSpan(position, 0),
            string.IsNullOrWhiteSpace(before) && lineBreak != null ? annotation + lineBreak + before : annotation + " ");
    }

    /// <summary>The line break of a line, or of the one before it; null where there is none.</summary>
    public static string? LineBreakNear(SourceText text, TextLine line)
    {
        if (line.End == line.EndIncludingLineBreak && line.LineNumber > 0)
        {
            line = text.Lines[line.LineNumber - 1];
        }

        return line.End == line.EndIncludingLineBreak
            ? null
            : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
    }

    /// <summary>
    /// Where each <c>#if</c> begins that a token stands under and that is open since the token before it; the outermost first.
    /// </summary>
    private static ImmutableArray<int> OpenConditions(SyntaxToken token)
    {
        var open = ImmutableArray.CreateBuilder<int>();
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
            {
                open.Add(trivia.SpanStart);
            }
            else if (trivia.IsKind(SyntaxKind.EndIfDirectiveTrivia) && open.Count > 0)
            {
                open.RemoveAt(open.Count - 1);
            }
        }

        return open.ToImmutable();
    }

    /// <summary>
    /// How many branches of <c>#if</c> hold <paramref name="start"/> but not <paramref name="end"/>, which is compiled without them too.
    /// </summary>
    private static int BranchesLeft(SyntaxToken start, SyntaxToken end)
    {
        var depth = 0;
        var left = 0;
        for (var token = start; token != end && !token.IsKind(SyntaxKind.None);)
        {
            token = token.GetNextToken();
            foreach (var trivia in token.LeadingTrivia)
            {
                switch (trivia.Kind())
                {
                    case SyntaxKind.IfDirectiveTrivia:
                        depth++;
                        break;
                    case SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia:
                        left = Math.Max(left, 1 - depth);
                        break;
                    case SyntaxKind.EndIfDirectiveTrivia:
                        depth--;
                        left = Math.Max(left, -depth);
                        break;
                }
            }
        }

        return left;
    }
}
