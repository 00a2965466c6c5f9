using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Evidence;

/// <summary>
/// Says what history tells, in many places at once too: it is nobody's claim. A policy may not allow what is so; it is so all the same.
/// </summary>
public abstract class ContradictionCodeFixProvider : ProvenanceCodeFixProvider
{
    private const string Key = "History";

    private protected sealed override bool CanFixAll => true;

    private protected sealed override string KeyWithoutAction => Key;

    /// <summary>The beginning of what the lightbulb shows.</summary>
    private protected abstract string Action { get; }

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (OfferedClaims.ByHistory(diagnostic.Properties) is { Count: > 0 } claims)
            {
                await RegisterAsync(
                    context,
                    diagnostic,
                    HistoryTitle.Of(Action, claims),
                    claims.All(claim => claim.History!.IsFirm) ? Key : null,
                    (document, diagnostics, cancellationToken) =>
                        GetChangesAsync(document, diagnostics, isInBulk: false, cancellationToken))
                    .ConfigureAwait(false);
            }
        }
    }

    private protected sealed override Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken) =>
        GetChangesAsync(document, diagnostics, isInBulk: true, cancellationToken);

    /// <summary>The changes of an annotation that a diagnostic is about.</summary>
    /// <param name="annotation">The annotation.</param>
    /// <param name="place">Where in it the diagnostic is.</param>
    /// <param name="claims">What history tells, one claim a tool.</param>
    /// <param name="fields">What options ask for beside the tool.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="text">The text of the file.</param>
    private protected abstract IEnumerable<TextChange> Correct(
        WrittenAnnotation annotation,
        TextSpan place,
        IReadOnlyList<ProvenanceClaim> claims,
        ClaimedFields fields,
        ImmutableArray<SemanticModel> models,
        SourceText text);

    private async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, bool isInBulk, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } models)
        {
            return [];
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            var claims = OfferedClaims.ByHistory(diagnostic.Properties);
            if (claims.Count == 0 || (isInBulk && !claims.All(claim => claim.History!.IsFirm)))
            {
                continue;
            }

            var place = diagnostic.Location.SourceSpan;
            var fields = OfferedClaims.FieldsFor(diagnostic.Properties, isOfThisMachine: false);
            if (WrittenAnnotation.At(root, place, models[0]) is { } annotation)
            {
                // What a glob names besides may be somebody else's.
                if (annotation.Owner is CompilationUnitSyntax
                    && TargetPattern.Parse(annotation.Text(nameof(ProvenanceAnnotation.Target)), out _) is not { HasWildcard: false })
                {
                    continue;
                }

                changes.AddRange(Correct(annotation, place, claims, fields, models, text));
            }
            else if (root.FindNode(place).FirstAncestorOrSelf<AttributeSyntax>() == null
                && AnnotationInsertion.FindDeclaration(root, place) is { } declaration and not GlobalStatementSyntax
                && AnnotationInsertion.Declare(text, models, declaration, claims, fields) is { } insertion)
            {
                changes.Add(insertion);
            }
        }

        return [.. changes.Distinct()];
    }
}
