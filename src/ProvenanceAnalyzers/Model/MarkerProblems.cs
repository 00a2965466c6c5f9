using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>What is wrong with how a marker is written, whatever it covers.</summary>
internal static class MarkerProblems
{
    /// <summary>Each problem, where it is, and what is allowed. Whether the reviewer counts is another question.</summary>
    public static IEnumerable<(Location Location, string Problem)> Find(PlacedMarker review)
    {
        var marker = review.Value;
        if (AttributeShape.MisfitOf(marker) is { } misfit)
        {
            yield return (review.Location, misfit);
        }

        if ((review.Argument(1) != null || review.IsLeftOut(1)) && Day.Parse(marker.On) == null)
        {
            yield return (
                review.LocationOf(1),
                marker.On == null
                    ? "the day of the review is missing, null or no constant; write a date of the form yyyy-MM-dd"
                    : Placeholders.Contain(marker.On, nameof(ReviewMarker.On))
                        ? $"the day of the review, \"{marker.On}\", stands for nothing: write the day in digits, as yyyy-MM-dd"
                        : $"the day of the review, \"{marker.On}\", is not a date of the form yyyy-MM-dd");
        }

        if (review.Argument(nameof(ReviewMarker.Digest)) != null && (marker.Digest == null
            || !(DigestFormat.IsMatch(marker.Digest) || (review.Symbol != null && DigestFormat.IsRest(marker.Digest)))))
        {
            yield return (
                review.LocationOf(nameof(ReviewMarker.Digest)),
                $"Digest is no digest: it is {DigestFormat.Prefix} and {DigestFormat.Length} hexadecimal digits in lower case"
                + RightDigest(review));
        }

        var hasTarget = review.Argument(nameof(ReviewMarker.Target)) != null;
        if (review.Symbol != null && hasTarget)
        {
            yield return (
                review.LocationOf(nameof(ReviewMarker.Target)),
                "Target is for the assembly form alone, [assembly: HumanReviewed(..., Target = \"...\")]; "
                + "what a marker stands on is what it is about");
        }

        if (review.Symbol == null && !hasTarget)
        {
            yield return (
                review.Location,
                "a marker on the assembly names the one file that was reviewed: add Target = \"...\" with its path; "
                + "nobody reviews an assembly with one line");
        }

        if (review.Symbol == null && hasTarget)
        {
            var target = TargetPattern.Parse(marker.Target, out var problem);
            if (target == null || (target.HasWildcard && !Fixtures.MayBeReviewedBy(target, review.Provenance.Files)))
            {
                yield return (
                    review.LocationOf(nameof(ReviewMarker.Target)),
                    target == null
                        ? problem
                        : $"Target \"{target.Text}\" is a glob; a review is of one file, so write its path, "
                            + "or of fixture files alone in a folder that is written out: Target = \"FOLDER/*.json\"");
            }
        }
    }

    /// <summary>
    /// What a person who has read the code writes instead, as the end of a sentence; nothing where it is not known or not to be shown.
    /// </summary>
    private static string RightDigest(PlacedMarker review) => review.File.Options.ShowDigest && DigestOf(review) is { } digest
        ? "; a human must review this as it is now, then renew the marker, which an AI agent must not: "
            + MarkerText.Renew(review.Value, review.Symbol == null ? review.Value.Target : null, digest)
        : string.Empty;

    private static string? DigestOf(PlacedMarker review)
    {
        var provenance = review.Provenance;
        if (review.Declaration is { } declaration)
        {
            return provenance.Digests.Of(declaration);
        }

        if (review.Symbol != null || review.Value.Target is not { } path)
        {
            return null;
        }

        if (TargetPattern.Parse(path, out _) is { HasWildcard: true } glob)
        {
            return Fixtures.MayBeReviewedBy(glob, provenance.Files) ? FixtureSet.DigestOf(provenance.Fixtures.Matching(glob)) : null;
        }

        return provenance.Files.Named(path) is { } file
            ? provenance.Digests.Of(file.Tree.GetRoot())
            : provenance.Fixtures.Find(path)?.Digest;
    }
}
