using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// How many columns of a terminal text takes at most. Terminals differ, and what is counted too narrow is lost at the edge: what is counted
/// too wide only goes to the next line.
/// </summary>
internal static class TextWidth
{
    private const int Wide = 2;

    /// <summary>The columns that a text takes at most.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Of(rune);
        }

        return columns;
    }

    /// <summary>The length of what stays together at the beginning of a text: a letter with its accents, unless that is too wide.</summary>
    /// <param name="text">The text, which is not empty.</param>
    /// <param name="width">The columns that there are.</param>
    public static int NextLength(ReadOnlySpan<char> text, int width)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        if (Of(text[..length]) <= width)
        {
            return length;
        }

        Rune.DecodeFromUtf16(text, out _, out var one);
        return one;
    }

    /// <summary>Some terminals give an accent a column of its own, and make a sign wide that is to look like an emoji.</summary>
    private static int Of(Rune rune) => rune.IsAscii ? 1
        : rune.IsBmp ? Math.Max(new Segment(rune.ToString()).CellCount(), 1)
        : Wide;
}
