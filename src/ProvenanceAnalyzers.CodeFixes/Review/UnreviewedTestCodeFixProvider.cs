using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Marks a test class, test method or fixture file that has no marker yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreviewedTestCodeFixProvider))]
[Shared]
public sealed class UnreviewedTestCodeFixProvider : MarkReviewedCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnreviewedTest];
}
