using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>A file that holds no unit, or code or annotations outside of its units.</summary>
internal sealed record FileRecord : RecordObject
{
    /// <summary>What the record is of.</summary>
    [OnlyInLog]
    [JsonProperty(RecordNames.Record)]
    public RecordKind Record { get; init; }

    /// <summary>The file as the compiler knows it; null of a fixture file.</summary>
    [OnlyInLog]
    [JsonProperty(RecordNames.File, Required = Required.AllowNull)]
    public string? File { get; init; }

    /// <summary>The file, relative to the project.</summary>
    [JsonProperty(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonProperty(RecordNames.Reason)]
    public required FileReason Reason { get; init; }

    /// <summary>The code that is in no unit.</summary>
    [JsonProperty(RecordNames.Outside)]
    public required IReadOnlyList<LinesRecord> Outside { get; init; }

    /// <summary>The annotations that are in the record of no unit.</summary>
    [JsonProperty(RecordNames.OutsideAnnotations)]
    public required IReadOnlyList<LinesRecord> OutsideAnnotations { get; init; }
}
