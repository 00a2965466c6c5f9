using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What the terms of a provider say of training on its output.</summary>
internal record TermsRecord : RecordObject
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
