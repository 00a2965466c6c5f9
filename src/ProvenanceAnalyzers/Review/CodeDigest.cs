using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Review;

/// <summary>The digest that binds a review marker to the code it covers. The analyzers and the fixes use this one source.</summary>
internal static class CodeDigest
{
    /// <summary>Computes the digest of a declaration or of a file.</summary>
    /// <param name="text">
    /// A declaration, from the first character of its first token to the last one of its last; or the text of a file.
    /// </param>
    /// <returns><c>h1:</c> and 32 lower-case hexadecimal digits.</returns>
    public static string Compute(string text) => Hash(CanonicalForm.Of(text));

    /// <summary>The digest of code that has several parts, such as a partial type: that of the one part, or of the sorted digests of all.</summary>
    /// <param name="partDigests">The digest of each part, in any order.</param>
    public static string Combine(IReadOnlyCollection<string> partDigests) =>
        partDigests.Count == 1 ? partDigests.ElementAt(0) : Hash(string.Concat(partDigests.OrderBy(digest => digest, StringComparer.Ordinal).Select(digest => digest + "\n")));

    /// <summary>The text of which a node's digest is: of a file all, of a declaration from its first token to its last.</summary>
    public static TextSpan SpanOf(SyntaxNode node) => node is CompilationUnitSyntax ? node.FullSpan : node.Span;

    private static string Hash(string text)
    {
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(text));
        var digest = new StringBuilder(DigestForm.Prefix);
        for (var index = 0; index < DigestForm.Length / 2; index++)
        {
            digest.Append(hash[index].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return digest.ToString();
    }
}
