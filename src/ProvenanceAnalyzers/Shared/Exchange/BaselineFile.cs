using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Reads the text of a baseline file. The analyzers and the tasks of the build use this one source.</summary>
internal static class BaselineFile
{
    /// <summary>How the name of every baseline file begins.</summary>
    public const string NamePrefix = "Provenance.Baseline";

    /// <summary>How the name of every baseline file ends.</summary>
    public const string NameEnding = ".txt";

    /// <summary>The message of PROV0005: the id of an entry, and why it no longer applies.</summary>
    public const string ObsoleteMessage =
        "The baseline entry '{0}' no longer applies: {1}; dotnet build -p:ProvenanceBaseline=update removes it";

    /// <summary>The reason that code is not there any more.</summary>
    public const string Gone = "it does not exist any more";

    private const string CommentPrefix = "# ";

    private static readonly string[] ConflictMarks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    /// <summary>Whether a path is that of a baseline file.</summary>
    public static bool IsNameOf(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        return string.Compare(path, start, NamePrefix, 0, NamePrefix.Length, StringComparison.OrdinalIgnoreCase) == 0
            && path.EndsWith(NameEnding, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a line can begin with an id: the path of a fixture file may have any characters in it.</summary>
    public static bool CanName(string id) => id.IndexOfAny(['\n', '\r']) < 0 && !id.StartsWith(CommentPrefix, StringComparison.Ordinal);

    /// <summary>The lines of a file, without empty ones and comments (<c># ...</c>). Its line ends are LF or CRLF.</summary>
    public static IEnumerable<BaselineLine> Read(string text)
    {
        var number = 0;
        var previous = string.Empty;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rawLine in text.Split('\n'))
        {
            number++;
            var line = rawLine.TrimEnd('\r', ' ', '\t').TrimStart('\uFEFF');
            if (line.Length == 0 || line == "#" || line.StartsWith(CommentPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (Parse(line) is not { } entry)
            {
                var isMark = Array.Exists(ConflictMarks, mark => line.StartsWith(mark, StringComparison.Ordinal));
                yield return new BaselineLine(number, line, null, isMark ? BaselineProblem.ConflictMark : BaselineProblem.Malformed);
                continue;
            }

            var problem = !seen.Add(line) ? BaselineProblem.Duplicate
                : string.CompareOrdinal(line, previous) < 0 ? BaselineProblem.Unsorted
                : BaselineProblem.None;
            previous = line;
            yield return new BaselineLine(number, line, entry, problem);
        }
    }

    /// <summary>A digest has no blanks in it, and a path may.</summary>
    private static BaselineEntry? Parse(string line)
    {
        var blank = line.LastIndexOf(' ');
        var digest = line.Substring(blank + 1);
        return blank > 0 && (DigestFormat.IsMatch(digest) || DigestFormat.IsRest(digest))
            ? new BaselineEntry(line.Substring(0, blank), digest)
            : null;
    }
}
