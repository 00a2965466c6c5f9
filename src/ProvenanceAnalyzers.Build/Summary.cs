using System.Globalization;
using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build;

/// <summary>How much of a project is undeclared, AI-made and unreviewed. A unit that differs between target frameworks counts once.</summary>
internal sealed class Summary
{
    private readonly List<IGrouping<string, JObject>> _units;

    public Summary(IEnumerable<JObject> units)
    {
        _units = [.. units.Where(unit => !(bool)unit["excluded"]!).GroupBy(unit => (string)unit["id"]!)];
    }

    public int Units => _units.Count;

    public int Undeclared => Count(UnitRecord.IsDue);

    public int AIMade => Count(unit => (string?)unit["origin"] is "assisted" or "generated" or "autonomous");

    public int Unreviewed => Count(unit => (string?)unit["review"] == "unreviewed");

    public int Stale => Count(unit => (string?)unit["review"] == "stale");

    /// <summary><c>Provenance: 1,204 units, 214 undeclared, 37 AI-made, 3 unreviewed, 1 stale</c></summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "Provenance: {0:N0} {1}, {2:N0} undeclared, {3:N0} AI-made, {4:N0} unreviewed, {5:N0} stale",
        Units,
        Units == 1 ? "unit" : "units",
        Undeclared,
        AIMade,
        Unreviewed,
        Stale);

    public JObject ToJson() => new()
    {
        ["units"] = Units,
        ["undeclared"] = Undeclared,
        ["aiMade"] = AIMade,
        ["unreviewed"] = Unreviewed,
        ["stale"] = Stale,
    };

    private int Count(Func<JObject, bool> condition) => _units.Count(variants => variants.Any(condition));
}
