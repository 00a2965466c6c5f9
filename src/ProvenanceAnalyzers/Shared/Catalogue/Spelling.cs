namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Tells a typing error from another word.</summary>
internal static class Spelling
{
    /// <summary>The known word that <paramref name="word"/> is most likely a misspelling of, or null.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">The words that are allowed; of equally near ones the ordinally first is taken.</param>
    /// <example><c>Nearest("requird", ["required", "exempt"])</c> is <c>"required"</c>.</example>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var normalized = Normalize(word);
        string? nearest = null;
        // A third of the letters at most may be wrong; more is another word.
        var best = Math.Min(3, normalized.Length / 3) + 1;
        foreach (var candidate in known.OrderBy(candidate => candidate, StringComparer.Ordinal))
        {
            var distance = Distance(normalized, Normalize(candidate), best);
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static string Normalize(string word) => word.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');

    /// <summary>
    /// The number of insertions, deletions, replacements and swaps of neighbours, or <paramref name="limit"/> when it is no less.
    /// </summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return Math.Min(previous[right.Length], limit);
    }
}
