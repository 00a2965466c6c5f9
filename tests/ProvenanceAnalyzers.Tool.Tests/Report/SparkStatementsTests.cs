using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>What the manifest's page calls Spark SQL is Spark SQL, by the grammar of Spark itself. It needs Node.js.</summary>
public sealed class SparkStatementsTests
{
    private const string ManifestPage = "src/ProvenanceAnalyzers.Package/docs/manifest.md";

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task The_statements_for_Spark_are_Spark_SQL_and_those_for_DuckDB_are_not()
    {
        var folder = Directory.CreateTempSubdirectory("provenance-spark-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests/ProvenanceAnalyzers.Tool.Tests/Report/Spark")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            // Without a lock file, which would name the registry of whoever wrote it: the versions are exact, and their own few are theirs.
            await RunAsync(folder, "npm", "install --no-package-lock --no-audit --no-fund", "");
            await RunAsync(
                folder, "npm", "exec esbuild -- parse.mjs --bundle --platform=node --outfile=parse.cjs --log-level=warning", "");
            var statements = Repository.Read(ManifestPage).Split("```sql\n").Skip(1).Select(block => block.Split("```")[0]).ToArray();

            Assert.Equal(2, statements.Length);
            Assert.NotEqual("", await RunAsync(folder, "node", "parse.cjs", statements[0]));
            Assert.Equal("", await RunAsync(folder, "node", "parse.cjs", statements[1]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(DirectoryInfo folder, string program, string arguments, string input) =>
        (await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder.FullName)
            .WithStandardInputPipe(PipeSource.FromString(input))
            .ExecuteBufferedAsync()).StandardOutput;
}
