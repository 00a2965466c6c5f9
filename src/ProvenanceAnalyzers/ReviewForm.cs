using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers;

/// <summary>What is wrong with the form of a marker, whatever it covers.</summary>
internal static class ReviewForm
{
    /// <summary>Each problem, where it is, and what is allowed. Whether the reviewer counts is another question.</summary>
    public static IEnumerable<(Location Location, string Problem)> Problems(PlacedReview review)
    {
        var marker = review.Value;
        if (review.Argument(1) != null && AnnotationDate.Parse(marker.On) == null)
        {
            yield return (
                review.LocationOf(1),
                marker.On == null
                    ? "the day of the review is null or no constant; write a date of the form yyyy-MM-dd, such as \"2026-11-21\""
                    : $"the day of the review, \"{marker.On}\", is not a date of the form yyyy-MM-dd, such as \"2026-11-21\"");
        }

        if (review.Argument(nameof(HumanReview.Digest)) != null && (marker.Digest == null || !DigestForm.IsMatch(marker.Digest)))
        {
            yield return (
                review.LocationOf(nameof(HumanReview.Digest)),
                $"Digest is no digest: it is {DigestForm.Prefix} and {DigestForm.Length} hexadecimal digits in lower case");
        }

        var hasTarget = review.Argument(nameof(HumanReview.Target)) != null;
        if (review.Symbol != null && hasTarget)
        {
            yield return (
                review.LocationOf(nameof(HumanReview.Target)),
                "Target is for the assembly form alone, [assembly: HumanReviewed(..., Target = \"...\")]; what a marker stands on is what it is about");
        }

        if (review.Symbol == null && !hasTarget)
        {
            yield return (
                review.Location,
                "a marker on the assembly names the one file that was reviewed: add Target = \"Program.cs\"; nobody reviews an assembly with one line");
        }

        if (review.Symbol == null && hasTarget)
        {
            var target = TargetPattern.Parse(marker.Target, out var problem);
            if (target == null || target.HasWildcard)
            {
                yield return (
                    review.LocationOf(nameof(HumanReview.Target)),
                    target == null ? problem : $"Target \"{target.Text}\" is a glob; a review is of one file, so write its path, such as \"Program.cs\"");
            }
        }
    }
}
