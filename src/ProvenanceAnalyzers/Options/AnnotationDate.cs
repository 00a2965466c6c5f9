using System.Globalization;

namespace ProvenanceAnalyzers.Options;

/// <summary>Days as annotations and options write them.</summary>
internal static class AnnotationDate
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The day that a text says, or null when it is not of the form <c>yyyy-MM-dd</c> or no day.</summary>
    /// <example><c>2026-11-20</c> is a day; <c>2026-02-30</c> and <c>20.11.2026</c> are none.</example>
    public static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A day as annotations write it.</summary>
    public static string Format(DateTime day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
