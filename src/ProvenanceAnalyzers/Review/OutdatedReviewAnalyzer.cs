using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2007: a review is older than policy allows or than the code, or from a day to come.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutdatedReviewAnalyzer() : AnnotationAnalyzer(Descriptors.OutdatedReview)
{
    private protected override void Analyze(PlacedReview review, Reporter reporter)
    {
        var judge = ReviewJudge.For(review.Provenance);
        var judgement = judge.Judge(review);
        if (judgement is { Outdated: { } reason, Reviewer: { } reviewer } && !judge.HasValidMarkerBeside(review, reviewer))
        {
            reporter.Report(Diagnostic.Create(Descriptor, review.LocationOf(1), judge.PropertiesFor(review), review.Value.On, reason));
        }
    }
}
