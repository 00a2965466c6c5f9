using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Review;

/// <summary>The digest that binds a review marker to the code it covers. The analyzers and the fixes use this one source.</summary>
internal static class CodeDigest
{
    /// <summary>Computes the digest of a declaration or of a file.</summary>
    /// <param name="text">
    /// A declaration, from the first character of its first token to the last one of its last; or the text of a file.
    /// </param>
    /// <returns><c>h1:</c> and 32 lower-case hexadecimal digits.</returns>
    public static string Compute(string text)
    {
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(CanonicalForm.Of(text)));
        var digest = new StringBuilder(HumanReview.DigestPrefix);
        for (var index = 0; index < HumanReview.DigestLength / 2; index++)
        {
            digest.Append(hash[index].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return digest.ToString();
    }

    /// <summary>The text of which a node's digest is: of a file all, of a declaration from its first token to its last.</summary>
    public static TextSpan SpanOf(SyntaxNode node) => node is CompilationUnitSyntax ? node.FullSpan : node.Span;
}
