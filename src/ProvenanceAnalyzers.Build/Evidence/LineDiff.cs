namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Compares two texts line by line, as git does with <c>-w</c>: white space makes no difference.</summary>
internal static class LineDiff
{
    /// <summary>How many lines may have changed before only those are compared that stand once in each text.</summary>
    private const int MostChanges = 1500;

    /// <summary>For each line of the new text, counted from 0, the line of the old one that it is; -1 where there is none.</summary>
    public static int[] Match(string[] older, string[] newer)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var from = Array.ConvertAll(older, Numbered);
        var to = Array.ConvertAll(newer, Numbered);
        var matches = new int[to.Length];
        for (var index = 0; index < matches.Length; index++)
        {
            matches[index] = -1;
        }

        var start = 0;
        while (start < from.Length && start < to.Length && from[start] == to[start])
        {
            matches[start] = start;
            start++;
        }

        var (fromEnd, toEnd) = (from.Length, to.Length);
        while (fromEnd > start && toEnd > start && from[fromEnd - 1] == to[toEnd - 1])
        {
            matches[--toEnd] = --fromEnd;
        }

        if (!TryShortest(from, to, start, fromEnd, toEnd, matches))
        {
            MatchUnique(from, to, start, fromEnd, toEnd, matches);
        }

        return matches;

        int Numbered(string line)
        {
            var key = WithoutBlanks(line);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = numbers.Count);
            }

            return number;
        }
    }

    /// <summary>A text without white space.</summary>
    public static string WithoutBlanks(string line)
    {
        var kept = new char[line.Length];
        var length = 0;
        foreach (var character in line)
        {
            if (!char.IsWhiteSpace(character))
            {
                kept[length++] = character;
            }
        }

        return length == line.Length ? line : new string(kept, 0, length);
    }

    /// <summary>The shortest way from one text to the other, after Myers; false where it is too long to look for.</summary>
    private static bool TryShortest(int[] from, int[] to, int start, int fromEnd, int toEnd, int[] matches)
    {
        var (fromCount, toCount) = (fromEnd - start, toEnd - start);
        var steps = new List<int[]>();
        var most = Math.Min(fromCount + toCount, MostChanges);
        var farthest = new int[(2 * most) + 3];
        var middle = most + 1;
        for (var changes = 0; changes <= most; changes++)
        {
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var goesDown = diagonal == -changes
                    || (diagonal != changes && farthest[middle + diagonal - 1] < farthest[middle + diagonal + 1]);
                var x = goesDown ? farthest[middle + diagonal + 1] : farthest[middle + diagonal - 1] + 1;
                while (x < fromCount && x - diagonal < toCount && x - diagonal >= 0 && from[start + x] == to[start + x - diagonal])
                {
                    x++;
                }

                farthest[middle + diagonal] = x;
                if (x >= fromCount && x - diagonal >= toCount)
                {
                    WalkBack(steps, changes, fromCount, toCount, start, matches);
                    return true;
                }
            }

            var step = new int[(2 * changes) + 1];
            Array.Copy(farthest, middle - changes, step, 0, step.Length);
            steps.Add(step);
        }

        return false;
    }

    private static void WalkBack(List<int[]> steps, int changes, int x, int y, int start, int[] matches)
    {
        for (; changes > 0; changes--)
        {
            var step = steps[changes - 1];
            var diagonal = x - y;
            var goesDown = diagonal == -changes
                || (diagonal != changes && At(step, changes - 1, diagonal - 1) < At(step, changes - 1, diagonal + 1));
            var before = goesDown ? diagonal + 1 : diagonal - 1;
            var beforeX = At(step, changes - 1, before);
            var beforeY = beforeX - before;
            while (x > beforeX && y > beforeY)
            {
                matches[start + --y] = start + --x;
            }

            (x, y) = (beforeX, beforeY);
        }

        while (x > 0 && y > 0)
        {
            matches[start + --y] = start + --x;
        }
    }

    private static int At(int[] step, int changes, int diagonal) =>
        diagonal < -changes || diagonal > changes ? -1 : step[changes + diagonal];

    /// <summary>Of texts that have little in common: the lines that stand once in each, in the longest order that both have.</summary>
    private static void MatchUnique(int[] from, int[] to, int start, int fromEnd, int toEnd, int[] matches)
    {
        var unique = new Dictionary<int, (int From, int FromCount, int To, int ToCount)>();
        for (var index = start; index < fromEnd; index++)
        {
            unique.TryGetValue(from[index], out var known);
            unique[from[index]] = (index, known.FromCount + 1, known.To, known.ToCount);
        }

        for (var index = start; index < toEnd; index++)
        {
            unique.TryGetValue(to[index], out var known);
            unique[to[index]] = (known.From, known.FromCount, index, known.ToCount + 1);
        }

        var pairs = unique.Values
            .Where(line => line is { FromCount: 1, ToCount: 1 })
            .OrderBy(line => line.To)
            .Select(line => (line.From, line.To))
            .ToArray();
        foreach (var index in LongestRising(Array.ConvertAll(pairs, pair => pair.From)))
        {
            matches[pairs[index].To] = pairs[index].From;
        }
    }

    /// <summary>The positions of the longest run of numbers that rise.</summary>
    private static List<int> LongestRising(int[] numbers)
    {
        var ends = new List<int>();
        var before = new int[numbers.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var between = (low + high) / 2;
                (low, high) = numbers[ends[between]] < numbers[index] ? (between + 1, high) : (low, between);
            }

            before[index] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(index);
            }
            else
            {
                ends[low] = index;
            }
        }

        var rising = new List<int>();
        for (var index = ends.Count > 0 ? ends[ends.Count - 1] : -1; index >= 0; index = before[index])
        {
            rising.Add(index);
        }

        return rising;
    }
}
