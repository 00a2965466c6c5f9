using System.Collections.Concurrent;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Finds which lines a commit has moved from elsewhere, edited on the way: a hunk that it added which has much in common with one that was
/// taken away is compared with that as if it had stayed in its place. git follows a moved line only where nothing in it has changed.
/// </summary>
/// <remarks>
/// How much is needed: at least three lines with a letter or a digit, and half of those of the smaller hunk, are the same or replaced, see
/// <see cref="ReplacedLines"/>. So a few lines that are alike in all code move nothing. A line that was replaced where it stood has not moved.
/// What a commit has brought back may be less, if all of a hunk is as it was.
/// </remarks>
/// <param name="added">The hunks of the commit.</param>
/// <param name="removed">The hunks whose lines may have been moved.</param>
/// <param name="before">The commit that has the lines which were taken away.</param>
/// <param name="isBroughtBack">Whether another commit has taken the lines away, which this one reverts.</param>
internal sealed class MovedLines(
    IReadOnlyList<DiffHunk> added, IReadOnlyList<DiffHunk> removed, string before, bool isBroughtBack = false)
{
    private const int FewestLines = 3;
    private const int MostCandidates = 8;
    private const int ShortestWord = 3;
    private const long MostPairs = 4_000_000;

    private readonly ILookup<string, DiffHunk> _added = added.ToLookup(hunk => hunk.NewPath, StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, List<int>>> _hunksByWord = new(() => IndexOf(removed));
    private readonly ConcurrentDictionary<DiffHunk, EarlierLine?[]> _found = new();
    private readonly ConcurrentDictionary<DiffHunk, HashSet<int>> _stayed = new();

    /// <summary>Which line it was; null where it is a new one.</summary>
    /// <param name="path">The file as the commit has it.</param>
    /// <param name="line">The number of the line.</param>
    public EarlierLine? Find(string path, int line) =>
        _added[path].FirstOrDefault(hunk => line >= hunk.NewFirst && line < hunk.NewFirst + hunk.Added.Count) is { } hunk
            ? _found.GetOrAdd(hunk, Pair)[line - hunk.NewFirst]
            : null;

    private static Dictionary<string, List<int>> IndexOf(IReadOnlyList<DiffHunk> hunks)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var number = 0; number < hunks.Count; number++)
        {
            foreach (var word in WordsOf(hunks[number].Removed))
            {
                if (!index.TryGetValue(word, out var numbers))
                {
                    index.Add(word, numbers = []);
                }

                numbers.Add(number);
            }
        }

        return index;
    }

    private static HashSet<string> WordsOf(IReadOnlyList<string> lines)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            for (var start = 0; start < line.Length; start++)
            {
                var end = start;
                while (end < line.Length && char.IsLetterOrDigit(line[end]))
                {
                    end++;
                }

                if (end - start >= ShortestWord)
                {
                    words.Add(line.Substring(start, end - start));
                }

                start = end;
            }
        }

        return words;
    }

    private EarlierLine?[] Pair(DiffHunk hunk)
    {
        var pairs = new EarlierLine?[hunk.Added.Count];
        foreach (var other in CandidatesFor(hunk))
        {
            if ((long)hunk.Added.Count * other.Removed.Count > MostPairs)
            {
                continue;
            }

            var change = LineChange.Between([.. other.Removed], [.. hunk.Added]);
            var stayed = isBroughtBack ? [] : _stayed.GetOrAdd(other, StayedOf);
            if (!IsMoved(change, stayed))
            {
                continue;
            }

            for (var index = 0; index < pairs.Length; index++)
            {
                if (pairs[index] == null && change.BeforeOf(index) is >= 0 and var line && !stayed.Contains(line))
                {
                    pairs[index] = new EarlierLine(before, other.OldPath, other.OldFirst + line, other.Removed[line]);
                }
            }
        }

        return pairs;
    }

    /// <summary>The hunks that have the most words in common with one, the most first; without what it replaced itself.</summary>
    private IEnumerable<DiffHunk> CandidatesFor(DiffHunk hunk)
    {
        var counts = new Dictionary<int, int>();
        foreach (var word in WordsOf(hunk.Added))
        {
            foreach (var number in _hunksByWord.Value.TryGetValue(word, out var numbers) ? numbers : [])
            {
                counts[number] = counts.TryGetValue(number, out var count) ? count + 1 : 1;
            }
        }

        return counts
            .Where(count => !ReferenceEquals(removed[count.Key], hunk))
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key)
            .Take(MostCandidates)
            .Select(count => removed[count.Key]);
    }

    /// <summary>The lines of a hunk, counted from 0, that were replaced where they stood.</summary>
    private static HashSet<int> StayedOf(DiffHunk hunk)
    {
        var change = LineChange.Between([.. hunk.Removed], [.. hunk.Added]);
        return [.. Enumerable.Range(0, change.Lines.Length).Select(change.BeforeOf).Where(line => line >= 0)];
    }

    private bool IsMoved(LineChange change, HashSet<int> stayed)
    {
        var lines = change.Lines.Count(IsWorthy);
        if (isBroughtBack && lines > 0 && Enumerable.Range(0, change.Lines.Length).All(index => change.Same[index] >= 0))
        {
            return true;
        }

        var moved = Enumerable.Range(0, change.Lines.Length).Count(index =>
            change.BeforeOf(index) is >= 0 and var line && !stayed.Contains(line) && IsWorthy(change.Lines[index]));
        var removedLines = change.Older.Where((_, line) => !stayed.Contains(line)).Count(IsWorthy);
        return moved >= FewestLines && moved * 2 >= Math.Min(lines, removedLines);
    }

    private static bool IsWorthy(string line) => line.Any(char.IsLetterOrDigit);
}
