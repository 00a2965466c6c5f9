using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What one line of an Agent Trace says of some lines of a file.</summary>
/// <param name="Revision">The commit at which it was written, which is often the parent of the one that has the lines.</param>
/// <param name="Lines">The lines of a file, and who wrote them.</param>
internal sealed record TracedLines(string Revision, AttributedLines Lines)
{
    /// <summary>The hash of the text of the lines, as <c>algorithm:digits</c>; null where there is none.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>
/// The records of Agent Trace, mostly <c>.agent-trace/traces.jsonl</c>: one JSON object a line. Of a line that cannot be read, as the last
/// one while it is being written, the others are not lost.
/// </summary>
/// <remarks>
/// <para>
/// The form is that of Agent Trace 0.1, https://github.com/cursor/agent-trace, and what its reference hook writes: the version is
/// <c>1.0</c>; events without a file have the path <c>.sessions</c> or <c>.shell-history</c>; and lines that it did not find are 1 to 1.
/// </para>
/// <para>Lines whose contributor is mixed or unknown say nothing.</para>
/// <para>
/// A record that <c>provenance export</c> has made says what annotations claim, and nobody's claim is evidence for itself.
/// </para>
/// </remarks>
internal sealed class AgentTrace
{
    private static readonly HashSet<string> PathsOfNoFile = new(StringComparer.Ordinal) { ".sessions", ".shell-history" };

    private readonly List<TracedLines> _lines = [];
    private readonly List<string> _problems = [];

    private AgentTrace()
    {
    }

    /// <summary>The lines, in the order of the records.</summary>
    public IReadOnlyList<TracedLines> Lines => _lines;

    /// <summary>What could not be read, each as a sentence without its end.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads records.</summary>
    /// <param name="text">The records, one a line.</param>
    public static AgentTrace Read(TextReader text)
    {
        var trace = new AgentTrace();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                trace.ReadRecord(line, number);
            }
        }

        return trace;
    }

    private void ReadRecord(string line, int number)
    {
        try
        {
            var record = Json.ReadObject(line);
            if ((record["metadata"] as JObject)?[TraceMetadata.Key] == null
                && record["vcs"] is JObject vcs
                && Json.TextOf(vcs["type"]) is null or "git"
                && Json.TextOf(vcs["revision"]) is { } revision)
            {
                ReadFiles(record, revision);
            }
        }
        catch (JsonException exception)
        {
            _problems.Add($"line {number} is no JSON object: {exception.Message}");
        }
    }

    private void ReadFiles(JObject record, string revision)
    {
        var tool = Json.TextOf((record["tool"] as JObject)?["name"]);
        foreach (var file in Objects(record["files"]))
        {
            if (Json.TextOf(file["path"]) is not { } path || PathsOfNoFile.Contains(path))
            {
                continue;
            }

            foreach (var conversation in Objects(file["conversations"]))
            {
                foreach (var range in Objects(conversation["ranges"]))
                {
                    if (ContributorOf((range["contributor"] ?? conversation["contributor"]) as JObject, tool) is { } by
                        && SpanOf(range) is { } span)
                    {
                        _lines.Add(new TracedLines(revision, new AttributedLines(path.Replace('\\', '/'), [span], by))
                        {
                            ContentHash = Json.TextOf(range["content_hash"]),
                        });
                    }
                }
            }
        }
    }

    private static Contributor? ContributorOf(JObject? contributor, string? tool) => Json.TextOf(contributor?["type"]) switch
    {
        "ai" => new Contributor(tool, Json.TextOf(contributor!["model_id"]), Person: null),
        "human" => new Contributor(Tool: null, Model: null, Person: null) { IsHuman = true },
        _ => null,
    };

    private static LineSpan? SpanOf(JObject range)
    {
        var isHashed = Json.TextOf(range["content_hash"]) != null;
        return NumberOf(range["start_line"]) is { } first
            && NumberOf(range["end_line"]) is { } last
            && last >= first
            && (isHashed || first > 1 || last > 1)
                ? new LineSpan(first, last)
                : null;
    }

    private static int? NumberOf(JToken? token) =>
        token is JValue { Type: JTokenType.Integer, Value: long and >= 1 and <= int.MaxValue and var number } ? (int)number : null;

    private static IEnumerable<JObject> Objects(JToken? list) => (list as JArray)?.OfType<JObject>() ?? [];
}
