using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Record;

/// <summary>
/// Finds the code of a file that is in no unit, so that no record says who made it: what an <c>#if</c> leaves out, and what cannot be
/// parsed. Usings, attributes of the assembly, comments and the lines of a namespace are no such code.
/// </summary>
internal static class CodeOutsideUnits
{
    /// <summary>Where the code is, by position.</summary>
    /// <param name="root">The file.</param>
    /// <param name="units">Where the units are that have a part in the file.</param>
    public static IEnumerable<TextSpan> Find(CompilationUnitSyntax root, IReadOnlyCollection<TextSpan> units) => UnitWalker
        .DeclarationsIn(root)
        .Select(member => member.Span)
        .Concat(TriviaAround(root).SelectMany(trivia => CodeIn(trivia, root.SyntaxTree.Options)))
        .Where(span => !units.Any(unit => unit.Contains(span)))
        .OrderBy(span => span);

    /// <summary>What lies between the members of a file, and between those of its namespaces.</summary>
    private static IEnumerable<SyntaxTrivia> TriviaAround(SyntaxNode container) => container.ChildNodesAndTokens().SelectMany(child =>
        child.AsNode() is not { } node || node is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax
            ? child.GetLeadingTrivia().Concat(child.GetTrailingTrivia())
            : TriviaAround(node));

    private static IEnumerable<TextSpan> CodeIn(SyntaxTrivia trivia, ParseOptions options)
    {
        if (trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
        {
            return [trivia.Span];
        }

        if (!trivia.IsKind(SyntaxKind.DisabledTextTrivia))
        {
            return [];
        }

        // Half a namespace or half a declaration cannot be told from code.
        var leftOut = SyntaxFactory.ParseCompilationUnit(trivia.ToString(), options: (CSharpParseOptions)options);
        return leftOut.ContainsDiagnostics
            ? [trivia.Span]
            : UnitWalker.DeclarationsIn(leftOut).Select(member => new TextSpan(trivia.SpanStart + member.SpanStart, member.Span.Length));
    }
}
