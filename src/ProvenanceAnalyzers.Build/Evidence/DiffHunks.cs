using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Reads what <c>git diff-tree -p -U0 --no-prefix</c> writes.</summary>
internal static class DiffHunks
{
    /// <summary>The arguments by which git compares commits, up to the commits: it runs no program, and reads every file as text.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "diff-tree", "-r", "--root", "--no-commit-id", "-p", "-U0", "--no-prefix", "--no-renames", "--no-color", "--no-ext-diff",
        "--no-textconv", "--text",
    ];

    /// <summary>The hunks, one after another. A file that was not there before or is not any more is called <c>/dev/null</c>.</summary>
    public static IEnumerable<DiffHunk> Read(Stream output)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        var (oldPath, newPath) = (string.Empty, string.Empty);
        foreach (var line in LinesOf(reader))
        {
            if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                oldPath = PathIn(line);
            }
            else if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                newPath = PathIn(line);
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var fields = line.Split(' ');
                var (oldFirst, removed) = RangeIn(fields, 1);
                var (newFirst, added) = RangeIn(fields, 2);
                yield return new DiffHunk(oldPath, oldFirst, Take(reader, removed, '-'), newPath, newFirst, Take(reader, added, '+'));
            }
        }
    }

    /// <summary>So many lines with a mark, without it. What git says in between of a missing line feed at the end is no line.</summary>
    private static List<string> Take(StreamReader reader, int count, char mark)
    {
        var lines = new List<string>();
        while (lines.Count < count && ReadLine(reader) is { } line)
        {
            if (line.Length > 0 && line[0] == mark)
            {
                lines.Add(line.Substring(1));
            }
        }

        return lines;
    }

    private static IEnumerable<string> LinesOf(StreamReader reader)
    {
        while (ReadLine(reader) is { } line)
        {
            yield return line;
        }
    }

    /// <summary>A line as git counts them: a carriage return ends none. Without NULs, most of what UTF-16 adds to a text.</summary>
    private static string? ReadLine(StreamReader reader)
    {
        var line = new StringBuilder();
        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            if (next == '\n')
            {
                return line.ToString();
            }

            if (next != '\0')
            {
                line.Append((char)next);
            }
        }

        return line.Length > 0 ? line.ToString() : null;
    }

    private static string PathIn(string line) => GitPath.Unquote(line.Substring("+++ ".Length).TrimEnd('\t'));

    /// <summary>The first line and the number of lines of <c>+12,3</c>; of <c>+12</c> it is one.</summary>
    private static (int First, int Count) RangeIn(string[] fields, int index)
    {
        var numbers = index < fields.Length ? fields[index].TrimStart('+', '-').Split(',') : [];
        return (NumberOf(numbers, 0, 0), NumberOf(numbers, 1, 1));
    }

    private static int NumberOf(string[] numbers, int index, int other) =>
        index >= numbers.Length ? other
        : int.TryParse(numbers[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : 0;
}
