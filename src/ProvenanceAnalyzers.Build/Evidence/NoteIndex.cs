using System.Collections.Concurrent;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>The notes of git-ai by the commits that they are about. One that cannot be read is lost alone.</summary>
internal sealed class NoteIndex
{
    private const int LargestNote = 16 * 1024 * 1024;

    private readonly Dictionary<string, string> _byCommit = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, GitAINote?> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>The commits that have one.</summary>
    public ICollection<string> Commits => _byCommit.Keys;

    /// <summary>Lists the notes.</summary>
    public static NoteIndex Read(Git git, RepositoryState state)
    {
        var index = new NoteIndex();
        if (state.Notes != null)
        {
            // Where there are many, the id of the commit is spread over folders.
            foreach (var file in git.Read(state.GitFolder, state.GitFolder, ["ls-tree", "-r", "-z", state.Notes], TreeListing.Read))
            {
                index._byCommit[file.Path.Replace("/", string.Empty)] = file.Id;
            }
        }

        return index;
    }

    /// <summary>The note of a commit; null where there is none that can be read.</summary>
    public GitAINote? Of(string commit, ObjectReader reader) =>
        _byCommit.TryGetValue(commit, out var id) ? _read.GetOrAdd(commit, _ => ReadNote(commit, id, reader)) : null;

    /// <summary>What is missing; null where nothing is.</summary>
    public string? Gap()
    {
        if (_problems.IsEmpty)
        {
            return null;
        }

        var first = _problems.OrderBy(problem => problem.Key, StringComparer.Ordinal).First();
        var what = _problems.Count == 1 ? "a note of git-ai" : $"{_problems.Count} notes of git-ai";
        return $"{what} cannot be read whole, the first of commit {first.Key}, where {GitProblems.Shown(first.Value)}: "
            + $"git notes --ref=ai show {first.Key}";
    }

    private GitAINote? ReadNote(string commit, string id, ObjectReader reader)
    {
        if (reader.Read(id, LargestNote) is not { Content: { } content })
        {
            _problems[commit] = $"it is missing or larger than {LargestNote / 1024 / 1024} MB";
            return null;
        }

        var note = GitAINote.Read(DecodedText.Of(content));
        if (note.Problems.Count > 0)
        {
            _problems[commit] = note.Problems[0];
        }

        return note;
    }
}
