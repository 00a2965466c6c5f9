using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Which commits of a history are evidence, and which come after one.</summary>
internal sealed class CommitIndex
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EvidenceSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _wantedTitles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _reverted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _maybeHelped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _authors = new(StringComparer.OrdinalIgnoreCase);
    private int _oldest = -1;

    private CommitIndex()
    {
    }

    /// <summary>Whether an AI had a hand in any commit, or a tool has noted anything of one.</summary>
    public bool HasAI => _oldest >= 0 || !Lines.IsEmpty;

    /// <summary>The lines that an AI's commits added.</summary>
    public AddedLines Lines { get; } = new();

    /// <summary>Whether there is a commit in which no human had a hand.</summary>
    public bool HasCommitsOfNobody => _sources.Values.Any(source => !source.HasHuman);

    /// <summary>Reads a history.</summary>
    /// <param name="git">git.</param>
    /// <param name="state">The repository.</param>
    /// <param name="people">The humans of commits.</param>
    /// <param name="tools">The tools that are known.</param>
    /// <param name="noted">The commits that a tool has said something of.</param>
    /// <param name="traced">The files that a tool has said something of.</param>
    public static CommitIndex Read(
        Git git, RepositoryState state, CommitPeople people, ToolIndex tools, ISet<string> noted, IEnumerable<string> traced)
    {
        var index = new CommitIndex();
        foreach (var path in traced)
        {
            index.Lines.AddWhole(path);
        }

        var revisions = git.Read(
            state.GitFolder, state.GitFolder, ["rev-list", "--topo-order", state.Head!.Id], output => new StreamReader(output).ReadToEnd());
        var ofAI = new List<string>();
        using (var reader = git.ReadObjects(state.GitFolder))
        {
            foreach (var id in revisions.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                index._places.Add(id, index._places.Count);
                if (reader.Read(id) is { Content: { } content }
                    && index.Add(CommitObject.Read(id, content), people, tools) | noted.Contains(id))
                {
                    ofAI.Add(id);
                }
            }
        }

        index.WeakenSquashes();
        index._oldest = ofAI.Count > 0 ? index._places[ofAI[ofAI.Count - 1]] : -1;
        index.ReadLines(git, state, ofAI);
        return index;
    }

    /// <summary>What a commit shows; null: nothing.</summary>
    public EvidenceSource? SourceOf(string commit) => _sources.TryGetValue(commit, out var source) ? source : null;

    /// <summary>Which commit an AI's or a bot's says that it reverts, by the title; null: none that is known.</summary>
    public string? RevertedBy(string commit) => _reverted.TryGetValue(commit, out var reverted) ? reverted : null;

    /// <summary>Whether an AI's commit may stand before a commit.</summary>
    public bool MayFollowAI(string commit) => _places.TryGetValue(commit, out var place) && place < _oldest;

    private bool Add(CommitObject commit, CommitPeople people, ToolIndex tools)
    {
        FindReverted(commit);
        _authors.Add(commit.Author.Address);
        var evidence = CommitEvidence.Of(new CommitRecord(commit.Author.Address, commit.Message), tools);
        var isOfAI = evidence.Strength != EvidenceStrength.None;
        var hasHuman = people.Of(commit).Count > 0;
        if (!isOfAI && hasHuman)
        {
            return false;
        }

        _sources.Add(commit.Id, new EvidenceSource(commit.Id, commit.Author.Day, evidence.Strength)
        {
            HasHuman = hasHuman,
            Tools = evidence.Tools,
            Models = evidence.Models,
            Requesters = [.. evidence.Requesters.Select(people.Join).Distinct(StringComparer.Ordinal)],
            Authors = isOfAI && evidence.Strength != EvidenceStrength.Commit ? people.AuthorsOf(commit, evidence.Requesters) : [],
        });
        if (RevertMessage.RevertedTitleIn(commit.Message) is { } title)
        {
            Want(title, commit.Id);
        }

        if (evidence is { Strength: EvidenceStrength.Commit, Requesters.Count: > 0 } && !CommitEvidence.IsOfAI(commit.Committer.Address))
        {
            _maybeHelped.Add(commit.Id, evidence.Requesters);
        }

        return isOfAI;
    }

    private void Want(string title, string commit)
    {
        if (!_wantedTitles.TryGetValue(title, out var commits))
        {
            _wantedTitles.Add(title, commits = []);
        }

        commits.Add(commit);
    }

    /// <summary>The commits come the newest first: one of the title is the nearest of that title before those that revert it.</summary>
    private void FindReverted(CommitObject commit)
    {
        if (_wantedTitles.Count > 0
            && RevertMessage.TitleOf(commit.Message) is var title
            && _wantedTitles.TryGetValue(title, out var reverting))
        {
            reverting.ForEach(id => _reverted[id] = commit.Id);
            _wantedTitles.Remove(title);
        }
    }

    /// <summary>
    /// A host names everybody whose commits it squashes into an agent's as a co-author, and an agent names who has asked for them alike.
    /// Whoever commits under the very address of the host may have done either, and then an AI merely had a hand in the commit.
    /// </summary>
    private void WeakenSquashes()
    {
        foreach (var squash in _maybeHelped)
        {
            var source = _sources[squash.Key];
            if (squash.Value.SelectMany(person => new Person(person).Addresses).Any(_authors.Contains))
            {
                _sources[squash.Key] = source with
                {
                    Strength = EvidenceStrength.Trailer,
                    Requesters = [],
                    Authors = source.Requesters,
                };
            }
        }
    }

    private void ReadLines(Git git, RepositoryState state, List<string> ofAI)
    {
        if (ofAI.Count > 0)
        {
            try
            {
                git.Read(
                    state.GitFolder,
                    state.GitFolder,
                    DiffHunks.Arguments.Concat(["-m", "--stdin"]),
                    ReadLines,
                    string.Concat(ofAI.Select(id => id + "\n")));
            }
            catch (GitException exception) when (!exception.IsTimeout)
            {
                // One file that is missing or damaged, whichever it is, loses itself alone: the others are asked one by one.
                Lines.MarkIncomplete();
            }
        }
    }

    private bool ReadLines(Stream output)
    {
        Lines.Read(output);
        return true;
    }
}
