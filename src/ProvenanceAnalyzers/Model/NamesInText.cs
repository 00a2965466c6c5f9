using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Finds the names of attributes in a file by its text, and the attributes that bear them: to look at each node of each file is a large
/// part of what a compiler does.
/// </summary>
internal static class NamesInText
{
    private static readonly string[] OurBeginnings = FindBeginnings(CanonicalForm.AnnotationNames);

    /// <summary>Where the names stand, in the order of the text; in comments, strings and inactive code too.</summary>
    /// <param name="names">The names.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="root">The root of the file, for names that are written in other characters than their own.</param>
    public static ImmutableArray<int> PositionsOf(HashSet<string> names, string text, CompilationUnitSyntax root)
    {
        List<int>? positions = null;
        foreach (var beginning in BeginningsOf(names))
        {
            for (var at = text.IndexOf(beginning, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(beginning, at + beginning.Length, StringComparison.Ordinal))
            {
                if ((at == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[at - 1])) && names.Contains(WordAt(at, beginning, text)))
                {
                    (positions ??= []).Add(at);
                }
            }
        }

        if (AttributeNames.MayBeDisguisedIn(text))
        {
            foreach (var attribute in root.DescendantNodes().OfType<AttributeSyntax>())
            {
                var name = AttributeNames.IdentifierOf(attribute.Name);
                if (names.Contains(name.ValueText) && positions?.Contains(name.SpanStart) != true)
                {
                    (positions ??= []).Add(name.SpanStart);
                }
            }
        }

        positions?.Sort();
        return positions == null ? [] : [.. positions];
    }

    /// <summary>Whether what any of some names begins with stands in a text.</summary>
    public static bool AnyBeginsIn(string text, HashSet<string> names)
    {
        foreach (var beginning in BeginningsOf(names))
        {
            if (text.IndexOf(beginning, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The identifier that stands at a place; the default in a comment, a string or inactive code.</summary>
    public static SyntaxToken TokenAt(CompilationUnitSyntax root, int position) =>
        root.FindToken(position) is var token && token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(position)
            ? token
            : default;

    /// <summary>The attribute of which a token is the simple name, or null.</summary>
    public static AttributeSyntax? AttributeOf(SyntaxToken token)
    {
        var name = token.Parent;
        while (name?.Parent is QualifiedNameSyntax { Right: var right } && right == name
            || name?.Parent is AliasQualifiedNameSyntax { Name: var simple } && simple == name)
        {
            name = name.Parent;
        }

        return name?.Parent is AttributeSyntax attribute && attribute.Name == name ? attribute : null;
    }

    /// <summary>Those of some names with which no other of them begins: whoever finds these finds them all.</summary>
    private static string[] BeginningsOf(HashSet<string> names) =>
        ReferenceEquals(names, CanonicalForm.AnnotationNames) ? OurBeginnings : FindBeginnings(names);

    private static string[] FindBeginnings(HashSet<string> names) =>
        [.. names.Where(name => !names.Any(other => other != name && name.StartsWith(other, StringComparison.Ordinal)))];

    /// <summary>The whole identifier of which a place in a text has the beginning.</summary>
    private static string WordAt(int start, string beginning, string text)
    {
        var end = start + beginning.Length;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
        {
            end++;
        }

        return end == start + beginning.Length ? beginning : text.Substring(start, end - start);
    }
}
