using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Policy;

namespace ProvenanceAnalyzers.CodeFixes.Policy;

/// <summary>
/// Tries out what an action would declare, and has it judged as the rules judge it: what policy does not allow at all that it would cover
/// is not offered.
/// </summary>
internal static class PolicyTrial
{
    private const string Annotation = "AIProvenance(";

    /// <summary>Of changes that insert an annotation each those that policy allows.</summary>
    public static async Task<ImmutableArray<TextChange>> AllowedAsync(
        Document document, IEnumerable<TextChange> insertions, CancellationToken cancellationToken)
    {
        var allowed = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var insertion in insertions)
        {
            if (await IsAllowedAsync(document, [insertion], cancellationToken).ConfigureAwait(false))
            {
                allowed.Add(insertion);
            }
        }

        return allowed.ToImmutable();
    }

    /// <summary>Whether an annotation breaks no more rules of policy than before, once it is written or changed.</summary>
    /// <param name="document">The document, unchanged.</param>
    /// <param name="changes">What is changed, of one annotation.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<bool> IsAllowedAsync(
        Document document, ImmutableArray<TextChange> changes, CancellationToken cancellationToken)
    {
        if (changes.IsEmpty
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || ProvenanceContext.For(model.Compilation, document.Project.AnalyzerOptions) is var provenance
            && !PolicyJudge.For(provenance).HasPolicy)
        {
            return true;
        }

        var first = changes.OrderBy(change => change.Span).First();
        var inserted = first.NewText!.IndexOf(Annotation, StringComparison.Ordinal);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = document.WithText(ProvenanceCodeFixProvider.Apply(text, changes));
        var before = inserted < 0 ? await BrokenAsync(document, first.Span.Start, cancellationToken).ConfigureAwait(false) : [];
        var after = await BrokenAsync(changed, first.Span.Start + Math.Max(inserted, 0), cancellationToken).ConfigureAwait(false);
        return after.All(id => after.Count(other => other == id) <= before.Count(other => other == id));
    }

    /// <summary>
    /// The ids of the rules that the annotation at a position breaks, each as often as it does; not that it names neither tool nor model,
    /// which says nothing of what it will name.
    /// </summary>
    private static async Task<IReadOnlyList<string>> BrokenAsync(Document document, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindToken(position).Parent?.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return [];
        }

        var provenance = ProvenanceContext.For(model.Compilation, document.Project.AnalyzerOptions);
        return Placed(attribute, model, provenance, cancellationToken) is { } placed
            ? [.. PolicyJudge.For(provenance).ViolationsOf(placed)
                .Where(violation => !violation.IsOfUnnamed)
                .Select(violation => violation.Rule.Id)]
            : [];
    }

    private static PlacedAnnotation? Placed(
        AttributeSyntax attribute, SemanticModel model, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var inner = provenance.Attributes.In(attribute.SyntaxTree).Inner.FirstOrDefault(one => IsWritten(one.Attribute));
        var symbol = inner != null ? inner.Holder : attribute.Parent?.Parent switch
        {
            null or CompilationUnitSyntax => null,
            BaseFieldDeclarationSyntax { Declaration.Variables: [var field, ..] } => model.GetDeclaredSymbol(field, cancellationToken),
            var owner => model.GetDeclaredSymbol(owner, cancellationToken),
        };
        var written = inner?.Attribute
            ?? (symbol?.GetAttributes() ?? model.Compilation.Assembly.GetAttributes()).FirstOrDefault(IsWritten);
        return written != null && provenance.Annotations.TryRead(written) is { } annotation
            ? new PlacedAnnotation(annotation, symbol, provenance)
            : null;

        bool IsWritten(AttributeData one) => one.ApplicationSyntaxReference is { } syntax
            && syntax.SyntaxTree == attribute.SyntaxTree
            && syntax.Span == attribute.Span;
    }
}
