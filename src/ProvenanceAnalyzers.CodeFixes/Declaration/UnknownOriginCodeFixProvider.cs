using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Policy;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// Says in place of "unknown" what somebody has found out, at one place at a time: nobody finds it out of many with one click.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownOriginCodeFixProvider))]
[Shared]
public sealed class UnknownOriginCodeFixProvider : ProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownOrigin];

    private protected override bool CanFixAll => false;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var annotation = await AnnotationAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            foreach (var claim in annotation == null ? [] : ClaimsFor(annotation, diagnostic))
            {
                await RegisterAsync(
                    context,
                    diagnostic,
                    claim.Title,
                    claim.EquivalenceKey,
                    (document, diagnostics, cancellationToken) =>
                        GetChangesAsync(document, diagnostics, claim.EquivalenceKey, cancellationToken),
                    claim.Origin == Origin.Human ? CodeActionPriority.Low : CodeActionPriority.Default).ConfigureAwait(false);
            }
        }
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var claim = ProvenanceClaim.FromEquivalenceKey(equivalenceKey);
        var models = await ModelsAsync(document, cancellationToken).ConfigureAwait(false);
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            if (await AnnotationAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } annotation
                || annotation.WithOrigin(claim.Origin, models) is not { } origin)
            {
                continue;
            }

            // When it was made, and who asked for it, nobody knows by having found out the tool.
            var tool = claim.Tool != null && !annotation.Has(nameof(ProvenanceAnnotation.Tool))
                ? $", {nameof(ProvenanceAnnotation.Tool)} = {AnnotationText.Literal(claim.Tool)}"
                : string.Empty;
            var fields = tool
                + OfferedClaims.FieldsFor(diagnostic.Properties, isOfThisMachine: false).Write(claim, annotation.Has);
            ImmutableArray<TextChange> answer = fields.Length > 0 ? [origin, annotation.With(fields)] : [origin];
            if (await PolicyTrial.IsAllowedAsync(document, answer, cancellationToken).ConfigureAwait(false))
            {
                changes.AddRange(answer);
            }
        }

        return changes.ToImmutable();
    }

    private static async Task<WrittenAnnotation?> AnnotationAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? WrittenAnnotation.At(root, diagnostic.Location.SourceSpan, model)
            : null;

    /// <summary>
    /// What can be found out: where a tool or a model is named, no human's authorship, and no other tool; of a whole assembly or a glob no
    /// human's authorship either.
    /// </summary>
    private static IEnumerable<ProvenanceClaim> ClaimsFor(WrittenAnnotation annotation, Diagnostic diagnostic)
    {
        if (annotation.Has(nameof(ProvenanceAnnotation.Tool)))
        {
            return annotation.Text(nameof(ProvenanceAnnotation.Tool)) is { } tool && !string.IsNullOrWhiteSpace(tool)
                ? [new ProvenanceClaim(Origin.Generated, tool), new ProvenanceClaim(Origin.Assisted, tool)]
                : [];
        }

        var mayBeHuman = !annotation.Has(nameof(ProvenanceAnnotation.Model))
            && (annotation.Owner is not CompilationUnitSyntax
                || TargetPattern.Parse(annotation.Text(nameof(ProvenanceAnnotation.Target)), out _) is { HasWildcard: false });
        return OfferedClaims.For(diagnostic.Properties)
            .Where(claim => claim.Origin != Origin.Unknown && (claim.Origin != Origin.Human || mayBeHuman));
    }
}
