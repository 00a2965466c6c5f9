using System.Globalization;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>
/// PROV0005 for code that is in none of a project's target frameworks. The compiler of one of them cannot know, since another one may have
/// it.
/// </summary>
internal static class GoneEntries
{
    /// <summary>Finds the entries of a baseline that no compilation knows anything of.</summary>
    public static IReadOnlyList<FindingRecord> Find(Manifest manifest, Baselines baselines)
    {
        var ids = new HashSet<string>(manifest.Units.Select(unit => unit.Item.Id), StringComparer.Ordinal);
        var known = new HashSet<(string, int)>(manifest.Findings
            .Where(finding => finding.Item.Rule == RuleIds.ObsoleteBaselineEntry)
            .Select(finding => (finding.Item.Path, finding.Item.Line)));
        return
        [
            .. baselines.Lines
                .Where(entry => entry.Line is { Entry: { } gone, Problem: not BaselineProblem.Duplicate } && !ids.Contains(gone.Id))
                .Select(entry => (File: Path.GetFileName(entry.Path), entry.Line.Number, entry.Line.Entry!.Value.Id))
                .Where(entry => !known.Contains((entry.File, entry.Number)))
                .Select(entry => new FindingRecord
                {
                    Rule = RuleIds.ObsoleteBaselineEntry,
                    Level = FindingLevel.Note,
                    Path = entry.File,
                    Line = entry.Number,
                    Column = 1,
                    Message = string.Format(CultureInfo.InvariantCulture, BaselineFile.ObsoleteMessage, entry.Id, BaselineFile.Gone),
                    IsSuppressed = false,
                    Justification = null,
                }),
        ];
    }
}
