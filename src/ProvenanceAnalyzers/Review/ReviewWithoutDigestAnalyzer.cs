using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2008: a marker lacks a digest where one is required.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewWithoutDigestAnalyzer() : AnnotationAnalyzer(Descriptors.ReviewWithoutDigest)
{
    private protected override void Analyze(PlacedReview review, Reporter reporter)
    {
        var judge = ReviewJudge.For(review.Provenance);
        var judgement = judge.Judge(review);
        if (judgement.Faults.HasFlag(ReviewFault.NoDigest))
        {
            reporter.Report(Diagnostic.Create(
                Descriptor,
                review.Location,
                judge.PropertiesFor(review),
                judgement.Reviewer?.Name ?? $"'{review.Value.Attribute.AttributeClass?.Name}'",
                review.Value.IsAlias
                    ? $"an attribute of another library cannot have one; use HumanReviewed, or set {OptionDefinitions.RequireDigest.Key} = false"
                    : judge.OptionsFor(review).ShowDigest && judgement.Digest != null
                        ? $"if the reviewer has read the code as it is now, add Digest = \"{judgement.Digest}\""
                        : "if the reviewer has read the code as it is now, add it"));
        }
    }
}
