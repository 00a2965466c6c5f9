using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Record;

/// <summary>PROV9xxx: what a manifest or baseline is written from.</summary>
internal static class RecordRules
{
    /// <summary>The rules of the family, in the order of their ids.</summary>
    public static IReadOnlyList<ProvenanceRule> Create() =>
    [
        new UnitRecordRule(),
    ];
}
