using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2005: the reviewer is the one who requested the code.</summary>
internal sealed class SelfReviewRule() : ReviewMarkerRule(Descriptors.SelfReview)
{
    protected override void Report(ReviewJudgement judgement, ReviewJudge judge, Reporter reporter)
    {
        if (judgement is { Requester: { } requester, Reviewer: { } reviewer })
        {
            reporter.Report(Diagnostic.Create(
                DescriptorFor(judgement.Options, judgement.Marker.Provenance, judgement.Marker.Location),
                judgement.Marker.LocationOf(0),
                judgement.Properties,
                reviewer.Text,
                requester.Text));
        }
    }
}
