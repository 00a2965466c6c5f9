using System.Globalization;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>
/// A git repository with a class library in it, whose history is made so that of each line it is known who typed it and what history still
/// shows of that. Nothing of the code under test has a say in it. The same seed makes the same history.
/// </summary>
internal sealed class LabelledHistory
{
    /// <summary>The folder and the name of the class library.</summary>
    public const string Project = "History";

    public const int FirstSeed = 20251127;

    private static readonly HistoryScenario[] Ordinary =
    [
        HistoryScenario.PlainAgent, HistoryScenario.AgentWithRequester, HistoryScenario.AgentWithHelper,
        HistoryScenario.AgentWithPusher, HistoryScenario.HumanWithTrailer, HistoryScenario.AcceptedSuggestion,
        HistoryScenario.PersonWithToolName, HistoryScenario.AssistedByHuman, HistoryScenario.OtherBots,
        HistoryScenario.Laundering,
    ];

    /// <summary>The seeds to try: one, and as many more as an environment variable says.</summary>
    public static TheoryData<int> Seeds
    {
        get
        {
            var more = Environment.GetEnvironmentVariable("PROVENANCE_HISTORY_SEEDS");
            var count = 1 + (more == null ? 0 : int.Parse(more, CultureInfo.InvariantCulture));
            return [.. Enumerable.Range(FirstSeed, count)];
        }
    }

    private LabelledHistory(HistoryRepository repository, IReadOnlyList<LabelledUnit> units)
    {
        Repository = repository;
        Units = units;
    }

    public HistoryRepository Repository { get; }

    public IReadOnlyList<LabelledUnit> Units { get; }

    /// <summary>The files of code by their paths in the repository, with their lines as they are at last.</summary>
    public IEnumerable<KeyValuePair<string, List<LabelledLine>>> CodeFiles =>
        Repository.Files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Makes the history in a folder, which may have other files that are not part of it.</summary>
    public static async Task<LabelledHistory> CreateAsync(string root, int seed)
    {
        var repository = new HistoryRepository(root);
        await repository.CreateAsync();
        var random = new Random(seed);
        var readMe = new Dictionary<string, string> { ["README.md"] = "History\n" };
        var first = repository.CommitTo(HistoryRepository.Main, HistoryPeople.Bob, HistoryPeople.Bob, "Begin", readMe);
        var draft = new HistoryDraft(repository, random) { First = first };
        for (var commits = 0; commits < 3; commits++)
        {
            draft.CommitElsewhere();
        }

        var records = new RecordScenarios(draft);
        var branches = new BranchScenarios(draft);
        var moved = draft.FilesOf(HistoryScenario.Move).ToList();
        var rebased = draft.FilesOf(HistoryScenario.Rebase).ToList();
        var merged = draft.FilesOf(HistoryScenario.ConflictingMerge).ToList();
        var reverted = draft.FilesOf(HistoryScenario.Revert).ToList();
        Interleave(
            random,
            [
                .. WithoutBranches(draft, records),
                .. rebased.Select(file => BranchScenarios.Begin(draft, file.Path)),
                .. moved.Concat(merged).Concat(reverted).Select(file => GrowWithAgents(draft, file.Path, file.Units)),
            ]);
        await repository.FlushAsync();

        branches.BranchOff(rebased);
        branches.Diverge(merged);
        await repository.FlushAsync();
        repository.Note(records.Notes.Concat(branches.NotesBefore));
        await repository.FlushAsync();
        await repository.GitAsync("reset", "--quiet", "--hard", HistoryRepository.Main);
        var renumbered = await branches.RebaseAsync();
        await branches.MergeAsync(merged);
        await EditScenarios.MoveAsync(draft, moved);
        await EditScenarios.RevertAsync(draft, reverted);

        repository.Note(renumbered);
        branches.Sign(rebased);
        Launder(draft, records.TracesText());
        await repository.FlushAsync();
        await ReplaceAsync(repository, draft.Ignored[^1]);
        await repository.GitAsync("reset", "--quiet", "--hard", HistoryRepository.Main);
        Settle(repository, draft.Units);
        return new LabelledHistory(repository, draft.Units);
    }

    private static IEnumerable<IEnumerable<HistoryCommit>> WithoutBranches(HistoryDraft draft, RecordScenarios records)
    {
        foreach (var scenario in Ordinary)
        {
            foreach (var (path, units) in draft.FilesOf(scenario))
            {
                yield return OrdinaryScenarios.Write(draft, scenario, path, units);
            }
        }

        yield return EditScenarios.OneWordEdits(draft, [.. draft.FilesOf(HistoryScenario.OneWordEdits)]);
        foreach (var (number, (path, units)) in draft.FilesOf(HistoryScenario.Formatter).Index())
        {
            yield return EditScenarios.Formatter(draft, number, path, units);
        }

        foreach (var (number, (path, units)) in draft.FilesOf(HistoryScenario.MoveWithEdits).Index())
        {
            yield return EditScenarios.MoveWithEdits(draft, number, path, units);
        }

        foreach (var (number, (path, units)) in draft.FilesOf(HistoryScenario.GitAINotes).Index())
        {
            var special = number == 0 ? $"{Project}/{HistoryScenario.GitAINotes}/Größe mit Abstand.cs" : path;
            if (number == 1)
            {
                draft.Repository.WithCrLf.Add(special);
            }

            yield return records.GitAI(special, units);
        }

        foreach (var (number, (path, units)) in draft.FilesOf(HistoryScenario.AgentTrace).Index())
        {
            yield return records.Traced(number, path, units);
        }
    }

    private static IEnumerable<HistoryCommit> GrowWithAgents(HistoryDraft draft, string path, IReadOnlyList<LabelledUnit> units)
    {
        var hands = units.ToDictionary(unit => unit, _ => HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents)));
        return draft.Grow(path, units, unit => hands[unit]);
    }

    private static void Interleave(Random random, IReadOnlyList<IEnumerable<HistoryCommit>> scripts)
    {
        var running = scripts.Select(script => script.GetEnumerator()).ToList();
        while (running.Count > 0)
        {
            var next = running[random.Next(running.Count)];
            if (!next.MoveNext())
            {
                running.Remove(next);
                next.Dispose();
            }
        }
    }

    /// <summary>Commits what makes agents people and a human an AI, and has an agent's commits passed over; and the traces.</summary>
    private static void Launder(HistoryDraft draft, string traces)
    {
        var repository = draft.Repository;
        var ignored = draft.Ignored.Select(commit => commit.Id).Prepend("# Formatted").Append(string.Empty);
        string[] names =
        [
            "Petra Person <petra@example.com> <cursoragent@cursor.com>",
            "Petra Person <petra@example.com> Claude <noreply@anthropic.com>",
            $"Petra Person <petra@example.com> <{HistoryPeople.Agents[0].Account.Address}>",
            $"Claude <noreply@anthropic.com> <{HistoryPeople.Carl.Address}>",
        ];
        repository.CommitTo(
            HistoryRepository.Main,
            HistoryPeople.Bob,
            HistoryPeople.Bob,
            draft.Code.Sentence(),
            new Dictionary<string, string>
            {
                [".git-blame-ignore-revs"] = string.Join('\n', ignored),
                [".mailmap"] = string.Join('\n', names) + "\n",
                [".agent-trace/traces.jsonl"] = traces,
            });
    }

    /// <summary>Puts a human's commit in the place of an agent's, for whoever looks at what is replaced.</summary>
    private static async Task ReplaceAsync(HistoryRepository repository, HistoryCommit commit)
    {
        var copy = await repository.GitAsAsync(
            HistoryPeople.Bob, "commit-tree", $"{commit.Id}^{{tree}}", "-p", $"{commit.Id}^", "-m", "Written by hand");
        await repository.GitAsync("replace", commit.Id, copy.Trim());
    }

    /// <summary>Each unit takes its lines, and what git has in the working tree must be what the labels are about.</summary>
    private static void Settle(HistoryRepository repository, IReadOnlyList<LabelledUnit> units)
    {
        foreach (var (path, lines) in repository.Files)
        {
            Assert.Equal(repository.TextOf(path, lines), File.ReadAllText(Path.Combine(repository.Root, path)));
            foreach (var unit in lines.Select(line => line.Unit).OfType<LabelledUnit>().Distinct())
            {
                unit.Settle(path, lines);
            }
        }

        Assert.All(units, unit => Assert.NotEmpty(unit.Counted));
    }
}
