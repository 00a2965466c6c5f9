using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>
/// Inserts assembly annotations that are about other files: below the file's usings and its other attributes of the assembly, or below its
/// header comment; above all declarations, and above their comments.
/// </summary>
internal static class AssemblyAnnotationInsertion
{
    private const string Prefix = "[assembly: ";

    /// <summary>Inserts an annotation; null where it cannot be written.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="write">Writes the annotation as it must be written at a position.</param>
    public static TextChange? Insert(
        SourceText text, ImmutableArray<SemanticModel> models, CompilationUnitSyntax file, Func<int, string?> write) =>
        Insert(text, file, write) is { } insertion ? InsertionTrial.Try(insertion, text, models, file) : null;

    private static TextChange? Insert(SourceText text, CompilationUnitSyntax file, Func<int, string?> write)
    {
        var bindingPosition = file.Members.FirstOrDefault() is { } member
            ? AnnotationInsertion.BindingPositionFor(member)
            : file.EndOfFileToken.SpanStart;
        if (write(bindingPosition) is not { } annotation)
        {
            return null;
        }

        var position = PositionIn(text, file);
        var line = text.Lines.GetLineFromPosition(position);
        if (position == text.Length && position > line.Start)
        {
            return new TextChange(
                new TextSpan(position, 0), $"{AnnotationInsertion.LineBreakNear(text, line) ?? "\n"}{Prefix}{annotation}]");
        }

        var change = AnnotationInsertion.Insert(text, position, $"{Prefix}{annotation}]", position);
        return position == line.Start
            && file.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax first
            && text.Lines.GetLineFromPosition(first.SpanStart) == line
            && AnnotationInsertion.LineBreakNear(text, line) is { } lineBreak
                ? new TextChange(change.Span, change.NewText + lineBreak)
                : change;
    }

    /// <summary>Several insertions at one place as one: each a line, and a blank line below the last where one is to be there.</summary>
    public static string Join(IEnumerable<string> insertions)
    {
        var lines = insertions.Distinct().OrderBy(line => line, StringComparer.Ordinal).ToList();
        for (var index = 0; index < lines.Count - 1; index++)
        {
            var line = lines[index];
            var lineBreak = line.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : line.Substring(line.Length - 1);
            if (line.EndsWith("]" + lineBreak + lineBreak, StringComparison.Ordinal))
            {
                lines[index] = line.Substring(0, line.Length - lineBreak.Length);
            }
        }

        return string.Concat(lines);
    }

    /// <summary>Whether a change inserts an assembly annotation: several may go to one place.</summary>
    public static bool Is(TextChange change) =>
        change.Span.IsEmpty && change.NewText?.TrimStart('\r', '\n').StartsWith(Prefix, StringComparison.Ordinal) == true;

    private static int PositionIn(SourceText text, CompilationUnitSyntax file)
    {
        var header = file.AttributeLists.Cast<SyntaxNode>().LastOrDefault()
            ?? file.Usings.LastOrDefault()
            ?? (SyntaxNode?)file.Externs.LastOrDefault();
        var next = header?.GetLastToken(includeZeroWidth: true).GetNextToken(includeZeroWidth: true)
            ?? file.GetFirstToken(includeZeroWidth: true);
        var position = Math.Max(header != null ? next.FullSpan.Start : EndOfHeaderComment(next, text), EndOfDirectives(next));

        // What follows on the same line is no line of its own.
        return next.FullSpan.Start == position
            && text.Lines.GetLineFromPosition(position).Start != position
            && !next.IsKind(SyntaxKind.EndOfFileToken)
            ? next.SpanStart
            : position;
    }

    /// <summary>
    /// Where the directives before a token end that must stand above all code; and the <c>#if</c> whose branches have usings, in this
    /// configuration or in another, and no declarations.
    /// </summary>
    private static int EndOfDirectives(SyntaxToken token)
    {
        var end = 0;
        var depth = 0;
        foreach (var trivia in token.LeadingTrivia)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.IfDirectiveTrivia:
                    depth++;
                    break;
                case SyntaxKind.EndIfDirectiveTrivia:
                    depth = Math.Max(depth - 1, 0);
                    end = depth == 0 ? trivia.FullSpan.End : end;
                    break;
                case SyntaxKind.DisabledTextTrivia when SyntaxFactory.ParseCompilationUnit(trivia.ToString()).Members.Count > 0:
                    return end;
                case SyntaxKind.DefineDirectiveTrivia or SyntaxKind.UndefDirectiveTrivia or SyntaxKind.ShebangDirectiveTrivia:
                    end = depth == 0 ? trivia.FullSpan.End : end;
                    break;

                // The oldest supported compiler has no name for the directives of file-based programs.
                default:
                    end = depth == 0 && trivia.IsDirective && trivia.ToString().StartsWith("#:", StringComparison.Ordinal)
                        ? trivia.FullSpan.End
                        : end;
                    break;
            }
        }

        return end;
    }

    /// <summary>Where the comment ends that a file begins with, as far as no blank line and no documentation stands in between.</summary>
    private static int EndOfHeaderComment(SyntaxToken first, SourceText text)
    {
        var position = 0;
        foreach (var trivia in first.LeadingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                position = text.Lines.GetLineFromPosition(trivia.Span.End).EndIncludingLineBreak;
            }
            else if (trivia.HasStructure
                || (trivia.IsKind(SyntaxKind.EndOfLineTrivia)
                    && text.Lines.GetLineFromPosition(trivia.SpanStart).Start == trivia.SpanStart))
            {
                break;
            }
        }

        return Math.Min(position, first.SpanStart);
    }
}
