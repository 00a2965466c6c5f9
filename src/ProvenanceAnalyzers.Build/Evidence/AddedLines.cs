using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// The lines that some commits added. Only of a line that is one of them, or much like one, can it be that they wrote it: so git need not
/// be asked about the others.
/// </summary>
internal sealed class AddedLines
{
    /// <summary>Less than what makes two lines similar: several people may have edited one line after another.</summary>
    private const double Alike = 0.55;

    private const int LongestLine = 400;

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wholeNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is no such commit.</summary>
    public bool IsEmpty => _byName.Count == 0;

    /// <summary>Reads what <c>git diff-tree -p -U0 --no-prefix</c> writes.</summary>
    public void Read(Stream output)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        HashSet<string>? lines = null;
        var (removed, added) = (0, 0);
        while (reader.ReadLine() is { } line)
        {
            if (removed > 0 || added > 0)
            {
                var mark = line.Length > 0 ? line[0] : ' ';
                removed -= mark is '-' or ' ' ? 1 : 0;
                added -= mark is '+' or ' ' ? 1 : 0;
                if (mark == '+' && line.Length <= LongestLine && lines != null)
                {
                    var text = LineDiff.WithoutBlanks(line.Substring(1));
                    _all.Add(text);
                    lines.Add(text);
                }
            }
            else if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            {
                lines = null;
            }
            else if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                lines = Of(GitPath.Unquote(line.Substring("+++ ".Length).TrimEnd('\t')));
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var fields = line.Split(' ');
                (removed, added) = (CountOf(fields, 1), CountOf(fields, 2));
            }
        }
    }

    /// <summary>Adds a file of which every line may be one of them.</summary>
    public void AddWhole(string path)
    {
        Of(path);
        _wholeNames.Add(NameOf(path));
    }

    /// <summary>Whether one of the commits has anything to do with a file of that name, in whichever folder.</summary>
    public bool HasName(string path) => _byName.ContainsKey(NameOf(path));

    /// <summary>Whether a line may be one that the commits added, and that others have edited since.</summary>
    /// <param name="line">The line.</param>
    /// <param name="path">The file that it is in.</param>
    public bool MayHave(string line, string path)
    {
        var text = LineDiff.WithoutBlanks(line);
        return text.Length > LongestLine
            || _all.Contains(text)
            || _wholeNames.Contains(NameOf(path))
            || (_byName.TryGetValue(NameOf(path), out var lines) && lines.Any(known => ReplacedLines.Similarity(text, known, Alike) > 0));
    }

    private static int CountOf(string[] fields, int index)
    {
        var comma = index < fields.Length ? fields[index].IndexOf(',') : -1;
        return comma < 0 ? 1
            : int.TryParse(fields[index].Substring(comma + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
    }

    private HashSet<string> Of(string path)
    {
        var name = NameOf(path);
        if (!_byName.TryGetValue(name, out var lines))
        {
            _byName.Add(name, lines = new HashSet<string>(StringComparer.Ordinal));
        }

        return lines;
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
