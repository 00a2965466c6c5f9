using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2003: the code or the fixture file has changed since it was reviewed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleReviewAnalyzer() : AnnotationAnalyzer(Descriptors.StaleReview)
{
    private protected override void Analyze(PlacedReview review, Reporter reporter)
    {
        var judge = ReviewJudge.For(review.Provenance);
        var judgement = judge.Judge(review);

        // Of a fixture file that could not be read nobody knows whether it has changed; the build has said so.
        if (judgement is { Digest: { } digest } && judgement.Faults.HasFlag(ReviewFault.Stale) && !IsSuperseded(review, judgement, judge))
        {
            var covered = judge.CoveredBy(review)!;
            reporter.Report(Diagnostic.Create(
                Descriptor,
                review.LocationOf(nameof(HumanReview.Digest)),
                judge.PropertiesFor(review),
                covered.Name,
                judgement.Reviewer!.Value.Name,
                review.Value.Digest,
                judge.OptionsFor(review).ShowDigest ? $", and the {(covered.Fixture != null ? "file" : "code")} is {digest}" : string.Empty));
        }
    }

    /// <summary>
    /// Whether the same person has a marker there that holds. Code that begins or ends under an <c>#if</c> has one digest a configuration.
    /// </summary>
    private static bool IsSuperseded(PlacedReview review, ReviewJudgement judgement, ReviewJudge judge) =>
        judge.ReviewsBeside(review).Any(other =>
            other.Value.Digest == judgement.Digest
            && other.Value.Reviewer is { } reviewer
            && new Person(reviewer).IsSameAs(judgement.Reviewer!.Value));
}
