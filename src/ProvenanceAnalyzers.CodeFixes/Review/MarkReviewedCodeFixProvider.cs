using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Adds a review marker, signed by whoever sits before this machine, with the digest of the code as it is.</summary>
public abstract class MarkReviewedCodeFixProvider : ReviewCodeFixProvider
{
    private const int FixturesOffered = 10;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SignatureFor(diagnostic) is not { } signature)
            {
                continue;
            }

            if (diagnostic.Properties.ContainsKey(DiagnosticProperties.Fixtures))
            {
                await RegisterFixturesAsync(context, diagnostic, signature).ConfigureAwait(false);
            }
            else
            {
                await RegisterSigningAsync(
                    context,
                    diagnostic,
                    $"Mark as reviewed{signature.By}",
                    nameof(MarkReviewedCodeFixProvider),
                    isNew: true).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Offers an action a fixture file, for the first of them: whoever has read one finds the next when it is marked.</summary>
    private async Task RegisterFixturesAsync(CodeFixContext context, Diagnostic diagnostic, ReviewSignature signature)
    {
        var paths = DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures);
        var digests = DiagnosticProperties.List(diagnostic, DiagnosticProperties.FixtureDigests);
        var files = paths.Zip(digests, (path, digest) => (path, digest)).Where(file => file.digest.Length > 0);
        foreach (var (path, digest) in files.Take(FixturesOffered))
        {
            await RegisterSigningAsync(
                context,
                diagnostic,
                $"Mark '{path}' as reviewed{signature.By}",
                $"{nameof(MarkReviewedCodeFixProvider)}:{path}",
                isNew: true,
                (document, _, cancellationToken) => MarkFixtureAsync(document, path, digest, signature, cancellationToken))
                .ConfigureAwait(false);
        }
    }

    private static async Task<ImmutableArray<TextChange>> MarkFixtureAsync(
        Document document, string path, string digest, ReviewSignature signature, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
            && await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } models
            && AssemblyAnnotationInsertion.Insert(
                text, models, root, position => AnnotationText.Write(models, position, signature, path, digest)) is { } change
                ? [change]
                : [];
    }

    private protected sealed override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, CompilationUnitSyntax root, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (SignatureFor(diagnostic) is not { } signature)
        {
            return [];
        }

        var isFile = diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var target);
        var declaration = isFile ? null : AnnotationInsertion.FindDeclaration(root, diagnostic.Location.SourceSpan);
        if ((declaration == null && !isFile)
            || await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } models)
        {
            return [];
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (declaration != null)
        {
            var isRest = diagnostic.Properties.ContainsKey(DiagnosticProperties.IsRest);
            return MarkerInsertion.Mark(text, models, declaration, isRest, signature) is { } change ? [change] : [];
        }

        var position = AnnotationInsertion.PositionFor(root);
        return AnnotationText.Write(models, position, signature, target, CodeDigest.Compute(text.ToString(root.FullSpan))) is { } marker
            && AnnotationInsertion.InsertAboveStatements(text, models, root, marker) is { } insertion
            ? [insertion]
            : [];
    }
}
