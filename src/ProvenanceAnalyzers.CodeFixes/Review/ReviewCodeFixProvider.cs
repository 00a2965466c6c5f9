using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>What the fixes about reviews share: they act at one place at a time, since nobody reviews a solution with one click.</summary>
public abstract class ReviewCodeFixProvider : ProvenanceCodeFixProvider
{
    private protected sealed override bool CanFixAll => false;

    private protected sealed override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
        {
            return [];
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            changes.AddRange(await GetChangesAsync(document, root, diagnostic, cancellationToken).ConfigureAwait(false));
        }

        return changes.ToImmutable();
    }

    private protected abstract Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, CompilationUnitSyntax root, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Offers an action that signs, unless its marker would not count.</summary>
    /// <param name="context">The context.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="title">What the lightbulb shows.</param>
    /// <param name="equivalenceKey">The key of the action.</param>
    /// <param name="isNew">Whether somebody signs who has no marker of the same code.</param>
    /// <param name="getChanges">What it changes; null: what this fix changes.</param>
    private protected Task RegisterSigningAsync(
        CodeFixContext context,
        Diagnostic diagnostic,
        string title,
        string equivalenceKey,
        bool isNew,
        GetChanges? getChanges = null)
    {
        getChanges ??= (document, diagnostics, cancellationToken) =>
            GetChangesAsync(document, diagnostics, equivalenceKey, cancellationToken);
        return RegisterAsync(
            context,
            diagnostic,
            title,
            equivalenceKey,
            async (document, diagnostics, cancellationToken) =>
                await getChanges(document, diagnostics, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } changes
                && await MarkerTrial.CountsAsync(document, changes, isNew, cancellationToken).ConfigureAwait(false)
                    ? changes
                    : []);
    }

    /// <summary>
    /// The signature by which this process may sign for a diagnostic; null where it may not: an AI agent started it, or who sits here
    /// requested the code.
    /// </summary>
    private protected static ReviewSignature? SignatureFor(Diagnostic diagnostic) =>
        SignatureFor(DiagnosticProperties.List(diagnostic, DiagnosticProperties.Requesters));

    /// <summary>The signature by which this process may sign for code that some people requested and may not review; or null.</summary>
    internal static ReviewSignature? SignatureFor(IReadOnlyList<string> requesters)
    {
        if (AgentProcess.IsThisOne())
        {
            return null;
        }

        var signature = ReviewSignature.OfThisMachine();
        var reviewer = new Person(signature.Reviewer);
        return signature.Reviewer.Length > 0 && requesters.Any(one => new Person(one).IsSameAs(reviewer)) ? null : signature;
    }

    /// <summary>
    /// The digest of what a marker covers: the declaration it stands on, or the file that it names. That of a fixture file comes with the
    /// diagnostic.
    /// </summary>
    private protected static async Task<string?> DigestOfCoveredAsync(
        Document document, AttributeSyntax marker, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (DiagnosticProperties.List(diagnostic, DiagnosticProperties.FixtureDigests) is [var digest])
        {
            return digest;
        }

        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.CoveredFile, out var path))
        {
            if (marker.Parent?.Parent is not { } declaration || declaration is CompilationUnitSyntax)
            {
                return null;
            }

            return IsOfRest(marker)
                ? await DigestOfRestAsync(document, declaration, cancellationToken).ConfigureAwait(false)
                : await DigestAsync(document, declaration, cancellationToken).ConfigureAwait(false);
        }

        var covered = document.Project.Documents.FirstOrDefault(candidate => candidate.FilePath == path);
        return covered != null && await covered.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
            ? await DigestAsync(covered, root, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Whether a marker is of what is left of a type, as its digest says.</summary>
    private static bool IsOfRest(AttributeSyntax marker) => marker.ArgumentList?.Arguments.Any(argument =>
        argument.NameEquals?.Name.Identifier.ValueText == nameof(ReviewMarker.Digest)
        && argument.Expression is LiteralExpressionSyntax literal
        && DigestFormat.IsRest(literal.Token.ValueText)) == true;

    private static async Task<string> DigestOfRestAsync(Document document, SyntaxNode typePart, CancellationToken cancellationToken) =>
        Digests.ComputeRest(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), typePart, typePart.SpanStart);

    private protected static async Task<string> DigestAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return CodeDigest.Compute(text.ToString(Declarations.DigestedSpan(node)));
    }
}
