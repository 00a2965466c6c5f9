using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2004: a reviewer is missing, known to be no human, or not allowed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RefusedReviewerAnalyzer() : AnnotationAnalyzer(Descriptors.RefusedReviewer)
{
    private protected override void Analyze(PlacedReview review, Reporter reporter)
    {
        // Where the argument is missing altogether, the compiler says so, unless the attribute is somebody's own copy that asks for none.
        if (!review.Value.IsAlias
            && (review.Argument(0) != null || review.Value.Attribute.AttributeConstructor is { Parameters.Length: 0 })
            && ReviewJudge.RefusalOf(new Person(review.Value.Reviewer ?? string.Empty), ReviewJudge.For(review.Provenance).OptionsFor(review)) is { } refusal)
        {
            reporter.Report(Diagnostic.Create(Descriptor, review.LocationOf(0), ReviewJudge.For(review.Provenance).PropertiesFor(review), refusal));
        }
    }
}
