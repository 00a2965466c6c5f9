using System.Globalization;
using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Baseline;

namespace ProvenanceAnalyzers.Build;

/// <summary>
/// PROV0005 for code that is in none of a project's target frameworks. The compiler of one of them cannot know, since another one may have it.
/// </summary>
internal static class GoneEntries
{
    private const string Rule = "PROV0005";

    /// <summary>Finds the entries of a baseline that no compilation knows anything of.</summary>
    public static IReadOnlyList<JObject> Find(MergedRecord record, Baselines baselines)
    {
        var ids = new HashSet<string>(record.Units.Select(unit => (string)unit["id"]!), StringComparer.Ordinal);
        var known = new HashSet<(string?, int)>(record.Findings
            .Where(finding => (string?)finding["rule"] == Rule)
            .Select(finding => ((string?)finding["path"], (int)finding["line"]!)));
        return
        [
            .. baselines.Lines
                .Where(entry => entry.Line is { Entry: { } gone, Problem: not BaselineProblem.Duplicate } && !ids.Contains(gone.Id))
                .Select(entry => (File: Path.GetFileName(entry.Path), entry.Line.Number, entry.Line.Entry!.Value.Id))
                .Where(entry => !known.Contains((entry.File, entry.Number)))
                .Select(entry => new JObject
                {
                    ["rule"] = Rule,
                    ["level"] = "note",
                    ["path"] = entry.File,
                    ["line"] = entry.Number,
                    ["column"] = 1,
                    ["message"] = string.Format(CultureInfo.InvariantCulture, BaselineFile.ObsoleteMessage, entry.Id, BaselineFile.Gone),
                    ["suppressed"] = false,
                    ["justification"] = null,
                }),
        ];
    }
}
