namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Finds lines that git takes for an AI's because it wrote the same ones elsewhere, and that somebody else put where they are. What they
/// moved there is still the AI's, and so is a block that they copied. But a few lines that are alike in all code, such as the parameters of
/// a method, are no copy of anything: those are whose who put them there.
/// </summary>
/// <param name="history">The history.</param>
internal sealed class CopiedLines(RepositoryHistory history)
{
    private const int MostMoves = 10;

    /// <summary>The same lines, where those that are no copies come from whoever put them where they are.</summary>
    /// <param name="revision">The commit that has the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="numbers">Which lines they are, rising; null: all of them.</param>
    /// <param name="blamed">Where git says that they come from.</param>
    public IReadOnlyList<BlamedLine> Correct(
        string revision, string path, IReadOnlyList<int>? numbers, IReadOnlyList<BlamedLine> blamed)
    {
        var ofAI = Enumerable.Range(0, blamed.Count)
            .Where(index => IsOfAI(blamed[index]))
            .Select(index => (Index: index, Line: numbers == null ? index + 1 : numbers[index]))
            .ToList();
        if (ofAI.Count == 0 || history.LinesOf(revision, path) is not { } lines)
        {
            return blamed;
        }

        ofAI.RemoveAll(line => line.Line > lines.Length);
        var put = WhoPut(revision, path, lines, [.. ofAI.Select(line => line.Line)], MostMoves);
        var corrected = blamed.ToArray();
        var together = new List<(int Index, int Line, BlamedLine Put)>();
        for (var at = 0; at < ofAI.Count; at++)
        {
            var (index, line) = ofAI[at];
            if (put[at] is not { } by || IsOfAI(by))
            {
                continue;
            }

            if (together.Count > 0 && !AreOfOneBlock(blamed, together[together.Count - 1], (index, line, by)))
            {
                Judge(together, lines, corrected);
                together.Clear();
            }

            together.Add((index, line, by));
        }

        Judge(together, lines, corrected);
        return corrected;
    }

    private static bool AreOfOneBlock(
        IReadOnlyList<BlamedLine> blamed, (int Index, int Line, BlamedLine Put) one, (int Index, int Line, BlamedLine Put) next)
    {
        var (from, to) = (blamed[one.Index], blamed[next.Index]);
        return one.Put.Commit == next.Put.Commit
            && from.Commit == to.Commit
            && from.Path == to.Path
            && next.Line - one.Line <= MovedLines.MostBetween + 1
            && to.Line - from.Line is > 0 and <= MovedLines.MostBetween + 1;
    }

    private static void Judge(List<(int Index, int Line, BlamedLine Put)> together, string[] lines, BlamedLine[] corrected)
    {
        if (together.Count(line => MovedLines.IsWorthy(lines[line.Line - 1])) < MovedLines.LinesOfBlock)
        {
            together.ForEach(line => corrected[line.Index] = line.Put);
        }
    }

    private bool IsOfAI(BlamedLine line) => line.Commit is { } commit && history.MayBeOfAI(commit);

    /// <summary>Whose commit put each line where it is, whoever has moved it since; null where that cannot be seen.</summary>
    private BlamedLine?[] WhoPut(string revision, string path, string[] lines, List<int> numbers, int movesLeft)
    {
        var put = history.PlainBlame(revision, path, numbers);
        var found = new BlamedLine?[numbers.Count];
        var moved = new Dictionary<(string Commit, string Path), List<(int Index, int Line)>>();
        for (var index = 0; index < Math.Min(found.Length, put.Count); index++)
        {
            found[index] = put[index].Commit == null ? null : put[index];
            if (found[index] is not { } line || IsOfAI(line))
            {
                continue;
            }

            if (history.FindMovedAsIs(line, lines[numbers[index] - 1]) is { } earlier)
            {
                found[index] = null;
                var place = (earlier.Commit, earlier.Path);
                if (!moved.TryGetValue(place, out var same))
                {
                    moved.Add(place, same = []);
                }

                same.Add((index, earlier.Line));
            }
        }

        foreach (var place in movesLeft > 0 ? moved : [])
        {
            var before = place.Value.Select(line => line.Line).Distinct().OrderBy(line => line).ToList();
            if (history.LinesOf(place.Key.Commit, place.Key.Path) is { } older && before[before.Count - 1] <= older.Length)
            {
                var by = WhoPut(place.Key.Commit, place.Key.Path, older, before, movesLeft - 1);
                place.Value.ForEach(line => found[line.Index] = by[before.BinarySearch(line.Line)]);
            }
        }

        return found;
    }
}
