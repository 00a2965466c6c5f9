using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Shared.Digests;

/// <summary>
/// A file or a declaration as the compiler reads it: its tokens and what stands between them, which together are its text.
/// </summary>
internal sealed class DigestSource
{
    private const int LongestText = 8_000;

    private DigestSource(string name, SyntaxNode node)
    {
        Name = name;
        Pieces = [.. PiecesOf(node).Where(piece => piece.Text.Length > 0)];
    }

    public enum PieceKind
    {
        Token,
        WhiteSpace,
        LineBreak,

        /// <summary>Up to the line break, which is another piece.</summary>
        LineComment,
        BlockComment,

        /// <summary>With its line break.</summary>
        Documentation,

        /// <summary>With its line break.</summary>
        Region,

        /// <summary>With its line break.</summary>
        Directive,
        InactiveCode,
    }

    /// <summary>
    /// The project's own code, and the golden vectors that are code; but not those in which halves of strings and comments let formatting
    /// and comments count.
    /// </summary>
    public static ImmutableArray<DigestSource> Real { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: path, Text: Repository.Read(path)))
            .Concat(DigestTests.Names
                .Where(name => !name.StartsWith("half-", StringComparison.Ordinal))
                .Select(name => (Name: name, Text: DigestTests.TextOf(name))))
            .SelectMany(file => Read(file.Name, file.Text)),
    ];

    public string Name { get; }

    public ImmutableArray<Piece> Pieces { get; }

    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>A text, and the declarations in it; nothing if it is not code.</summary>
    public static IEnumerable<DigestSource> Read(string name, string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        if (root.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return [];
        }

        return root.DescendantNodes()
            .Where(node => node is MemberDeclarationSyntax and not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax))
            .Prepend(root)
            .Where(node => node.FullSpan.Length <= LongestText)
            .Select(node => new DigestSource($"{name}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})", node));
    }

    public override string ToString() => Name;

    private static IEnumerable<Piece> PiecesOf(SyntaxNode node)
    {
        var whole = node is CompilationUnitSyntax ? node.FullSpan : node.Span;
        foreach (var token in node.DescendantTokens())
        {
            var isInHole = token.Parent!.AncestorsAndSelf().Any(parent => parent is InterpolationSyntax);
            foreach (var trivia in token.LeadingTrivia.Where(trivia => whole.Contains(trivia.FullSpan)))
            {
                yield return new(KindOf(trivia), trivia.ToFullString(), isInHole);
            }

            yield return PieceOf(token, isInHole);
            foreach (var trivia in token.TrailingTrivia.Where(trivia => whole.Contains(trivia.FullSpan)))
            {
                yield return new(KindOf(trivia), trivia.ToFullString(), isInHole);
            }
        }
    }

    private static PieceKind KindOf(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.WhitespaceTrivia => PieceKind.WhiteSpace,
        SyntaxKind.EndOfLineTrivia => PieceKind.LineBreak,
        SyntaxKind.SingleLineCommentTrivia => PieceKind.LineComment,
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => PieceKind.BlockComment,
        SyntaxKind.SingleLineDocumentationCommentTrivia => PieceKind.Documentation,
        SyntaxKind.RegionDirectiveTrivia or SyntaxKind.EndRegionDirectiveTrivia => PieceKind.Region,
        SyntaxKind.DisabledTextTrivia => PieceKind.InactiveCode,
        _ => PieceKind.Directive,
    };

    private static Piece PieceOf(SyntaxToken token, bool isInHole)
    {
        var parent = token.Parent!;
        var isContent = token.IsKind(SyntaxKind.InterpolatedStringTextToken);
        var @string = parent as InterpolatedStringExpressionSyntax;
        var hole = parent as InterpolationSyntax;
        var list = parent.AncestorsAndSelf().OfType<AttributeListSyntax>().FirstOrDefault();
        var isAnnotatable = list?.Parent is { } annotated && CanBeAnnotated(annotated);
        return new(PieceKind.Token, token.Text, isInHole)
        {
            TokenKind = token.Kind(),
            IsAnnotation = list?.Attributes.Any(IsAnnotation) == true,
            IsGluedToNext = isContent
                || parent is InterpolationFormatClauseSyntax
                || token == @string?.StringStartToken
                || token == hole?.CloseBraceToken,
            IsGluedToPrevious = isContent
                || token == @string?.StringEndToken
                || token == hole?.OpenBraceToken
                || (token == hole?.CloseBraceToken && hole?.FormatClause is not null),
            BeginsDeclaration = parent.AncestorsAndSelf().FirstOrDefault(CanBeAnnotated)?.GetFirstToken() == token,
            BeginsAttributes = isAnnotatable && token == (list!.Target?.ColonToken ?? list.OpenBracketToken),
            EndsAttributes = isAnnotatable && token == list!.Attributes.Last().GetLastToken(),
        };
    }

    private static bool CanBeAnnotated(SyntaxNode node) =>
        node is AccessorDeclarationSyntax
        || node is MemberDeclarationSyntax and not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax or IncompleteMemberSyntax);

    private static bool IsAnnotation(AttributeSyntax attribute) =>
        attribute.Name.ToString().Split('.', ':')[^1]
            is "AIProvenance" or "AIProvenanceAttribute" or "HumanReviewed" or "HumanReviewedAttribute";

    /// <param name="Kind">What it is.</param>
    /// <param name="Text">Its characters.</param>
    /// <param name="IsInHole">Whether it stands in a hole of an interpolated string.</param>
    public sealed record Piece(PieceKind Kind, string Text, bool IsInHole)
    {
        public SyntaxKind TokenKind { get; init; }

        /// <summary>Whether it belongs to an attribute list that holds an annotation.</summary>
        public bool IsAnnotation { get; init; }

        /// <summary>Whether what follows is the content of a string, so that white space between them counts.</summary>
        public bool IsGluedToNext { get; init; }

        /// <summary>Whether what stands before is the content of a string, so that white space between them counts.</summary>
        public bool IsGluedToPrevious { get; init; }

        /// <summary>Whether an attribute list can stand before it.</summary>
        public bool BeginsDeclaration { get; init; }

        /// <summary>Whether it is what the first attribute of a declaration's list follows.</summary>
        public bool BeginsAttributes { get; init; }

        /// <summary>Whether it is what the last attribute of a declaration's list ends with.</summary>
        public bool EndsAttributes { get; init; }

        public bool IsToken => Kind == PieceKind.Token;

        public bool IsSpace => Kind is PieceKind.WhiteSpace or PieceKind.LineBreak;

        /// <summary>Whether nothing else can stand on its lines.</summary>
        public bool NeedsItsLine => !IsToken && !IsSpace && Kind != PieceKind.BlockComment;
    }
}
