using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProvenanceAnalyzers.Tool.Tables;

namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>
/// A report as one HTML file that asks nobody for anything: styles, scripts and data are in it. The units are compressed JSON, a column
/// each, and their details lie in parcels of which the page opens one when somebody asks for a unit in it.
/// </summary>
internal static class ReportPage
{
    private const int UnitsOfAParcel = 500;
    private const string Details = "details";

    /// <summary>The page.</summary>
    /// <param name="data">What it says.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static string Write(ReportData data, CancellationToken cancellationToken)
    {
        var units = data.Units();
        var columns = units.Count == 0
            ? []
            : units[0].Keys.Where(name => name != Details)
                .ToDictionary(name => name, name => ColumnOf([.. units.Select(unit => unit[name])]), StringComparer.Ordinal);
        return ReportTemplate.Render(
            "page.html",
            data,
            ("style", Sql.Read("Report/page.css")),
            ("script", Sql.Read("Report/page.js")),
            ("charts", Library("charts.min.js")),
            ("grid", Library("grid.min.js")),
            ("licences", Sql.Read("Report/LIBRARIES.txt")),
            ("report", JsonSerializer.Serialize(new { rows = data.Rows, words = ReportData.Words, rules = ReportData.RuleTitles })),
            ("columns", Compressed(JsonSerializer.SerializeToUtf8Bytes(columns))),
            ("listed", units.Count),
            ("parcelSize", UnitsOfAParcel),
            ("parcels", units.Chunk(UnitsOfAParcel).Select(parcel => Parcel(parcel, cancellationToken)).ToList()));
    }

    /// <summary>
    /// A column without what is in it several times: that is most of what a browser would have to read before it shows anything.
    /// </summary>
    private static UnitColumn ColumnOf(IReadOnlyList<object?> values)
    {
        var places = new Dictionary<object, int>();
        var distinct = new List<object?>();
        var at = new int[values.Count];
        foreach (var (index, value) in values.Index())
        {
            var key = value is System.Collections.IList ? JsonSerializer.Serialize(value) : value ?? DBNull.Value;
            if (!places.TryGetValue(key, out at[index]))
            {
                at[index] = places[key] = distinct.Count;
                distinct.Add(value);
            }
        }

        return distinct.Count == 1 ? new UnitColumn(distinct, null)
            : distinct.Count > values.Count / 2 ? new UnitColumn(values, null)
            : new UnitColumn(distinct, at);
    }

    private static string Parcel(IReadOnlyDictionary<string, object?>[] units, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var details = units.Select(unit => JsonDocument.Parse((string)unit[Details]!).RootElement);
        return Compressed(JsonSerializer.SerializeToUtf8Bytes(details));
    }

    private static string Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var zip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return Convert.ToBase64String(compressed.ToArray());
    }

    /// <summary>A library, none of whose texts ends the script that it stands in.</summary>
    private static string Library(string name) =>
        Sql.Read($"Report/{name}").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);

    /// <summary>A column of the list.</summary>
    /// <param name="Values">The one value of all units, a value for each unit, or each value once.</param>
    /// <param name="At">Where each unit's value is, if each is there once.</param>
    private sealed record UnitColumn(
        [property: JsonPropertyName("values")] IReadOnlyList<object?> Values,
        [property: JsonPropertyName("at")] IReadOnlyList<int>? At);
}
