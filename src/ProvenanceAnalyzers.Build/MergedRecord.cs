using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build;

/// <summary>The records of all target frameworks of a project as one. What is the same in several of them stands once, with their names.</summary>
internal sealed class MergedRecord
{
    private MergedRecord(IReadOnlyList<JObject> records)
    {
        Assembly = (string?)records.Select(record => record["assembly"]).FirstOrDefault() ?? string.Empty;
        Frameworks = [.. records.Select(record => (string)record["framework"]!).OrderBy(framework => framework, StringComparer.Ordinal)];
        Annotations = Merge(records, "annotations");
        Units = Merge(records, "units", unit => (string)unit["id"]!);
        Files = Merge(records, "files", file => (string)file["path"]!);
        Findings = Merge(records, "findings", PlaceOf);
    }

    public string Assembly { get; }

    public IReadOnlyList<string> Frameworks { get; }

    /// <summary>What annotations of the assembly say.</summary>
    public IReadOnlyList<JObject> Annotations { get; }

    /// <summary>By id; one that differs between frameworks stands once for each difference.</summary>
    public IReadOnlyList<JObject> Units { get; }

    /// <summary>The files without a unit, or with code outside of theirs.</summary>
    public IReadOnlyList<JObject> Files { get; }

    /// <summary>The diagnostics that are in no unit.</summary>
    public IReadOnlyList<JObject> Findings { get; private set; }

    /// <summary>Reads the records that the compilations of a project left.</summary>
    public static MergedRecord Read(IEnumerable<string> paths) => new(
    [
        .. paths.Select(path => Json.ReadFile(path, problem => new RecordException(
            ErrorCodes.IncompleteLog, $"The record '{path}' of a target framework cannot be read; build again. {problem}", path))),
    ]);

    /// <summary>Adds diagnostics that only all frameworks together can tell.</summary>
    public void Add(IEnumerable<JObject> findings) => Findings =
    [
        .. Findings.Concat(findings.Select(finding => WithFrameworks(finding, Frameworks))).OrderBy(PlaceOf, StringComparer.Ordinal),
    ];

    private static string PlaceOf(JObject finding) =>
        $"{finding["path"]}\n{(int)finding["line"]!:D9}\n{(int)finding["column"]!:D9}\n{finding["rule"]}";

    private static IReadOnlyList<JObject> Merge(IReadOnlyList<JObject> records, string name, Func<JObject, string>? order = null) =>
    [
        .. records
            .SelectMany(record => record[name]!.Cast<JObject>().Select(item => (Item: item, Framework: (string)record["framework"]!)))
            .GroupBy(entry => Json.OneLine(entry.Item), StringComparer.Ordinal)
            .Select(group => (Key: group.Key, Item: WithFrameworks(group.ElementAt(0).Item, group.Select(entry => entry.Framework))))
            .OrderBy(entry => order?.Invoke(entry.Item) ?? string.Empty, StringComparer.Ordinal)
            .ThenBy(entry => string.Join(";", entry.Item["frameworks"]!), StringComparer.Ordinal)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Item),
    ];

    private static JObject WithFrameworks(JObject item, IEnumerable<string> frameworks) => new(item)
    {
        ["frameworks"] = new JArray(frameworks.Distinct().OrderBy(framework => framework, StringComparer.Ordinal)),
    };
}
