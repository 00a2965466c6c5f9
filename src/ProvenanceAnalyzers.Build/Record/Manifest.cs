using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>
/// The records of all target frameworks of a project as one, from which all outputs are made. The schema is
/// schemas/provenance-manifest.schema.json.
/// </summary>
internal sealed record Manifest : RecordObject
{
    [JsonProperty(RecordNames.SchemaVersion)]
    public string SchemaVersion { get; } = ManifestSchema.Version;

    [JsonProperty(RecordNames.Assembly)]
    public required string Assembly { get; init; }

    /// <summary>The project file, relative to the repository.</summary>
    [JsonProperty(RecordNames.Project)]
    public required string Project { get; init; }

    /// <summary>The target frameworks, in ordinal order.</summary>
    [JsonProperty(RecordNames.Frameworks)]
    public required IReadOnlyList<string> Frameworks { get; init; }

    /// <summary>The revision that it was built from; null where nobody knows it.</summary>
    [JsonProperty(RecordNames.Source, Required = Required.AllowNull)]
    public SourceRecord? Source { get; init; }

    /// <summary>By what it was judged.</summary>
    [JsonProperty(RecordNames.InForce)]
    public required IReadOnlyList<InFrameworks<InForceRecord>> InForce { get; init; }

    /// <summary>Its baseline; null where there is none.</summary>
    [JsonProperty(RecordNames.Baseline, Required = Required.AllowNull)]
    public BaselineRecord? Baseline { get; init; }

    [JsonProperty(RecordNames.Summary)]
    public Summary Summary => Summary.Of(Units.Select(unit => unit.Item));

    /// <summary>What annotations of the assembly say.</summary>
    [JsonProperty(RecordNames.Annotations)]
    public required IReadOnlyList<InFrameworks<AssemblyAnnotationRecord>> Annotations { get; init; }

    /// <summary>By id; one that differs between frameworks stands once for each difference.</summary>
    [JsonProperty(RecordNames.Units)]
    public required IReadOnlyList<InFrameworks<UnitRecord>> Units { get; init; }

    /// <summary>The files without a unit, or with code outside of theirs.</summary>
    [JsonProperty(RecordNames.Files)]
    public required IReadOnlyList<InFrameworks<FileRecord>> Files { get; init; }

    /// <summary>The diagnostics that are in no unit.</summary>
    [JsonProperty(RecordNames.Findings)]
    public required IReadOnlyList<InFrameworks<FindingRecord>> Findings { get; init; }

    /// <summary>Reads the records that the compilations of a project left.</summary>
    /// <param name="paths">The records.</param>
    /// <param name="project">The project file, relative to the repository.</param>
    public static Manifest Read(IEnumerable<string> paths, string project) => FrameworkMerge.Of(
    [
        .. paths.Select(path => Json.ReadFile<FrameworkRecord>(path, problem => new RecordException(
            ErrorCodes.IncompleteLog, $"The record '{path}' of a target framework cannot be read; build again. {problem}", path))),
    ],
    project);

    /// <summary>The manifest with diagnostics that only all frameworks together can tell.</summary>
    public Manifest WithFindings(IEnumerable<FindingRecord> findings) => this with
    {
        Findings =
        [
            .. Findings.Concat(findings.Select(finding => FrameworkMerge.InFrameworks(finding, Frameworks)))
                .OrderBy(finding => FrameworkMerge.PlaceOf(finding.Item), StringComparer.Ordinal),
        ],
    };

    /// <summary>The manifest as it is when a baseline of today has been written.</summary>
    public Manifest WithBaselineOfToday() => this with
    {
        Units = Each(Units, unit => unit with { IsInBaseline = unit.BelongsInBaseline }),
    };

    /// <summary>The manifest with a hash for each person. It has no messages, since those about reviews name people.</summary>
    public Manifest WithHashedPeople()
    {
        return this with
        {
            Annotations = Each(Annotations, annotation => annotation with { RequestedBy = Hash(annotation.RequestedBy) }),
            Units = Each(Units, unit => unit with
            {
                Annotations = [.. unit.Annotations.Select(annotation => annotation with { RequestedBy = Hash(annotation.RequestedBy) })],
                Reviews = [.. unit.Reviews.Select(review => review with { Reviewer = Hash(review.Reviewer) })],
                Findings = [.. unit.Findings.Select(WithoutMessage)],
            }),
            Findings = Each(Findings, WithoutMessage),
        };

        static string? Hash(string? person) => person == null ? null : PersonHash.Of(person);

        static FindingRecord WithoutMessage(FindingRecord finding) => finding with { Message = null };
    }

    private static IReadOnlyList<InFrameworks<T>> Each<T>(IEnumerable<InFrameworks<T>> items, Func<T, T> change)
        where T : RecordObject => [.. items.Select(item => item with { Item = change(item.Item) })];
}
