using System.IO.Compression;
using System.Text.Json;
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
    public static string Write(ReportData data)
    {
        var units = data.Units();
        var columns = units.Count == 0
            ? []
            : units[0].Keys.Where(name => name != Details)
                .ToDictionary(name => name, name => units.Select(unit => unit[name]).ToList(), StringComparer.Ordinal);
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
            ("parcels", units.Chunk(UnitsOfAParcel).Select(Parcel).ToList()));
    }

    private static string Parcel(IReadOnlyDictionary<string, object?>[] units) => Compressed(
        JsonSerializer.SerializeToUtf8Bytes(units.Select(unit => JsonDocument.Parse((string)unit[Details]!).RootElement)));

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
}
