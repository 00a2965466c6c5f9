namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>The scenarios with branches, made by git's own rebase and merge.</summary>
internal sealed class BranchScenarios(HistoryDraft draft)
{
    private const int LinesAbove = 3;
    private const string Kept = "notes-kept";
    private const string Renumbered = "notes-renumbered";
    private const string Lost = "notes-lost";
    private const string ByHuman = "merged-by-human";
    private const string ByAgent = "merged-by-agent";

    private readonly HistoryRepository _repository = draft.Repository;
    private readonly List<(string Branch, HistoryCommit Commit, NotedLines Lines)> _noted = [];
    private readonly List<HistoryCommit> _toRenumber = [];
    private readonly Dictionary<LabelledUnit, HistoryHand> _hands = [];
    private readonly Dictionary<string, List<LabelledLine>> _resolved = [];
    private readonly HistoryPerson _human = draft.Any(HistoryPeople.Humans);
    private readonly HistoryHand _agent = HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));

    /// <summary>A file without types, for branches to add some.</summary>
    public static IEnumerable<HistoryCommit> Begin(HistoryDraft draft, string path)
    {
        draft.Open(path, HistoryScenario.Rebase, LineLabel.Human);
        yield return draft.Commit(draft.AnyHuman(), path);
    }

    /// <summary>
    /// Commits on branches, some with notes, and commits on the main branch meanwhile: on one branch they move the lines of its files down.
    /// </summary>
    public void BranchOff(IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        string[] branches = [Kept, Renumbered, Lost, Lost];
        var before = files.Select(file => _repository.TextOf(file.Path, _repository.Files[file.Path])).ToList();
        foreach (var ((path, units), branch) in files.Zip(branches))
        {
            foreach (var unit in units)
            {
                GrowOnBranch(branch, path, unit);
            }
        }

        draft.CommitElsewhere();
        var above = Enumerable.Range(0, LinesAbove).Select(_ => new LabelledLine($"// {draft.Code.Sentence()}", LineLabel.Human)).ToList();
        var renumbered = files[1].Path;
        var text = _repository.TextOf(renumbered, above) + before[1];
        _repository.CommitTo(
            HistoryRepository.Main, _human, _human, draft.Code.Sentence(), new Dictionary<string, string> { [renumbered] = text });
        _repository.Files[renumbered].InsertRange(0, above);
    }

    /// <summary>The notes as they are before anything is rebased.</summary>
    public IEnumerable<(HistoryCommit Commit, string Text)> NotesBefore => _noted
        .Select(noted => (noted.Commit, GitAINoteText.Of(noted.Commit.Parent!.Id, noted.Lines)));

    /// <summary>Rebases the branches one upon the other, with their notes, with notes that git-ai writes anew, and without them.</summary>
    /// <returns>The new notes.</returns>
    public async Task<IReadOnlyList<(HistoryCommit Commit, string Text)>> RebaseAsync()
    {
        string[] carrying = ["-c", "notes.rewriteRef=refs/notes/ai", "-c", "notes.rewrite.rebase=true"];
        await _repository.GitAsAsync(_human, [.. carrying, "rebase", "--quiet", HistoryRepository.Main, Kept]);
        await _repository.GitAsAsync(_human, "rebase", "--quiet", Kept, Renumbered);
        await _repository.GitAsAsync(_human, "rebase", "--quiet", Renumbered, Lost);
        var ids = (await _repository.GitAsync("rev-list", "--reverse", $"{Kept}..{Renumbered}")).Trim().Split('\n');
        await _repository.GitAsync("checkout", "--quiet", HistoryRepository.Main);
        await _repository.GitAsync("merge", "--quiet", "--ff-only", Lost);
        await _repository.AdoptAsync();
        return [.. ids.Select((id, index) => Renumber(id, index)).OfType<(HistoryCommit Commit, string Text)>()];
    }

    /// <summary>Adds the markers, by now that all is on the main branch.</summary>
    public void Sign(IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        foreach (var (path, units) in files)
        {
            _ = draft.Sign(path, units, unit => _hands[unit]).Count();
        }
    }

    /// <summary>Changes the same lines on a branch, by an agent, and on the main branch, by a human.</summary>
    public void Diverge(IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        const int Choices = 5;
        const int Lines = 6;
        for (var number = 0; number < files.Count; number++)
        {
            var (path, units) = files[number];
            var choice = draft.Random.Next(Choices);
            var contested = units
                .SelectMany(unit => draft.Apart(path, draft.EditableLinesOf(path, unit, label => label == LineLabel.Human), Lines))
                .ToHashSet();
            var (ours, theirs, resolved) = (new List<LabelledLine>(), new List<LabelledLine>(), new List<LabelledLine>());
            foreach (var line in _repository.Files[path])
            {
                if (!contested.Contains(line))
                {
                    ours.Add(line);
                    theirs.Add(line);
                    resolved.Add(line);
                    continue;
                }

                var our = line.Copy();
                draft.Rewrite(our, LineLabel.Human);
                ours.Add(our);
                var their = line.Copy();
                draft.Rewrite(their, _agent.Label);
                theirs.Add(their);
                resolved.AddRange(Resolve(choice++ % Choices, our, their, BranchOf(number) == ByHuman ? LineLabel.Human : _agent.Label));
            }

            _resolved.Add(path, resolved);
            _repository.Files[path] = theirs;
            draft.CommitTo(BranchOf(number), _agent, path);
            _repository.Files[path] = ours;
            draft.Commit(HistoryHand.OfHuman(_human), path);
        }
    }

    /// <summary>Merges the branches, whose conflicts a human resolves, and an agent.</summary>
    public async Task MergeAsync(IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        foreach (var (branch, who) in new[] { (ByHuman, _human), (ByAgent, _agent.Author) })
        {
            await _repository.GitMustFailAsync(who, "merge", "--quiet", "--no-ff", branch);
            var paths = files.Select(file => file.Path).Where((_, number) => BranchOf(number) == branch).ToList();
            foreach (var path in paths)
            {
                _repository.Files[path] = _resolved[path];
            }

            await _repository.CommitInWorkTreeAsync(who, $"Merge branch '{branch}'", paths);
        }
    }

    /// <summary>The branch that a file which is to conflict is changed on.</summary>
    private static string BranchOf(int number) => number < 2 ? ByHuman : ByAgent;

    private IEnumerable<LabelledLine> Resolve(int choice, LabelledLine our, LabelledLine their, LineLabel resolver)
    {
        const double MostLikeness = 0.6;
        switch (choice)
        {
            case 0:
                return [our];
            case 1:
                return [their];
            case 2:
                return [our, their];
            case 3:
                var anew = our.Copy();
                do
                {
                    draft.Rewrite(anew, resolver);
                }
                while (new[] { our, their }.Any(old => HistoryCode.Likeness(anew.Text, old.Text) >= MostLikeness));

                return [anew];
            default:
                var edited = resolver == LineLabel.Human ? their.Copy() : our.Copy();
                draft.ChangeWord(edited);
                edited.Label = edited.Label.Blurred();
                return [edited];
        }
    }

    /// <summary>Commits of an agent, or of a human with a note, on a branch; without notes nothing tells the latter.</summary>
    private void GrowOnBranch(string branch, string path, LabelledUnit unit)
    {
        var size = draft.Random.Next(15, 61);
        var share = LabelledUnit.LinesOf(unit.Plan.Share, size);
        var (tool, model) = RecordScenarios.AnyNoting(draft);
        var label = RecordScenarios.Noted(tool, model, _human);
        var isNoted = draft.Random.Next(2) == 0;
        var hand = isNoted
            ? new HistoryHand(_human, branch == Lost ? label.Lost() : label)
            : HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        _hands.Add(unit, hand);
        var before = share < size ? draft.Add(path, unit, size - share, LineLabel.Human, hand.Label) : [];
        if (before.Count > 0)
        {
            CommitTo(branch, HistoryHand.OfHuman(_human), path);
        }

        if (share == 0)
        {
            return;
        }

        var added = share < size ? draft.Insert(path, unit, share, hand.Label) : draft.Add(path, unit, size, hand.Label, hand.Label);
        var commit = CommitTo(branch, hand, path);
        if (isNoted)
        {
            _noted.Add((branch, commit, new NotedLines(path, draft.NumbersOf(path, added), NoteKey.Session, _human, tool, model)));
        }
    }

    private HistoryCommit CommitTo(string branch, HistoryHand hand, string path)
    {
        var commit = draft.CommitTo(branch, hand, path);
        if (branch == Renumbered)
        {
            _toRenumber.Add(commit);
        }

        return commit;
    }

    /// <summary>The note of the commit that took the place of another: the lines are farther down.</summary>
    private (HistoryCommit Commit, string Text)? Renumber(string id, int index)
    {
        var noted = _noted.Find(noted => noted.Commit == _toRenumber[index]);
        if (noted.Commit == null)
        {
            return null;
        }

        var lines = noted.Lines with { Numbers = [.. noted.Lines.Numbers.Select(number => number + LinesAbove)] };
        return (new HistoryCommit(id, parent: null) { Id = id }, GitAINoteText.Of(id, lines));
    }
}
