using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>What the rules about wrong markers share: each reports its part of what was judged, where the marker says it.</summary>
internal abstract class ReviewMarkerRule : AnnotationRule
{
    protected ReviewMarkerRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override void Analyze(PlacedMarker marker, Reporter reporter)
    {
        var judge = ReviewJudge.For(marker.Provenance);
        Report(judge.Judge(marker), judge, reporter);
    }

    /// <summary>Reports a marker that has the fault that the rule is about.</summary>
    /// <param name="judgement">What the marker is worth.</param>
    /// <param name="judge">Judges the markers beside it.</param>
    /// <param name="reporter">Where to report.</param>
    protected abstract void Report(ReviewJudgement judgement, ReviewJudge judge, Reporter reporter);
}
