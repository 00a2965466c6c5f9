using DuckDB.NET.Data;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>The statements of the document are run as they stand there, and answer what their comments ask.</summary>
public sealed class ReportDocumentTests
{
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
        using (var data = manifests.Read())
        {
            ReportTables.WriteParquet(data.Tables, manifests.PathOf("lake"));
        }

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = StatementOf(question).Replace("'lake/", $"'{manifests.PathOf("lake")}/", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Select(index => FormattableString.Invariant($"{reader.GetValue(index)}"))));
        }

        Assert.Equal(answer, rows);

        void Write(string repository, string day, string origin)
        {
            var unit = ReportedManifests.Unit(origin: origin);
            if (origin != "human")
            {
                unit["tools"] = new System.Text.Json.Nodes.JsonArray("codex");
            }

            manifests.Write($"m/repository={repository}/day={day}/Shop.provenance.jsonl", ReportedManifests.Manifest(units: unit));
        }
    }

    [Fact]
    public void Each_query_has_a_row_here() => Assert.Equal(
        Statements().Select(statement => statement.Question),
        Questions.Select(row => (string)row[0]));

    private static string StatementOf(string question) => Statements().Single(statement => statement.Question == question).Sql;

    private static IEnumerable<(string Question, string Sql)> Statements() => Repository.Read(Document)
        .Split("```sql\n")[1].Split("```")[0]
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(text => (text.Split('\n')[0]["-- ".Length..], text));
}
