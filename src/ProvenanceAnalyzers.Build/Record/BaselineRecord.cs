using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>The baseline of a project: all of its files as one.</summary>
internal sealed record BaselineRecord : RecordObject
{
    /// <summary>The SHA-256 of its entries, each a line that ends with a line feed, in ordinal order.</summary>
    [JsonProperty(RecordNames.Sha256)]
    public required string Sha256 { get; init; }

    /// <summary>How many entries it has.</summary>
    [JsonProperty(RecordNames.Entries)]
    public required int Entries { get; init; }

    /// <summary>That of some entries; null where there are none.</summary>
    public static BaselineRecord? Of(IEnumerable<string> entries)
    {
        var lines = entries.Distinct(StringComparer.Ordinal).OrderBy(line => line, StringComparer.Ordinal).ToList();
        return lines.Count == 0 ? null : new BaselineRecord
        {
            Sha256 = Hex.Sha256(string.Concat(lines.Select(line => line + "\n"))),
            Entries = lines.Count,
        };
    }
}
