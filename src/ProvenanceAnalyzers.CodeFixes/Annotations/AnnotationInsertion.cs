using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>Finds where an annotation goes, and inserts it there without touching anything else.</summary>
internal static class AnnotationInsertion
{
    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal)
    {
        "abstract", "async", "const", "extern", "file", "fixed", "internal", "new", "override", "partial", "private", "protected",
        "public", "readonly", "ref", "required", "sealed", "static", "unsafe", "virtual", "volatile",
    };

    /// <summary>
    /// Where an annotation of a declaration goes: below its comments, above its other attributes, and under the same
    /// <c>#if</c> as its name, so that it holds wherever the declaration does.
    /// </summary>
    public static int PositionFor(SyntaxNode declaration)
    {
        var identifier = Declarations.Identifier(declaration);
        var lists = AttributeListsOf(declaration);
        var afterAttributes = lists.LastOrDefault()?.GetLastToken().GetNextToken() ?? declaration.GetFirstToken();
        foreach (var candidate in lists.Select(list => list.GetFirstToken()).Append(afterAttributes))
        {
            if (BranchesLeft(candidate, identifier) == 0)
            {
                return ConditionOfModifiers(candidate) is { } condition && !HasDocumentationBehind(candidate, condition)
                    ? condition
                    : candidate.SpanStart;
            }
        }

        // Its modifiers differ from branch to branch: above all branches, unless that would part it from documentation in one of them.
        var first = declaration.GetFirstToken();
        var open = OpenConditions(first);
        var left = BranchesLeft(first, identifier);
        return left <= open.Length && !HasDocumentationBehind(first, open[open.Length - left])
            ? open[open.Length - left]
            : afterAttributes.SpanStart;
    }

    /// <summary>
    /// Where a review marker of a declaration goes: below its annotations and other markers; where none stands in every branch in which
    /// the declaration does, where an annotation would go.
    /// </summary>
    public static int PositionForMarker(SyntaxNode declaration) => PositionBelow(
        declaration, attribute => CanonicalForm.AnnotationNames.Contains(SimpleName(attribute)));

    /// <summary>
    /// Where another annotation of a declaration goes: below those that it has, and so above its markers; where none stands in every
    /// branch in which the declaration does, where the first would go.
    /// </summary>
    public static int PositionForAnother(SyntaxNode declaration) => PositionBelow(
        declaration, attribute => SimpleName(attribute) is "AIProvenance" or "AIProvenanceAttribute");

    /// <summary>The attribute lists of a member, a type or a local function.</summary>
    public static SyntaxList<AttributeListSyntax> AttributeListsOf(SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        StatementSyntax statement => statement.AttributeLists,
        _ => default,
    };

    /// <summary>
    /// Whether an attribute of a declaration is half typed: what is inserted beside it could become a part of it.
    /// </summary>
    public static bool HasBrokenAttributes(SyntaxNode declaration) =>
        AttributeListsOf(declaration).Any(list => list.ContainsDiagnostics);

    /// <summary>Inserts an annotation that says a claim of a declaration; null where it cannot be written.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="fields">What it says beside the tool.</param>
    public static TextChange? Declare(
        SourceText text,
        ImmutableArray<SemanticModel> models,
        SyntaxNode declaration,
        ProvenanceClaim claim,
        ClaimedFields fields) =>
        !HasBrokenAttributes(declaration)
        && AnnotationText.Write(models, BindingPositionFor(declaration), claim, fields, target: null) is { } annotation
            ? InsertionTrial.Try(
                Insert(text, PositionForAnother(declaration), $"[{annotation}]", declaration.SpanStart), text, models, declaration)
            : null;

    /// <summary>Inserts an annotation for each of several claims of a declaration; null where one cannot be written.</summary>
    /// <inheritdoc cref="Declare(SourceText, ImmutableArray{SemanticModel}, SyntaxNode, ProvenanceClaim, ClaimedFields)"/>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="fields">What they say beside the tool.</param>
    public static TextChange? Declare(
        SourceText text,
        ImmutableArray<SemanticModel> models,
        SyntaxNode declaration,
        IReadOnlyList<ProvenanceClaim> claims,
        ClaimedFields fields)
    {
        var insertions = claims.Select(claim => Declare(text, models, declaration, claim, fields)).ToList();
        return insertions.Count > 0 && insertions.TrueForAll(insertion => insertion != null)
            ? new TextChange(insertions[0]!.Value.Span, string.Concat(insertions.Select(insertion => insertion!.Value.NewText)))
            : null;
    }

    /// <summary>
    /// Inserts an annotation of the assembly that says a claim of the file's own top-level statements; null where it cannot be written.
    /// </summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="fields">What it says beside the tool.</param>
    /// <param name="target">The path of the file, as <c>Target</c> names it.</param>
    public static TextChange? DeclareStatements(
        SourceText text,
        ImmutableArray<SemanticModel> models,
        CompilationUnitSyntax file,
        ProvenanceClaim claim,
        ClaimedFields fields,
        string target)
    {
        return AnnotationText.Write(models, PositionFor(file), claim, fields, target) is { } annotation
            ? InsertAboveStatements(text, models, file, annotation)
            : null;
    }

    /// <summary>Inserts an annotation of the assembly above a file's statements; null where it would change what they are.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="attribute">The annotation or marker, without brackets.</param>
    public static TextChange? InsertAboveStatements(
        SourceText text, ImmutableArray<SemanticModel> models, CompilationUnitSyntax file, string attribute) => InsertionTrial.Try(
            Insert(text, PositionFor(file), $"[assembly: {attribute}]", FirstToken(file).SpanStart), text, models, file);

    private static int PositionBelow(SyntaxNode declaration, Func<AttributeSyntax, bool> isMeant)
    {
        var annotated = AttributeListsOf(declaration).LastOrDefault(list => list.Attributes.Any(isMeant));
        return annotated != null
            && annotated.GetLastToken().GetNextToken() is var next
            && BranchesLeft(annotated.GetFirstToken(), next) == 0
            && BranchesLeft(next, Declarations.Identifier(declaration)) == 0
                ? next.SpanStart
                : PositionFor(declaration);
    }

    /// <summary>The name of an attribute as it is written, without what it is in.</summary>
    public static string SimpleName(AttributeSyntax attribute) => attribute.Name.GetLastToken().ValueText;

    /// <summary>
    /// Where an assembly annotation of a file of top-level statements goes: before the first statement, and before an <c>#if</c>
    /// that the statement stands under; above the comments that are about them.
    /// </summary>
    public static int PositionFor(CompilationUnitSyntax file)
    {
        var first = FirstToken(file);
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

    /// <summary>The first token of a file's statements and declarations.</summary>
    public static SyntaxToken FirstToken(CompilationUnitSyntax file) =>
        file.Members.FirstOrDefault()?.GetFirstToken() ?? file.EndOfFileToken;

    /// <summary>
    /// Where names mean what they mean in a declaration's attributes. Before a type without braces, below a <c>using</c>, Roslyn 5.9
    /// overlooks the file's and the global usings.
    /// </summary>
    public static int BindingPositionFor(SyntaxNode declaration) =>
        declaration is TypeDeclarationSyntax { OpenBraceToken.RawKind: 0 } ? declaration.GetLastToken().SpanStart : declaration.SpanStart;

    /// <summary>
    /// Finds the declaration that a diagnostic is about by what it underlines: the name. Where none is typed yet, the next declaration
    /// begins; it is another.
    /// </summary>
    public static MemberDeclarationSyntax? FindDeclaration(CompilationUnitSyntax root, TextSpan identifier) =>
        !identifier.IsEmpty
        && root.FindToken(identifier.Start).Parent is { } parent
        && parent.FirstAncestorOrSelf<ParameterSyntax>() == null
            ? parent.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            : null;

    /// <summary>
    /// Inserts an annotation before a position: on a line of its own, or on the same line where something stands before it.
    /// </summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="position">Where it goes.</param>
    /// <param name="annotation">The annotation.</param>
    /// <param name="declaration">
    /// Where the code begins that it is about, as far as it is compiled: above an <c>#if</c>, which mostly stands at the beginning of its
    /// line, it is indented as that.
    /// </param>
    public static TextChange Insert(SourceText text, int position, string annotation, int declaration)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var before = text.ToString(TextSpan.FromBounds(line.Start, position));
        if (!string.IsNullOrWhiteSpace(before) || LineBreakNear(text, line) is not { } lineBreak)
        {
            return new TextChange(new TextSpan(position, 0), annotation + " ");
        }

        var isAboveDirective = position < text.Length && text[position] == '#';
        var indentation = isAboveDirective ? IndentationAt(text, declaration) : before;
        return indentation.StartsWith(before, StringComparison.Ordinal)
            ? new TextChange(new TextSpan(position, 0), indentation.Substring(before.Length) + annotation + lineBreak + before)
            : new TextChange(new TextSpan(line.Start, 0), indentation + annotation + lineBreak);
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

    private static string IndentationAt(SourceText text, int position)
    {
        var start = text.Lines.GetLineFromPosition(position).Start;
        var end = start;
        while (end < position && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(start, end));
    }

    /// <summary>
    /// Where the <c>#if</c> begins whose branches this configuration leaves out and that ends in modifiers of what a token begins: below
    /// it an annotation would stand among them where they are compiled. Null where there is none.
    /// </summary>
    private static int? ConditionOfModifiers(SyntaxToken token)
    {
        var depth = 0;
        var outermost = 0;
        var hasModifiers = false;
        foreach (var trivia in token.LeadingTrivia)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.IfDirectiveTrivia:
                    outermost = depth++ == 0 ? trivia.SpanStart : outermost;
                    break;
                case SyntaxKind.DisabledTextTrivia:
                    hasModifiers |= depth > 0 && EndsInModifier(trivia.ToString());
                    break;
                case SyntaxKind.EndIfDirectiveTrivia when --depth == 0 && hasModifiers:
                    return outermost;
            }
        }

        return null;
    }

    private static bool EndsInModifier(string code) => Modifiers.Contains(SyntaxFactory.ParseTokens(code)
        .LastOrDefault(token => !token.IsKind(SyntaxKind.EndOfFileToken))
        .ValueText);

    private static bool HasDocumentationBehind(SyntaxToken token, int position) => token.LeadingTrivia.Any(
        trivia => trivia.SpanStart > position && trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax);

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
