using ProvenanceAnalyzers.Build.Facts;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What options and policies want to know of history, and the tools that they make known.</summary>
/// <param name="Markers">Whether those who signed are wanted too.</param>
/// <param name="OwnTools">The ids of an organisation's own tools, in their ordinal order.</param>
internal sealed record EvidenceWishes(bool Markers, IReadOnlyList<string> OwnTools)
{
    private const string CustomTools = "provenance.custom_tools";

    /// <summary>How the key of an option ends that needs to know who signed.</summary>
    private static readonly string[] AboutMarkers = [".review_attestation", ".review_lines_per_commit"];

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
        var settings = paths.SelectMany(path => ConfigSettings.Find(path, TextOf(path))).ToList();
        var ids = settings
            .Where(setting => setting.Key == CustomTools)
            .SelectMany(setting => setting.Value.TrimStart('+').Split(','))
            .Where(pair => pair.IndexOf('=') > 0)
            .Select(pair => pair.Substring(0, pair.IndexOf('=')).Trim())
            .Where(id => id.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => id, StringComparer.Ordinal);
        return new EvidenceWishes(
            settings.Exists(setting => Array.Exists(AboutMarkers, end => setting.Key.EndsWith(end, StringComparison.Ordinal))), [.. ids]);
    }

    private static string TextOf(string path)
    {
        var text = new EvidenceText(path);
        text.Read();
        return text.Text ?? string.Empty;
    }
}
