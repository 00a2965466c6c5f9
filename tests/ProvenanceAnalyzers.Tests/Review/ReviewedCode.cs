using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>
/// Code with review markers: <c>{digest}</c> is the digest of <see cref="Code"/>, recomputed without our code; <c>{other}</c> is of other
/// code.
/// </summary>
internal static class ReviewedCode
{
    public const string Code = "class C { int Twice(int x) => 2 * x; }";

    public const string OtherDigest = "h1:00000000000000000000000000000000";

    public static string Digest { get; } = IndependentDigest.Compute(Code);

    /// <summary>A generated class C with markers.</summary>
    public static string Marked(string markers, string provenance = "AIOrigin.Generated, Tool = \"codex\"") =>
        Fill($"using ProvenanceAnalyzers;\n[AIProvenance({provenance})]\n{markers}\n{Code}");

    public static string Fill(string source) => source
        .Replace("{digest}", Digest, StringComparison.Ordinal)
        .Replace("{other}", OtherDigest, StringComparison.Ordinal);

    public static ProvenanceTest Test(string source, string options = "") =>
        new() { Source = Fill(source), Options = options, RequiresReview = true };
}
