using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>What the manifest's page calls Spark SQL is Spark SQL, by the grammar of Spark itself. It needs Node.js.</summary>
public sealed class SparkStatementsTests
{
    private const string ManifestPage = "src/ProvenanceAnalyzers.Package/docs/manifest.md";

    [SlowFact("npm")]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task The_statements_for_Spark_are_Spark_SQL_and_those_for_DuckDB_are_not()
    {
        using var parser = await NpmProject.CreateAsync("tests/ProvenanceAnalyzers.Tool.Tests/Report/Spark");
        await parser.RunAsync("npm", "exec esbuild -- parse.mjs --bundle --platform=node --outfile=parse.cjs --log-level=warning");
        var statements = Repository.Read(ManifestPage).Split("```sql\n").Skip(1).Select(block => block.Split("```")[0]).ToArray();

        Assert.Equal(2, statements.Length);
        Assert.NotEqual("", await parser.RunAsync("node", "parse.cjs", statements[0]));
        Assert.Equal("", await parser.RunAsync("node", "parse.cjs", statements[1]));
    }
}
