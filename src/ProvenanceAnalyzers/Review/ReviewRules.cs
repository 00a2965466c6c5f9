using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2xxx: AI-made code that no human reviewed, and markers that do not count.</summary>
internal static class ReviewRules
{
    /// <summary>The rules of the family, in the order of their ids.</summary>
    public static IReadOnlyList<ProvenanceRule> Create() =>
    [
        new UnreviewedCodeRule(),
        new UnreviewedTestRule(),
        new StaleReviewRule(),
        new RefusedReviewerRule(),
        new SelfReviewRule(),
        new TooFewReviewsRule(),
        new OutdatedReviewRule(),
        new ReviewWithoutDigestRule(),
    ];
}
