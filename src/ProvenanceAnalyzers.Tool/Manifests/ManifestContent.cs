using System.Text.Json.Serialization;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tool.Manifests;

/// <summary>What stands at the beginning of a manifest, and of each line of one in JSON Lines.</summary>
internal sealed record ManifestHeader
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
}

/// <summary>A manifest, or a line of one in JSON Lines, as far as the tool asks; docs/manifest.md says what each field is.</summary>
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

    /// <summary>The revision that it was built from; null where nobody knows it.</summary>
    [JsonPropertyName(RecordNames.Source)]
    public ManifestSource? Source { get; init; }

    /// <summary>By what it was judged; null where an older version of the package has written it, which did not say so.</summary>
    [JsonPropertyName(RecordNames.InForce)]
    public IReadOnlyList<ManifestInForce>? InForce { get; init; }

    /// <summary>Its baseline; null where there is none.</summary>
    [JsonPropertyName(RecordNames.Baseline)]
    public ManifestBaseline? Baseline { get; init; }

    [JsonPropertyName(RecordNames.Units)]
    public IReadOnlyList<ManifestUnit> Units { get; init; } = [];

    /// <summary>How many lines follow this one in JSON Lines; null of a manifest in one object.</summary>
    [JsonPropertyName(RecordNames.Lines)]
    public int? Lines { get; init; }

    /// <summary>The numbers of the line that the build prints.</summary>
    [JsonPropertyName(RecordNames.Summary)]
    public ManifestSummary? Summary { get; init; }

    /// <summary>The files that hold no unit, or something beside their units.</summary>
    [JsonPropertyName(RecordNames.Files)]
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];

    /// <summary>The findings that are in no unit.</summary>
    [JsonPropertyName(RecordNames.Findings)]
    public IReadOnlyList<ManifestFinding> Findings { get; init; } = [];
}

/// <summary>The revision that a project was built from.</summary>
internal sealed record ManifestSource
{
    [JsonPropertyName(RecordNames.Revision)]
    public required string Revision { get; init; }

    /// <summary>Whether what was judged is as it is there.</summary>
    [JsonPropertyName(RecordNames.Clean)]
    public required bool IsClean { get; init; }
}

/// <summary>By what a project was judged.</summary>
internal sealed record ManifestInForce
{
    [JsonPropertyName(RecordNames.Version)]
    public required string Version { get; init; }

    /// <summary>The SHA-256 of the assembly that judged; empty where nobody knows it.</summary>
    [JsonPropertyName(RecordNames.Analyzers)]
    public required string Analyzers { get; init; }

    [JsonPropertyName(RecordNames.Mode)]
    public required string Mode { get; init; }

    [JsonPropertyName(RecordNames.Policies)]
    public required IReadOnlyList<ManifestPolicy> Policies { get; init; }

    [JsonPropertyName(RecordNames.Severities)]
    public required IReadOnlyList<ManifestSeverity> Severities { get; init; }

    /// <summary>The files in which nothing was judged.</summary>
    [JsonPropertyName(RecordNames.Unjudged)]
    public required IReadOnlyList<string> Unjudged { get; init; }

    /// <summary>Whether history was asked.</summary>
    [JsonPropertyName(RecordNames.Evidence)]
    public required bool HasEvidence { get; init; }
}

/// <summary>A policy file that was in force.</summary>
internal sealed record ManifestPolicy
{
    /// <summary>Where it lies, relative to the project.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonPropertyName(RecordNames.Sha256)]
    public required string Sha256 { get; init; }
}

/// <summary>The severity that a project gives a rule.</summary>
internal sealed record ManifestSeverity
{
    [JsonPropertyName(RecordNames.Rule)]
    public required string Rule { get; init; }

    [JsonPropertyName(RecordNames.Severity)]
    public required string Severity { get; init; }
}

/// <summary>The baseline of a project.</summary>
internal sealed record ManifestBaseline
{
    [JsonPropertyName(RecordNames.Sha256)]
    public required string Sha256 { get; init; }

    [JsonPropertyName(RecordNames.Entries)]
    public required int Entries { get; init; }
}

/// <summary>How much there is in a project.</summary>
internal sealed record ManifestSummary
{
    /// <summary>How many units there are that are not excluded.</summary>
    [JsonPropertyName(RecordNames.Units)]
    public required int Units { get; init; }
}

/// <summary>A unit of a manifest.</summary>
internal sealed record ManifestUnit
{
    [JsonPropertyName(RecordNames.Id)]
    public required string Id { get; init; }

    [JsonPropertyName(RecordNames.Kind)]
    public string Kind { get; init; } = string.Empty;

    [JsonPropertyName(RecordNames.Test)]
    public bool IsTest { get; init; }

    [JsonPropertyName(RecordNames.Parts)]
    public IReadOnlyList<ManifestPart> Parts { get; init; } = [];

    /// <summary>The rule that asks for a declaration which is missing, or null.</summary>
    [JsonPropertyName(RecordNames.Due)]
    public string? Due { get; init; }

    [JsonPropertyName(RecordNames.Baseline)]
    public bool IsInBaseline { get; init; }

    [JsonPropertyName(RecordNames.Excluded)]
    public bool IsExcluded { get; init; }

    [JsonPropertyName(RecordNames.Suppressed)]
    public bool IsSuppressed { get; init; }

    [JsonPropertyName(RecordNames.Annotations)]
    public IReadOnlyList<ManifestAnnotation> Annotations { get; init; } = [];

    /// <summary>How far its review has come.</summary>
    [JsonPropertyName(RecordNames.Review)]
    public string Review { get; init; } = string.Empty;

    [JsonPropertyName(RecordNames.ReviewsRequired)]
    public int ReviewsRequired { get; init; }

    [JsonPropertyName(RecordNames.Reviews)]
    public IReadOnlyList<ManifestReview> Reviews { get; init; } = [];

    /// <summary>Whether history contradicts what is declared, and somebody has said why that is wrong.</summary>
    [JsonPropertyName(RecordNames.Contested)]
    public bool IsContested { get; init; }

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

/// <summary>An annotation that holds for a unit.</summary>
internal sealed record ManifestAnnotation
{
    [JsonPropertyName(RecordNames.Origin)]
    public string Origin { get; init; } = string.Empty;

    [JsonPropertyName(RecordNames.Tool)]
    public string? Tool { get; init; }

    [JsonPropertyName(RecordNames.Model)]
    public string? Model { get; init; }

    [JsonPropertyName(RecordNames.RequestedBy)]
    public string? RequestedBy { get; init; }

    [JsonPropertyName(RecordNames.On)]
    public string? On { get; init; }
}

/// <summary>A marker that covers a unit.</summary>
internal sealed record ManifestReview
{
    [JsonPropertyName(RecordNames.Reviewer)]
    public string? Reviewer { get; init; }

    /// <summary>Whether it counted.</summary>
    [JsonPropertyName(RecordNames.Valid)]
    public required bool IsValid { get; init; }
}

/// <summary>A file that holds no unit, or something beside its units.</summary>
internal sealed record ManifestFile
{
    /// <summary>Where it lies, relative to the project.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonPropertyName(RecordNames.Reason)]
    public required string Reason { get; init; }
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
