using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Finds which line a changed line has taken the place of, where it is still much the same: somebody's edit of a word makes no line theirs.
/// </summary>
/// <remarks>
/// How similar two lines are: one minus the number of characters to insert, remove or replace (Levenshtein) over the length of the longer
/// one, without white space around it and with runs of it as one blank. Lines of a change are paired in their order, so that the sum is
/// greatest.
/// </remarks>
internal static class ReplacedLines
{
    /// <summary>Of how many pairs of lines all are looked at, unless somebody wants more.</summary>
    public const int MostPairs = 40_000;

    /// <summary>How similar two lines must be, unless somebody wants more.</summary>
    public const double Similar = 0.7;

    private const int MostPairsAtAll = 4_000_000;
    private const int NearDiagonal = 20;
    private const int LongestLine = 2_000;
    private const double Rounding = 1e-9;
    private const int Kinds = 64;

    private delegate void Pairing(string[] older, int oldStart, int oldEnd, string[] newer, int newStart, int newEnd, int[] replaced);

    /// <summary>For each line of the new text, counted from 0, that of the old one which it replaced and is similar to; else -1.</summary>
    /// <param name="older">The lines before the change.</param>
    /// <param name="newer">The lines after it.</param>
    /// <param name="matches">Which of them are the same, see <see cref="LineDiff"/>.</param>
    /// <param name="mostPairs">Of how many pairs of lines all are looked at; of more only those that stand at much the same place.</param>
    /// <param name="least">How similar they must be.</param>
    public static int[] Find(string[] older, string[] newer, int[] matches, int mostPairs = MostPairs, double least = Similar) => Find(
        older,
        newer,
        matches,
        (old, oldStart, oldEnd, now, newStart, newEnd, replaced) =>
            Pair(old, oldStart, oldEnd, now, newStart, newEnd, replaced, mostPairs, least));

    /// <summary>The same, of those lines alone whose text is the same and only wrapped otherwise, see <see cref="WrappedLines"/>.</summary>
    /// <param name="older">The lines before the change.</param>
    /// <param name="newer">The lines after it.</param>
    /// <param name="matches">Which of them are the same.</param>
    public static int[] FindWrapped(string[] older, string[] newer, int[] matches) => Find(older, newer, matches, WrappedLines.Pair);

    /// <summary>How similar two lines are, from 0 to 1; 0 where it is less than counts.</summary>
    /// <param name="one">A line.</param>
    /// <param name="other">Another line.</param>
    /// <param name="least">What counts.</param>
    public static double Similarity(string one, string other, double least = Similar)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (shorter.Length == 0
            || longer.Length > LongestLine
            || shorter.Length < (longer.Length * least) - Rounding
            || HaveOtherCharacters(shorter, longer, least))
        {
            return 0;
        }

        var distances = new int[shorter.Length + 1];
        for (var index = 0; index < distances.Length; index++)
        {
            distances[index] = index;
        }

        var most = (longer.Length * (1 - least)) + Rounding;
        for (var row = 1; row <= longer.Length; row++)
        {
            var diagonal = distances[0];
            var nearest = distances[0] = row;
            for (var column = 1; column <= shorter.Length; column++)
            {
                var above = distances[column];
                var replace = diagonal + (longer[row - 1] == shorter[column - 1] ? 0 : 1);
                distances[column] = Math.Min(replace, Math.Min(above, distances[column - 1]) + 1);
                diagonal = above;
                nearest = Math.Min(nearest, distances[column]);
            }

            if (nearest > most)
            {
                return 0;
            }
        }

        var distance = distances[shorter.Length];
        return distance <= most ? 1 - ((double)distance / longer.Length) : 0;
    }

    private static int[] Find(string[] older, string[] newer, int[] matches, Pairing pair)
    {
        var replaced = new int[newer.Length];
        for (var index = 0; index < replaced.Length; index++)
        {
            replaced[index] = -1;
        }

        var (oldStart, newStart) = (0, 0);
        for (var index = 0; index <= newer.Length; index++)
        {
            var match = index < newer.Length ? matches[index] : older.Length;
            if (match < 0)
            {
                continue;
            }

            if (index > newStart && match > oldStart)
            {
                pair(older, oldStart, match, newer, newStart, index, replaced);
            }

            (oldStart, newStart) = (match + 1, index + 1);
        }

        return replaced;
    }

    /// <summary>Whether two lines cannot be similar because of how often each character is in them, which is sooner seen.</summary>
    private static bool HaveOtherCharacters(string shorter, string longer, double least)
    {
        var counts = new int[Kinds];
        foreach (var character in longer)
        {
            counts[character % Kinds]++;
        }

        foreach (var character in shorter)
        {
            counts[character % Kinds]--;
        }

        var missing = 0;
        foreach (var count in counts)
        {
            missing += Math.Max(count, 0);
        }

        return missing > (longer.Length * (1 - least)) + Rounding;
    }

    private static void Pair(
        string[] older, int oldStart, int oldEnd, string[] newer, int newStart, int newEnd, int[] replaced, int mostPairs, double least)
    {
        WrappedLines.Pair(older, oldStart, oldEnd, newer, newStart, newEnd, replaced);
        var removed = Plain(older, oldStart, oldEnd);
        var added = Plain(newer, newStart, newEnd);
        var isLarge = (long)removed.Length * added.Length > mostPairs;
        if ((long)removed.Length * added.Length > MostPairsAtAll)
        {
            PairByPlace(removed, oldStart, added, newStart, replaced, least);
            return;
        }

        var best = new double[removed.Length + 1, added.Length + 1];
        var similarities = new double[removed.Length, added.Length];
        for (var old = removed.Length - 1; old >= 0; old--)
        {
            for (var index = added.Length - 1; index >= 0; index--)
            {
                var isNear = !isLarge || Math.Abs(((long)index * removed.Length / added.Length) - old) <= NearDiagonal;
                var similarity = isNear && replaced[newStart + index] < 0 ? Similarity(removed[old], added[index], least) : 0;
                similarities[old, index] = similarity;
                best[old, index] = Math.Max(
                    Math.Max(best[old + 1, index], best[old, index + 1]),
                    similarity > 0 ? best[old + 1, index + 1] + similarity : 0);
            }
        }

        for (int old = 0, index = 0; old < removed.Length && index < added.Length;)
        {
            if (similarities[old, index] > 0 && best[old, index] <= best[old + 1, index + 1] + similarities[old, index])
            {
                replaced[newStart + index++] = oldStart + old++;
            }
            else if (best[old + 1, index] >= best[old, index + 1])
            {
                old++;
            }
            else
            {
                index++;
            }
        }
    }

    private static void PairByPlace(string[] removed, int oldStart, string[] added, int newStart, int[] replaced, double least)
    {
        for (var index = 0; index < added.Length; index++)
        {
            var old = (int)((long)index * removed.Length / added.Length);
            if (replaced[newStart + index] < 0 && Similarity(removed[old], added[index], least) > 0)
            {
                replaced[newStart + index] = oldStart + old;
            }
        }
    }

    private static string[] Plain(string[] lines, int start, int end)
    {
        var plain = new string[end - start];
        for (var index = start; index < end; index++)
        {
            plain[index - start] = PlainText.WithSingleBlanks(lines[index]);
        }

        return plain;
    }
}
