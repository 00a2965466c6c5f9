using System.Text;

namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>The digest that binds a review marker to the code it covers. The analyzers and the fixes use this one source.</summary>
internal static class CodeDigest
{
    /// <summary>Computes the digest of a declaration or of a file.</summary>
    /// <param name="text">
    /// A declaration, from the first character of its first token to the last one of its last; or the text of a file.
    /// </param>
    /// <returns><c>h1:</c> and 32 lower-case hexadecimal digits.</returns>
    public static string Compute(string text) => Hash(DigestFormat.Prefix, CanonicalForm.Of(text));

    /// <summary>Computes the digest of what is left of a type without the members that are reviewed by themselves.</summary>
    /// <param name="text">The declaration of the type, as for <see cref="Compute"/>.</param>
    /// <param name="members">Where those members are in the text, in its order: from the first token of each to its last.</param>
    /// <returns><c>r1:</c> and 32 lower-case hexadecimal digits.</returns>
    public static string ComputeRest(string text, IEnumerable<(int Start, int Length)> members)
    {
        var rest = new StringBuilder(text.Length);
        var position = 0;
        foreach (var (start, length) in members)
        {
            rest.Append(text, position, start - position).Append(' ');
            position = start + length;
        }

        return Hash(DigestFormat.RestPrefix, CanonicalForm.Of(rest.Append(text, position, text.Length - position).ToString()));
    }

    /// <summary>
    /// The digest of code that has several parts, such as a partial type: that of the one part, or of the sorted digests of all.
    /// </summary>
    /// <param name="partDigests">The digest of each part, in any order.</param>
    public static string Combine(IReadOnlyCollection<string> partDigests) => partDigests.Count == 1
        ? partDigests.ElementAt(0)
        : Hash(
            DigestFormat.Prefix,
            string.Concat(partDigests.OrderBy(digest => digest, StringComparer.Ordinal).Select(digest => digest + "\n")));

    private static string Hash(string prefix, string text) => prefix + Hex.Sha256(text).Substring(0, DigestFormat.Length);
}
