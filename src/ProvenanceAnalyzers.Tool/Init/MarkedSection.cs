namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>
/// A section of a file that <c>provenance init</c> has written, between two lines that say so. Whatever stands between them now is left
/// as it is: somebody may have changed it.
/// </summary>
/// <param name="Begin">The line before it.</param>
/// <param name="End">The line behind it.</param>
internal sealed record MarkedSection(string Begin, string End)
{
    /// <summary>That of files in which <c>#</c> begins a comment.</summary>
    public static MarkedSection Hash { get; } = new("# provenance:begin", "# provenance:end");

    /// <summary>That of XML and Markdown.</summary>
    public static MarkedSection Markup { get; } = new("<!-- provenance:begin -->", "<!-- provenance:end -->");

    /// <summary>The line end that a text has; LF where it has none.</summary>
    public static string LineEndOf(string text) =>
        text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var index && text[index - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>What stands in the section of a text, with LF; null where there is no such section.</summary>
    public string? In(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var begin = Array.FindIndex(lines, line => line.Trim() == Begin);
        return begin < 0
            ? null
            : string.Join('\n', lines.Skip(begin + 1).TakeWhile(line => line.Trim() != End));
    }

    /// <summary>A text with the section behind it.</summary>
    /// <param name="text">The text; empty: there is none yet.</param>
    /// <param name="content">What stands in the section, with LF.</param>
    public string Append(string text, string content)
    {
        var lineEnd = LineEndOf(text);
        var whole = text.Length == 0 || text.EndsWith('\n') ? text : text + lineEnd;
        var hasGap = whole.Length == 0 || whole.EndsWith(lineEnd + lineEnd, StringComparison.Ordinal);
        return whole + (hasGap ? string.Empty : lineEnd) + $"{Begin}\n{content}\n{End}\n".ReplaceLineEndings(lineEnd);
    }
}
