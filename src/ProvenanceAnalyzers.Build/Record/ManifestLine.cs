using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>A line of a manifest in JSON Lines: what it is about, and the fields of that.</summary>
/// <param name="Header">What it is about.</param>
/// <param name="Content">What it says.</param>
internal sealed record ManifestLine(LineHeader Header, object Content) : IFlattened
{
    /// <inheritdoc/>
    public IEnumerable<object> Parts => [Header, Content];

    /// <summary>The lines of a manifest.</summary>
    public static IEnumerable<ManifestLine> Of(Manifest manifest)
    {
        var others = Lines(LineKind.Annotation, manifest.Annotations)
            .Concat(Lines(LineKind.Unit, manifest.Units))
            .Concat(Lines(LineKind.File, manifest.Files))
            .Concat(Lines(LineKind.Finding, manifest.Findings))
            .ToList();
        return Lines(LineKind.Project, [new ProjectRecord
            {
                Lines = others.Count,
                Frameworks = manifest.Frameworks,
                Source = manifest.Source,
                InForce = manifest.InForce,
                Baseline = manifest.Baseline,
                Summary = manifest.Summary,
            }])
            .Concat(others);

        IEnumerable<ManifestLine> Lines(LineKind kind, IEnumerable<object> items) => items.Select(item =>
            new ManifestLine(new LineHeader { Record = kind, Assembly = manifest.Assembly, Project = manifest.Project }, item));
    }
}

/// <summary>What stands at the beginning of each line.</summary>
internal sealed record LineHeader : RecordObject
{
    [JsonProperty(RecordNames.Record)]
    public required LineKind Record { get; init; }

    [JsonProperty(RecordNames.SchemaVersion)]
    public string SchemaVersion { get; } = ManifestSchema.Version;

    [JsonProperty(RecordNames.Assembly)]
    public required string Assembly { get; init; }

    /// <summary>The project file, relative to the repository.</summary>
    [JsonProperty(RecordNames.Project)]
    public required string Project { get; init; }
}

/// <summary>What the line about the project says.</summary>
internal sealed record ProjectRecord : RecordObject
{
    /// <summary>How many lines follow, so that a file without its end is known as such.</summary>
    [JsonProperty(RecordNames.Lines)]
    public required int Lines { get; init; }

    /// <summary>The target frameworks, in ordinal order.</summary>
    [JsonProperty(RecordNames.Frameworks)]
    public required IReadOnlyList<string> Frameworks { get; init; }

    /// <summary>The revision that it was built from; null where nobody knows it.</summary>
    [JsonProperty(RecordNames.Source, Required = Required.AllowNull)]
    public required SourceRecord? Source { get; init; }

    /// <summary>By what it was judged.</summary>
    [JsonProperty(RecordNames.InForce)]
    public required IReadOnlyList<InFrameworks<InForceRecord>> InForce { get; init; }

    /// <summary>Its baseline; null where there is none.</summary>
    [JsonProperty(RecordNames.Baseline, Required = Required.AllowNull)]
    public required BaselineRecord? Baseline { get; init; }

    [JsonProperty(RecordNames.Summary)]
    public required Summary Summary { get; init; }
}
