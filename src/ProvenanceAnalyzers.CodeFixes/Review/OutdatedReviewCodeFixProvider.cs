using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Renews a marker that is too old.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutdatedReviewCodeFixProvider))]
[Shared]
public sealed class OutdatedReviewCodeFixProvider : RenewReviewCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.OutdatedReview];
}
