using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The marker that a message shows, to be copied by whoever reviews: who that is and when, only the reviewer knows. No message shows a
/// digest without it: put into a marker that is signed already, it would be a review that nobody made.
/// </summary>
internal static class MarkerText
{
    /// <summary>Writes a marker whose reviewer and day are still to be filled in.</summary>
    /// <param name="attributeTarget">What it begins with: <c>assembly: </c>, <c>property: </c>, mostly nothing.</param>
    /// <param name="path">The path that it must name, or null.</param>
    /// <param name="digest">The digest of what is reviewed, as it is now.</param>
    public static string Write(string attributeTarget, string? path, string digest)
    {
        var target = path != null ? $"Target = \"{path}\", " : string.Empty;
        return $"[{attributeTarget}HumanReviewed(\"...\", \"yyyy-MM-dd\", {target}Digest = \"{digest}\")]";
    }

    /// <summary>Writes what is to stand instead of a marker that is there.</summary>
    /// <param name="marker">The marker that is there.</param>
    /// <param name="path">The path that it must name, or null.</param>
    /// <param name="digest">The digest of what is reviewed, as it is now.</param>
    public static string Renew(ReviewMarker marker, string? path, string digest) => Write(
        marker.Syntax?.GetSyntax().Parent is AttributeListSyntax { Target: { } target } ? $"{target.Identifier.Text}: " : string.Empty,
        path,
        digest);
}
