using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Tool.Tables;

/// <summary>
/// A manifest, and where and when it belongs, which it does not say itself: in folders called <c>repository=shop/day=2026-11-27</c>, as
/// partitions of data lakes are.
/// </summary>
/// <param name="Path">The file, in full.</param>
/// <param name="Repository">The repository; empty where nobody says.</param>
/// <param name="Day">The day, as <c>2026-11-27</c>.</param>
/// <param name="IsCurrent">Whether it is reported on, and not only what was before.</param>
internal sealed partial record PlacedManifest(string Path, string Repository, string Day, bool IsCurrent)
{
    /// <summary>Places a manifest by the folders that it lies in.</summary>
    /// <param name="path">The file, in full.</param>
    /// <param name="repository">Its repository, where no folder says so.</param>
    /// <param name="day">Its day, where no folder says so.</param>
    /// <param name="isCurrent">Whether it is reported on.</param>
    public static PlacedManifest Of(string path, string repository, string day, bool isCurrent) =>
        new(path, Partition(RepositoryFolder(), path) ?? repository, Partition(DayFolder(), path) ?? day, isCurrent);

    private static string? Partition(Regex folder, string path) =>
        folder.Match(path) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;

    [GeneratedRegex(@"[/\\]repository=([^/\\]+)[/\\]", RegexOptions.RightToLeft)]
    private static partial Regex RepositoryFolder();

    [GeneratedRegex(@"[/\\]day=(\d{4}-\d{2}-\d{2})[/\\]", RegexOptions.RightToLeft)]
    private static partial Regex DayFolder();
}
