using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Renews the marker of code that has changed since.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaleReviewCodeFixProvider))]
[Shared]
public sealed class StaleReviewCodeFixProvider : RenewReviewCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.StaleReview];
}
