using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2006: code has a review that counts, but fewer by different people than policy asks for.</summary>
internal sealed class TooFewReviewsRule() : ReviewDueRule(Descriptors.TooFewReviews)
{
    // A policy may ask for more of fixture files than of any source file.
    public override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance)
        && (!provenance.Facts.Policies.IsEmpty || provenance.Files.AnyOptions(options => options.ReviewsRequired > 1));

    protected override bool? IsAboutTests => null;

    protected override Diagnostic? Report(DueReview due, ProvenanceContext provenance)
    {
        var required = due.Options.ReviewsRequired;
        return due.ReviewerCount is > 0 and var count && count < required
            ? Diagnostic.Create(
                DescriptorFor(due.Options, provenance, due.Location),
                due.Location,
                due.Properties,
                due.Name + AsAsked(due.Options),
                count,
                required,
                due.MarkerHint(provenance))
            : null;
    }
}
