using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2004: a reviewer is missing, known to be no human, or not allowed.</summary>
internal sealed class RefusedReviewerRule() : ReviewMarkerRule(Descriptors.RefusedReviewer)
{
    protected override void Report(ReviewJudgement judgement, ReviewJudge judge, Reporter reporter)
    {
        // Where the argument is missing altogether, the compiler says so, unless the attribute is somebody's own copy that asks for none.
        if (judgement is { Refusal: { } refusal, Marker: var marker }
            && (marker.Value.IsAlias || marker.Argument(0) != null || marker.IsLeftOut(0)))
        {
            var location = marker.Value.IsAlias ? marker.Location : marker.LocationOf(0);
            reporter.Report(Diagnostic.Create(
                DescriptorFor(judgement.Options, marker.Provenance, location), location, judgement.Properties, refusal));
        }
    }
}
