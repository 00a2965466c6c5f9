using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Baseline;

namespace ProvenanceAnalyzers.Build;

/// <summary>A unit as the manifest has it.</summary>
internal static class UnitRecord
{
    /// <summary>The origins, what a consumer must care about most last.</summary>
    private static readonly string[] Origins = ["human", "unknown", "assisted", "generated", "autonomous"];

    /// <summary>Makes it of what the analyzer recorded and of the diagnostics in it.</summary>
    public static JObject Create(JObject record, IReadOnlyList<SarifResult> findings, ProjectPaths paths)
    {
        var parts = record["parts"]!.Select(part => new JObject
        {
            ["path"] = paths.Relative((string)part["path"]!),
            ["startLine"] = part["startLine"],
            ["endLine"] = part["endLine"],
            ["digest"] = part["digest"],
        }).ToList();
        var annotations = record["annotations"]!.ToList();
        var due = (string?)record["due"];
        var suppression = findings.FirstOrDefault(finding => finding.Rule == due && finding.IsSuppressed);
        return new JObject
        {
            ["id"] = record["id"],
            ["kind"] = record["kind"],
            ["test"] = record["test"],
            ["path"] = parts[0]["path"],
            ["startLine"] = parts[0]["startLine"],
            ["endLine"] = parts[0]["endLine"],
            ["digest"] = record["digest"],
            ["size"] = record["size"],
            ["parts"] = new JArray(parts),
            ["due"] = due,
            ["declared"] = record["declared"],
            ["baseline"] = record["baseline"],
            ["excluded"] = record["excluded"],
            ["suppressed"] = suppression != null,
            ["justification"] = suppression?.Justification,
            ["origin"] = Origins[annotations.Select(annotation => Array.IndexOf(Origins, (string)annotation["origin"]!)).DefaultIfEmpty(1).Max()],
            ["tools"] = Distinct(annotations.Select(annotation => (string?)annotation["tool"])),
            ["providers"] = record["providers"],
            ["models"] = Distinct(annotations.Select(annotation => (string?)annotation["model"])),
            ["level"] = record["level"],
            ["annotations"] = record["annotations"],
            ["review"] = record["review"],
            ["reviewsRequired"] = record["reviewsRequired"],
            ["reviews"] = record["reviews"],
            ["policy"] = record["policy"],
            ["training"] = record["training"],
            ["findings"] = new JArray(findings
                .Where(finding => !finding.IsHeldBack)
                .OrderBy(finding => finding.Line)
                .ThenBy(finding => finding.Column)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
                .Select(finding => Finding(finding, paths))),
        };
    }

    /// <summary>Whether a rule asks for a declaration that is not there.</summary>
    public static bool IsDue(JObject unit) => (string?)unit["due"] != null;

    /// <summary>
    /// Whether a baseline of today has it: not where somebody has said in the code why it needs none, and only what a line can say. Of a fixture file
    /// that could not be read there is no digest, and its name may have any characters in it.
    /// </summary>
    public static bool BelongsInBaseline(JObject unit) =>
        IsDue(unit)
        && !(bool)unit["suppressed"]!
        && (string?)unit["digest"] != null
        && BaselineFile.CanName((string)unit["id"]!);

    /// <summary>A diagnostic as the manifest has it.</summary>
    public static JObject Finding(SarifResult finding, ProjectPaths paths) => new()
    {
        ["rule"] = finding.Rule,
        ["level"] = finding.Level,
        ["path"] = paths.Relative(finding.File),
        ["line"] = finding.Line,
        ["column"] = finding.Column,
        ["message"] = finding.Message,
        ["suppressed"] = finding.IsSuppressed,
        ["justification"] = finding.Justification,
    };

    private static JArray Distinct(IEnumerable<string?> values) =>
        new(values.OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(value => value, StringComparer.Ordinal));
}
