using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>A hand-written part of a unit.</summary>
internal sealed record PartRecord : RecordObject
{
    /// <summary>Its file as the compiler knows it; null of a fixture file.</summary>
    [OnlyInLog]
    [JsonProperty(RecordNames.File, Required = Required.AllowNull)]
    public string? File { get; init; }

    /// <summary>Its file, relative to the project.</summary>
    [JsonProperty(RecordNames.Path)]
    public required string Path { get; init; }

    /// <summary>Its first line; null of a fixture file.</summary>
    [JsonProperty(RecordNames.StartLine, Required = Required.AllowNull)]
    public required int? StartLine { get; init; }

    /// <summary>The column of its first character; null of a fixture file.</summary>
    [OnlyInLog]
    [JsonProperty(RecordNames.StartColumn, Required = Required.AllowNull)]
    public int? StartColumn { get; init; }

    /// <summary>Its last line; null of a fixture file.</summary>
    [JsonProperty(RecordNames.EndLine, Required = Required.AllowNull)]
    public required int? EndLine { get; init; }

    /// <summary>The column behind its last character; null of a fixture file.</summary>
    [OnlyInLog]
    [JsonProperty(RecordNames.EndColumn, Required = Required.AllowNull)]
    public int? EndColumn { get; init; }

    /// <summary>Its digest; null of a fixture file that could not be read.</summary>
    [JsonProperty(RecordNames.Digest, Required = Required.AllowNull)]
    public required string? Digest { get; init; }

    /// <summary>Whether a place in its file is in it.</summary>
    public bool Contains(int line, int column) =>
        (line, column).CompareTo((StartLine ?? 0, StartColumn ?? 0)) >= 0 && (line, column).CompareTo((EndLine ?? 0, EndColumn ?? 0)) < 0;

    /// <summary>Whether some lines of its file are in it.</summary>
    public bool Contains(LinesRecord lines) => StartLine <= lines.StartLine && EndLine >= lines.EndLine;
}
