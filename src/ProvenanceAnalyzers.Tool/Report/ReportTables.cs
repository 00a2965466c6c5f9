using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tables;

namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>Writes tables for other programs.</summary>
internal static class ReportTables
{
    private static readonly string[] PartitionedTables = ["manifests", "units", "findings"];

    /// <summary>Writes a row for each unit.</summary>
    /// <param name="tables">The manifests.</param>
    /// <param name="path">The file, which is replaced.</param>
    public static void WriteCsv(ManifestTables tables, string path)
    {
        var file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        tables.Write(Query("csv"), file, "FORMAT csv, HEADER");
    }

    /// <summary>Writes the tables into <c>TABLE/repository=NAME/day=YYYY-MM-DD</c>, and replaces what is there of the same day.</summary>
    /// <param name="tables">The manifests.</param>
    /// <param name="folder">The folder that has a folder for each table.</param>
    /// <exception cref="ToolException">A manifest belongs to no repository.</exception>
    public static void WriteParquet(ManifestTables tables, string folder)
    {
        if (tables.Query("SELECT file FROM place WHERE isCurrent AND repository = '' ORDER BY file LIMIT 1") is [var row])
        {
            throw new ToolException(
                $"'{row["file"]}' belongs to no repository, by which tables are divided: give --repository NAME, "
                + "or put it into a folder repository=NAME.");
        }

        foreach (var table in PartitionedTables)
        {
            var target = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(folder), table)).FullName;
            foreach (var place in tables.Query("SELECT DISTINCT repository, day FROM place WHERE isCurrent"))
            {
                Remove(Path.Combine(target, Partition("repository", place), Partition("day", place)));
            }

            tables.Write(
                Query($"{table}.parquet"), target, "FORMAT parquet, PARTITION_BY (repository, day), OVERWRITE_OR_IGNORE");
        }
    }

    private static string Query(string name) => Sql.Read($"Report/{name}.sql").TrimEnd().TrimEnd(';');

    private static string Partition(string column, IReadOnlyDictionary<string, object?> row) =>
        $"{column}={Uri.EscapeDataString((string)row[column]!)}";

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
