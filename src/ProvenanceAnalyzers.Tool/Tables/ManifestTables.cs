using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Tables;

/// <summary>
/// Manifests as tables of a DuckDB database, however many they are: what does not fit into its memory lies in a temporary folder.
/// <c>Tables/Sql/tables.sql</c> says which tables there are.
/// </summary>
internal sealed class ManifestTables : IDisposable
{
    private const string Memory = "1200MB";
    private const long SmallestObject = 16 << 20;

    // Projects without any unit have no file of units.
    private const string NoUnits =
        "(SELECT '' AS project, '' AS id, 0 AS lines, false AS counts, false AS aiMade, '' AS review, '' AS digest, '' AS due, "
        + "false AS excluded, '' AS filename WHERE false)";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create("tables");
    private readonly DuckDBConnection _connection;

    private readonly CancellationToken _cancellationToken;

    private ManifestTables(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            _connection.Open();
            // Not a database in a file, which is written whole and compressed, only to be thrown away: that takes twice as long.
            Execute(
                $"SET memory_limit = '{Memory}'; SET temp_directory = {Quoted(_folder.Path)}; SET preserve_insertion_order = false;");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Reads manifests into tables.</summary>
    /// <param name="manifests">The manifests, and where each belongs.</param>
    /// <param name="earlier">What earlier reports wrote as tables, for the trend and for what has changed.</param>
    /// <param name="cancellationToken">Ends that, and all that is asked of the tables later, in the middle of a statement too.</param>
    /// <exception cref="ToolException">One cannot be understood, or two are of one project.</exception>
    public static ManifestTables Read(
        IReadOnlyList<PlacedManifest> manifests, PartitionedTables earlier, CancellationToken cancellationToken)
    {
        var tables = new ManifestTables(cancellationToken);
        try
        {
            tables.ReadLines(manifests);
            tables.Execute(Sql.Read("Tables/tables.sql"));
            if (earlier.Manifests.Count > 0)
            {
                tables.ReadEarlier(earlier);
                tables.RefuseDoubles();
                tables.RefuseTorn();
            }
            else
            {
                tables.RefuseDoubles();
            }

            return tables;
        }
        catch (DuckDBException exception)
        {
            tables.Dispose();
            throw new ToolException($"The manifests cannot be laid out in '{Path.GetTempPath()}': {FirstLine(exception.Message)}");
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    /// <summary>Runs a query.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="parameters">Its parameters, as <c>$name</c>.</param>
    /// <returns>Its rows, by the names of the columns.</returns>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Query(string sql, params IEnumerable<(string Name, object Value)> parameters)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value));
        }

        return Interruptible(command, () =>
        {
            using var reader = command.ExecuteReader();
            var rows = new List<IReadOnlyDictionary<string, object?>>();
            while (reader.Read())
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                    reader.GetName, index => reader.IsDBNull(index) ? null : reader.GetValue(index), StringComparer.Ordinal));
            }

            return rows;
        });
    }

    /// <summary>Runs statements that have no result.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        Interruptible(command, command.ExecuteNonQuery);
    }

    /// <summary>Writes the rows of a query.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="path">The file or folder.</param>
    /// <param name="options">How, as DuckDB's <c>COPY</c> has it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string sql, string path, string options)
    {
        try
        {
            Execute($"COPY ({sql}) TO {Quoted(path)} ({options})");
        }
        catch (DuckDBException exception)
        {
            throw new IOException(FirstLine(exception.Message));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    /// <summary>A text as SQL has it.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private T Interruptible<T>(DuckDBCommand command, Func<T> run)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        using var registration = _cancellationToken.Register(command.Cancel);
        try
        {
            return run();
        }
        catch (DuckDBException) when (_cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellationToken);
        }
    }

    private void ReadLines(IReadOnlyList<PlacedManifest> manifests)
    {
        Execute("CREATE TABLE place (place INTEGER, file VARCHAR, repository VARCHAR, day VARCHAR, isCurrent BOOLEAN, isLines BOOLEAN)");
        Append("place", manifests.Index(), (row, manifest) => row
            .AppendValue(manifest.Index)
            .AppendValue(manifest.Item.Path)
            .AppendValue(manifest.Item.Repository)
            .AppendValue(manifest.Item.Day)
            .AppendValue(manifest.Item.IsCurrent)
            .AppendValue(ManifestReader.IsJsonLines(manifest.Item.Path)));

        var header = new[]
        {
            new Column(RecordNames.SchemaVersion, "VARCHAR"), new Column(RecordNames.Assembly, "VARCHAR"),
            new Column(RecordNames.Project, "VARCHAR"),
        };
        Read(
            "CREATE TABLE line AS SELECT place.* EXCLUDE isLines, read.* EXCLUDE filename "
            + "FROM $read AS read JOIN place ON place.file = read.filename",
            [.. manifests.Where(manifest => ManifestReader.IsJsonLines(manifest.Path))],
            "newline_delimited",
            [
                new Column(RecordNames.Record, "VARCHAR"), new Column(RecordNames.Lines, "INTEGER"), .. header, .. ManifestColumns.Line,
            ]);
        Read(
            "CREATE TABLE whole AS SELECT place.* EXCLUDE isLines, read.* EXCLUDE filename "
            + "FROM $read AS read JOIN place ON place.file = read.filename",
            [.. manifests.Where(manifest => !ManifestReader.IsJsonLines(manifest.Path))],
            "auto",
            [
                .. header, .. ManifestColumns.Project,
                new Column(RecordNames.Units, ManifestColumns.ListOf(ManifestColumns.Unit)),
                new Column(RecordNames.Findings, ManifestColumns.ListOf(ManifestColumns.FindingOutsideUnits)),
            ]);
        Execute(Sql.Read("Tables/lines.sql"));
        RefuseOtherSchemas();
    }

    private void Read(string statement, IReadOnlyList<PlacedManifest> manifests, string format, IEnumerable<Column> columns)
    {
        var types = string.Join(", ", columns.Select(column => $"'{column.Name}': {Quoted(column.Type)}"));
        var largest = manifests.Select(manifest => new FileInfo(manifest.Path).Length).DefaultIfEmpty(0).Max();
        var source = manifests.Count == 0
            ? $"(SELECT {string.Join(", ", columns.Select(column => $"NULL::{column.Type} AS \"{column.Name}\""))}, "
                + "NULL::VARCHAR AS filename WHERE false)"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"read_json([{string.Join(", ", manifests.Select(manifest => Quoted(manifest.Path)))}], format = '{format}', "
                + $"filename = true, maximum_object_size = {Math.Max(largest + 1, SmallestObject)}, columns = {{{types}}})");
        try
        {
            Execute(statement.Replace("$read", source, StringComparison.Ordinal));
        }
        catch (DuckDBException exception)
        {
            throw new ToolException($"A manifest cannot be understood: {FirstLine(exception.Message)}");
        }
    }

    private void ReadEarlier(PartitionedTables earlier)
    {
        var partitions = earlier.Manifests.Select(file => file.Partition).Distinct().Index()
            .ToDictionary(partition => partition.Item, partition => partition.Index);
        Execute("CREATE TABLE earlierPartition (partition INTEGER, repository VARCHAR, day VARCHAR)");
        Append("earlierPartition", partitions, (row, partition) => row
            .AppendValue(partition.Value).AppendValue(partition.Key.Repository).AppendValue(partition.Key.Day));
        Execute("CREATE TABLE earlierFile (filename VARCHAR, partition INTEGER)");
        Append("earlierFile", earlier.Manifests.Concat(earlier.Units), (row, file) => row
            .AppendValue(file.Path).AppendValue(partitions[file.Partition]));
        try
        {
            Execute($"CREATE VIEW earlierManifest AS SELECT project, units, filename FROM {Files(earlier.Manifests)}");
            Execute(
                "CREATE VIEW earlierUnits AS SELECT project, id, lines, counts, aiMade, review, digest, due, excluded, filename "
                + $"FROM {(earlier.Units.Count > 0 ? Files(earlier.Units) : NoUnits)}");
            Execute(Sql.Read("Tables/earlier.sql"));
        }
        catch (DuckDBException exception)
        {
            throw new ToolException($"A table of --history is not as report --parquet writes it: {FirstLine(exception.Message)}");
        }

        // What folders say is taken from the nearest ones, as of manifests: DuckDB would take any folder above that is called name=value.
        static string Files(IEnumerable<TableFile> files) =>
            $"read_parquet([{string.Join(", ", files.Select(file => Quoted(file.Path)))}], filename = true, hive_partitioning = false)";
    }

    private void RefuseTorn()
    {
        foreach (var row in Query(Sql.Read("Tables/torn.sql")))
        {
            throw new ToolException(
                $"'{row["file"]}' says that '{row["project"]}' has {row["said"]} units, and the table of units beside it has "
                + $"{row["found"]}: give the whole folder that --parquet was given, or write that day again.");
        }
    }

    private void Append<T>(string table, IEnumerable<T> rows, Func<IDuckDBAppenderRow, T, IDuckDBAppenderRow> append)
    {
        using var appender = _connection.CreateAppender(table);
        foreach (var row in rows)
        {
            append(appender.CreateRow(), row).EndRow();
        }
    }

    private void RefuseOtherSchemas()
    {
        foreach (var row in Query(Sql.Read("Tables/foreign.sql"), ("version", ManifestSchema.Version)))
        {
            throw new ToolException(row["version"] is string version && version != ManifestSchema.Version
                ? $"'{row["file"]}' has schema version {version}, and this tool reads {ManifestSchema.Version}: "
                    + "use the tool of the version that wrote it."
                : $"'{row["file"]}' is no manifest, or a torn one, or several in one.");
        }
    }

    private void RefuseDoubles()
    {
        foreach (var row in Query(Sql.Read("Tables/doubles.sql")))
        {
            var both = $"'{row["first"]}' and '{row["second"]}' are both manifests of '{row["project"]}'";
            throw new ToolException(((string)row["first"]! + row["second"]).Contains(".parquet", StringComparison.Ordinal)
                ? $"{both}, of one day: give one of them by --history, or write that day of the tables again."
                : $"{both}: give one of them, put those of each repository into a folder repository=NAME, and give those of other days by "
                    + "--history.");
        }
    }

    private static string FirstLine(string message) => new StringReader(message).ReadLine() ?? string.Empty;
}
