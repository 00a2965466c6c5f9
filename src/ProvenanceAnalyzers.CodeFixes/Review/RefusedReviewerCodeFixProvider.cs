using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Signs a marker whose reviewer does not count: whoever sits here, today, with the digest of the code as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefusedReviewerCodeFixProvider))]
[Shared]
public sealed class RefusedReviewerCodeFixProvider : RenewReviewCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RefusedReviewer];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // Where nobody says who sits here, the reviewer would be as open as before.
            if (SignatureFor(diagnostic) is { Reviewer.Length: > 0 } signature)
            {
                await RegisterSigningAsync(
                    context,
                    diagnostic,
                    $"Sign the review: reviewed{signature.By}",
                    nameof(RefusedReviewerCodeFixProvider),
                    isNew: true).ConfigureAwait(false);
            }
        }
    }
}
