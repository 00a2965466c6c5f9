using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What options and policies want to know of history, and the tools that they make known.</summary>
/// <param name="Markers">Whether those who signed are wanted too.</param>
/// <param name="OwnTools">The ids of an organisation's own tools, in their ordinal order.</param>
internal sealed record EvidenceWishes(bool Markers, IReadOnlyList<string> OwnTools)
{
    /// <summary>What an option is called that needs to know who signed.</summary>
    private static readonly string[] AboutMarkers = ["review_attestation", "review_lines_per_commit"];

    private static readonly Regex CustomTools = new(
        @"^[ \t]*provenance\.custom_tools[ \t]*[=:](.*)$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(5));

    /// <summary>The tools that trailers and notes may name: the catalogue's, and the organisation's own ones.</summary>
    public ToolIndex Tools { get; } = ToolIndex.With(OwnTools.ToDictionary(tool => tool, _ => string.Empty, StringComparer.Ordinal));

    /// <summary>What tells caches of different wishes apart.</summary>
    public string Key { get; } = (Markers ? "m" : string.Empty) + string.Concat(OwnTools.Select(tool => "," + tool));

    /// <summary>
    /// Reads configuration and policy files. A tool counts wherever it is named: what history shows of it does not depend on the section.
    /// </summary>
    /// <param name="paths">The paths of the files; one that cannot be read wants nothing.</param>
    public static EvidenceWishes Read(IEnumerable<string> paths)
    {
        var texts = new List<string>();
        foreach (var path in paths)
        {
            var text = new EvidenceText(path);
            text.Read();
            texts.Add(text.Text ?? string.Empty);
        }

        var ids = texts
            .SelectMany(text => CustomTools.Matches(text).Cast<Match>())
            .SelectMany(match => match.Groups[1].Value.Split(','))
            .Where(pair => pair.IndexOf('=') > 0)
            .Select(pair => pair.Substring(0, pair.IndexOf('=')).Trim(' ', '\t', '+'))
            .Where(id => id.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => id, StringComparer.Ordinal);
        return new EvidenceWishes(
            texts.Exists(text => Array.Exists(AboutMarkers, option => text.IndexOf(option, StringComparison.OrdinalIgnoreCase) >= 0)),
            [.. ids]);
    }
}
