namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Breaks sentences between words, so that they fit a terminal. A word that is too long for a line is broken too.</summary>
internal static class WrappedText
{
    /// <summary>The lines of a text.</summary>
    /// <param name="text">The text; its own lines stay.</param>
    /// <param name="width">How many columns there are.</param>
    /// <param name="used">How many columns of the first line something else takes.</param>
    public static IReadOnlyList<string> Lines(string text, int width, int used = 0)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            AddLines(line, Math.Max(width, 1), lines.Count == 0 ? used : 0, lines);
        }

        return lines;
    }

    /// <summary>The same as one text.</summary>
    public static string Of(string text, int width) => string.Join(Environment.NewLine, Lines(text, width));

    private static void AddLines(string text, int width, int used, List<string> lines)
    {
        var (start, wordStart, columns) = (0, 0, used);
        for (var index = 0; index < text.Length;)
        {
            var length = TextWidth.NextLength(text.AsSpan(index), width);
            var next = TextWidth.Of(text.AsSpan(index, length));
            if (text[index] != ' ' && columns + next > width)
            {
                var end = wordStart > start ? wordStart : index;
                lines.Add(text[start..end].TrimEnd(' '));
                start = end;
                wordStart = end;
                columns = TextWidth.Of(text.AsSpan(start, index - start));
            }

            columns += next;
            index += length;
            if (text[index - 1] == ' ')
            {
                wordStart = index;
            }
        }

        lines.Add(text[start..].TrimEnd(' '));
    }
}
