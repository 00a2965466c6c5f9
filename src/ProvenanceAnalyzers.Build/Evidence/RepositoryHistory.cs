using System.Collections.Concurrent;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>The history of a repository, as far as it has been read: commits, notes, traces, and what commits did with lines.</summary>
internal sealed class RepositoryHistory : IDisposable
{
    private const int MostChangesOfMarker = 10;

    private readonly Git _git;
    private readonly RepositoryState _state;
    private readonly ToolIndex _tools;
    private readonly CommitPeople _people;
    private readonly NoteIndex _notes;
    private readonly TraceIndex _traces;
    private readonly HashSet<string> _noted;
    private readonly Blame _blame;
    private readonly ConcurrentBag<ObjectReader> _readers = [];
    private readonly ConcurrentDictionary<(string Commit, string Path), LineChange?> _changes = new();
    private readonly ConcurrentDictionary<(string Commit, string Path), Dictionary<int, Contributor>> _traced = new();
    private readonly ConcurrentDictionary<(string Parent, string Commit), IReadOnlyList<DiffHunk>> _hunks = new();
    private readonly ConcurrentDictionary<(string Commit, string Parent), MovedLines> _ownMoves = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<MovedLines>> _reverts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CommitObject?> _commits = new(StringComparer.Ordinal);

    /// <summary>Reads the commits and lists the notes.</summary>
    /// <param name="git">git.</param>
    /// <param name="state">The repository; it has a commit.</param>
    /// <param name="tools">The tools that are known.</param>
    public RepositoryHistory(Git git, RepositoryState state, ToolIndex tools)
    {
        (_git, _state, _tools) = (git, state, tools);
        _people = new CommitPeople(Mailmap.Read(state.Mailmap));
        _notes = NoteIndex.Read(git, state);
        _traces = TraceIndex.Read(state.TracePath);
        _noted = new HashSet<string>(_notes.Commits.Concat(_traces.Revisions), StringComparer.Ordinal);
        Commits = CommitIndex.Read(git, state, _people, _tools, _noted, _traces.Paths);
        _blame = new Blame(git, state, id => !MayBeOfAI(id));
    }

    /// <summary>Which commits are evidence.</summary>
    public CommitIndex Commits { get; }

    /// <summary>What could not be read; null: nothing.</summary>
    public string? Gap => _notes.Gap();

    /// <summary>Where lines of a file come from.</summary>
    public IReadOnlyList<BlamedLine> Blame(string revision, string path, IReadOnlyList<int>? lines = null) =>
        new CopiedLines(this).Correct(revision, path, lines, _blame.Of(revision, path, lines));

    /// <summary>Which commits put lines of a file where they are, whether they wrote, moved or copied them.</summary>
    public IReadOnlyList<BlamedLine> PlainBlame(string revision, string path, IReadOnlyList<int> lines) =>
        _blame.Of(revision, path, lines, followsMoves: false);

    /// <summary>Whether an AI had a hand in a commit, or a tool has noted something of it.</summary>
    public bool MayBeOfAI(string commit) => _noted.Contains(commit) || Commits.SourceOf(commit) is { Strength: > EvidenceStrength.None };

    /// <summary>
    /// The line of the same text that a commit has moved to where a line is now; null where it is new, or that cannot be seen.
    /// </summary>
    public EarlierLine? FindMovedAsIs(BlamedLine line, string text)
    {
        try
        {
            return FindSame(line, text);
        }
        catch (GitException exception) when (!exception.IsTimeout)
        {
            // One file of the commit that is missing or damaged hides all of them.
            return null;
        }
    }

    /// <summary>
    /// The same lines, where those of review markers come from whoever signed: git takes a copy for the line that it was copied from, and
    /// whoever copies a marker signs. Whoever has moved one, wrapped it otherwise or brought it back does not.
    /// </summary>
    /// <param name="revision">The commit that has the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="blamed">Where its lines come from.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="isMarker">Which of them are markers.</param>
    public IReadOnlyList<BlamedLine> WithSigners(
        string revision, string path, IReadOnlyList<BlamedLine> blamed, string[] lines, Func<string, bool> isMarker)
    {
        var numbers = Enumerable.Range(1, lines.Length).Where(number => isMarker(lines[number - 1])).ToList();
        if (numbers.Count == 0)
        {
            return blamed;
        }

        var signed = blamed.ToArray();
        var put = _blame.Of(revision, path, numbers, followsMoves: false);
        for (var index = 0; index < put.Count; index++)
        {
            var number = numbers[index];
            signed[number - 1] = SignerOf(put[index], lines[number - 1], MostChangesOfMarker);
        }

        return signed;
    }

    /// <summary>
    /// Finds the line that an AI's commit has moved to where a line is now, edited on the way, or that it has brought back; none where the
    /// line is new.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="earlier">The line that it was.</param>
    /// <returns>Whether that can be seen.</returns>
    public bool TryFindMoved(BlamedLine line, out EarlierLine? earlier)
    {
        earlier = null;
        try
        {
            earlier = MovesOf(line).Select(moved => moved.Find(line.Path, line.Line)).FirstOrDefault(found => found != null);
            return true;
        }
        catch (GitException exception) when (!exception.IsTimeout)
        {
            // One file of the commit that is missing or damaged, whichever it is, hides all of them.
            return false;
        }
    }

    /// <summary>The text of an object; null where it is not there.</summary>
    public string? TextOf(string id) =>
        WithReader(reader => reader.Read(id)) is { Content: { } content } ? DecodedText.Of(content) : null;

    /// <summary>Whether a commit is where a shallow clone ends: then nobody knows who wrote its lines.</summary>
    public bool IsEndOfClone(string commit) => _state.Shallow.Contains(commit);

    /// <summary>The humans who had a hand in a commit.</summary>
    public IReadOnlyList<string> PeopleOf(string commit) => CommitOf(commit) is { } known ? _people.Of(known) : [];

    /// <summary>Who wrote a line, as a tool has noted; null where none has.</summary>
    public Contributor? NotedAuthorOf(BlamedLine line)
    {
        var commit = line.Commit!;
        if (WithReader(reader => _notes.Of(commit, reader))?.AuthorOf(line.Path, line.Line) is { } author)
        {
            return author;
        }

        var parent = line.PreviousCommit;
        if (parent == null && CommitOf(commit)?.FirstParent is { } first && _traces.Has(commit, first, line.Path))
        {
            parent = first;
        }

        if (!_traces.Has(commit, parent, line.Path) || ChangeOf(line) is not { } change)
        {
            return null;
        }

        var authors = _traced.GetOrAdd((commit, line.Path), _ => _traces.AuthorsOf(commit, parent, line.Path, change));
        return authors.TryGetValue(line.Line, out author) ? author : null;
    }

    /// <summary>What a tool has noted, as evidence.</summary>
    public EvidenceSource SourceOf(string commit, Contributor by)
    {
        var known = CommitOf(commit);
        var requesters = known == null ? []
            : CommitEvidence.Of(new CommitRecord(known.Author.Address, known.Message), _tools).Requesters;
        return new EvidenceSource(commit, known?.Author.Day ?? string.Empty, EvidenceStrength.Line)
        {
            HasHuman = known == null || _people.Of(known).Count > 0,
            Tools = by.Tool is { } tool ? [_tools.Identify(tool)] : [],
            Models = by.Model is { Length: > 0 } model ? [model] : [],
            Requesters = by.Person is { Length: > 0 } person ? [_people.Join(person)] : [.. requesters.Select(_people.Join)],
            Authors = known == null ? [] : _people.AuthorsOf(known, requesters),
        };
    }

    /// <summary>What the commit of a line did with the file; null where that cannot be read.</summary>
    public LineChange? ChangeOf(BlamedLine line) => _changes.GetOrAdd((line.Commit!, line.Path), _ =>
    {
        var newer = LinesOf(line.Commit!, line.Path);
        var older = line.PreviousCommit == null ? [] : LinesOf(line.PreviousCommit, line.PreviousPath!);
        return newer == null || older == null ? null : LineChange.Between(older, newer);
    });

    public void Dispose()
    {
        _blame.Dispose();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    /// <summary>The line of a marker as its signer committed it.</summary>
    private BlamedLine SignerOf(BlamedLine line, string text, int changesLeft)
    {
        if (line.Commit == null || changesLeft == 0 || EarlierMarkerOf(line, text) is not { } earlier)
        {
            return line;
        }

        var before = _blame.Of(earlier.Commit, earlier.Path, [earlier.Line], followsMoves: false);
        return before.Count == 1 ? SignerOf(before[0], earlier.Text, changesLeft - 1) : line;
    }

    private EarlierLine? EarlierMarkerOf(BlamedLine line, string text)
    {
        if (line.PreviousCommit != null && ChangeOf(line) is { } change && line.Line <= change.Lines.Length
            && ReplacedLines.FindWrapped(change.Older, change.Lines, change.Same)[line.Line - 1] is >= 0 and var before)
        {
            return new EarlierLine(line.PreviousCommit, line.PreviousPath!, before + 1, change.Older[before]);
        }

        // What cannot be seen of a signature is said, and is nobody's fault.
        return FindSame(line, text);
    }

    private EarlierLine? FindSame(BlamedLine line, string text)
    {
        var plain = LineDiff.WithoutBlanks(text);
        return MovesOf(line).Select(moved => moved.FindSame(line.Path, line.Line, plain)).FirstOrDefault(found => found != null);
    }

    /// <summary>What the commit of a line has moved: its own lines, and those that it has brought back.</summary>
    private IEnumerable<MovedLines> MovesOf(BlamedLine line)
    {
        if (CommitOf(line.Commit!) is not { } commit || (line.PreviousCommit ?? commit.FirstParent) is not { } parent)
        {
            return [];
        }

        var own = _ownMoves.GetOrAdd(
            (commit.Id, parent), _ => new MovedLines(HunksOf(parent, commit.Id), HunksOf(parent, commit.Id), parent));
        return RevertsOf(commit).Prepend(own);
    }

    private IReadOnlyList<MovedLines> RevertsOf(CommitObject commit) => _reverts.GetOrAdd(commit.Id, _ =>
    {
        var ids = RevertMessage.RevertedIdsIn(commit.Message)
            .Concat(Commits.RevertedBy(commit.Id) is { } reverted ? [reverted] : [])
            .Select(id => CommitOf(id + "^{commit}"))
            .OfType<CommitObject>()
            .Where(known => known.FirstParent != null);
        return commit.FirstParent is not { } parent ? []
            : [.. ids.Select(known => new MovedLines(
                HunksOf(parent, commit.Id), HunksOf(known.FirstParent!, known.Id), known.FirstParent!, isBroughtBack: true))];
    });

    private IReadOnlyList<DiffHunk> HunksOf(string parent, string commit) => _hunks.GetOrAdd((parent, commit), _ => _git.Read(
        _state.GitFolder,
        _state.GitFolder,
        DiffHunks.Arguments.Concat([parent, commit]),
        IReadOnlyList<DiffHunk> (output) => DiffHunks.Read(output).ToList()));

    /// <summary>The lines of a file; null where it is not there.</summary>
    public string[]? LinesOf(string commit, string path) =>
        TextOf($"{commit}:{path}") is { } text ? DecodedText.LinesOf(text) : null;

    private CommitObject? CommitOf(string commit) => _commits.GetOrAdd(commit, id =>
        WithReader(reader => reader.Read(id)) is { Content: { } content } ? CommitObject.Read(id, content) : null);

    private T WithReader<T>(Func<ObjectReader, T> read)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = _git.ReadObjects(_state.GitFolder);
        }

        // One that has failed is not asked again.
        try
        {
            var result = read(reader);
            _readers.Add(reader);
            return result;
        }
        catch (GitException)
        {
            reader.Dispose();
            throw;
        }
    }
}
