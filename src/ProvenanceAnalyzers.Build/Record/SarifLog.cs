using Newtonsoft.Json;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What is read of a log of the form SARIF 2.1, of which any field may be missing.</summary>
internal sealed record SarifLog
{
    [JsonProperty("runs")]
    public IReadOnlyList<SarifRun>? Runs { get; init; }
}

/// <summary>What one run of the compiler reported.</summary>
internal sealed record SarifRun
{
    [JsonProperty("results")]
    public IReadOnlyList<SarifResult>? Results { get; init; }
}

/// <summary>A diagnostic.</summary>
internal sealed record SarifResult
{
    [JsonProperty("ruleId")]
    public string? RuleId { get; init; }

    [JsonProperty("level")]
    public FindingLevel Level { get; init; } = FindingLevel.Warning;

    [JsonProperty("message")]
    public SarifMessage? Message { get; init; }

    [JsonProperty("locations")]
    public IReadOnlyList<SarifLocation>? Locations { get; init; }

    [JsonProperty("suppressions")]
    public IReadOnlyList<SarifSuppression>? Suppressions { get; init; }

    [JsonProperty("properties")]
    public SarifProperties? Properties { get; init; }
}

/// <summary>What a diagnostic says.</summary>
internal sealed record SarifMessage
{
    [JsonProperty("text")]
    public string? Text { get; init; }
}

/// <summary>Where a diagnostic is.</summary>
internal sealed record SarifLocation
{
    [JsonProperty("physicalLocation")]
    public SarifPhysicalLocation? PhysicalLocation { get; init; }
}

/// <summary>A place in a file.</summary>
internal sealed record SarifPhysicalLocation
{
    [JsonProperty("artifactLocation")]
    public SarifArtifactLocation? ArtifactLocation { get; init; }

    [JsonProperty("region")]
    public SarifRegion? Region { get; init; }
}

/// <summary>A file.</summary>
internal sealed record SarifArtifactLocation
{
    [JsonProperty("uri")]
    public string? Uri { get; init; }
}

/// <summary>A place, counted from 1.</summary>
internal sealed record SarifRegion
{
    [JsonProperty("startLine")]
    public int StartLine { get; init; }

    [JsonProperty("startColumn")]
    public int StartColumn { get; init; }
}

/// <summary>Why a diagnostic is not shown.</summary>
internal sealed record SarifSuppression
{
    [JsonProperty("justification")]
    public string? Justification { get; init; }

    [JsonProperty("properties")]
    public SarifSuppressionProperties? Properties { get; init; }
}

/// <summary>What the compiler says of a suppression.</summary>
internal sealed record SarifSuppressionProperties
{
    [JsonProperty("suppressionType")]
    public string? SuppressionType { get; init; }
}

/// <summary>What the compiler says of a diagnostic.</summary>
internal sealed record SarifProperties
{
    [JsonProperty("customProperties")]
    public SarifCustomProperties? CustomProperties { get; init; }
}

/// <summary>What an analyzer of this package says of a diagnostic.</summary>
internal sealed record SarifCustomProperties
{
    [JsonProperty(LogProperties.Record)]
    public string? Record { get; init; }

    [JsonProperty(LogProperties.Fixtures)]
    public string? Fixtures { get; init; }
}
