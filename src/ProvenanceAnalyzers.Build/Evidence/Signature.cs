using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Who made a commit, and when.</summary>
/// <param name="Name">The name as the commit has it.</param>
/// <param name="Address">The address as the commit has it.</param>
/// <param name="Day">The day where the person was; empty where the commit says none.</param>
/// <param name="UtcDay">The day in UTC; null where the commit says none.</param>
internal sealed record Signature(string Name, string Address, string Day, DateTime? UtcDay)
{
    /// <summary>The person as annotations write one.</summary>
    public string Person => Name.Length == 0 ? Address : $"{Name} <{Address}>";

    /// <summary>Reads what stands behind <c>author</c> or <c>committer</c>.</summary>
    /// <example><c>Ada Lovelace &lt;ada@example.com&gt; 1766000000 +0100</c></example>
    public static Signature Read(string text)
    {
        var close = text.LastIndexOf('>');
        var open = close < 0 ? -1 : text.LastIndexOf('<', close);
        if (open < 0)
        {
            return new Signature(Printable(text), string.Empty, string.Empty, null);
        }

        var moment = text.Substring(close + 1).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var utc = moment.Length > 0 ? TimeOf(moment[0]) : null;
        var local = moment.Length > 1 ? utc?.Add(OffsetOf(moment[1])) : utc;
        return new Signature(
            Printable(text.Substring(0, open)),
            Printable(text.Substring(open + 1, close - open - 1)),
            local is { } day ? Shared.Text.Day.Format(day) : string.Empty,
            utc?.Date);
    }

    private static DateTime? TimeOf(string seconds)
    {
        const long Latest = 253402300799 - (24 * 3600);
        return long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Latest
            ? DateTimeOffset.FromUnixTimeSeconds(number).UtcDateTime
            : null;
    }

    private static TimeSpan OffsetOf(string zone)
    {
        const int Hundred = 100;
        const int MostHours = 15;
        return int.TryParse(zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= -MostHours * Hundred and <= MostHours * Hundred
                ? new TimeSpan(number / Hundred, number % Hundred, 0)
                : TimeSpan.Zero;
    }

    /// <summary>What a name is made of is nothing that a terminal or a list takes for a command.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            printable.Append(char.IsControl(character) ? ' ' : character);
        }

        return PlainText.WithSingleBlanks(printable.ToString());
    }
}
