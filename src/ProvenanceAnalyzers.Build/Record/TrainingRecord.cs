using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What the terms of providers say of training on a unit: of all that stand against it, the strictest.</summary>
internal sealed record TrainingRecord : TermsRecord
{
    /// <summary>Of each provider that stands against it.</summary>
    [JsonProperty(RecordNames.Terms, Order = 1)]
    public required IReadOnlyList<TermsRecord> Terms { get; init; }
}
