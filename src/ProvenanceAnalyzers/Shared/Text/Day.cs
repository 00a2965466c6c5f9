using System.Globalization;

namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>Days as annotations and options write them.</summary>
internal static class Day
{
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>The day that a text says, or null when it is not of the form <c>yyyy-MM-dd</c> or no day.</summary>
    /// <example><c>2026-11-20</c> is a day; <c>2026-02-30</c> and <c>20.11.2026</c> are none.</example>
    public static DateTime? Parse(string? text)
    {
        // Each annotation of a project has one, and the run-time library's parser takes a microsecond for it.
        if (text is not { Length: 10 } || text[4] != '-' || text[7] != '-')
        {
            return null;
        }

        var year = NumberIn(text, 0, 4);
        var month = NumberIn(text, 5, 2);
        var day = NumberIn(text, 8, 2);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day)
            : null;
    }

    /// <summary>A day as annotations write it.</summary>
    public static string Format(DateTime day) => day.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The number that some digits of a text are, or -1 when one of them is none.</summary>
    private static int NumberIn(string text, int start, int length)
    {
        var number = 0;
        for (var index = start; index < start + length; index++)
        {
            if (text[index] is < '0' or > '9')
            {
                return -1;
            }

            number = (number * 10) + (text[index] - '0');
        }

        return number;
    }
}
