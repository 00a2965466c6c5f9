using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Renews a marker that is stale or out of date: today, and the digest of the code as it is. Nobody signs for another.</summary>
public abstract class RenewReviewCodeFixProvider : ReviewCodeFixProvider
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SignatureFor(diagnostic) is { } signature)
            {
                await RegisterSigningAsync(
                    context,
                    diagnostic,
                    $"Renew the review: reviewed again{signature.By}",
                    nameof(RenewReviewCodeFixProvider),
                    isNew: false).ConfigureAwait(false);
            }
        }
    }

    private protected sealed override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, CompilationUnitSyntax root, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (SignatureFor(diagnostic) is not { } signature
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not
            { ArgumentList: { } arguments } marker
            || marker.ContainsDiagnostics
            || PlacedMarker.Argument(marker, 0) is not { } reviewer
            || PlacedMarker.Argument(marker, 1) is not { } date
            || await DigestOfCoveredAsync(document, marker, diagnostic, cancellationToken).ConfigureAwait(false) is not { } digest
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var signed = model.GetConstantValue(reviewer.Expression, cancellationToken).Value as string ?? string.Empty;
        if (!new Person(signed).IsSameAs(new Person(signature.Reviewer)))
        {
            changes.Add(new TextChange(reviewer.Expression.Span, AnnotationText.Literal(signature.Reviewer)));
        }

        changes.Add(new TextChange(date.Expression.Span, AnnotationText.Literal(signature.Date)));
        var written = arguments.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == nameof(ReviewMarker.Digest));
        changes.Add(written != null
            ? new TextChange(written.Expression.Span, AnnotationText.Literal(digest))
            : new TextChange(
                new TextSpan(arguments.Arguments.Last().Span.End, 0),
                $", {nameof(ReviewMarker.Digest)} = {AnnotationText.Literal(digest)}"));

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return [.. changes.Where(change => change.Span.IsEmpty || text.ToString(change.Span) != change.NewText)];
    }
}
