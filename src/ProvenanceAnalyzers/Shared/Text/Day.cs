using System.Globalization;

namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>Days as annotations and options write them.</summary>
internal static class Day
{
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>The day that a text says, or null when it is not of the form <c>yyyy-MM-dd</c> or no day.</summary>
    /// <example><c>2026-11-20</c> is a day; <c>2026-02-30</c> and <c>20.11.2026</c> are none.</example>
    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A day as annotations write it.</summary>
    public static string Format(DateTime day) => day.ToString(Pattern, CultureInfo.InvariantCulture);
}
