using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What the terms of providers say of training on a unit.</summary>
internal sealed record TrainingRecord : RecordObject
{
    [JsonProperty(RecordNames.Status)]
    public required TrainingUse Status { get; init; }

    /// <summary>The provider whose terms stand against it.</summary>
    [JsonProperty(RecordNames.Provider, Required = Required.AllowNull)]
    public required string? Provider { get; init; }

    /// <summary>The document that has the terms.</summary>
    [JsonProperty(RecordNames.Document, Required = Required.AllowNull)]
    public required string? Document { get; init; }

    /// <summary>Its date.</summary>
    [JsonProperty(RecordNames.Date, Required = Required.AllowNull)]
    public required string? Date { get; init; }
}
