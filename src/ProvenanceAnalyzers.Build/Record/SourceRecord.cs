using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>The revision that a project was built from.</summary>
internal sealed record SourceRecord : RecordObject
{
    /// <summary>The id of the newest commit.</summary>
    [JsonProperty(RecordNames.Revision)]
    public required string Revision { get; init; }

    /// <summary>Whether all files that were judged, and the project file, are as they are in it.</summary>
    [JsonProperty(RecordNames.Clean)]
    public required bool IsClean { get; init; }
}
