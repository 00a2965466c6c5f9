using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Ci;

/// <summary>A block of docs/ci.md that somebody copies.</summary>
/// <param name="Section">The title above it; empty above the first.</param>
/// <param name="Language">What follows the three backticks.</param>
/// <param name="Text">The lines, each with its line end.</param>
internal sealed partial record PageFence(string Section, string Language, string Text)
{
    public const string Page = "src/ProvenanceAnalyzers.Package/docs/ci.md";

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<PageFence> ReadAll()
    {
        var page = File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, Page)).ReplaceLineEndings("\n");
        var section = string.Empty;
        var fences = new List<PageFence>();
        foreach (Match match in TitleOrFence().Matches(page))
        {
            if (match.Groups["title"].Success)
            {
                section = match.Groups["title"].Value;
            }
            else
            {
                fences.Add(new PageFence(section, match.Groups["language"].Value, match.Groups["text"].Value));
            }
        }

        return fences;
    }

    [GeneratedRegex(@"^(## (?<title>.+)|```(?<language>\w+)\n(?<text>(.*\n)*?)```)$", RegexOptions.Multiline)]
    private static partial Regex TitleOrFence();
}
