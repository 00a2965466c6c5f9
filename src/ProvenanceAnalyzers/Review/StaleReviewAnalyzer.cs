using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2003: the code has changed since it was reviewed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleReviewAnalyzer() : AnnotationAnalyzer(Descriptors.StaleReview)
{
    private protected override void Analyze(PlacedReview review, Reporter reporter)
    {
        var judge = ReviewJudge.For(review.Provenance);
        var judgement = judge.Judge(review);
        if (judgement.Faults.HasFlag(ReviewFault.Stale) && !IsSuperseded(review, judgement, judge))
        {
            reporter.Report(Diagnostic.Create(
                Descriptor,
                review.LocationOf(nameof(HumanReview.Digest)),
                judge.PropertiesFor(review),
                judgement.Reviewer!.Value.Name,
                review.Value.Digest,
                judge.OptionsFor(review).ShowDigest ? $", and the code is {judgement.Digest}" : string.Empty));
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
