using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>The project as the analyzer records it.</summary>
internal sealed record LoggedProject : RecordObject
{
    [JsonProperty(RecordNames.Record)]
    public required RecordKind Record { get; init; }

    /// <summary>The name of the assembly.</summary>
    [JsonProperty(RecordNames.Assembly, Required = Required.AllowNull)]
    public required string? Assembly { get; init; }

    /// <summary>The target framework that was compiled; empty where the build does not say.</summary>
    [JsonProperty(RecordNames.Framework)]
    public required string Framework { get; init; }

    /// <summary>What annotations of the assembly say.</summary>
    [JsonProperty(RecordNames.Annotations)]
    public required IReadOnlyList<AssemblyAnnotationRecord> Annotations { get; init; }

    /// <summary>By what it was judged.</summary>
    [JsonProperty(RecordNames.InForce)]
    public required InForceRecord InForce { get; init; }

    /// <summary>How many units there are.</summary>
    [JsonProperty(RecordNames.Units)]
    public required int Units { get; init; }

    /// <summary>How many files have a record of their own.</summary>
    [JsonProperty(RecordNames.Files)]
    public required int Files { get; init; }
}
