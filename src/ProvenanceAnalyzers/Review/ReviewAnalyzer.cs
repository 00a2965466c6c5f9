using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2xxx: AI-made code that no human reviewed, and markers that do not count.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewAnalyzer() : RuleFamilyAnalyzer(
    new UnreviewedCodeRule(),
    new UnreviewedTestRule(),
    new StaleReviewRule(),
    new RefusedReviewerRule(),
    new SelfReviewRule(),
    new TooFewReviewsRule(),
    new OutdatedReviewRule(),
    new ReviewWithoutDigestRule());
