using System.Collections.Concurrent;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>The history of a repository, as far as it has been read: commits, notes, traces, and what commits did with lines.</summary>
internal sealed class RepositoryHistory : IDisposable
{
    private readonly Git _git;
    private readonly RepositoryState _state;
    private readonly CommitPeople _people;
    private readonly NoteIndex _notes;
    private readonly TraceIndex _traces;
    private readonly Blame _blame;
    private readonly ConcurrentBag<ObjectReader> _readers = [];
    private readonly ConcurrentDictionary<(string Commit, string Path), LineChange?> _changes = new();
    private readonly ConcurrentDictionary<(string Commit, string Path), Dictionary<int, Contributor>> _traced = new();
    private readonly ConcurrentDictionary<string, CommitObject?> _commits = new(StringComparer.Ordinal);

    /// <summary>Reads the commits and lists the notes.</summary>
    /// <param name="git">git.</param>
    /// <param name="state">The repository; it has a commit.</param>
    public RepositoryHistory(Git git, RepositoryState state)
    {
        (_git, _state) = (git, state);
        _people = new CommitPeople(Mailmap.Read(state.Mailmap));
        _notes = NoteIndex.Read(git, state);
        _traces = TraceIndex.Read(state.TracePath);
        var noted = new HashSet<string>(_notes.Commits.Concat(_traces.Revisions), StringComparer.Ordinal);
        Commits = CommitIndex.Read(git, state, _people, noted, _traces.Paths);
        _blame = new Blame(git, state, id => !noted.Contains(id) && Commits.SourceOf(id) is not { Strength: > EvidenceStrength.None });
    }

    /// <summary>Which commits are evidence.</summary>
    public CommitIndex Commits { get; }

    /// <summary>What could not be read; null: nothing.</summary>
    public string? Gap => _notes.Gap();

    /// <summary>Where lines of a file come from.</summary>
    public IReadOnlyList<BlamedLine> Blame(string revision, string path, IReadOnlyList<int>? lines = null) =>
        _blame.Of(revision, path, lines);

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
        if (parent == null && CommitOf(commit) is { Parents: [var first, ..] } && _traces.Has(commit, first, line.Path))
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
        return new EvidenceSource(commit, known?.Author.Day ?? string.Empty, EvidenceStrength.Line)
        {
            HasHuman = known == null || _people.Of(known).Count > 0,
            Tools = by.Tool is { } tool ? [Shared.Catalogue.ToolIndex.Catalogue.Identify(tool)] : [],
            Models = by.Model is { Length: > 0 } model ? [model] : [],
            Requesters = by.Person is { Length: > 0 } person ? [_people.Join(person)] : [],
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

    private string[]? LinesOf(string commit, string path) =>
        TextOf($"{commit}:{path}") is { } text ? DecodedText.LinesOf(text) : null;

    private CommitObject? CommitOf(string commit) => _commits.GetOrAdd(commit, id =>
        WithReader(reader => reader.Read(id)) is { Content: { } content } ? CommitObject.Read(id, content) : null);

    private T WithReader<T>(Func<ObjectReader, T> read)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = new ObjectReader(_git.Start(_state.GitFolder, _state.GitFolder, ["cat-file", "--batch"]));
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
