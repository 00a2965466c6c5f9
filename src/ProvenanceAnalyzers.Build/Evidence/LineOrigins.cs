using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// What history tells of each line of a file. A line that is still much like the one that it replaced has what that one had: an AI's edit
/// of a word takes no line from a human, and a human's takes none from an AI.
/// </summary>
/// <param name="history">The history.</param>
internal sealed class LineOrigins(RepositoryHistory history)
{
    private const int MostEdits = 10;

    /// <summary>
    /// The word by which lines of review markers are known. Whoever wrote one last has signed it, however little was changed.
    /// </summary>
    public const string Marker = "HumanReviewed";

    /// <summary>For each line its source; null where there is no evidence.</summary>
    /// <param name="blamed">Where the lines come from.</param>
    /// <param name="lines">The lines.</param>
    public EvidenceSource?[] Of(IReadOnlyList<BlamedLine> blamed, string[] lines) =>
        Of(blamed, index => lines[index].Contains(Marker) || !MovedLines.IsWorthy(lines[index]), MostEdits);

    private EvidenceSource?[] Of(IReadOnlyList<BlamedLine> blamed, Func<int, bool> isFinal, int editsLeft)
    {
        var sources = new EvidenceSource?[blamed.Count];
        var mayFollow = new bool[blamed.Count];
        for (var index = 0; index < sources.Length; index++)
        {
            mayFollow[index] = Judge(blamed[index], out sources[index]);
        }

        var edited = new Dictionary<(string Commit, string Path), List<(int Index, int Line)>>();
        for (var index = 0; index < sources.Length; index++)
        {
            if (mayFollow[index] && !isFinal(index) && IsWorthFollowing(blamed[index], sources[index]))
            {
                Follow(blamed[index], index, sources, edited);
            }
        }

        foreach (var replaced in edited)
        {
            Replace(replaced.Key, replaced.Value, sources, editsLeft - 1);
        }

        return sources;
    }

    /// <summary>What the commit of a line says of it; false where that is the last word.</summary>
    private bool Judge(BlamedLine line, out EvidenceSource? source)
    {
        source = null;
        if (line.Commit == null || history.IsEndOfClone(line.Commit))
        {
            return false;
        }

        var author = history.NotedAuthorOf(line);
        if (author is { IsHuman: true })
        {
            return false;
        }

        source = author != null ? history.SourceOf(line.Commit, author) : history.Commits.SourceOf(line.Commit);
        return true;
    }

    /// <summary>An AI's line may have been a human's; another one may have been an AI's only where an AI was there before.</summary>
    private bool IsWorthFollowing(BlamedLine line, EvidenceSource? source) =>
        source is { Strength: > EvidenceStrength.None } || history.Commits.MayFollowAI(line.Commit!);

    private void Follow(
        BlamedLine line, int index, EvidenceSource?[] sources, Dictionary<(string Commit, string Path), List<(int Index, int Line)>> edited)
    {
        if (!TryFindEarlier(line, sources[index], out var earlier)
            || (earlier != null && !history.Commits.Lines.MayHave(earlier.Text, earlier.Path)))
        {
            // Whose line it was before cannot be seen, or it was a human's.
            sources[index] = sources[index] is { Strength: EvidenceStrength.None } ? sources[index] : null;
            return;
        }

        if (earlier == null)
        {
            return;
        }

        var place = (earlier.Commit, earlier.Path);
        if (!edited.TryGetValue(place, out var lines))
        {
            edited.Add(place, lines = []);
        }

        lines.Add((index, earlier.Line));
    }

    /// <summary>
    /// Finds the line that it replaced where it stands or, of an AI's new line, the one that was moved there; none where it is a new one.
    /// </summary>
    /// <returns>Whether that can be seen.</returns>
    private bool TryFindEarlier(BlamedLine line, EvidenceSource? source, out EarlierLine? earlier)
    {
        earlier = null;
        if (line.PreviousCommit != null)
        {
            if (history.ChangeOf(line) is not { } change || line.Line > change.Replaced.Length)
            {
                return false;
            }

            if (change.Replaced[line.Line - 1] is >= 0 and var before)
            {
                earlier = new EarlierLine(line.PreviousCommit, line.PreviousPath!, before + 1, change.Older[before]);
                return true;
            }
        }

        return source is not { Strength: > EvidenceStrength.None } || history.TryFindMoved(line, out earlier);
    }

    private void Replace((string Commit, string Path) place, List<(int Index, int Line)> lines, EvidenceSource?[] sources, int editsLeft)
    {
        if (editsLeft < 0)
        {
            // Whose line it was first nobody looks for.
            lines.ForEach(line => sources[line.Index] = null);
            return;
        }

        var numbers = lines.Select(line => line.Line).Distinct().OrderBy(line => line).ToList();
        var before = Of(history.Blame(place.Commit, place.Path, numbers), _ => false, editsLeft);
        foreach (var (index, line) in lines)
        {
            var found = numbers.BinarySearch(line);
            sources[index] = found < before.Length ? before[found] : null;
        }
    }
}
