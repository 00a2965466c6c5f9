using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ProvenanceAnalyzers.Tool.History;

/// <summary>A line of a difference.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Text">The line.</param>
/// <param name="Line">Its number in the code as it is, from 0; null where it is gone.</param>
internal sealed record DifferenceLine(ChangeType Kind, string Text, int? Line);

/// <summary>What changed between code as it was and as it is, line by line.</summary>
internal static class CodeDifference
{
    /// <summary>All lines of both, in order. White space counts: within a string it is code.</summary>
    public static IReadOnlyList<DifferenceLine> Of(string before, string now)
    {
        var lines = InlineDiffBuilder.Diff(before, now, ignoreWhiteSpace: false, ignoreCase: false, SourceLines.Instance).Lines;
        var difference = new List<DifferenceLine>(lines.Count);
        var line = 0;
        foreach (var piece in lines)
        {
            difference.Add(new DifferenceLine(piece.Type, piece.Text, piece.Type == ChangeType.Deleted ? null : line));
            line += piece.Type == ChangeType.Deleted ? 0 : 1;
        }

        return difference;
    }

    /// <summary>How many lines came or went.</summary>
    public static int ChangedLines(IEnumerable<DifferenceLine> difference) =>
        difference.Count(line => line.Kind is ChangeType.Inserted or ChangeType.Deleted);
}
