using System.Text.Json;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>The libraries in the page of a report are those that <c>Report/Libraries</c> names, and nothing was done to them.</summary>
public sealed partial class PageLibrariesTests
{
    private const string Libraries = "src/ProvenanceAnalyzers.Tool/Report/Libraries";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["ag-grid-community"] = "AG Grid Community",
        ["echarts"] = "Apache ECharts",
    };

    [Fact]
    public void Their_licences_are_of_the_versions_that_are_bundled()
    {
        using var project = JsonDocument.Parse(Repository.Read($"{Libraries}/package.json"));
        var bundled = project.RootElement.GetProperty("dependencies").EnumerateObject()
            .Where(library => library.Name != "esbuild")
            .Select(library => $"{Titles[library.Name]} {library.Value.GetString()}");
        var licensed = TitleLine().Matches(Repository.Read($"{Libraries}/LIBRARIES.txt")).Select(match => match.Groups[1].Value);

        Assert.Equal(bundled.Order(StringComparer.Ordinal), licensed.Order(StringComparer.Ordinal));
    }

    [SlowFact("npm")]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task Bundling_them_again_gives_the_same_bytes()
    {
        using var project = await NpmProject.CreateAsync(Libraries);
        string[] bundles = [.. Directory.EnumerateFiles(Repository.PathOf(Libraries), "*.min.js").Select(file => Path.GetFileName(file))];
        foreach (var bundle in bundles)
        {
            File.Delete(project.PathOf(bundle));
        }

        await project.RunAsync("npm", "run build");

        Assert.Equal(2, bundles.Length);
        Assert.All(bundles, bundle => Assert.Equal(Repository.Read($"{Libraries}/{bundle}"), File.ReadAllText(project.PathOf(bundle))));
    }

    [GeneratedRegex(@"^(.+ [0-9.]+) \(\w+\.min\.js\)$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();
}
