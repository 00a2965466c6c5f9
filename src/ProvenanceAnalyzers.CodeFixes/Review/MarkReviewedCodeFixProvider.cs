using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Review;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Adds a review marker, signed by whoever sits before this machine, with the digest of the code as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkReviewedCodeFixProvider))]
[Shared]
public sealed class MarkReviewedCodeFixProvider : ReviewCodeFixProvider
{
    private const int FixturesOffered = 10;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.UnreviewedCode, DiagnosticIds.UnreviewedTest, DiagnosticIds.TooFewReviews];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(DiagnosticProperties.Fixtures))
            {
                await RegisterFixturesAsync(context, diagnostic).ConfigureAwait(false);
            }
            else
            {
                await RegisterAsync(
                    context, diagnostic, $"Mark as reviewed{ReviewSignature.OfThisMachine().By}", nameof(MarkReviewedCodeFixProvider)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Offers an action a fixture file, for the first of them: whoever has read one finds the next when it is marked.</summary>
    private static async Task RegisterFixturesAsync(CodeFixContext context, Diagnostic diagnostic)
    {
        var paths = DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures);
        var digests = DiagnosticProperties.List(diagnostic, DiagnosticProperties.FixtureDigests);
        foreach (var (path, digest) in paths.Zip(digests, (path, digest) => (path, digest)).Where(file => file.digest.Length > 0).Take(FixturesOffered))
        {
            await RegisterAsync(
                context,
                diagnostic,
                $"Mark '{path}' as reviewed{ReviewSignature.OfThisMachine().By}",
                $"{nameof(MarkReviewedCodeFixProvider)}:{path}",
                (document, _, cancellationToken) => MarkFixtureAsync(document, path, digest, cancellationToken)).ConfigureAwait(false);
        }
    }

    private static async Task<ImmutableArray<TextChange>> MarkFixtureAsync(
        Document document, string path, string digest, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
            && await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } models
            && AssemblyAnnotationInsertion.Insert(
                text, root, position => AnnotationText.Write(models, position, ReviewSignature.OfThisMachine(), path, digest)) is { } change
                ? [change]
                : [];
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, CompilationUnitSyntax root, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var isFile = diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var target);
        var declaration = isFile ? null : AnnotationInsertion.FindDeclaration(root, diagnostic.Location.SourceSpan);
        if ((declaration == null && !isFile) || await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } models)
        {
            return [];
        }

        var position = declaration != null ? AnnotationInsertion.PositionFor(declaration) : AnnotationInsertion.PositionFor(root);
        var bindingPosition = declaration != null ? AnnotationInsertion.BindingPositionFor(declaration) : position;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);

        // Above an #if, the declaration will begin with the marker.
        var digest = CodeDigest.Compute(text.ToString(declaration != null
            ? TextSpan.FromBounds(Math.Min(position, declaration.SpanStart), declaration.Span.End)
            : root.FullSpan));
        return AnnotationText.Write(models, bindingPosition, ReviewSignature.OfThisMachine(), target, digest) is { } marker
            ? [AnnotationInsertion.Insert(text, position, isFile ? $"[assembly: {marker}]" : $"[{marker}]")]
            : [];
    }
}
