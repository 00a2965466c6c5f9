using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>An annotation as a record has it.</summary>
internal record AnnotationRecord : RecordObject
{
    /// <summary>Who made the code.</summary>
    [JsonProperty(RecordNames.Origin)]
    public required Origin Origin { get; init; }

    /// <summary>The id of the tool; as written where it is not known.</summary>
    [JsonProperty(RecordNames.Tool, Required = Required.AllowNull)]
    public required string? Tool { get; init; }

    /// <summary>The company behind the tool.</summary>
    [JsonProperty(RecordNames.Provider, Required = Required.AllowNull)]
    public required string? Provider { get; init; }

    [JsonProperty(RecordNames.Model, Required = Required.AllowNull)]
    public required string? Model { get; init; }

    /// <summary>Who requested the code.</summary>
    [JsonProperty(RecordNames.RequestedBy, Required = Required.AllowNull)]
    public required string? RequestedBy { get; init; }

    /// <summary>The day, as written.</summary>
    [JsonProperty(RecordNames.On, Required = Required.AllowNull)]
    public required string? On { get; init; }

    [JsonProperty(RecordNames.Reference, Required = Required.AllowNull)]
    public required string? Reference { get; init; }
}
