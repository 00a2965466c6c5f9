using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>A review marker as a record has it.</summary>
internal sealed record ReviewRecord : RecordObject
{
    /// <summary>Who reviewed the code.</summary>
    [JsonProperty(RecordNames.Reviewer, Required = Required.AllowNull)]
    public required string? Reviewer { get; init; }

    /// <summary>The day, as written.</summary>
    [JsonProperty(RecordNames.On, Required = Required.AllowNull)]
    public required string? On { get; init; }

    /// <summary>The digest of the code that was reviewed, as written.</summary>
    [JsonProperty(RecordNames.Digest, Required = Required.AllowNull)]
    public required string? Digest { get; init; }

    /// <summary>Whether it counts.</summary>
    [JsonProperty(RecordNames.Valid)]
    public required bool IsValid { get; init; }

    /// <summary>Why it does not count.</summary>
    [JsonProperty(RecordNames.Faults)]
    public required ReviewFault Faults { get; init; }
}
