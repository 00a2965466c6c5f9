using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Adds to a marker the digest of the code as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReviewWithoutDigestCodeFixProvider))]
[Shared]
public sealed class ReviewWithoutDigestCodeFixProvider : ReviewCodeFixProvider
{
    /// <summary>The key of the action, as hosts know it.</summary>
    internal const string Key = "AddDigestCodeFixProvider";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ReviewWithoutDigest];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            await RegisterSigningAsync(
                context, diagnostic, "Add the digest: the code as it is now was reviewed", Key, isNew: false).ConfigureAwait(false);
        }
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, CompilationUnitSyntax root, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // Another library's marker has no such field. That the code is what was reviewed, only the marker's own reviewer can say.
        if (SignatureFor(diagnostic) is not { } signature
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not
            { ArgumentList.Arguments: [_, _, ..] arguments } marker
            || marker.ContainsDiagnostics
            || PlacedMarker.Argument(marker, 0) is not { } reviewer
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || !AnnotationReader.IsHumanReviewed(model.GetTypeInfo(marker, cancellationToken).Type as INamedTypeSymbol)
            || model.GetConstantValue(reviewer.Expression, cancellationToken).Value is not string signed
            || !new Person(signed).IsSameAs(new Person(signature.Reviewer))
            || await DigestOfCoveredAsync(document, marker, diagnostic, cancellationToken).ConfigureAwait(false) is not { } digest)
        {
            return [];
        }

        return
        [
            new TextChange(
                new TextSpan(arguments.Last().Span.End, 0),
                $", {nameof(ReviewMarker.Digest)} = {AnnotationText.Literal(digest)}"),
        ];
    }
}
