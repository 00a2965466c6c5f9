using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tool.Tables;

/// <summary>
/// The columns that manifests are read into, with DuckDB's types. They have the manifest's own names; docs/manifest.md says what each is.
/// Named, since the type of a list that is empty in every manifest cannot be guessed.
/// </summary>
internal static class ManifestColumns
{
    private const string Text = "VARCHAR";
    private const string Texts = "VARCHAR[]";
    private const string Flag = "BOOLEAN";
    private const string Number = "INTEGER";
    private const string Size = "BIGINT";

    private static readonly Column[] Finding =
    [
        new(RecordNames.Rule, Text), new(RecordNames.Level, Text), new(RecordNames.Path, Text), new(RecordNames.Line, Number),
        new(RecordNames.Column, Number), new(RecordNames.Message, Text), new(RecordNames.Suppressed, Flag),
        new(RecordNames.Justification, Text),
    ];

    private static readonly Column[] Annotation =
    [
        new(RecordNames.Origin, Text), new(RecordNames.Tool, Text), new(RecordNames.Provider, Text), new(RecordNames.Model, Text),
        new(RecordNames.RequestedBy, Text), new(RecordNames.On, Text), new(RecordNames.Reference, Text),
    ];

    private static readonly Column[] Terms =
    [
        new(RecordNames.Status, Text), new(RecordNames.Provider, Text), new(RecordNames.Document, Text), new(RecordNames.Date, Text),
    ];

    private static readonly Column[] Evidence =
    [
        new(RecordNames.Lines, Number), new(RecordNames.NotedLines, Number), new(RecordNames.CommittedLines, Number),
        new(RecordNames.AssistedLines, Number), new(RecordNames.SuggestedLines, Number), new(RecordNames.Tools, Texts),
        new(RecordNames.UndeclaredTools, Texts), new(RecordNames.Models, Texts), new(RecordNames.FirstDay, Text),
        new(RecordNames.LastDay, Text), new(RecordNames.Commits, Texts),
    ];

    private static readonly Column[] Part =
    [
        new(RecordNames.Path, Text), new(RecordNames.StartLine, Number), new(RecordNames.EndLine, Number), new(RecordNames.Digest, Text),
    ];

    private static readonly Column[] Review =
    [
        new(RecordNames.Reviewer, Text), new(RecordNames.On, Text), new(RecordNames.Digest, Text), new(RecordNames.Valid, Flag),
        new(RecordNames.Faults, Texts),
    ];

    private static readonly Column[] Source = [new(RecordNames.Revision, Text), new(RecordNames.Clean, Flag)];

    private static readonly Column[] PolicyFile = [new(RecordNames.Path, Text), new(RecordNames.Sha256, Text)];

    private static readonly Column[] Severity = [new(RecordNames.Rule, Text), new(RecordNames.Severity, Text)];

    private static readonly Column[] InForce =
    [
        new(RecordNames.Version, Text), new(RecordNames.Analyzers, Text), new(RecordNames.Mode, Text), new(RecordNames.Presets, Texts),
        new(RecordNames.Policies, ListOf(PolicyFile)), new(RecordNames.Severities, ListOf(Severity)), new(RecordNames.Unjudged, Texts),
        new(RecordNames.Evidence, Flag), new(RecordNames.Frameworks, Texts),
    ];

    private static readonly Column[] Baseline = [new(RecordNames.Sha256, Text), new(RecordNames.Entries, Number)];

    private static readonly Column[] Summary = [new(RecordNames.Units, Number)];

    /// <summary>What is known of a project.</summary>
    public static IReadOnlyList<Column> Project { get; } =
    [
        new(RecordNames.Frameworks, Texts), new(RecordNames.Source, StructOf(Source)), new(RecordNames.InForce, ListOf(InForce)),
        new(RecordNames.Baseline, StructOf(Baseline)), new(RecordNames.Summary, StructOf(Summary)),
    ];

    /// <summary>What is known of a unit.</summary>
    public static IReadOnlyList<Column> Unit { get; } =
    [
        new(RecordNames.Id, Text), new(RecordNames.Kind, Text), new(RecordNames.Test, Flag), new(RecordNames.Path, Text),
        new(RecordNames.StartLine, Number), new(RecordNames.EndLine, Number), new(RecordNames.Digest, Text), new(RecordNames.Size, Size),
        new(RecordNames.Parts, ListOf(Part)), new(RecordNames.Due, Text), new(RecordNames.Declared, Flag), new(RecordNames.Baseline, Flag),
        new(RecordNames.Excluded, Flag), new(RecordNames.Suppressed, Flag), new(RecordNames.Justification, Text),
        new(RecordNames.Origin, Text), new(RecordNames.Tools, Texts), new(RecordNames.Providers, Texts), new(RecordNames.Models, Texts),
        new(RecordNames.Level, Text), new(RecordNames.Annotations, ListOf(Annotation)), new(RecordNames.Review, Text),
        new(RecordNames.ReviewsRequired, Number), new(RecordNames.Reviews, ListOf(Review)), new(RecordNames.Policy, Texts),
        new(RecordNames.Evidence, StructOf(Evidence)), new(RecordNames.Contested, Flag),
        new(RecordNames.Training, StructOf([.. Terms, new(RecordNames.Terms, ListOf(Terms))])),
        new(RecordNames.Findings, ListOf(Finding)), new(RecordNames.Frameworks, Texts),
    ];

    /// <summary>What is known of a finding that is in no unit.</summary>
    public static IReadOnlyList<Column> FindingOutsideUnits { get; } = [.. Finding, new(RecordNames.Frameworks, Texts)];

    /// <summary>What the lines of JSON Lines have, of whatever kind: where two kinds have a field of one name, it is JSON here.</summary>
    public static IReadOnlyList<Column> Line { get; } =
    [
        .. new[] { Project, Unit, FindingOutsideUnits }
            .SelectMany(columns => columns)
            .GroupBy(column => column.Name, StringComparer.Ordinal)
            .Select(group => group.Select(column => column.Type).Distinct(StringComparer.Ordinal).Count() == 1
                ? group.First()
                : new Column(group.Key, "JSON")),
    ];

    /// <summary>The type of a list of objects.</summary>
    public static string ListOf(IEnumerable<Column> columns) => StructOf(columns) + "[]";

    private static string StructOf(IEnumerable<Column> columns) =>
        $"STRUCT({string.Join(", ", columns.Select(column => $"\"{column.Name}\" {column.Type}"))})";
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">DuckDB's type of it.</param>
internal sealed record Column(string Name, string Type);
