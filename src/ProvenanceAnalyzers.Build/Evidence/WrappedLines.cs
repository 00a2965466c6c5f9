namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Finds lines that were only wrapped otherwise: some that follow one another have, white space aside, the very text of some that stood
/// there before. Whoever wraps a line has not written it.
/// </summary>
internal static class WrappedLines
{
    /// <summary>How many lines one may be wrapped into, or made of.</summary>
    private const int MostLines = 40;

    /// <summary>Says of each line that only was wrapped otherwise which line its text begins in.</summary>
    /// <param name="older">The lines before the change.</param>
    /// <param name="oldStart">The first of those that are not there any more.</param>
    /// <param name="oldEnd">The one behind the last of them.</param>
    /// <param name="newer">The lines after the change.</param>
    /// <param name="newStart">The first of those that were not there before.</param>
    /// <param name="newEnd">The one behind the last of them.</param>
    /// <param name="replaced">Where to say so.</param>
    public static void Pair(string[] older, int oldStart, int oldEnd, string[] newer, int newStart, int newEnd, int[] replaced)
    {
        var removed = Plain(older, oldStart, oldEnd);
        var added = Plain(newer, newStart, newEnd);
        var byBeginning = new Dictionary<char, List<int>>();
        for (var old = 0; old < removed.Length; old++)
        {
            if (removed[old].Length > 0)
            {
                if (!byBeginning.TryGetValue(removed[old][0], out var same))
                {
                    byBeginning.Add(removed[old][0], same = []);
                }

                same.Add(old);
            }
        }

        var next = 0;
        for (var index = 0; index < added.Length;)
        {
            var ends = (Old: 0, New: 0);
            var begin = added[index].Length > 0 && byBeginning.TryGetValue(added[index][0], out var candidates)
                ? candidates.FindIndex(old => old >= next && (ends = EndsOf(removed, old, added, index)).New > 0)
                : -1;
            if (begin < 0)
            {
                index++;
                continue;
            }

            Assign(removed, byBeginning[added[index][0]][begin], oldStart, added, index, ends.New, newStart, replaced);
            (next, index) = (ends.Old, ends.New);
        }
    }

    /// <summary>The lines behind the last ones of the same text, where it is not of one line in both; else 0.</summary>
    private static (int Old, int New) EndsOf(string[] removed, int old, string[] added, int index)
    {
        var (oldEnd, newEnd) = (old + 1, index + 1);
        var (before, after) = (removed[old], added[index]);
        while (before.Length != after.Length)
        {
            var isShorter = after.Length < before.Length;
            if (!(isShorter ? before.StartsWith(after, StringComparison.Ordinal) : after.StartsWith(before, StringComparison.Ordinal))
                || (isShorter ? newEnd == added.Length : oldEnd == removed.Length)
                || oldEnd - old + newEnd - index > MostLines)
            {
                return default;
            }

            if (isShorter)
            {
                after += added[newEnd++];
            }
            else
            {
                before += removed[oldEnd++];
            }
        }

        return before == after && oldEnd - old + newEnd - index > 2 ? (oldEnd, newEnd) : default;
    }

    private static void Assign(
        string[] removed, int old, int oldStart, string[] added, int index, int newEnd, int newStart, int[] replaced)
    {
        var (begin, end) = (0, removed[old].Length);
        for (; index < newEnd; index++)
        {
            while (begin >= end && added[index].Length > 0)
            {
                end += removed[++old].Length;
            }

            replaced[newStart + index] = oldStart + old;
            begin += added[index].Length;
        }
    }

    private static string[] Plain(string[] lines, int start, int end)
    {
        var plain = new string[end - start];
        for (var index = start; index < end; index++)
        {
            plain[index - start] = LineDiff.WithoutBlanks(lines[index]);
        }

        return plain;
    }
}
