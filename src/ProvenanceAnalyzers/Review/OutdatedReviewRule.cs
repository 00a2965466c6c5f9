using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2007: a review is older than policy allows or than the code, or from a day to come.</summary>
internal sealed class OutdatedReviewRule() : ReviewMarkerRule(Descriptors.OutdatedReview)
{
    protected override void Report(ReviewJudgement judgement, ReviewJudge judge, Reporter reporter)
    {
        if (judgement is { Outdated: { } reason, Reviewer: { } reviewer }
            && !judge.JudgementsBeside(judgement)
                .Any(other => other is { IsValid: true, Reviewer: { } person } && person.IsSameAs(reviewer)))
        {
            reporter.Report(Diagnostic.Create(
                DescriptorFor(judgement.Options, judgement.Marker.Provenance, judgement.Marker.Location),
                judgement.Marker.LocationOf(1),
                judgement.Properties,
                judgement.Marker.Value.On,
                reason));
        }
    }
}
