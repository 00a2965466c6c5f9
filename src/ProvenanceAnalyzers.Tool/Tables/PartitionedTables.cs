using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Tool.Tables;

/// <summary>
/// The files of the tables that <c>provenance report --parquet</c> writes, as this program or another has left them:
/// <c>units/repository=shop/day=2026-11-27/data_0.parquet</c>.
/// </summary>
/// <param name="Manifests">Those of the table of projects.</param>
/// <param name="Units">Those of the table of units.</param>
internal sealed partial record PartitionedTables(IReadOnlyList<string> Manifests, IReadOnlyList<string> Units)
{
    /// <summary>No tables.</summary>
    public static PartitionedTables None { get; } = new([], []);

    /// <summary>All files.</summary>
    public IEnumerable<string> Files => Manifests.Concat(Units);

    /// <summary>The tables below a folder; none below what is no folder.</summary>
    public static PartitionedTables Below(string place)
    {
        if (!Directory.Exists(place))
        {
            return None;
        }

        var files = Directory.EnumerateFiles(Path.GetFullPath(place), "*.parquet", SearchOption.AllDirectories)
            .Select(path => (Path: path, Table: PartitionOfTable().Match(path).Groups[1].Value))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToLookup(file => file.Table, file => file.Path, StringComparer.Ordinal);
        return new PartitionedTables([.. files["manifests"]], [.. files["units"]]);
    }

    /// <summary>Several together, each file once.</summary>
    public static PartitionedTables Together(IEnumerable<PartitionedTables> tables)
    {
        var all = tables.ToList();
        return new PartitionedTables(
            [.. all.SelectMany(one => one.Manifests).Distinct(StringComparer.Ordinal)],
            [.. all.SelectMany(one => one.Units).Distinct(StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"[/\\]([a-z]+)[/\\]repository=[^/\\]+[/\\]day=\d{4}-\d{2}-\d{2}[/\\][^/\\]+$", RegexOptions.RightToLeft)]
    private static partial Regex PartitionOfTable();
}
