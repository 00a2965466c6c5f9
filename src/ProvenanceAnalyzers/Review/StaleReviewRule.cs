using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2003: the code or the fixture file has changed since it was reviewed, or files came to a glob or went.</summary>
internal sealed class StaleReviewRule() : ReviewMarkerRule(Descriptors.StaleReview)
{
    protected override void Report(ReviewJudgement judgement, ReviewJudge judge, Reporter reporter)
    {
        // Of a fixture file that could not be read nobody knows whether it has changed; the build has said so.
        if (judgement is { Subject: { } subject, Reviewer: { } reviewer, Digest: { } digest }
            && judgement.Faults.HasFlag(ReviewFault.Stale)
            && !IsSuperseded(judgement, reviewer, judge))
        {
            reporter.Report(Diagnostic.Create(
                DescriptorFor(judgement.Options, judgement.Marker.Provenance, judgement.Marker.Location),
                judgement.Marker.LocationOf(nameof(ReviewMarker.Digest)),
                judgement.Properties,
                subject.Name,
                reviewer.Name,
                judgement.Options.ShowDigest
                    ? $": {MarkerText.Renew(judgement.Marker.Value, subject.TargetIn(judgement.Marker.Provenance), digest)}"
                    : string.Empty));
        }
    }

    /// <summary>
    /// Whether the same person has a marker there that holds. Code that begins or ends under an <c>#if</c> has one digest a configuration.
    /// </summary>
    private static bool IsSuperseded(ReviewJudgement judgement, Person reviewer, ReviewJudge judge) =>
        judge.Markers.Beside(judgement.Marker).Any(other =>
            other.Value.Digest == judgement.Digest
            && other.Value.Reviewer is { } person
            && new Person(person).IsSameAs(reviewer));
}
