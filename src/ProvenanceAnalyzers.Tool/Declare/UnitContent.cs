using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// What of a declaration is code: its tokens, also those that an <c>#if</c> leaves out. White space, comments, our own attributes and
/// directives are not; whoever writes these has not changed the declaration.
/// </summary>
internal static class UnitContent
{
    /// <summary>The code of a declaration as one text: two that are equal are the same code.</summary>
    /// <param name="declaration">The declaration; of a file its top-level statements.</param>
    /// <param name="ofTheirOwn">What in it is declared by itself, and is no part of it.</param>
    public static string Of(SyntaxNode declaration, IReadOnlySet<SyntaxNode> ofTheirOwn) =>
        Of(declaration is CompilationUnitSyntax file ? file.Members.OfType<GlobalStatementSyntax>() : [declaration], ofTheirOwn);

    /// <summary>All code of a file.</summary>
    public static string OfAll(CompilationUnitSyntax file) => Of([file], new HashSet<SyntaxNode>());

    /// <summary>The review markers that a file has, as they are written.</summary>
    public static IEnumerable<string> MarkersOf(CompilationUnitSyntax file) => file.DescendantNodes().OfType<AttributeSyntax>()
        .Where(attribute => AttributeNames.SimpleName(attribute.Name) is "HumanReviewed" or "HumanReviewedAttribute")
        .Select(attribute => attribute.ToString());

    private static string Of(IEnumerable<SyntaxNode> nodes, IReadOnlySet<SyntaxNode> ofTheirOwn)
    {
        var content = new StringBuilder();
        foreach (var node in nodes)
        {
            foreach (var token in node.DescendantTokens(inner => !IsLeftOut(inner) && !ofTheirOwn.Contains(inner)))
            {
                if (token.Parent is { } parent && (ofTheirOwn.Contains(parent) || IsLeftOut(parent) || IsCommaOfAttributes(token, parent)))
                {
                    continue;
                }

                AppendInactive(content, token);
                Append(content, token);
            }
        }

        return content.ToString();
    }

    /// <summary>How much of a code is in another: the share of its lines, each counted once.</summary>
    /// <param name="content">The code.</param>
    /// <param name="other">The other code.</param>
    /// <param name="common">How many lines both have.</param>
    public static double Share(SyntaxNode content, SyntaxNode other, out int common)
    {
        var lines = LinesOf(content);
        var others = LinesOf(other);
        common = 0;
        foreach (var line in lines)
        {
            if (others.TryGetValue(line.Key, out var count))
            {
                common += Math.Min(line.Value, count);
            }
        }

        var total = lines.Values.Sum();
        return total == 0 ? 0 : (double)common / total;
    }

    private static Dictionary<string, int> LinesOf(SyntaxNode declaration)
    {
        var text = declaration.SyntaxTree.GetText();
        var tokens = declaration.DescendantTokens(inner => !IsLeftOut(inner))
            .Where(token => token.Parent is not { } parent || !(IsLeftOut(parent) || IsCommaOfAttributes(token, parent)));
        return tokens.GroupBy(token => text.Lines.GetLineFromPosition(token.SpanStart).LineNumber, token => token.Text)
            .Select(line => string.Join(' ', line))
            .Where(line => line.Any(char.IsLetterOrDigit))
            .GroupBy(line => line, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
    }

    private static bool IsLeftOut(SyntaxNode node) => node switch
    {
        AttributeSyntax attribute => IsOurs(attribute),
        AttributeListSyntax list => list.Attributes.All(IsOurs),
        _ => false,
    };

    private static bool IsOurs(AttributeSyntax attribute) =>
        CanonicalForm.AnnotationNames.Contains(AttributeNames.SimpleName(attribute.Name));

    /// <summary>Whether a comma parts attributes: one of ours may stand before or behind it.</summary>
    private static bool IsCommaOfAttributes(SyntaxToken token, SyntaxNode parent) =>
        token.IsKind(SyntaxKind.CommaToken) && parent is AttributeListSyntax;

    private static void AppendInactive(StringBuilder content, SyntaxToken token)
    {
        if (!token.ContainsDirectives)
        {
            return;
        }

        foreach (var trivia in token.LeadingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            foreach (var inactive in SyntaxFactory.ParseTokens(trivia.ToString()))
            {
                Append(content, inactive);
            }
        }
    }

    // A string of several lines is the same whichever line ends the file is checked out with.
    private static void Append(StringBuilder content, SyntaxToken token) =>
        content.Append(token.Text.Contains('\r', StringComparison.Ordinal) ? token.Text.ReplaceLineEndings("\n") : token.Text).Append('\0');
}
