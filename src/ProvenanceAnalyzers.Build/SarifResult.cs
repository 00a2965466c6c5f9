using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Fixtures;

namespace ProvenanceAnalyzers.Build;

/// <summary>One of our diagnostics in the compiler's error log.</summary>
internal sealed class SarifResult
{
    private const string RecordId = "PROV9001";

    private SarifResult(JObject result)
    {
        Rule = (string)result["ruleId"]!;
        Level = (string?)result["level"] ?? "warning";
        Message = (string?)result["message"]?["text"] ?? string.Empty;
        var location = result["locations"]?.FirstOrDefault()?["physicalLocation"];
        File = PathOf((string?)location?["artifactLocation"]?["uri"]);
        Line = (int?)location?["region"]?["startLine"] ?? 0;
        Column = (int?)location?["region"]?["startColumn"] ?? 0;
        Suppression = result["suppressions"]?.FirstOrDefault() as JObject;
        Fixtures = FixtureList.Split((string?)result["properties"]?["customProperties"]?["Fixtures"]);
        Record = Rule == RecordId && (string?)result["properties"]?["customProperties"]?["record"] is { } record ? Json.Parse(record) : null;
    }

    /// <summary>The id of the rule.</summary>
    public string Rule { get; }

    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public string Level { get; }

    public string Message { get; }

    /// <summary>The file as the compiler knows it; empty where the diagnostic has no location.</summary>
    public string File { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>The fixture files that it is about, wherever it stands.</summary>
    public IReadOnlyList<string> Fixtures { get; }

    /// <summary>The record that a PROV9001 carries, or null.</summary>
    public JObject? Record { get; }

    /// <summary>Whether a <c>#pragma</c> or an attribute suppresses it.</summary>
    public bool IsSuppressed => Suppression != null && !IsHeldBack;

    /// <summary>Whether it was held back because the baseline that is written takes it.</summary>
    public bool IsHeldBack => ((string?)Suppression?["properties"]?["suppressionType"])?.Contains("SPROV") == true;

    /// <summary>Why it is suppressed, where the attribute says so.</summary>
    public string? Justification => IsSuppressed ? (string?)Suppression!["justification"] : null;

    private JObject? Suppression { get; }

    /// <summary>Reads our own diagnostics from an error log of the form SARIF 2.1.</summary>
    public static IReadOnlyList<SarifResult> ReadLog(string path)
    {
        var log = Json.ReadFile(path, problem => new RecordException(
            ErrorCodes.IncompleteLog,
            $"The compiler's error log '{path}' cannot be read, so there is nothing that a record could be made of: {problem}",
            path));
        return
        [
            .. (log["runs"] ?? new JArray())
                .SelectMany(run => run["results"] ?? new JArray())
                .OfType<JObject>()
                .Where(result => ((string?)result["ruleId"])?.StartsWith("PROV", StringComparison.Ordinal) == true)
                .Select(result => new SarifResult(result)),
        ];
    }

    private static string PathOf(string? address) =>
        address == null ? string.Empty
        : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath
        : Uri.UnescapeDataString(address);
}
