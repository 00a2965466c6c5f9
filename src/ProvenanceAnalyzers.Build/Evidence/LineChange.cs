namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What a commit did with the lines of a file.</summary>
/// <param name="Lines">The lines as the commit has them.</param>
/// <param name="Same">For each the line before that it is, counted from 0; -1 where there is none.</param>
/// <param name="Replaced">For each the line before that it replaced and is similar to; -1 where there is none.</param>
/// <param name="Older">The lines as they were before.</param>
internal sealed record LineChange(string[] Lines, int[] Same, int[] Replaced, string[] Older)
{
    /// <summary>The line before that a line is or replaced, counted from 0 as it is; -1 where there is none.</summary>
    public int BeforeOf(int line) => Math.Max(Same[line], Replaced[line]);

    /// <summary>Compares two texts.</summary>
    /// <param name="older">The lines before; none where the file was new.</param>
    /// <param name="newer">The lines after.</param>
    /// <param name="mostPairs">Of how many pairs of lines all are looked at; of more only those that stand at much the same place.</param>
    /// <param name="least">How similar a line must be to one that it is to have replaced.</param>
    public static LineChange Between(
        string[] older, string[] newer, int mostPairs = ReplacedLines.MostPairs, double least = ReplacedLines.Similar)
    {
        var same = LineDiff.Match(older, newer);
        return new LineChange(newer, same, ReplacedLines.Find(older, newer, same, mostPairs, least), older);
    }
}
