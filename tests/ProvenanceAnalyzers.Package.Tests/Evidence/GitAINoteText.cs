using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>How a note calls who wrote lines.</summary>
internal enum NoteKey
{
    Prompt,
    Session,
    Human,
}

/// <summary>Lines of a file that a note is to be about.</summary>
internal sealed record NotedLines(string Path, IReadOnlyList<int> Numbers, NoteKey Key, HistoryPerson Human, string Tool, string Model);

/// <summary>Writes notes as git-ai does.</summary>
internal static class GitAINoteText
{
    /// <summary>What git-ai calls the tools.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["github-copilot"] = "github-copilot",
        ["claude-code"] = "claude",
        ["cursor"] = "cursor",
        ["devin"] = "devin",
        ["codex"] = "codex",
        ["jules"] = "jules",
    };

    public static string Of(string baseId, params IReadOnlyList<NotedLines> all)
    {
        var entries = new StringBuilder();
        var members = new Dictionary<string, List<string>> { ["prompts"] = [], ["sessions"] = [], ["humans"] = [] };
        foreach (var ofFile in all.GroupBy(lines => lines.Path))
        {
            entries.Append(ofFile.Key.Contains(' ', StringComparison.Ordinal) ? $"\"{ofFile.Key}\"\n" : $"{ofFile.Key}\n");
            foreach (var lines in ofFile)
            {
                var agent = $"\"agent_id\":{{\"tool\":\"{Names[lines.Tool]}\",\"id\":\"{Digits(lines, 32)}\",\"model\":\"{lines.Model}\"}},"
                    + $"\"human_author\":\"{lines.Human}\"";
                var (kind, key, shown, member) = lines.Key switch
                {
                    NoteKey.Prompt => ("prompts", Digits(lines, 16), Digits(lines, 16), agent + ",\"messages\":[],\"total_additions\":0"),
                    NoteKey.Session => ("sessions", $"s_{Digits(lines, 14)}", $"s_{Digits(lines, 14)}::t_{Digits(lines, 13)}", agent),
                    _ => ("humans", $"h_{Digits(lines, 14)}", $"h_{Digits(lines, 14)}", $"\"author\":\"{lines.Human}\""),
                };
                entries.Append(CultureInfo.InvariantCulture, $"  {shown} {Ranges(lines.Numbers)}\n");
                members[kind].Add($"\"{key}\":{{{member}}}");
            }
        }

        var json = string.Concat(members.Where(kind => kind.Value.Count > 0).Select(kind =>
            $",\n  \"{kind.Key}\": {{{string.Join(",", kind.Value.Distinct())}}}"));
        return $"{entries}---\n{{\n  \"schema_version\": \"authorship/3.0.0\",\n  \"git_ai_version\": \"1.1.9\",\n"
            + $"  \"base_commit_sha\": \"{baseId}\"{json}\n}}";
    }

    /// <summary>Numbers as <c>1-4,9</c>.</summary>
    private static string Ranges(IReadOnlyList<int> numbers) => string.Join(
        ",", NumberRuns.Of(numbers).Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}-{run.Last}"));

    private static string Digits(NotedLines lines, int count)
    {
        var who = lines.Key == NoteKey.Human ? $"{lines.Human}" : $"{lines.Tool} {lines.Human}";
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(who)))[..count];
    }
}
