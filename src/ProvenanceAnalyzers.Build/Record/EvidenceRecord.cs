using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What the history of the repository tells of a unit: how many of its lines an AI had a hand in.</summary>
internal sealed record EvidenceRecord : RecordObject
{
    /// <summary>How many of its lines count: not those of blanks, braces, comments, <c>using</c> directives and annotations.</summary>
    [JsonProperty(RecordNames.Lines)]
    public required int Lines { get; init; }

    /// <summary>How many of them a tool has noted as an AI's.</summary>
    [JsonProperty(RecordNames.NotedLines)]
    public required int NotedLines { get; init; }

    /// <summary>How many an AI's own account committed, without a human's help.</summary>
    [JsonProperty(RecordNames.CommittedLines)]
    public required int CommittedLines { get; init; }

    /// <summary>How many are of commits that an AI had a hand in.</summary>
    [JsonProperty(RecordNames.AssistedLines)]
    public required int AssistedLines { get; init; }

    /// <summary>How many are of commits in which somebody accepted an AI's suggestion.</summary>
    [JsonProperty(RecordNames.SuggestedLines)]
    public required int SuggestedLines { get; init; }

    /// <summary>The tools.</summary>
    [JsonProperty(RecordNames.Tools)]
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Those of them that no annotation names.</summary>
    [JsonProperty(RecordNames.UndeclaredTools)]
    public required IReadOnlyList<string> UndeclaredTools { get; init; }

    /// <summary>The models, as commits and notes name them.</summary>
    [JsonProperty(RecordNames.Models)]
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The day of the oldest commit.</summary>
    [JsonProperty(RecordNames.FirstDay)]
    public required string FirstDay { get; init; }

    /// <summary>The day of the newest commit.</summary>
    [JsonProperty(RecordNames.LastDay)]
    public required string LastDay { get; init; }

    /// <summary>The ids of the commits.</summary>
    [JsonProperty(RecordNames.Commits)]
    public required IReadOnlyList<string> Commits { get; init; }
}
