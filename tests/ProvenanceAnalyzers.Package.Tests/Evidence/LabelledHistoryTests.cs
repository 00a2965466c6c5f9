using System.Globalization;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>The labelled history itself: large enough, of all kinds, and as git sees it too.</summary>
public sealed class LabelledHistoryTests
{
    [Fact]
    public async Task The_history_is_large_and_has_every_scenario_and_label()
    {
        using var folder = new TemporaryFolder("history");
        var history = await LabelledHistory.CreateAsync(folder.Path, LabelledHistory.FirstSeed);

        var count = await history.Repository.GitAsync("rev-list", "--count", "HEAD");
        var commits = int.Parse(count, CultureInfo.InvariantCulture);
        Assert.InRange(commits, 400, 2000);
        Assert.InRange(history.CodeFiles.Count(), 60, 100);
        Assert.All(Enum.GetValues<HistoryScenario>(), scenario =>
            Assert.InRange(history.Units.Count(unit => unit.Scenario == scenario), 10, 100));
        Assert.All(Enum.GetValues<Typist>(), typist =>
            Assert.Contains(history.Units.SelectMany(unit => unit.Counted), line => line.Label.Typist == typist));
        Assert.All(Enum.GetValues<KeptEvidence>(), kept =>
            Assert.Contains(history.Units.SelectMany(unit => unit.Counted), line => line.Label.Least == kept));
        foreach (var rule in ScenarioScores.Rules)
        {
            Assert.Contains(history.Units, unit => unit.Of(rule) == Verdict.Must);
            Assert.Contains(history.Units, unit => unit.Of(rule) == Verdict.MustNot);
        }
    }

    [Fact]
    public async Task One_seed_makes_one_history()
    {
        using var one = new TemporaryFolder("history");
        using var same = new TemporaryFolder("history");
        using var other = new TemporaryFolder("history");

        var ids = new List<string>();
        foreach (var (folder, seed) in new[] { (one, 1), (same, 1), (other, 2) })
        {
            var history = await LabelledHistory.CreateAsync(folder.Path, seed);
            ids.Add(await history.Repository.GitAsync("rev-parse", "HEAD", "refs/notes/ai"));
        }

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Fact]
    public async Task Where_only_the_author_tells_git_blame_finds_what_the_labels_say()
    {
        using var folder = new TemporaryFolder("history");
        var history = await LabelledHistory.CreateAsync(folder.Path, LabelledHistory.FirstSeed);
        var agents = HistoryPeople.Agents.Select(agent => agent.Account.Address).ToHashSet();

        var ofScenario = history.Units.Where(unit => unit.Scenario == HistoryScenario.AgentWithRequester);
        var authors = (await history.Repository.GitAsync("--no-replace-objects", "log", "--format=%H %ae"))
            .Trim().Split('\n').ToDictionary(line => line[..40], line => line[41..]);
        foreach (var path in ofScenario.Select(unit => unit.Path).Distinct())
        {
            var blame = await history.Repository.GitAsync(
                "--no-replace-objects", "blame", "-w", "-M", "-C", "-l", "-s", "--root", "HEAD", "--", path);
            var ids = blame.TrimEnd('\n').Split('\n').Select(line => line[..40]).ToList();
            var lines = history.Repository.Files[path];
            Assert.Equal(lines.Count, ids.Count);
            Assert.All(lines.Zip(ids).Where(pair => pair.First.IsCounted), pair =>
                Assert.Equal(pair.First.Label.Least == KeptEvidence.Commit, agents.Contains(authors[pair.Second])));
        }
    }
}
