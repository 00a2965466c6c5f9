using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>Some lines of a file, counted from 1.</summary>
internal sealed record LinesRecord : RecordObject
{
    [JsonProperty(RecordNames.StartLine)]
    public required int StartLine { get; init; }

    [JsonProperty(RecordNames.EndLine)]
    public required int EndLine { get; init; }
}
