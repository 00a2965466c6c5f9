using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Commands;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Report;
using ProvenanceAnalyzers.Tool.Tables;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>What a report is written as, beside the page.</summary>
public sealed class ReportOutputTests : IDisposable
{
    private const string Evil = "a|b*c_d`e<script>f[g](h)\n# i";

    private readonly ReportedManifests _manifests = new();

    public void Dispose() => _manifests.Dispose();

    [Fact]
    public void A_summary_has_the_numbers_and_no_markup_of_a_manifest()
    {
        _manifests.Write(
            "Shop.provenance.json", ReportedManifests.Manifest(Evil, Made("reviewed", Evil), Made("stale", "codex", "T:B", 20)));
        using var data = _manifests.Read();

        var text = ReportTemplate.Render("summary.md", data);

        Assert.Contains("### Provenance: 2 units, 14 lines\n", text, StringComparison.Ordinal);
        Assert.Contains("| waiting for a review | 1 | 7 |\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a|b", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# i", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[g]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reviewed", "100 %, 100 % reviewed", "success")]
    [InlineData("stale", "100 %, 0 % reviewed", "important")]
    [InlineData("human", "0 %", "success")]
    [InlineData("broken", "100 %, 100 % reviewed", "critical")]
    public void A_badge_says_how_much_and_how_it_stands(string state, string message, string colour)
    {
        var unit = state == "human" ? ReportedManifests.Unit() : Made(state == "broken" ? "reviewed" : state, "codex");
        if (state == "broken")
        {
            unit["policy"] = new JsonArray("PROV3001");
        }

        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));
        using var data = _manifests.Read();

        var badge = JsonNode.Parse(ReportTemplate.Render("badge.json", data))!;

        Assert.Equal(
            (1, "AI-made", message, colour),
            (badge["schemaVersion"]!.GetValue<int>(), (string?)badge["label"], (string?)badge["message"], (string?)badge["color"]));
        var svg = System.Xml.Linq.XDocument.Parse(ReportTemplate.Render("badge.svg", data));
        Assert.Equal($"AI-made: {message}", svg.Root!.Attribute("aria-label")!.Value);
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 9, "0 %")]
    [InlineData(9, 9, "100 %")]
    [InlineData(1, 9999, "1 %")]
    [InlineData(9998, 9999, "99 %")]
    [InlineData(1, 3, "33 %")]
    public void What_is_not_all_is_not_called_all(int part, int whole, string text) =>
        Assert.Equal(text, ReportTemplate.Percent(part, whole));

    [Fact]
    public void A_table_of_units_has_a_row_for_each()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(
            units: [Made("reviewed", "with \"quotes\", and commas"), ReportedManifests.Unit("T:B", start: 20, end: 21)]));
        using var data = _manifests.Read();

        ReportTables.WriteCsv(data.Tables, _manifests.PathOf("it's units.csv"));

        Assert.Equal(
            [("T:A", "with \"quotes\", and commas", "7"), ("T:B", null, "2")],
            Ask("SELECT id, tools, lines::VARCHAR FROM "
                + $"read_csv('{_manifests.PathOf("it''s units.csv")}', header = true, all_varchar = true) ORDER BY id"));
    }

    /// <summary>What a database writes beside a file has neither its rights nor an end when it fails.</summary>
    [FactNeeding(Needs.Linux)]
    [UnsupportedOSPlatform("windows")]
    public void A_table_that_is_written_again_has_the_rights_it_had_and_nothing_beside_it()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit()));
        using var data = _manifests.Read();
        var path = _manifests.PathOf("units.csv");
        ReportTables.WriteCsv(data.Tables, path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        ReportTables.WriteCsv(data.Tables, path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        data.Tables.Execute("DROP TABLE unit");
        Assert.Throws<ToolException>(() => ReportTables.WriteCsv(data.Tables, path));
        Assert.Equal(
            [_manifests.PathOf("Shop.provenance.json"), path],
            Directory.GetFileSystemEntries(_manifests.Folder).Order(StringComparer.Ordinal));
    }

    /// <summary>One of the places cannot be taken: the others are as they were.</summary>
    [Theory]
    [InlineData("units/repository=shop/day=2026-11-27")]
    [InlineData("findings/repository=shop")]
    public void Tables_for_a_warehouse_are_all_replaced_or_none(string taken)
    {
        var unit = ReportedManifests.Unit();
        var manifest = ReportedManifests.Manifest(units: unit);
        manifest["findings"] = new JsonArray(ReportedManifests.Finding("PROV0001"));
        _manifests.Write("repository=shop/Shop.provenance.json", manifest);
        using var data = _manifests.Read();
        ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake"));
        Directory.Delete(_manifests.PathOf($"lake/{taken}"), recursive: true);
        File.WriteAllText(_manifests.PathOf($"lake/{taken}"), "a file");
        var before = FilesIn("lake");

        Assert.StartsWith(
            $"'{_manifests.PathOf("lake")}' cannot be written, and is left as it was: ",
            Assert.Throws<ToolException>(() => ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake"))).Message,
            StringComparison.Ordinal);

        Assert.Equal(before, FilesIn("lake"));
    }

    [Fact]
    public void Tables_for_a_warehouse_are_replaced_day_by_day()
    {
        const string Day = "repository=shop%2Fweb/day=2026-11-01/Shop.provenance.json";
        _manifests.Write(Day, ReportedManifests.Manifest(
            units: [Made("reviewed", "codex"), ReportedManifests.Unit("T:B", start: 20, end: 21)]));
        WriteParquet("repository=shop%2Fweb");
        _manifests.Write(Day, ReportedManifests.Manifest(units: ReportedManifests.Unit("T:C")));
        _manifests.Write(
            "repository=other/day=2026-11-02/Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit("T:D")));
        WriteParquet("repository=shop%2Fweb");
        WriteParquet("repository=other");

        Assert.Equal(
            [("other", "T:D", "2026-11-02"), ("shop/web", "T:C", "2026-11-01")],
            Ask("SELECT repository, id, day::VARCHAR FROM "
                + $"read_parquet('{_manifests.PathOf("lake")}/units/*/*/*.parquet', hive_partitioning = true) ORDER BY 1"));

        void WriteParquet(string folder)
        {
            using var data = _manifests.Read(folder);
            ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake"));
        }
    }

    [Fact]
    public void Tables_for_a_warehouse_are_there_as_they_were_until_all_is_written()
    {
        _manifests.Write("repository=shop/Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit("T:A")));
        using (var data = _manifests.Read())
        {
            ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake"));
        }

        var before = FilesIn("lake");
        _manifests.Write("repository=shop/Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit("T:B")));
        using var interrupted = new CancellationTokenSource();
        using (var data = ReportData.Read(_manifests.RequestFor(string.Empty), interrupted.Token))
        {
            data.Tables.Execute("DROP TABLE line");
            Assert.Throws<ToolException>(() => ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake")));
            Assert.Equal(before, FilesIn("lake"));
            interrupted.Cancel();
            Assert.Throws<OperationCanceledException>(() => ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake")));
        }

        Assert.Equal(before, FilesIn("lake"));
        Assert.Equal(
            [("T:A", "shop", "")],
            Ask("SELECT id, repository, '' FROM "
                + $"read_parquet('{_manifests.PathOf("lake")}/units/**/*.parquet', hive_partitioning = true)"));
    }

    [Fact]
    public async Task A_query_that_runs_ends_when_somebody_ends_it()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest());
        using var interrupted = new CancellationTokenSource();
        using var data = ReportData.Read(_manifests.RequestFor(string.Empty), interrupted.Token);

        var asked = Task.Run(() => data.Tables.Query("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"));
        await Task.Delay(TimeSpan.FromMilliseconds(100));
        await interrupted.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => asked.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Tables_for_a_warehouse_need_a_repository()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest());
        using var data = _manifests.Read();

        Assert.Contains(
            "give --repository NAME",
            Assert.Throws<ToolException>(() => ReportTables.WriteParquet(data.Tables, _manifests.PathOf("lake"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_said()
    {
        Assert.StartsWith("Say what to write: ", Assert.Throws<ToolException>(() => ReportOutputs.Of(null, null, [], null, null)).Message);
        Assert.StartsWith(
            "'badge.png' is no badge", Assert.Throws<ToolException>(() => ReportOutputs.Of(null, null, ["badge.png"], null, null)).Message);
        Assert.StartsWith(
            "A name of what is to be written is empty",
            Assert.Throws<ToolException>(() => ReportOutputs.Of(" ", null, [], null, null)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has the name of a manifest",
            Assert.Throws<ToolException>(() => ReportOutputs.Of(null, null, [], "Shop.provenance.json", null)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("'yesterday' is no day", Assert.Throws<ToolException>(() => ReportCommand.DayOf("yesterday")).Message);
        Assert.Equal("2026-11-27", ReportCommand.DayOf("2026-11-27"));
    }

    [Fact]
    public void Each_statement_of_a_query_has_a_comment_that_says_what_it_answers() => Assert.All(
        typeof(Sql).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)),
        name => Assert.StartsWith("-- ", Sql.Read(name), StringComparison.Ordinal));

    private List<(string, DateTime)> FilesIn(string folder) =>
    [
        .. Directory.GetFileSystemEntries(_manifests.PathOf(folder), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.Exists(path) ? File.GetLastWriteTimeUtc(path) : default)),
    ];

    private static JsonObject Made(string review, string tool, string id = "T:A", int start = 3)
    {
        var unit = ReportedManifests.Unit(id, start: start, end: start + 6, origin: "generated");
        unit["tools"] = new JsonArray(tool);
        unit["annotations"] = new JsonArray(ReportedManifests.Annotation("generated", tool));
        (unit["review"], unit["reviewsRequired"]) = (review, 1);
        return unit;
    }

    private static List<(string?, string?, string?)> Ask(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string?, string?, string?)>();
        while (reader.Read())
        {
            rows.Add((Text(0), Text(1), Text(2)));
        }

        return rows;

        string? Text(int index) => reader.IsDBNull(index) ? null : reader.GetString(index);
    }
}
