using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Record;

/// <summary>An annotation of the assembly that an <c>#if</c> leaves out: text, of which nobody knows where it would hold.</summary>
/// <param name="Tree">The file that it stands in.</param>
/// <param name="Target">What it names; null: nothing, or what cannot be read, so that it may be any file.</param>
internal sealed record LeftOutAnnotation(SyntaxTree Tree, TargetPattern? Target)
{
    private const string TargetName = "Target";

    /// <summary>Whether a list of attributes is one of the assembly.</summary>
    public static bool IsOfAssembly(AttributeListSyntax list) => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true;

    /// <summary>Those in a text that is left out. It may be half of something, so that its tokens are read and no tree of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tree">The file that it stands in.</param>
    /// <param name="names">The names that an annotation may have there.</param>
    public static IEnumerable<LeftOutAnnotation> FindIn(SyntaxTrivia text, SyntaxTree tree, HashSet<string> names)
    {
        var tokens = SyntaxFactory.ParseTokens(text.ToString(), options: (CSharpParseOptions)tree.Options).ToList();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].IsKind(SyntaxKind.IdentifierToken)
                && names.Contains(tokens[index].ValueText)
                && MayBeOfAssembly(tokens, index))
            {
                yield return new LeftOutAnnotation(tree, TargetBehind(tokens, index));
            }
        }
    }

    /// <summary>Whether a name may be that of an attribute whose list is one of the assembly, or begins before the text.</summary>
    private static bool MayBeOfAssembly(List<SyntaxToken> tokens, int name)
    {
        var isFollowedAsAttribute = name + 1 >= tokens.Count || tokens[name + 1].Kind()
            is SyntaxKind.OpenParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CommaToken or SyntaxKind.EndOfFileToken;
        if (!isFollowedAsAttribute)
        {
            return false;
        }

        var depth = 0;
        for (var index = name - 1; index >= 0; index--)
        {
            switch (tokens[index].Kind())
            {
                case SyntaxKind.CloseBracketToken or SyntaxKind.CloseParenToken:
                    depth++;
                    break;
                case SyntaxKind.OpenParenToken:
                    depth--;
                    break;
                case SyntaxKind.OpenBracketToken when depth > 0:
                    depth--;
                    break;
                case SyntaxKind.OpenBracketToken:
                    return tokens[index + 1].ValueText == "assembly";
                case SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken:
                    return false;
            }
        }

        return true;
    }

    private static TargetPattern? TargetBehind(List<SyntaxToken> tokens, int name)
    {
        var depth = 0;
        for (var index = name + 1; index < tokens.Count; index++)
        {
            switch (tokens[index].Kind())
            {
                case SyntaxKind.OpenParenToken:
                    depth++;
                    break;
                case SyntaxKind.CloseParenToken:
                    depth--;
                    break;
            }

            if (depth == 0)
            {
                return null;
            }

            var isTarget = depth == 1
                && index + 3 < tokens.Count
                && tokens[index].ValueText == TargetName
                && tokens[index + 1].IsKind(SyntaxKind.EqualsToken)
                && tokens[index + 2].IsKind(SyntaxKind.StringLiteralToken)
                && tokens[index + 3].Kind() is SyntaxKind.CommaToken or SyntaxKind.CloseParenToken;
            if (isTarget)
            {
                return TargetPattern.Parse(tokens[index + 2].ValueText, out _);
            }
        }

        return null;
    }
}
