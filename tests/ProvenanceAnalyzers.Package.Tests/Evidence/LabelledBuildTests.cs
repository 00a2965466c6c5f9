using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using Xunit.Abstractions;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>What a real build reports of a labelled history, against the labels: nothing false, nothing missed.</summary>
public sealed class LabelledBuildTests(PackedPackage package, ITestOutputHelper output) : IClassFixture<PackedPackage>
{
    private const string ReadMe = "tests/README.md";
    private const string Begin = "<!-- measured -->\n";
    private const string End = "<!-- /measured -->";

    public static TheoryData<int> Seeds => LabelledHistory.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nobody_is_accused_falsely_and_nothing_above_the_floor_is_missed(int seed)
    {
        using var workspace = package.NewWorkspace();
        var history = await LabelledHistory.CreateAsync(workspace.Root, seed);
        workspace.Add(LabelledHistory.Project, new TestProject());
        workspace.Configure("provenance.required_on = none\nprovenance.review_required = none\nprovenance.require_digest = false");

        var result = (await workspace.BuildAsync(
            "-p:ProvenanceEvidence=true", $"-p:ProvenanceEvidenceCache={workspace.PathOf(".sarif/cache")}")).MustSucceed();

        var units = history.CodeFiles
            .SelectMany(file => file.Value.Index().Select(line => (file.Key, line.Index, line.Item.Unit)))
            .ToDictionary(line => (line.Key, line.Index + 1), line => line.Unit);
        var reported = result.OurOwn
            .Where(diagnostic => ScenarioScores.Rules.Contains(diagnostic.Id))
            .Select(diagnostic => (units[(diagnostic.File, diagnostic.Line)]!, diagnostic.Id))
            .ToHashSet();
        var scores = new ScenarioScores(history.Units, reported);
        output.WriteLine(scores.ToTable());
        Assert.True(scores.Mistakes.Count == 0, $"{scores.Mistakes.Count} mistakes:\n{string.Join('\n', scores.Mistakes)}");
        if (seed == LabelledHistory.FirstSeed)
        {
            CompareWithReadMe(scores.ToTable());
        }
    }

    /// <summary>The page has the table of the first seed; the same variable as for what is derived writes it.</summary>
    private static void CompareWithReadMe(string table)
    {
        var path = Path.Combine(PackedPackage.RepositoryRoot, ReadMe);
        var text = File.ReadAllText(path);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var written = string.Concat(text.AsSpan(0, start), table, text.AsSpan(text.IndexOf(End, StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable("PROVENANCE_WRITE") == "true")
        {
            File.WriteAllText(path, written);
        }
        else
        {
            Assert.Equal(written, text);
        }
    }
}
