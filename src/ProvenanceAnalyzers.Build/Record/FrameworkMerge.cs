using System.Globalization;
using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>Puts the records of all target frameworks of a project together. What is the same in several of them stands once.</summary>
internal static class FrameworkMerge
{
    /// <summary>Merges records.</summary>
    /// <param name="records">The records of a project.</param>
    /// <param name="project">The project file, relative to the repository.</param>
    public static Manifest Of(IReadOnlyList<FrameworkRecord> records, string project) => new()
    {
        Assembly = records is [{ Assembly: { } assembly }, ..] ? assembly : string.Empty,
        Project = project,
        Frameworks = [.. records.Select(record => record.Framework).OrderBy(framework => framework, StringComparer.Ordinal)],
        InForce = Merge<InForceRecord>(records, record => [record.InForce], _ => string.Empty),
        Annotations = Merge(records, record => record.Annotations, _ => string.Empty),
        Units = Merge(records, record => record.Units, unit => unit.Id),
        Files = Merge(records, record => record.Files, file => file.Path),
        Findings = Merge(records, record => record.Findings, PlaceOf),
    };

    /// <summary>A text by which diagnostics are in the order of their places.</summary>
    public static string PlaceOf(FindingRecord finding) =>
        string.Format(CultureInfo.InvariantCulture, "{0}\n{1:D9}\n{2:D9}\n{3}", finding.Path, finding.Line, finding.Column, finding.Rule);

    private static IReadOnlyList<InFrameworks<T>> Merge<T>(
        IEnumerable<FrameworkRecord> records, Func<FrameworkRecord, IEnumerable<T>> items, Func<T, string> order)
        where T : RecordObject =>
    [
        .. records
            .SelectMany(record => items(record).Select(item => (Item: item, record.Framework)))
            .GroupBy(entry => Json.OneLine(entry.Item), StringComparer.Ordinal)
            .Select(group => (group.Key, Merged: InFrameworks(group.ElementAt(0).Item, group.Select(entry => entry.Framework))))
            .OrderBy(entry => order(entry.Merged.Item), StringComparer.Ordinal)
            .ThenBy(entry => string.Join(";", entry.Merged.Frameworks), StringComparer.Ordinal)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Merged),
    ];

    /// <summary>An item with the names of the target frameworks in which it is so, each once.</summary>
    public static InFrameworks<T> InFrameworks<T>(T item, IEnumerable<string> frameworks)
        where T : RecordObject => new(item, [.. frameworks.Distinct().OrderBy(framework => framework, StringComparer.Ordinal)]);
}
