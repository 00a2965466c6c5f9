using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// A note of git-ai, as it is attached to a commit under <c>refs/notes/ai</c>: which lines of which file who wrote. Of what cannot be read,
/// the rest is not lost.
/// </summary>
/// <remarks>
/// <para>
/// The form is the Git AI Standard 3.0.0, https://github.com/git-ai-project/git-ai, and what its releases write since: files, each with
/// entries of two blanks, a key, a blank and lines such as <c>1-4,9</c>; then <c>---</c>; then JSON, which says what the keys mean.
/// </para>
/// <para>
/// A key is that of a prompt, <c>d9978a8723e02b52</c>, shortened to seven digits in older notes; that of a session, <c>s_…</c>, mostly
/// with <c>::t_…</c> behind it; or that of a human, <c>h_…</c>. Where two entries have a line, the later one holds.
/// </para>
/// </remarks>
internal sealed class GitAINote
{
    private const string Divider = "---";
    private const string SchemaPrefix = "authorship/3.";
    private const string HumanPrefix = "h_";
    private const string SessionPrefix = "s_";
    private const string BeforeTrace = "::";
    private const int ShortestKey = 7;

    private readonly List<AttributedLines> _lines = [];
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, List<AttributedLines>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Contributor?> _byKey = new(StringComparer.Ordinal);

    private GitAINote()
    {
    }

    /// <summary>The lines, in the order of the note.</summary>
    public IReadOnlyList<AttributedLines> Lines => _lines;

    /// <summary>What could not be read, each as a sentence without its end.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads a note.</summary>
    /// <param name="text">The note.</param>
    public static GitAINote Read(string text)
    {
        var note = new GitAINote();
        var divider = FindDivider(text, out var metadata);
        if (divider < 0)
        {
            note._problems.Add($"it has no line '{Divider}' before its metadata");
        }
        else if (note.ReadMetadata(metadata) is { } members)
        {
            note.ReadEntries(new StringReader(text.Substring(0, divider)), members);
        }

        return note;
    }

    /// <summary>Who wrote a line; null where the note does not say.</summary>
    /// <param name="path">The file, relative to the repository.</param>
    /// <param name="line">The line, counted from 1.</param>
    public Contributor? AuthorOf(string path, int line)
    {
        if (_byPath.TryGetValue(path, out var ofFile))
        {
            for (var index = ofFile.Count - 1; index >= 0; index--)
            {
                if (ofFile[index].Lines.Any(span => span.Contains(line)))
                {
                    return ofFile[index].By;
                }
            }
        }

        return null;
    }

    /// <summary>Where the line is that ends the entries, or -1, and what stands below it.</summary>
    private static int FindDivider(string text, out string metadata)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (text.Substring(start, end - start).TrimEnd() == Divider)
            {
                metadata = text.Substring(Math.Min(end + 1, text.Length));
                return start;
            }

            start = end + 1;
        }

        metadata = string.Empty;
        return -1;
    }

    private JObject? ReadMetadata(string json)
    {
        try
        {
            var members = Json.ReadObject(json);
            var schema = Json.TextOf(members["schema_version"]);
            if (schema?.StartsWith(SchemaPrefix, StringComparison.Ordinal) == true)
            {
                return members;
            }

            _problems.Add($"its schema_version is {(schema == null ? "no text" : $"'{schema}'")}, where {SchemaPrefix}* is known");
        }
        catch (JsonException exception)
        {
            _problems.Add($"its metadata is no JSON: {exception.Message}");
        }

        return null;
    }

    private void ReadEntries(TextReader entries, JObject metadata)
    {
        string? path = null;
        while (entries.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (line[0] is not (' ' or '\t'))
            {
                path = PathOf(line);
            }
            else if (path == null)
            {
                _problems.Add($"'{line.Trim()}' stands below no file");
            }
            else
            {
                ReadEntry(path, line.Trim(), metadata);
            }
        }
    }

    private void ReadEntry(string path, string entry, JObject metadata)
    {
        var blank = entry.IndexOfAny([' ', '\t']);
        var key = blank < 0 ? entry : entry.Substring(0, blank);
        if (blank < 0 || LinesOf(entry.Substring(blank).Trim()) is not { } lines)
        {
            _problems.Add($"'{entry}' of '{path}' is no key with lines such as 1-4,9");
            return;
        }

        if (!_byKey.TryGetValue(key, out var by))
        {
            _byKey.Add(key, by = Find(key, metadata));
        }

        if (by != null)
        {
            Add(new AttributedLines(path, lines, by));
        }
        else
        {
            _problems.Add($"nothing says who the key '{key}' of '{path}' is");
        }
    }

    private void Add(AttributedLines lines)
    {
        _lines.Add(lines);
        if (!_byPath.TryGetValue(lines.Path, out var ofFile))
        {
            _byPath.Add(lines.Path, ofFile = []);
        }

        ofFile.Add(lines);
    }

    private static string PathOf(string line)
    {
        var path = line.TrimEnd();
        return path.Length > 1 && path[0] == '"' && path[path.Length - 1] == '"' ? path.Substring(1, path.Length - 2) : path;
    }

    /// <summary>The lines of a text such as <c>1-4,9</c>; null where it is none.</summary>
    private static List<LineSpan>? LinesOf(string text)
    {
        var spans = new List<LineSpan>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2
                || !TryNumber(ends[0], out var first)
                || !TryNumber(ends[ends.Length - 1], out var last)
                || first < 1
                || last < first)
            {
                return null;
            }

            spans.Add(new LineSpan(first, last));
        }

        return spans;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static Contributor? Find(string key, JObject metadata)
    {
        if (key.StartsWith(HumanPrefix, StringComparison.Ordinal))
        {
            return Member(metadata["humans"], key) is { } human
                ? new Contributor(Tool: null, Model: null, Json.TextOf(Member(human, "author"))) { IsHuman = true }
                : null;
        }

        if (key.StartsWith(SessionPrefix, StringComparison.Ordinal))
        {
            var trace = key.IndexOf(BeforeTrace, StringComparison.Ordinal);
            return AgentOf(Member(metadata["sessions"], trace < 0 ? key : key.Substring(0, trace)));
        }

        return AgentOf(Member(metadata["prompts"], key) ?? Shortened(metadata["prompts"], key));
    }

    /// <summary>What a key means that is shorter, or longer, than the one that it is a part of; null where it may be several.</summary>
    private static JToken? Shortened(JToken? prompts, string key)
    {
        var found = (prompts as JObject)?.Properties()
            .Where(prompt => Math.Min(prompt.Name.Length, key.Length) >= ShortestKey
                && (prompt.Name.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(prompt.Name, StringComparison.Ordinal)))
            .Take(2)
            .ToList();
        return found is [var one] ? one.Value : null;
    }

    /// <summary>An AI that is named by nothing is none.</summary>
    private static Contributor? AgentOf(JToken? record) =>
        Member(record, "agent_id") is { } agent && Json.TextOf(Member(agent, "tool")) is { } tool
            ? new Contributor(tool, Json.TextOf(Member(agent, "model")), Json.TextOf(Member(record, "human_author")))
            : null;

    private static JToken? Member(JToken? token, string name) => (token as JObject)?[name];
}
