using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>The bytes of fixture files as they are shown, held against the digest that would be signed.</summary>
internal static class ShownFixtures
{
    /// <summary>Reads the fixture files of a review, each once.</summary>
    /// <param name="review">What is to be read.</param>
    /// <returns>Their bytes, in the order of <see cref="Due.DueCode.Fixtures"/>.</returns>
    /// <exception cref="ToolException">They are not what the digest is of, so that somebody would sign what nobody has seen.</exception>
    public static IReadOnlyList<byte[]> Read(DueReview review)
    {
        try
        {
            var contents = review.Code.Fixtures.Select(File.ReadAllBytes).ToList();
            if (DigestOf(review, contents) == ExpectedOf(review))
            {
                return contents;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{review.Item.Name}' cannot be read: {exception.Message}");
        }

        throw new ToolException(
            $"'{review.Item.Name}' has changed since the project was loaded, so that the digest would be of something else: "
            + "run 'provenance review' again.");
    }

    private static string? DigestOf(DueReview review, List<byte[]> contents)
    {
        using var digest = new FixtureDigest();
        var digests = contents.Select(content => digest.Compute(new MemoryStream(content))).ToList();
        return review.Item.Fixture != null || Paths(review).Count == 1
            ? digests[0]
            : FixtureSet.DigestOf([.. Paths(review).Zip(digests, (path, one) => new FixtureFile(path, string.Empty, null, one))]);
    }

    /// <summary>Of a finding about several files that are signed one by one each has a digest; else there is one of all.</summary>
    private static string? ExpectedOf(DueReview review)
    {
        var digests = DiagnosticProperties.List(review.Diagnostic, DiagnosticProperties.FixtureDigests);
        return review.Item.Fixture is not { } fixture ? (digests.Count > 0 ? digests[0] : null)
            : Paths(review).Zip(digests).FirstOrDefault(file => file.First == fixture).Second;
    }

    private static IReadOnlyList<string> Paths(DueReview review) =>
        DiagnosticProperties.List(review.Diagnostic, DiagnosticProperties.Fixtures);
}
