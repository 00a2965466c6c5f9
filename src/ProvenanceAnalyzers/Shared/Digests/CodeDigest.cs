namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>The digest that binds a review marker to the code it covers. The analyzers and the fixes use this one source.</summary>
internal static class CodeDigest
{
    /// <summary>Computes the digest of a declaration or of a file.</summary>
    /// <param name="text">
    /// A declaration, from the first character of its first token to the last one of its last; or the text of a file.
    /// </param>
    /// <returns><c>h1:</c> and 32 lower-case hexadecimal digits.</returns>
    public static string Compute(string text) => Hash(CanonicalForm.Of(text));

    /// <summary>
    /// The digest of code that has several parts, such as a partial type: that of the one part, or of the sorted digests of all.
    /// </summary>
    /// <param name="partDigests">The digest of each part, in any order.</param>
    public static string Combine(IReadOnlyCollection<string> partDigests) => partDigests.Count == 1
        ? partDigests.ElementAt(0)
        : Hash(string.Concat(partDigests.OrderBy(digest => digest, StringComparer.Ordinal).Select(digest => digest + "\n")));

    private static string Hash(string text) => DigestFormat.Prefix + Hex.Sha256(text).Substring(0, DigestFormat.Length);
}
