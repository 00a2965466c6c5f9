namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>Who makes a commit, and how the lines of it are labelled.</summary>
internal sealed record HistoryHand(HistoryPerson Author, LineLabel Label)
{
    public HistoryPerson Committer { get; init; } = Author;

    /// <summary>What stands at the end of the message.</summary>
    public string Trailers { get; init; } = string.Empty;

    public static HistoryHand OfHuman(HistoryPerson human) => new(human, LineLabel.Human);

    public static HistoryHand OfBot(HistoryPerson bot) => new(bot, LineLabel.Program) { Committer = HistoryPeople.WebFlow };

    public static HistoryHand OfAgent(HistoryAgent agent, params IReadOnlyList<HistoryPerson> requesters) =>
        new(agent.Account, LineLabel.Of(Typist.AI, KeptEvidence.Commit, agent.Tool, requesters))
        {
            Committer = HistoryPeople.WebFlow,
            Trailers = string.Concat(requesters.Select(person => $"\nCo-authored-by: {person}")),
        };
}

/// <summary>What all scenarios write the history with.</summary>
internal sealed class HistoryDraft(HistoryRepository repository, Random random)
{
    private const string ChangeLog = "CHANGES.md";

    private readonly List<LabelledUnit> _units = [];

    public HistoryRepository Repository { get; } = repository;

    public Random Random { get; } = random;

    public HistoryCode Code { get; } = new(random);

    public IReadOnlyList<LabelledUnit> Units => _units;

    /// <summary>Commits that the list of ignored revisions is to name.</summary>
    public List<HistoryCommit> Ignored { get; } = [];

    /// <summary>A commit that no file of code is in, nor in the next one.</summary>
    public required HistoryCommit First { get; init; }

    public T Any<T>(IReadOnlyList<T> list) => list[Random.Next(list.Count)];

    public HistoryHand AnyHuman() => HistoryHand.OfHuman(Any(HistoryPeople.Humans));

    /// <summary>The units of a scenario, three a file, in an order that the seed decides.</summary>
    public IEnumerable<(string Path, List<LabelledUnit> Units)> FilesOf(HistoryScenario scenario)
    {
        const int UnitsInFile = 3;
        var plans = UnitPlan.All.ToArray();
        Random.Shuffle(plans);
        foreach (var ofFile in plans.Chunk(UnitsInFile))
        {
            var number = _units.Count;
            var path = $"{LabelledHistory.Project}/{scenario}/{scenario}{number}.cs";
            var units = ofFile.Select(plan => new LabelledUnit(scenario, $"{scenario}Unit{number++}", WithMarker(plan, scenario))).ToList();
            _units.AddRange(units);
            yield return (path, units);
        }
    }

    /// <summary>Commits files of the main branch in the name of a hand.</summary>
    public HistoryCommit Commit(HistoryHand hand, params IEnumerable<string> paths) => CommitTo(HistoryRepository.Main, hand, paths);

    public HistoryCommit CommitTo(string branch, HistoryHand hand, params IEnumerable<string> paths) => Repository.CommitTo(
        branch,
        hand.Author,
        hand.Committer,
        $"{Code.Sentence()}\n{hand.Trailers}\n",
        paths.ToDictionary(path => path, path => Repository.TextOf(path, Repository.Files[path])));

    /// <summary>A human's commit that has nothing to do with the code.</summary>
    public HistoryCommit CommitElsewhere()
    {
        if (!Repository.Files.TryGetValue(ChangeLog, out var lines))
        {
            Repository.Files.Add(ChangeLog, lines = []);
        }

        lines.Add(new LabelledLine($"- {Code.Sentence()}", LineLabel.Human));
        return Commit(AnyHuman(), ChangeLog);
    }

    /// <summary>
    /// Lets units grow as planned, their commits in any order: a human begins, unless all of it is the other hand's, which then adds its
    /// share in one or two commits.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="units">The units.</param>
    /// <param name="handOf">Whose share it is.</param>
    /// <param name="committed">What is to be done with each commit of that hand, and with the lines that it has added.</param>
    public IEnumerable<HistoryCommit> Grow(
        string path,
        IReadOnlyList<LabelledUnit> units,
        Func<LabelledUnit, HistoryHand> handOf,
        Action<LabelledUnit, HistoryCommit, IReadOnlyList<LabelledLine>>? committed = null)
    {
        var growing = units.Select(unit => Grow(path, unit, handOf(unit), committed).GetEnumerator()).ToList();
        while (growing.Count > 0)
        {
            var next = Any(growing);
            if (next.MoveNext())
            {
                yield return next.Current;
            }
            else
            {
                growing.Remove(next);
            }
        }

        foreach (var commit in Sign(path, units, handOf))
        {
            yield return commit;
        }
    }

    /// <summary>Adds the markers that are planned.</summary>
    public IEnumerable<HistoryCommit> Sign(string path, IReadOnlyList<LabelledUnit> units, Func<LabelledUnit, HistoryHand> handOf) =>
        units.SelectMany(unit => Sign(path, unit, units, handOf(unit)));

    /// <summary>Adds a type at the end of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="unit">The type.</param>
    /// <param name="counted">How many of the lines count.</param>
    /// <param name="label">Whose lines they are.</param>
    /// <param name="claimed">Whose lines an annotation that is right would name.</param>
    /// <returns>All lines that were added, those above the type too.</returns>
    public IReadOnlyList<LabelledLine> Add(string path, LabelledUnit unit, int counted, LineLabel label, LineLabel claimed)
    {
        var before = Repository.Files.TryGetValue(path, out var present) ? present.Count : 0;
        var file = Open(path, unit.Scenario, label);
        var lines = new List<LabelledLine>();
        void Write(string text, LineSlot slot = LineSlot.Nothing) => lines.Add(new LabelledLine(text, label) { Unit = unit, Slot = slot });

        Write($"/// <summary>{Code.Sentence()}</summary>");
        if (ClaimOf(unit, claimed) is { } claim)
        {
            Write(claim);
        }

        Write($"public static class {unit.Name}");
        Write("{", LineSlot.Member);
        for (var left = counted - 1; left > 0;)
        {
            var ofMethod = Math.Min(left, 2 + Random.Next(1, 6));
            if (ofMethod > 2 && Random.Next(2) == 0)
            {
                Write("    " + Code.MethodHeader());
                Write("    {", LineSlot.Statement);
                for (var statement = 0; statement < ofMethod - 2; statement++)
                {
                    Write("        " + Code.Statement(), LineSlot.Statement);
                }

                Write("        " + Code.Return());
                Write("    }", LineSlot.Member);
                left -= ofMethod;
            }
            else
            {
                Write("    " + Code.Member(), LineSlot.Member);
                left--;
            }

            if (Random.Next(3) == 0)
            {
                Write(string.Empty);
                Write($"    // {Code.Sentence()}", LineSlot.Member);
            }
        }

        Write("}");
        file.Add(new LabelledLine(string.Empty, label));
        file.AddRange(lines);
        return file[before..];
    }

    /// <summary>Adds lines to a type, a few here and a few there.</summary>
    public IReadOnlyList<LabelledLine> Insert(string path, LabelledUnit unit, int count, LineLabel label)
    {
        const int LongestRun = 5;
        var file = Repository.Files[path];
        var added = new List<LabelledLine>();
        while (added.Count < count)
        {
            var after = Any(LinesOf(path, unit).Where(line => line.Slot != LineSlot.Nothing).ToList());
            var at = file.IndexOf(after);
            for (var run = Random.Next(1, LongestRun + 1); run > 0 && added.Count < count; run--)
            {
                var isStatement = after.Slot == LineSlot.Statement;
                var line = new LabelledLine(isStatement ? "        " + Code.Statement() : "    " + Code.Member(), label)
                {
                    Unit = unit,
                    Slot = after.Slot,
                };
                file.Insert(++at, line);
                added.Add(line);
            }
        }

        return added;
    }

    /// <summary>The lines of a file, which begins with its namespace where it is new.</summary>
    public List<LabelledLine> Open(string path, HistoryScenario scenario, LineLabel label)
    {
        if (!Repository.Files.TryGetValue(path, out var file))
        {
            Repository.Files.Add(path, file = [new LabelledLine($"namespace {LabelledHistory.Project}.{scenario};", label)]);
        }

        return file;
    }

    public List<LabelledLine> LinesOf(string path, LabelledUnit unit) => [.. Repository.Files[path].Where(line => line.Unit == unit)];

    /// <summary>The lines of a type that have a text of several words, and some label.</summary>
    public List<LabelledLine> EditableLinesOf(string path, LabelledUnit unit, Func<LineLabel, bool> which) =>
    [
        .. LinesOf(path, unit)
            .Where(line => line.Slot != LineSlot.Nothing && line.Text.Contains('"', StringComparison.Ordinal) && which(line.Label)),
    ];

    /// <summary>Some of the lines, none of which are next to each other.</summary>
    public IReadOnlyList<LabelledLine> Apart(string path, IReadOnlyList<LabelledLine> lines, int count)
    {
        const int Distance = 3;
        var file = Repository.Files[path];
        var found = new List<LabelledLine>();
        var last = -Distance;
        foreach (var line in lines)
        {
            var at = file.IndexOf(line);
            if (found.Count < count && at >= last + Distance)
            {
                found.Add(line);
                last = at;
            }
        }

        return found;
    }

    /// <summary>Changes a word of a line: whoever typed it before still has.</summary>
    public void ChangeWord(LabelledLine line) => line.Text = Code.WithOtherWord(line.Text);

    /// <summary>Writes another line in the place of one.</summary>
    public void Rewrite(LabelledLine line, LineLabel label)
    {
        line.Text = line.Text[..^line.Text.TrimStart().Length] + Code.Unlike(line.Text, line.Slot);
        line.Label = label;
    }

    /// <summary>The numbers that lines have in their file now.</summary>
    public IReadOnlyList<int> NumbersOf(string path, IEnumerable<LabelledLine> lines)
    {
        var file = Repository.Files[path];
        return [.. lines.Select(line => file.IndexOf(line) + 1).Order()];
    }

    /// <summary>Each scenario has two of the markers of agents and bots, and all of them have all.</summary>
    private static UnitPlan WithMarker(UnitPlan plan, HistoryScenario scenario)
    {
        var number = (int)scenario + (plan.Claim == PlannedClaim.None ? 2 : 0);
        return plan.Marker == PlannedMarker.ByAgent
            ? plan with { Marker = UnitPlan.OtherMarkers[number % UnitPlan.OtherMarkers.Count] }
            : plan;
    }

    private IEnumerable<HistoryCommit> Grow(
        string path,
        LabelledUnit unit,
        HistoryHand hand,
        Action<LabelledUnit, HistoryCommit, IReadOnlyList<LabelledLine>>? committed)
    {
        var size = Random.Next(15, 61);
        var share = LabelledUnit.LinesOf(unit.Plan.Share, size);
        if (share == size)
        {
            var whole = Add(path, unit, size, hand.Label, hand.Label);
            var commit = Commit(hand, path);
            committed?.Invoke(unit, commit, whole);
            yield return commit;
            yield break;
        }

        var human = AnyHuman();
        Add(path, unit, size - share, human.Label, hand.Label);
        yield return Commit(human, path);
        var first = share > 2 && Random.Next(2) == 0 ? Random.Next(1, share) : share;
        foreach (var part in new[] { first, share - first }.Where(part => part > 0))
        {
            var added = Insert(path, unit, part, hand.Label);
            var commit = Commit(hand, path);
            committed?.Invoke(unit, commit, added);
            yield return commit;
        }
    }

    private IEnumerable<HistoryCommit> Sign(string path, LabelledUnit unit, IReadOnlyList<LabelledUnit> units, HistoryHand hand)
    {
        var agent = HistoryHand.OfAgent(Any(HistoryPeople.Agents)) with { Trailers = string.Empty };
        var human = AnyHuman();
        var involved = hand.Label.People is [var first, ..] ? first : HistoryPeople.Vera.Address;
        switch (unit.Plan.Marker)
        {
            case PlannedMarker.None:
                yield break;
            case PlannedMarker.Independent:
                Mark(path, unit, HistoryPeople.Vera.Address, human);
                yield return Commit(human, path);
                break;
            case PlannedMarker.Involved:
                Mark(path, unit, involved, human);
                yield return Commit(human, path);
                break;
            case PlannedMarker.ByAgent:
                Mark(path, unit, HistoryPeople.Vera.Address, agent, isByHuman: false);
                yield return Commit(agent, path);
                break;
            case PlannedMarker.CopiedByAgent:
                var original = MarkerFor(HistoryPeople.Vera.Address);
                if (units.FirstOrDefault(candidate => candidate.Plan.Marker == PlannedMarker.None) is { } other)
                {
                    Mark(path, other, HistoryPeople.Vera.Address, human);
                    yield return Commit(human, path);
                }

                Mark(path, unit, HistoryPeople.Vera.Address, agent, isByHuman: false).Text = original;
                yield return Commit(agent, path);
                break;
            case PlannedMarker.RenewedByAgent:
                var marker = Mark(path, unit, HistoryPeople.Vera.Address, human, isByHuman: false);
                yield return Commit(human, path);
                for (var commits = 0; commits < 3; commits++)
                {
                    yield return CommitElsewhere();
                }

                (marker.Text, marker.Label) = (MarkerFor(HistoryPeople.Vera.Address), agent.Label);
                yield return Commit(agent, path);
                break;
            case PlannedMarker.ByBot:
                var bot = HistoryHand.OfBot(Any(HistoryPeople.Bots));
                Mark(path, unit, HistoryPeople.Vera.Address, bot, isByHuman: false);
                yield return Commit(bot, path);
                break;
            case PlannedMarker.ByAgentOnRequest:
                var asked = HistoryHand.OfAgent(Any(HistoryPeople.Agents), Any(HistoryPeople.Requesters));
                Mark(path, unit, HistoryPeople.Vera.Address, asked);
                yield return Commit(asked, path);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to sign as {unit.Plan.Marker}.");
        }
    }

    private LabelledLine Mark(string path, LabelledUnit unit, string reviewer, HistoryHand hand, bool isByHuman = true)
    {
        var file = Repository.Files[path];
        var header = file.FindIndex(line => line.Unit == unit && line.Text.Contains($" class {unit.Name}", StringComparison.Ordinal));
        var marker = new LabelledLine(MarkerFor(reviewer), hand.Label) { Unit = unit };
        file.Insert(header, marker);
        (unit.Reviewer, unit.HumanSigned) = (reviewer, isByHuman);
        return marker;
    }

    private string MarkerFor(string reviewer) => $"[HumanReviewed(\"{reviewer}\", \"{Repository.Day}\")]";

    private string? ClaimOf(LabelledUnit unit, LineLabel label)
    {
        var tools = HistoryPeople.Agents.Select(agent => agent.Tool).ToList();
        unit.ClaimedTool = unit.Plan.Claim switch
        {
            PlannedClaim.RightTool => label.Tool ?? Any(tools),
            PlannedClaim.WrongTool => Any(tools.Where(other => other != label.Tool).ToList()),
            _ => null,
        };
        unit.ClaimedModel = unit.Plan.Claim == PlannedClaim.RightTool && label.Model is { } model ? Any(ModelsLike(model)) : null;
        return unit.Plan.Claim switch
        {
            PlannedClaim.None => null,
            PlannedClaim.Human or PlannedClaim.Unknown => $"[AIProvenance(AIOrigin.{unit.Plan.Claim})]",
            _ => $"[AIProvenance(AIOrigin.Assisted, Tool = \"{unit.ClaimedTool}\""
                + (unit.ClaimedModel == null ? string.Empty : $", Model = \"{unit.ClaimedModel}\"") + ")]",
        };
    }

    /// <summary>A model as a record names it, the same with its provider, and one of somebody else.</summary>
    private static string[] ModelsLike(string model) => model.StartsWith("gpt", StringComparison.Ordinal)
        ? [model, $"openai/{model}", "anthropic/claude-opus-4-5"]
        : [model, model.Contains('/', StringComparison.Ordinal) ? model : $"anthropic/{model}", "openai/gpt-5-codex"];
}
