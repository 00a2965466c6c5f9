using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>A diagnostic as a record has it.</summary>
internal sealed record FindingRecord : RecordObject
{
    /// <summary>The id of the rule.</summary>
    [JsonProperty(RecordNames.Rule)]
    public required string Rule { get; init; }

    [JsonProperty(RecordNames.Level)]
    public required FindingLevel Level { get; init; }

    /// <summary>The file, relative to the project; empty where it has no location.</summary>
    [JsonProperty(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonProperty(RecordNames.Line)]
    public required int Line { get; init; }

    [JsonProperty(RecordNames.Column)]
    public required int Column { get; init; }

    /// <summary>What it says; null where people are hashed.</summary>
    [JsonProperty(RecordNames.Message, Required = Required.AllowNull)]
    public required string? Message { get; init; }

    /// <summary>Whether the code suppresses it.</summary>
    [JsonProperty(RecordNames.Suppressed)]
    public required bool IsSuppressed { get; init; }

    /// <summary>Why, where the attribute says so.</summary>
    [JsonProperty(RecordNames.Justification, Required = Required.AllowNull)]
    public required string? Justification { get; init; }
}
