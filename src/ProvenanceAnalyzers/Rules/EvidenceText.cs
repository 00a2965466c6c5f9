using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Rules;

/// <summary>Says in messages what history tells of some code: tools and commits, and no person.</summary>
internal static class EvidenceText
{
    private const int DigitsOfCommit = 10;

    /// <summary>A commit as messages name it: the first digits of its id.</summary>
    public static string Short(string commit) => commit.Length > DigitsOfCommit ? commit.Substring(0, DigitsOfCommit) : commit;

    /// <summary>What history tells of some code, above the floor that the options set, as a clause.</summary>
    /// <param name="evidence">What it tells.</param>
    /// <param name="options">The options.</param>
    /// <example><c>copilot committed 30 of its 42 lines (last in 4f0e1a2b3c on 2026-11-20)</c></example>
    public static string Clause(CodeEvidence evidence, ProvenanceOptions options)
    {
        var told = evidence.From(options.EvidenceContradicts);
        var tools = told.ToolsAbove(options);
        var who = tools.Count == 0 ? "an AI" : string.Join(" and ", tools);
        var what = Lines(told.LinesFrom(EvidenceStrength.None), evidence);
        var newest = told.Newest;
        var where = $"{Short(newest.Commit)} on {newest.Day}";
        return told.Shares.Max(share => share.Source.Strength) switch
        {
            EvidenceStrength.Line when told.Shares.All(share => share.Source.Strength == EvidenceStrength.Line) =>
                $"by notes on its commits, {who} wrote {what} (last in {where})",
            EvidenceStrength.Trailer => $"{who} had a hand in the commits of {what} (last in {where})",
            _ => $"{who} committed {what} (last in {where})",
        };
    }

    /// <summary>What the message about undeclared code adds; empty where history does not tell enough.</summary>
    public static string Addition(CodeEvidence? evidence, ProvenanceOptions options) =>
        evidence?.IsAboveFloor(options) == true ? "; " + Clause(evidence, options) : string.Empty;

    private static string Lines(int count, CodeEvidence evidence) =>
        count == evidence.Lines ? $"all its {count} lines" : $"{count} of its {evidence.Lines} lines";
}
