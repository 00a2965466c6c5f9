using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tables;

/// <summary>
/// The files of the tables that <c>provenance report --parquet</c> writes, as this program or another has left them:
/// <c>units/repository=shop/day=2026-11-27/data_0.parquet</c>.
/// </summary>
/// <param name="Manifests">Those of the table of projects.</param>
/// <param name="Units">Those of the table of units.</param>
internal sealed partial record PartitionedTables(IReadOnlyList<TableFile> Manifests, IReadOnlyList<TableFile> Units)
{
    /// <summary>The tables below some folders; none below what is no folder.</summary>
    /// <exception cref="ToolException">Some of a table are missing.</exception>
    public static PartitionedTables Below(params IEnumerable<string> places)
    {
        var files = places.Where(Directory.Exists)
            .SelectMany(place => Directory.EnumerateFiles(Path.GetFullPath(place), "*.parquet", SearchOption.AllDirectories))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => (Table: PartitionOfTable().Match(path).Groups["table"].Value, File: TableFile.Of(path)))
            .ToLookup(file => file.Table, file => file.File, StringComparer.Ordinal);
        var tables = new PartitionedTables([.. files["manifests"]], [.. files["units"]]);
        var known = tables.Manifests.Select(file => file.Partition).ToHashSet();
        return tables.Units.FirstOrDefault(file => !known.Contains(file.Partition)) is { } alone
            ? throw new ToolException(
                $"'{alone.Path}' has units, and there are no manifests of that repository and day: give the whole folder that --parquet "
                + "was given, or write that day again.")
            : tables;
    }

    /// <summary>Whether some of them are below a folder.</summary>
    public bool AreBelow(string folder)
    {
        var beginning = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        return Manifests.Any(file => file.Path.StartsWith(beginning, Paths.Comparison));
    }

    [GeneratedRegex(@"[/\\](?<table>[a-z]+)[/\\]repository=[^/\\]+[/\\]day=\d{4}-\d{2}-\d{2}[/\\][^/\\]+$", RegexOptions.RightToLeft)]
    private static partial Regex PartitionOfTable();
}

/// <summary>A file of a table.</summary>
/// <param name="Path">The file, in full.</param>
/// <param name="Partition">The repository and the day of what is in it.</param>
internal sealed record TableFile(string Path, (string Repository, string Day) Partition)
{
    /// <summary>Places a file by the folders that it lies in, the nearest ones, whatever other folders are above them.</summary>
    public static TableFile Of(string path)
    {
        var placed = PlacedManifest.Of(path, string.Empty, string.Empty, isCurrent: false);
        return new TableFile(path, (placed.Repository, placed.Day));
    }
}
