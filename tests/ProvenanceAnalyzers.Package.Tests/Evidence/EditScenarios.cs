namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>The scenarios in which lines that are there already are edited, formatted or moved.</summary>
internal static class EditScenarios
{
    /// <summary>An agent's commit that changes a word in a human's lines over all files, and adds a few of its own between them.</summary>
    public static IEnumerable<HistoryCommit> OneWordEdits(
        HistoryDraft draft, IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        const int FewOwnLines = 2;
        const int ManyOwnLines = 12;
        foreach (var (path, units) in files)
        {
            var human = draft.AnyHuman();
            foreach (var commit in draft.Grow(path, units, _ => human))
            {
                yield return commit;
            }
        }

        var agent = HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        foreach (var (path, units) in files)
        {
            foreach (var unit in units)
            {
                var lines = draft.EditableLinesOf(path, unit, label => label == LineLabel.Human);
                foreach (var line in lines.Take(LabelledUnit.LinesOf(unit.Plan.Share, lines.Count)))
                {
                    draft.ChangeWord(line);
                }

                var own = unit.Plan.Share switch
                {
                    PlannedShare.Nothing or PlannedShare.All => 0,
                    PlannedShare.Most => ManyOwnLines,
                    _ => FewOwnLines,
                };
                draft.Insert(path, unit, own, agent.Label);
            }
        }

        yield return draft.Commit(agent, files.Select(file => file.Path));
    }

    /// <summary>
    /// A formatter over whole files: a human's that is to be ignored, one that is not, a bot's, and an agent's over what humans wrote.
    /// </summary>
    public static IEnumerable<HistoryCommit> Formatter(
        HistoryDraft draft, int number, string path, IReadOnlyList<LabelledUnit> units)
    {
        var ofAgent = HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        var formatter = number switch
        {
            0 or 1 => HistoryHand.OfHuman(HistoryPeople.Formatter),
            2 => new HistoryHand(draft.Any(HistoryPeople.Bots), LineLabel.Program),
            _ => ofAgent,
        };
        var human = draft.AnyHuman();
        foreach (var commit in draft.Grow(path, units, _ => formatter == ofAgent ? human : ofAgent))
        {
            yield return commit;
        }

        Format(draft, path);
        var formatted = draft.Commit(formatter, path);
        if (number is 0 or 2)
        {
            draft.Ignored.Add(formatted);
        }

        yield return formatted;
    }

    /// <summary>
    /// Types of a human's and of agents' that are moved to a new file, a word of each line changed on the way: by an agent, and of the last
    /// file by a human, whom then nobody can tell from who wrote the lines anew.
    /// </summary>
    public static IEnumerable<HistoryCommit> MoveWithEdits(
        HistoryDraft draft, int number, string path, IReadOnlyList<LabelledUnit> units)
    {
        var human = draft.AnyHuman();
        var writing = HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        foreach (var commit in draft.Grow(path, units, unit => unit.Plan.Share == PlannedShare.Nothing ? human : writing))
        {
            yield return commit;
        }

        const int OfHuman = 3;
        var moving = number == OfHuman ? draft.AnyHuman() : HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        var files = draft.Repository.Files;
        var moved = $"{LabelledHistory.Project}/{HistoryScenario.MoveWithEdits}/Moved{number}.cs";
        files.Add(moved, [new LabelledLine($"namespace {LabelledHistory.Project}.Moved;", moving.Label)]);
        foreach (var unit in units)
        {
            foreach (var line in draft.EditableLinesOf(path, unit, _ => true))
            {
                draft.ChangeWord(line);
                line.Label = number == OfHuman ? line.Label.Blurred() : line.Label;
            }

            var lines = draft.LinesOf(path, unit);
            files[moved].Add(new LabelledLine(string.Empty, moving.Label));
            files[moved].AddRange(lines);
            files[path].RemoveAll(lines.Contains);
        }

        yield return draft.Commit(moving, path, moved);
    }

    /// <summary>A human takes types away, and an agent brings them back with git's own command, some in a file renamed since.</summary>
    public static async Task RevertAsync(HistoryDraft draft, IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        var repository = draft.Repository;
        var human = draft.Any(HistoryPeople.Humans);
        foreach (var (number, (path, units)) in files.Index())
        {
            var agent = draft.Any(HistoryPeople.Agents);
            var before = repository.Files[path];
            repository.Files[path] = [.. before.Where(line => line.Unit == null || !units.Contains(line.Unit))];
            await repository.CommitInWorkTreeAsync(human, draft.Code.Sentence(), path);
            var removal = repository.Tip;
            var now = number % 2 == 1 ? path.Replace(".cs", "Renamed.cs", StringComparison.Ordinal) : path;
            if (now != path)
            {
                await RenameAsync(draft, human, path, now);
            }

            await repository.GitAsAsync(agent.Account, "revert", "--no-edit", removal.Id);
            await repository.AdoptAsync();
            repository.Files[now] = before;
        }
    }

    /// <summary>Renames files and moves types between them, with git's own commands.</summary>
    public static async Task MoveAsync(HistoryDraft draft, IReadOnlyList<(string Path, List<LabelledUnit> Units)> files)
    {
        var human = draft.Any(HistoryPeople.Humans);
        var agent = HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        await RenameAsync(draft, human, files[0].Path, $"{LabelledHistory.Project}/Renamed/By a human.cs");
        await RenameAsync(draft, agent.Author, files[1].Path, $"{LabelledHistory.Project}/Renamed/ByAgent.cs");

        await MoveTypesAsync(draft, human, files[2].Path, files[3].Path, files[2].Units[0]);
        await MoveTypesAsync(draft, agent.Author, files[3].Path, files[2].Path, files[3].Units[0], files[3].Units[1]);

        var created = $"{LabelledHistory.Project}/{HistoryScenario.Move}/Moved.cs";
        draft.Repository.Files.Add(created, [draft.Repository.Files[files[3].Path][0].Copy()]);
        await MoveTypesAsync(draft, agent.Author, files[3].Path, created, files[3].Units[2]);
    }

    private static async Task RenameAsync(HistoryDraft draft, HistoryPerson who, string from, string to)
    {
        var repository = draft.Repository;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(repository.Root, to))!);
        await repository.GitAsync("mv", from, to);
        await repository.GitAsAsync(who, "commit", "--quiet", "--message", draft.Code.Sentence());
        await repository.AdoptAsync();
        repository.Files.Add(to, repository.Files[from]);
        repository.Files.Remove(from);
    }

    private static async Task MoveTypesAsync(
        HistoryDraft draft, HistoryPerson who, string from, string to, params IReadOnlyList<LabelledUnit> units)
    {
        var repository = draft.Repository;
        foreach (var unit in units)
        {
            var lines = draft.LinesOf(from, unit);
            repository.Files[to].Add(new LabelledLine(string.Empty, LineLabel.Human));
            repository.Files[to].AddRange(lines);
            repository.Files[from].RemoveAll(lines.Contains);
        }

        await repository.CommitInWorkTreeAsync(who, draft.Code.Sentence(), from, to);
    }

    /// <summary>Indents with two blanks instead of four, and wraps some members before what they are.</summary>
    private static void Format(HistoryDraft draft, string path)
    {
        const int OneOf = 5;
        var formatted = new List<LabelledLine>();
        foreach (var line in draft.Repository.Files[path])
        {
            var code = line.Text.TrimStart();
            var indent = new string(' ', (line.Text.Length - code.Length) / 2);
            line.Text = indent + code;
            formatted.Add(line);
            var wrapAt = code.IndexOf(" => ", StringComparison.Ordinal);
            wrapAt = wrapAt < 0 ? code.IndexOf(" = ", StringComparison.Ordinal) : wrapAt;
            if (line.Slot == LineSlot.Member && wrapAt > 0 && draft.Random.Next(OneOf) == 0)
            {
                line.Text = indent + code[..wrapAt];
                line.Label = line.Label.Blurred();
                formatted.Add(new LabelledLine($"{indent}    {code[(wrapAt + 1)..]}", line.Label) { Unit = line.Unit });
            }
        }

        draft.Repository.Files[path] = formatted;
    }
}
