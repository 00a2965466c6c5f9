using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Writes plans into files.</summary>
/// <param name="compilation">The compilation that the files are in.</param>
/// <param name="files">The files.</param>
internal sealed class PlannedChanges(SmallCompilation compilation, IReadOnlyList<PlannedFile> files)
{
    /// <summary>Writes what a plan says of a declaration or of top-level statements.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="node">The declaration; the root of a file for its top-level statements.</param>
    /// <param name="target">The path of the file, for its top-level statements.</param>
    /// <param name="options">The options that hold.</param>
    /// <returns>Whether it can be written.</returns>
    public bool Add(AnnotationPlan plan, SyntaxNode node, string target, ProvenanceOptions options)
    {
        var file = FileOf(node.SyntaxTree);
        var text = node.SyntaxTree.GetText();
        var models = compilation.ModelsOf(node.SyntaxTree);
        return AddRewritten(plan, options) || AddAll(file, plan, (claim, fields) => node is CompilationUnitSyntax root
            ? AnnotationInsertion.DeclareStatements(text, models, root, claim, fields, target)
            : AnnotationInsertion.Declare(text, models, node, claim, fields), options);
    }

    /// <summary>Writes what a plan says of a file that is no C#, into one that is.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tree">The file that it goes into.</param>
    /// <param name="target">The file that it is about.</param>
    /// <param name="options">The options that hold.</param>
    /// <returns>Whether it can be written.</returns>
    public bool Add(AnnotationPlan plan, SyntaxTree tree, string target, ProvenanceOptions options)
    {
        var text = tree.GetText();
        var models = compilation.ModelsOf(tree);
        return AddRewritten(plan, options) || AddAll(FileOf(tree), plan, (claim, fields) => AssemblyAnnotationInsertion.Insert(
            text, models, ParsedFile.RootOf(tree), position => AnnotationText.Write(models, position, claim, fields, target)), options);
    }

    private PlannedFile FileOf(SyntaxTree tree) => files.First(file => file.Tree == tree);

    private static ClaimedFields FieldsFor(ProvenanceOptions options, bool isOfThisMachine) => new(options.RequiredFields, isOfThisMachine);

    private static bool AddAll(
        PlannedFile file, AnnotationPlan plan, Func<ProvenanceClaim, ClaimedFields, TextChange?> insert, ProvenanceOptions options)
    {
        // What is repeated was not made today, nor by whoever sits before this machine.
        var insertions = plan.Added
            .Select((claim, index) => insert(claim, FieldsFor(options, isOfThisMachine: index == plan.Added.Length - 1)))
            .ToList();
        if (!insertions.TrueForAll(insertion => insertion != null))
        {
            return false;
        }

        file.Add(insertions.TrueForAll(insertion => AssemblyAnnotationInsertion.Is(insertion!.Value))
            ? insertions.Select(insertion => insertion!.Value)
            : [new TextChange(insertions[0]!.Value.Span, string.Concat(insertions.Select(insertion => insertion!.Value.NewText)))]);
        return true;
    }

    private bool AddRewritten(AnnotationPlan plan, ProvenanceOptions options)
    {
        if (plan.Rewritten?.Syntax is not { } syntax
            || files.FirstOrDefault(file => file.Tree == syntax.SyntaxTree) is not { } file
            || compilation.ModelsOf(syntax.SyntaxTree) is not [var model] models
            || WrittenAnnotation.At(ParsedFile.RootOf(syntax.SyntaxTree), syntax.Span, model) is not { } written
            || written.WithOrigin(Origin.Assisted, models) is not { } origin)
        {
            return false;
        }

        var claim = plan.Added[^1];
        var tool = nameof(ProvenanceAnnotation.Tool);
        var added = (written.Has(tool) ? string.Empty : $", {tool} = {AnnotationText.Literal(claim.Tool!)}")
            + FieldsFor(options, isOfThisMachine: true).Write(claim, written.Has);
        file.Add(
        [
            origin,
            .. written.With(tool, claim.Tool!),

            // The day is the one on which it was made as it is now.
            .. written.With(nameof(ProvenanceAnnotation.On), Day.Format(DateTime.Today)),
            .. added.Length > 0 ? ImmutableArray.Create(written.With(added)) : [],
        ]);
        return true;
    }
}
