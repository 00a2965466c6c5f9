using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>The statements of the document are run as they stand there, and answer what their comments ask.</summary>
public sealed class ReportDocumentTests
{
    private const string ManifestPage = "src/ProvenanceAnalyzers.Package/docs/manifest.md";
    private const string Document = "src/ProvenanceAnalyzers.Package/docs/report.md";

    /// <summary>Each row: the question, and what comes out for the repositories below.</summary>
    public static TheoryData<string, string[]> Questions => new()
    {
        { "How did the share change by month?", ["2026-10|0", "2026-11|0.75"] },
        { "What became AI-made since a day?", ["shop|src/Shop/Shop.csproj|T:A"] },
        { "Which code is the same in two repositories?", ["h1:00000000000000000000000000000000|2|T:A"] },
        { "Which repositories use a tool that is not approved?", ["other|codex|1", "shop|codex|1"] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_query_answers_its_question(string question, string[] answer)
    {
        using var manifests = new ReportedManifests();
        Write("shop", "2026-10-01", "human");
        Write("shop", "2026-11-01", "human");
        Write("shop", "2026-11-27", "generated");
        Write("other", "2026-11-27", "generated");
        Write("other", "2026-11-28", "generated");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        var rows = Ask(connection, StatementOf(question).Replace("'lake/", $"'{manifests.PathOf("lake")}/", StringComparison.Ordinal));

        Assert.Equal(answer, rows);

        void Write(string repository, string day, string origin)
        {
            var unit = ReportedManifests.Unit(origin: origin);
            if (origin != "human")
            {
                unit["tools"] = new JsonArray("codex");
            }

            var folder = $"m/repository={repository}/day={day}";
            manifests.Write($"{folder}/Shop.provenance.jsonl", ReportedManifests.Manifest(units: unit));
            using var data = manifests.Read(folder);
            ReportTables.WriteParquet(data.Tables, manifests.PathOf("lake"));
        }
    }

    [Fact]
    public void The_manifests_own_page_asks_what_its_comments_say()
    {
        using var manifests = new ReportedManifests();
        var made = ReportedManifests.Unit(origin: "generated");
        made["providers"] = new JsonArray("openai");
        made["reviews"] = new JsonArray(
            ReportedManifests.Review("bob@example.com"), ReportedManifests.Review("bob@example.com", false, "stale"));
        var undeclared = ReportedManifests.Unit("T:B", start: 20, end: 21);
        undeclared["due"] = "PROV1001";
        manifests.Write("manifests/Shop.provenance.jsonl", ReportedManifests.Manifest(units: [made, undeclared]));
        var statements = Repository.Read(ManifestPage).Split("```sql\n")[1].Split("```")[0]
            .Replace("'manifests/", $"'{manifests.PathOf("manifests")}/", StringComparison.Ordinal)
            .Split(";\n", StringSplitOptions.RemoveEmptyEntries);

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();

        Assert.Equal(
            [[], ["Shop|T:A|A.cs|[openai]"], ["Shop|1|2"], ["bob@example.com|2|1"]],
            statements.Select(statement => Ask(connection, statement)));
    }

    [Fact]
    public void Each_query_has_a_row_here() => Assert.Equal(
        Statements().Select(statement => statement.Question),
        Questions.Select(row => (string)row[0]));

    private static List<string> Ask(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(index => Text(reader.GetValue(index)))));
        }

        return rows;
    }

    private static string Text(object value) =>
        value is IEnumerable<string> list ? $"[{string.Join(", ", list)}]" : FormattableString.Invariant($"{value}");

    private static string StatementOf(string question) => Statements().Single(statement => statement.Question == question).Sql;

    private static IEnumerable<(string Question, string Sql)> Statements() => Repository.Read(Document)
        .Split("```sql\n")[1].Split("```")[0]
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(text => (text.Split('\n')[0]["-- ".Length..], text));
}
