using System.Collections.Concurrent;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Finds which lines a commit has moved from elsewhere, edited on the way: a hunk that it added which has much in common with one that was
/// taken away is compared with that as if it had stayed in its place. git follows a moved line only where nothing in it has changed.
/// </summary>
/// <remarks>
/// How much is needed: lines that follow one another, with at most three between them that are not the same or replaced, see
/// <see cref="ReplacedLines"/>: five of them, or three if that is half of the smaller hunk. So a few lines that are alike in all code move
/// nothing. Lines without a letter or a digit count nowhere, and a line that was replaced where it stood has not moved. What a commit has
/// brought back may be less, if all of a hunk is as it was.
/// </remarks>
/// <param name="added">The hunks of the commit.</param>
/// <param name="removed">The hunks whose lines may have been moved.</param>
/// <param name="before">The commit that has the lines which were taken away.</param>
/// <param name="isBroughtBack">Whether another commit has taken the lines away, which this one reverts.</param>
internal sealed class MovedLines(
    IReadOnlyList<DiffHunk> added, IReadOnlyList<DiffHunk> removed, string before, bool isBroughtBack = false)
{
    /// <summary>How many lines are moved or copied together, wherever they are.</summary>
    public const int LinesOfBlock = 5;

    /// <summary>How many other lines may stand between lines that belong together.</summary>
    public const int MostBetween = 3;

    private const int LinesOfSmall = 3;
    private const int MostCandidates = 8;
    private const int MostRounds = 10;
    private const double NearlySame = 0.85;
    private const double Shortened = 0.5;
    private const int ShortestWord = 3;
    private const int MostPairs = 400_000;

    private readonly ILookup<string, DiffHunk> _added = added.ToLookup(hunk => hunk.NewPath, StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, List<int>>> _hunksByWord = new(() => IndexOf(removed));

    private readonly Lazy<Dictionary<string, List<(string Path, int Line, string Text)>>> _removedByText = new(
        () => IndexByText(removed.Select(hunk => (hunk.OldPath, hunk.OldFirst, hunk.Removed))));

    private readonly Lazy<Dictionary<string, List<(string Path, int Line, string Text)>>> _addedByText = new(
        () => IndexByText(added.Select(hunk => (hunk.NewPath, hunk.NewFirst, hunk.Added))));

    private readonly ConcurrentDictionary<DiffHunk, EarlierLine?[]> _found = new();
    private readonly ConcurrentDictionary<DiffHunk, HashSet<int>> _stayed = new();

    /// <summary>Whether a line tells anything of who wrote it: it has a letter or a digit.</summary>
    public static bool IsWorthy(string line) => line.Any(char.IsLetterOrDigit);

    /// <summary>Which line it was; null where it is a new one.</summary>
    /// <param name="path">The file as the commit has it.</param>
    /// <param name="line">The number of the line.</param>
    public EarlierLine? Find(string path, int line) =>
        _added[path].FirstOrDefault(hunk => line >= hunk.NewFirst && line < hunk.NewFirst + hunk.Added.Count) is { } hunk
            ? _found.GetOrAdd(hunk, Pair)[line - hunk.NewFirst]
            : null;

    /// <summary>
    /// Which line it was that has the same text; null where it is a new one. Where no hunk has moved with it, lines of one text are taken
    /// for moved in their order, if as many were taken away as were added; else one of them is a copy.
    /// </summary>
    /// <param name="path">The file as the commit has it.</param>
    /// <param name="line">The number of the line.</param>
    /// <param name="text">Its text without white space.</param>
    public EarlierLine? FindSame(string path, int line, string text)
    {
        if (!_removedByText.Value.TryGetValue(text, out var earlier) || !_addedByText.Value.TryGetValue(text, out var places))
        {
            return null;
        }

        if (Find(path, line) is { } moved && LineDiff.WithoutBlanks(moved.Text) == text)
        {
            return moved;
        }

        var place = places.FindIndex(now => now.Path == path && now.Line == line);
        return place >= 0 && places.Count <= earlier.Count
            ? new EarlierLine(before, earlier[place].Path, earlier[place].Line, earlier[place].Text)
            : null;
    }

    private static Dictionary<string, List<(string Path, int Line, string Text)>> IndexByText(
        IEnumerable<(string Path, int First, IReadOnlyList<string> Lines)> hunks)
    {
        var index = new Dictionary<string, List<(string Path, int Line, string Text)>>(StringComparer.Ordinal);
        foreach (var (path, first, lines) in hunks)
        {
            for (var at = 0; at < lines.Count; at++)
            {
                var text = LineDiff.WithoutBlanks(lines[at]);
                if (!index.TryGetValue(text, out var same))
                {
                    index.Add(text, same = []);
                }

                same.Add((path, first + at, lines[at]));
            }
        }

        return index;
    }

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

    private static HashSet<string> WordsOf(IReadOnlyList<string> lines) =>
        new(lines.SelectMany(TokensOf).Where(token => token.Length >= ShortestWord), StringComparer.Ordinal);

    private EarlierLine?[] Pair(DiffHunk hunk)
    {
        var pairs = new EarlierLine?[hunk.Added.Count];
        foreach (var other in CandidatesFor(hunk))
        {
            Pair(hunk, other, pairs);
        }

        return pairs;
    }

    /// <summary>
    /// Compares two hunks, and what is left of them over and over, since what was moved may have another order now: first the lines that
    /// are nearly the same, so that none of them is taken for another.
    /// </summary>
    private void Pair(DiffHunk hunk, DiffHunk other, EarlierLine?[] pairs)
    {
        var stayed = isBroughtBack ? [] : _stayed.GetOrAdd(other, StayedOf);
        var oldLines = Enumerable.Range(0, other.Removed.Count)
            .Where(line => !stayed.Contains(line) && IsWorthy(other.Removed[line]))
            .ToList();
        var newLines = Enumerable.Range(0, pairs.Length)
            .Where(index => pairs[index] == null && IsWorthy(hunk.Added[index]))
            .ToList();
        var least = NearlySame;
        for (var round = 0; round < MostRounds && oldLines.Count > 0 && newLines.Count > 0; round++)
        {
            var change = LineChange.Between(
                [.. oldLines.Select(line => other.Removed[line])], [.. newLines.Select(index => hunk.Added[index])], MostPairs, least);
            var moved = MovedIn(change);
            foreach (var index in moved)
            {
                var line = oldLines[change.BeforeOf(index)];
                pairs[newLines[index]] = new EarlierLine(before, other.OldPath, other.OldFirst + line, other.Removed[line]);
            }

            if (moved.Count > 0)
            {
                oldLines = [.. oldLines.Except(moved.Select(index => oldLines[change.BeforeOf(index)]))];
                newLines = [.. newLines.Where(index => pairs[index] == null)];
            }
            else if (least > ReplacedLines.Similar)
            {
                least = ReplacedLines.Similar;
            }
            else
            {
                break;
            }
        }

        Fill(hunk, other, newLines, oldLines, pairs);
    }

    /// <summary>Pairs what stands between lines that were moved, and stood between them before.</summary>
    private void Fill(DiffHunk hunk, DiffHunk other, List<int> newLines, List<int> oldLines, EarlierLine?[] pairs)
    {
        foreach (var index in newLines)
        {
            var above = NearestPair(pairs, index, -1);
            var below = NearestPair(pairs, index, 1);
            if (above == null || below == null || above.Path != other.OldPath || below.Path != other.OldPath
                || below.Line - above.Line is < 0 or > (2 * MostBetween) + 2)
            {
                continue;
            }

            var likest = oldLines
                .Where(line => other.OldFirst + line > above.Line && other.OldFirst + line < below.Line)
                .Select(line => (Line: line, Similarity: SimilarityOf(other.Removed[line], hunk.Added[index])))
                .OrderByDescending(line => line.Similarity)
                .FirstOrDefault();
            if (likest.Similarity > 0)
            {
                pairs[index] = new EarlierLine(before, other.OldPath, other.OldFirst + likest.Line, other.Removed[likest.Line]);
                oldLines.Remove(likest.Line);
            }
        }
    }

    /// <summary>A line from which something was only taken away, such as what a member is called on, has nothing that is new.</summary>
    private static double SimilarityOf(string old, string now) => Math.Max(
        ReplacedLines.Similarity(PlainText.WithSingleBlanks(old), PlainText.WithSingleBlanks(now)),
        IsShortened(TokensOf(old), TokensOf(now)) ? Shortened : 0);

    private static bool IsShortened(List<string> old, List<string> now)
    {
        var found = 0;
        foreach (var token in old)
        {
            found += found < now.Count && now[found] == token ? 1 : 0;
        }

        return found == now.Count && now.Count * 2 >= old.Count;
    }

    /// <summary>The words of a line, and each other character that is no blank.</summary>
    private static List<string> TokensOf(string line)
    {
        var tokens = new List<string>();
        for (var start = 0; start < line.Length;)
        {
            var end = start;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '_'))
            {
                end++;
            }

            end = Math.Max(end, start + 1);
            if (!char.IsWhiteSpace(line[start]))
            {
                tokens.Add(line.Substring(start, end - start));
            }

            start = end;
        }

        return tokens;
    }

    private static EarlierLine? NearestPair(EarlierLine?[] pairs, int from, int step)
    {
        for (var index = from + step; index >= 0 && index < pairs.Length && Math.Abs(index - from) <= MostBetween + 1; index += step)
        {
            if (pairs[index] != null)
            {
                return pairs[index];
            }
        }

        return null;
    }

    /// <summary>The new lines that were moved.</summary>
    private List<int> MovedIn(LineChange change)
    {
        var moved = new List<int>();
        if (isBroughtBack && Array.TrueForAll(change.Same, line => line >= 0))
        {
            moved.AddRange(Enumerable.Range(0, change.Lines.Length));
            return moved;
        }

        var smaller = Math.Min(change.Lines.Length, change.Older.Length);
        var together = new List<int>();
        for (var index = 0; index <= change.Lines.Length; index++)
        {
            var isEnd = index == change.Lines.Length;
            if (!isEnd && change.BeforeOf(index) < 0)
            {
                continue;
            }

            if (isEnd || (together.Count > 0 && !AreNear(change, together[together.Count - 1], index)))
            {
                if (together.Count >= LinesOfBlock || (together.Count >= LinesOfSmall && together.Count * 2 >= smaller))
                {
                    moved.AddRange(together);
                }

                together.Clear();
            }

            together.Add(index);
        }

        return moved;
    }

    private static bool AreNear(LineChange change, int one, int next) =>
        next - one <= MostBetween + 1 && change.BeforeOf(next) - change.BeforeOf(one) <= MostBetween + 1;

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
}
