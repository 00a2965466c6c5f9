using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Marks code that has no marker yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreviewedCodeCodeFixProvider))]
[Shared]
public sealed class UnreviewedCodeCodeFixProvider : MarkReviewedCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnreviewedCode];
}
