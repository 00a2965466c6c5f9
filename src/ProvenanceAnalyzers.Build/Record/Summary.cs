using System.Globalization;
using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>
/// How much of a project is undeclared, AI-made and unreviewed. A unit that differs between target frameworks counts once.
/// </summary>
internal sealed record Summary : RecordObject
{
    [JsonProperty(RecordNames.Units)]
    public required int Units { get; init; }

    [JsonProperty(RecordNames.Undeclared)]
    public required int Undeclared { get; init; }

    [JsonProperty(RecordNames.AIMade)]
    public required int AIMade { get; init; }

    [JsonProperty(RecordNames.Unreviewed)]
    public required int Unreviewed { get; init; }

    [JsonProperty(RecordNames.Stale)]
    public required int Stale { get; init; }

    /// <summary>How much of it history contradicts.</summary>
    [JsonProperty(RecordNames.Contradicted)]
    public required int Contradicted { get; init; }

    /// <summary>How much of what is undeclared the baseline has.</summary>
    public int InBaseline { get; init; }

    /// <summary>Counts units. What is excluded is none.</summary>
    public static Summary Of(IEnumerable<UnitRecord> units)
    {
        var variants = units.Where(unit => !unit.IsExcluded).ToLookup(unit => unit.Id, StringComparer.Ordinal);
        return new Summary
        {
            Units = variants.Count,
            Undeclared = Count(unit => unit.IsDue),
            InBaseline = variants.Count(group =>
                group.Any(unit => unit.IsDue) && group.Where(unit => unit.IsDue).All(unit => unit.IsInBaseline)),
            AIMade = Count(unit => unit.IsAIMade),
            Unreviewed = Count(unit => unit.Review == ReviewState.Unreviewed),
            Stale = Count(unit => unit.Review == ReviewState.Stale),
            Contradicted = Count(unit => unit.IsContradicted),
        };

        int Count(Func<UnitRecord, bool> condition) => variants.Count(group => group.Any(condition));
    }

    /// <summary><c>Provenance: 1,204 units, 214 undeclared (200 in the baseline), 37 AI-made, 3 unreviewed, 1 stale</c></summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "Provenance: {0:N0} {1}, {2:N0} undeclared{3}, {4:N0} AI-made, {5:N0} unreviewed, {6:N0} stale{7}",
        Units,
        Units == 1 ? "unit" : "units",
        Undeclared,
        InBaseline > 0 ? string.Format(CultureInfo.InvariantCulture, " ({0:N0} in the baseline)", InBaseline) : string.Empty,
        AIMade,
        Unreviewed,
        Stale,
        Contradicted > 0 ? string.Format(CultureInfo.InvariantCulture, ", {0:N0} contradicted by history", Contradicted) : string.Empty);
}
