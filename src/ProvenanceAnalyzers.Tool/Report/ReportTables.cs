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
        OutputFile.Write(path, file => tables.Write(Query("csv"), file, "FORMAT csv, HEADER"));
    }

    /// <summary>
    /// Writes the tables into <c>TABLE/repository=NAME/day=YYYY-MM-DD</c>, and replaces what is there of the same day once all is written.
    /// </summary>
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

        var target = Directory.CreateDirectory(Path.GetFullPath(folder));

        // What its name begins with is overlooked by those who read the folders around it.
        var temporary = target.CreateSubdirectory($".{Guid.NewGuid():N}.tmp");
        try
        {
            foreach (var table in PartitionedTables)
            {
                target.CreateSubdirectory(table);
                tables.Write(
                    Query($"{table}.parquet"),
                    Path.Combine(temporary.FullName, table),
                    "FORMAT parquet, PARTITION_BY (repository, day)");
            }

            foreach (var place in tables.Query("SELECT DISTINCT repository, day FROM place WHERE isCurrent"))
            {
                foreach (var table in PartitionedTables)
                {
                    var partition = Path.Combine(table, Partition("repository", place), Partition("day", place));
                    Replace(Path.Combine(target.FullName, partition), Path.Combine(temporary.FullName, partition));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{folder}' cannot be written: {exception.Message}");
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static string Query(string name) => Sql.Read($"Report/{name}.sql").TrimEnd().TrimEnd(';');

    private static string Partition(string column, IReadOnlyDictionary<string, object?> row) =>
        $"{column}={Uri.EscapeDataString((string)row[column]!)}";

    /// <summary>Moves a folder to where another may be, which is away then; there may be none that is moved.</summary>
    private static void Replace(string folder, string by)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(by))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.Move(by, folder);
        }
    }
}
