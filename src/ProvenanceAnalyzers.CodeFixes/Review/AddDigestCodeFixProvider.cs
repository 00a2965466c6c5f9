using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Adds to a marker the digest of the code as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDigestCodeFixProvider))]
[Shared]
public sealed class AddDigestCodeFixProvider : ReviewCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ReviewWithoutDigest];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            await RegisterAsync(
                context, diagnostic, "Add the digest: the code as it is now was reviewed", nameof(AddDigestCodeFixProvider)).ConfigureAwait(false);
        }
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, CompilationUnitSyntax root, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // Another library's marker has no such field.
        return root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments: [_, _, ..] arguments } marker
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && AnnotationReader.IsHumanReviewed(model.GetTypeInfo(marker, cancellationToken).Type as INamedTypeSymbol)
            && await DigestOfCoveredAsync(document, marker, diagnostic, cancellationToken).ConfigureAwait(false) is { } digest
                ? [new TextChange(new TextSpan(arguments.Last().Span.End, 0), $", {nameof(HumanReview.Digest)} = {AnnotationText.Literal(digest)}")]
                : [];
    }
}
