using Newtonsoft.Json;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>An annotation of the assembly as a record has it.</summary>
internal sealed record AssemblyAnnotationRecord : AnnotationRecord
{
    /// <summary>The path or glob that it is about; null for all code of the assembly.</summary>
    [JsonProperty(RecordNames.Target, Required = Required.AllowNull, Order = 1)]
    public required string? Target { get; init; }
}
