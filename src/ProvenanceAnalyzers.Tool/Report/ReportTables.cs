using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tables;

namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>Writes tables for other programs.</summary>
internal static class ReportTables
{
    private const string New = "new";

    private static readonly string[] PartitionedTables = ["manifests", "units", "findings"];

    /// <summary>Writes a row for each unit.</summary>
    /// <param name="tables">The manifests.</param>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="read">What was read, and is not written over.</param>
    public static void WriteCsv(ManifestTables tables, string path, params IReadOnlyCollection<string> read) => OutputFile.Write(
        path, file => tables.Write(Query("csv"), file, "FORMAT csv, HEADER, USE_TMP_FILE false"), read);

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

        var written = new List<(string Folder, TemporaryFolder Temporary)>();
        try
        {
            foreach (var table in PartitionedTables)
            {
                var target = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(folder), table)).FullName;
                var temporary = TemporaryFolder.CreateIn(target);
                written.Add((target, temporary));
                tables.Write(
                    Query($"{table}.parquet"),
                    Path.Combine(temporary.Path, New),
                    "FORMAT parquet, PARTITION_BY (repository, day)");
            }

            var places = tables.Query("SELECT DISTINCT repository, day FROM place WHERE isCurrent")
                .Select(place => Path.Combine(Partition("repository", place), Partition("day", place)))
                .ToList();
            ReplacedFile.Alone(() => Replace(
            [
                .. written.SelectMany(table => places.Select(place => (
                    Path.Combine(table.Folder, place),
                    Path.Combine(table.Temporary.Path, New, place),
                    Path.Combine(table.Temporary.Path, "old", place)))),
            ]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{folder}' cannot be written, and is left as it was: {exception.Message}");
        }
        finally
        {
            written.ForEach(table => table.Temporary.Dispose());
        }
    }

    private static string Query(string name) => Sql.Read($"Report/{name}.sql").TrimEnd().TrimEnd(';');

    private static string Partition(string column, IReadOnlyDictionary<string, object?> row) =>
        $"{column}={Uri.EscapeDataString((string)row[column]!)}";

    /// <summary>Moves folders to where others may be, all of them or none; there may be none that is moved.</summary>
    private static void Replace(IReadOnlyList<(string Folder, string By, string Old)> moves)
    {
        var undo = new Stack<(string From, string To)>();
        try
        {
            foreach (var (folder, by, old) in moves)
            {
                Move(folder, old, undo);
                Move(by, folder, undo);
            }
        }
        catch
        {
            foreach (var (from, to) in undo)
            {
                Directory.Move(to, from);
            }

            throw;
        }
    }

    private static void Move(string from, string to, Stack<(string From, string To)> undo)
    {
        if (Directory.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            Directory.Move(from, to);
            undo.Push((from, to));
        }
    }
}
