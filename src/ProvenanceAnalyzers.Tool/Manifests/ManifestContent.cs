using System.Text.Json.Serialization;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tool.Manifests;

/// <summary>A manifest, or a line of one in JSON Lines, as far as it says what is due; docs/manifest.md says what each field is.</summary>
internal sealed record ManifestContent
{
    /// <summary>What a line of JSON Lines is about; null of a manifest in one object.</summary>
    [JsonPropertyName(RecordNames.Record)]
    public string? Record { get; init; }

    [JsonPropertyName(RecordNames.SchemaVersion)]
    public required string SchemaVersion { get; init; }

    [JsonPropertyName(RecordNames.Assembly)]
    public required string Assembly { get; init; }

    /// <summary>The project file, relative to the repository.</summary>
    [JsonPropertyName(RecordNames.Project)]
    public required string Project { get; init; }

    [JsonPropertyName(RecordNames.Units)]
    public IReadOnlyList<ManifestUnit> Units { get; init; } = [];

    /// <summary>The findings that are in no unit.</summary>
    [JsonPropertyName(RecordNames.Findings)]
    public IReadOnlyList<ManifestFinding> Findings { get; init; } = [];
}

/// <summary>A unit of a manifest, as far as it says what is due.</summary>
internal sealed record ManifestUnit
{
    [JsonPropertyName(RecordNames.Id)]
    public required string Id { get; init; }

    [JsonPropertyName(RecordNames.Parts)]
    public IReadOnlyList<ManifestPart> Parts { get; init; } = [];

    [JsonPropertyName(RecordNames.Annotations)]
    public IReadOnlyList<ManifestAnnotation> Annotations { get; init; } = [];

    [JsonPropertyName(RecordNames.Findings)]
    public IReadOnlyList<ManifestFinding> Findings { get; init; } = [];
}

/// <summary>A part of a unit.</summary>
internal sealed record ManifestPart
{
    /// <summary>The file, relative to the project.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    /// <summary>Its first line, from 1; null of a fixture file.</summary>
    [JsonPropertyName(RecordNames.StartLine)]
    public int? StartLine { get; init; }

    /// <summary>Its last line, from 1; null of a fixture file.</summary>
    [JsonPropertyName(RecordNames.EndLine)]
    public int? EndLine { get; init; }
}

/// <summary>An annotation that holds for a unit, as far as it says who may review.</summary>
internal sealed record ManifestAnnotation
{
    [JsonPropertyName(RecordNames.RequestedBy)]
    public string? RequestedBy { get; init; }
}

/// <summary>A diagnostic of a build.</summary>
internal sealed record ManifestFinding
{
    [JsonPropertyName(RecordNames.Rule)]
    public required string Rule { get; init; }

    [JsonPropertyName(RecordNames.Level)]
    public required string Level { get; init; }

    /// <summary>The file, relative to the project; empty where it is in none.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonPropertyName(RecordNames.Line)]
    public required int Line { get; init; }

    [JsonPropertyName(RecordNames.Column)]
    public required int Column { get; init; }

    /// <summary>What it says; null where people are hashed.</summary>
    [JsonPropertyName(RecordNames.Message)]
    public string? Message { get; init; }

    [JsonPropertyName(RecordNames.Suppressed)]
    public required bool IsSuppressed { get; init; }
}
