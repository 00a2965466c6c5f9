using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Adds a marker beside those of others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TooFewReviewsCodeFixProvider))]
[Shared]
public sealed class TooFewReviewsCodeFixProvider : MarkReviewedCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.TooFewReviews];
}
