using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2005: the reviewer is the one who requested the code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SelfReviewAnalyzer() : AnnotationAnalyzer(Descriptors.SelfReview)
{
    private protected override void Analyze(PlacedReview review, Reporter reporter)
    {
        if (ReviewJudge.For(review.Provenance).Judge(review) is { Requester: { } requester, Reviewer: { } reviewer })
        {
            reporter.Report(Diagnostic.Create(
                Descriptor, review.LocationOf(0), ReviewJudge.For(review.Provenance).PropertiesFor(review), reviewer.Text, requester.Text));
        }
    }
}
