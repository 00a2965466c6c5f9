using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>The scenarios in which tools noted lines: git-ai in notes, others in Agent Trace.</summary>
internal sealed class RecordScenarios(HistoryDraft draft)
{
    private const string TracedModel = "anthropic/claude-opus-4-5-20251101";

    private static readonly string HashOfOtherText = "sha256:" + string.Concat(Enumerable.Repeat("5eed", 16));

    private static readonly (string Tool, string Model)[] Noting =
    [
        ("cursor", "claude-opus-4-5"), ("claude-code", "claude-sonnet-4-5-20250929"),
        ("github-copilot", "gpt-5-codex"), ("codex", "gpt-5-codex"),
    ];

    private readonly List<(HistoryCommit Commit, List<NotedLines> Lines)> _noted = [];
    private readonly List<(HistoryCommit Revision, string Path, IReadOnlyList<int> Numbers, string Hash)> _traced = [];

    /// <summary>The notes on the commits, by now that git has them.</summary>
    public IEnumerable<(HistoryCommit Commit, string Text)> Notes =>
        _noted.Select(noted => (noted.Commit, GitAINoteText.Of(noted.Commit.Parent!.Id, noted.Lines)));

    public static (string Tool, string Model) AnyNoting(HistoryDraft draft) => draft.Any(Noting);

    /// <summary>The label of a line that a note or a trace says is a tool's.</summary>
    public static LineLabel Noted(string tool, string model, params IReadOnlyList<HistoryPerson> people) =>
        LineLabel.Of(Typist.AI, KeptEvidence.Line, tool, people) with { Model = model };

    /// <summary>
    /// Commits, mostly of humans, whose lines git-ai noted one by one, also those that a human typed in between; then lines go up and down.
    /// </summary>
    public IEnumerable<HistoryCommit> GitAI(string path, IReadOnlyList<LabelledUnit> units)
    {
        var hands = units.ToDictionary(unit => unit, _ => NotedHand());
        foreach (var commit in draft.Grow(path, units, unit => hands[unit], (unit, commit, added) =>
            NoteLines(commit, path, added, hands[unit].Label, draft.Any<NoteKey>([NoteKey.Prompt, NoteKey.Session]))))
        {
            yield return commit;
        }

        foreach (var unit in units)
        {
            yield return WithHumanBetween(path, unit, hands[unit]);
            draft.Insert(path, unit, 2, LineLabel.Human);
            yield return draft.Commit(draft.AnyHuman(), path);
        }
    }

    /// <summary>
    /// Commits of humans whose lines are in Agent Trace: by the commit itself, by its parent, by one that has nothing to do with them any
    /// more, and where the parent's lines of the same numbers are a human's.
    /// </summary>
    public IEnumerable<HistoryCommit> Traced(int number, string path, IReadOnlyList<LabelledUnit> units)
    {
        var human = draft.Any(HistoryPeople.Humans);
        var fits = Noted("cursor", TracedModel, human);
        var label = number switch
        {
            2 => fits.Lost(),
            3 => fits.Blurred(),
            _ => fits,
        };
        var growing = draft.Grow(
            path,
            units,
            _ => new HistoryHand(human, label),
            (_, commit, added) => Trace(number, commit, path, draft.NumbersOf(path, added)));
        foreach (var commit in number == 3 ? growing.ToList() : growing)
        {
            // The next commit has a parent that did not touch the file, unless this is about one that did.
            yield return number == 3 ? commit : draft.CommitElsewhere();
        }

        foreach (var unit in units)
        {
            draft.Insert(path, unit, 2, LineLabel.Human);
            yield return draft.Commit(draft.AnyHuman(), path);
            if (number == 3)
            {
                yield return MovedBeforeCommit(path, unit, new HistoryHand(human, label));
            }
        }
    }

    /// <summary>The traces, with what the reference hook writes beside them and a last line that it is still writing.</summary>
    public string TracesText()
    {
        var text = new StringBuilder();
        var record = 0;
        foreach (var (revision, path, numbers, hash) in _traced)
        {
            var ranges = NumberRuns.Of(numbers).Select(run => $"{{\"start_line\":{run.First},\"end_line\":{run.Last}{hash}}}");
            text.Append(Record(++record, revision.Id, path, string.Join(",", ranges)));
        }

        var last = _traced[^1];
        text.Append(Record(++record, last.Revision.Id, ".sessions", "{\"start_line\":1,\"end_line\":1}"));
        text.Append(Record(++record, last.Revision.Id, last.Path, "{\"start_line\":1,\"end_line\":1}"));
        return text.Append("{\"version\":\"1.0\",\"id\":\"").ToString();
    }

    private static string Record(int number, string revision, string path, string ranges) =>
        $"{{\"version\":\"1.0\",\"id\":\"00000000-0000-4000-8000-{number.ToString("D12", CultureInfo.InvariantCulture)}\","
        + "\"timestamp\":\"2025-03-01T10:00:00Z\","
        + $"\"vcs\":{{\"type\":\"git\",\"revision\":\"{revision}\"}},\"tool\":{{\"name\":\"cursor\",\"version\":\"2.4.0\"}},"
        + $"\"files\":[{{\"path\":\"{path}\",\"conversations\":[{{\"contributor\":{{\"type\":\"ai\",\"model_id\":\"{TracedModel}\"}},"
        + $"\"ranges\":[{ranges}]}}]}}]}}\n";

    private HistoryHand NotedHand()
    {
        var (tool, model) = AnyNoting(draft);
        var human = draft.Any(HistoryPeople.Humans);
        return new HistoryHand(human, Noted(tool, model, human));
    }

    private void NoteLines(HistoryCommit commit, string path, IReadOnlyList<LabelledLine> added, LineLabel label, NoteKey key) =>
        _noted.Add((commit, [Entry(path, added, label, key)]));

    private NotedLines Entry(string path, IReadOnlyList<LabelledLine> lines, LineLabel label, NoteKey key)
    {
        var human = HistoryPeople.Humans.First(person => label.People.Contains(person.Address));
        return new NotedLines(path, draft.NumbersOf(path, lines), key, human, label.Tool!, label.Model!);
    }

    /// <summary>An agent's or a human's commit in which a human typed some of the lines, as the note says.</summary>
    private HistoryCommit WithHumanBetween(string path, LabelledUnit unit, HistoryHand hand)
    {
        const int OfEach = 3;
        var typed = draft.Insert(path, unit, OfEach, LineLabel.Human);
        var others = unit.Plan.Share == PlannedShare.Half ? draft.Insert(path, unit, OfEach, hand.Label) : [];
        var by = draft.Random.Next(2) == 0 ? hand : HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        var commit = draft.Commit(by, path);
        var lines = new List<NotedLines> { Entry(path, typed, hand.Label, NoteKey.Human) };
        if (others.Count > 0)
        {
            lines.Add(Entry(path, others, hand.Label, NoteKey.Session));
        }

        _noted.Add((commit, lines));
        return commit;
    }

    /// <summary>A human adds lines after the tool and before the commit: the numbers of the record are those of other lines.</summary>
    private HistoryCommit MovedBeforeCommit(string path, LabelledUnit unit, HistoryHand hand)
    {
        const int Lines = 4;
        var numbers = draft.NumbersOf(path, draft.Insert(path, unit, Lines, hand.Label));
        draft.Insert(path, unit, Lines, LineLabel.Human);
        var commit = draft.Commit(hand, path);
        _traced.Add((draft.Any<HistoryCommit>([commit, commit.Parent!]), path, numbers, string.Empty));
        return commit;
    }

    private void Trace(int number, HistoryCommit commit, string path, IReadOnlyList<int> numbers)
    {
        var isOfOtherText = number == 2 && draft.Random.Next(2) == 0;
        var revision = number switch
        {
            0 => commit,
            1 => commit.Parent!,
            2 => isOfOtherText ? commit : draft.First,
            _ => draft.Any<HistoryCommit>([commit, commit.Parent!]),
        };
        _traced.Add((revision, path, numbers, isOfOtherText ? $",\"content_hash\":\"{HashOfOtherText}\"" : string.Empty));
    }
}
