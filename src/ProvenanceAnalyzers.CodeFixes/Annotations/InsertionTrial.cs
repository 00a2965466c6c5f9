using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>
/// Tries out an insertion into a file that somebody is still typing: there the parser may take what is inserted for a part of what stands
/// before it, or read what follows in another way. Whole code cannot be changed by an attribute where one may stand.
/// </summary>
internal static class InsertionTrial
{
    /// <summary>The insertion where it leaves the file's tree as it is, and the attribute stands where it is meant to; else null.</summary>
    /// <param name="insertion">What is inserted: an attribute list.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="owner">What it is to stand on; the root of a file for an annotation of the assembly.</param>
    public static TextChange? Try(TextChange insertion, SourceText text, ImmutableArray<SemanticModel> models, SyntaxNode owner) =>
        models.All(model => Holds(insertion, text, model.SyntaxTree, owner)) ? insertion : null;

    private static bool Holds(TextChange insertion, SourceText text, SyntaxTree tree, SyntaxNode owner)
    {
        var before = tree.GetRoot();
        if (!before.ContainsDiagnostics)
        {
            return true;
        }

        var after = CSharpSyntaxTree.ParseText(text.WithChanges(insertion).ToString(), (CSharpParseOptions)tree.Options).GetRoot();
        var inserted = new TextSpan(insertion.Span.Start, insertion.NewText!.Length);
        var list = after.DescendantNodes(inserted, node => node.FullSpan.IntersectsWith(inserted))
            .OfType<AttributeListSyntax>()
            .FirstOrDefault(list => inserted.Contains(list.Span));

        // Of code that is compiled nowhere but elsewhere there is no list here.
        return list == null
            ? owner.SyntaxTree != tree && SyntaxFactory.AreEquivalent(before, after, topLevel: false)
            : (owner.SyntaxTree != tree || IsOn(list, owner, insertion))
                && HaveSameProblems(before, after, insertion)
                && after.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia) is { } without
                && SyntaxFactory.AreEquivalent(before, without, topLevel: false);
    }

    private static bool IsOn(AttributeListSyntax list, SyntaxNode owner, TextChange insertion) =>
        list.Parent is { } parent
        && parent.IsKind(owner.Kind())
        && (owner is CompilationUnitSyntax
            || Declarations.Identifier(parent).Span == Moved(Declarations.Identifier(owner).Span, insertion));

    /// <summary>Whether the parser stumbles at the same places: it skips what it cannot read, which is no part of the tree.</summary>
    private static bool HaveSameProblems(SyntaxNode before, SyntaxNode after, TextChange insertion) =>
        before.GetDiagnostics().Select(problem => (problem.Id, Moved(problem.Location.SourceSpan, insertion).Start))
            .SequenceEqual(after.GetDiagnostics().Select(problem => (problem.Id, problem.Location.SourceSpan.Start)));

    private static TextSpan Moved(TextSpan span, TextChange insertion) =>
        span.Start >= insertion.Span.Start ? new TextSpan(span.Start + insertion.NewText!.Length, span.Length) : span;
}
