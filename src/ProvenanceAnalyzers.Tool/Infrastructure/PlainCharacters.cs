using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// Makes code safe to show: what a terminal would obey, and what would show code in another order than the compiler reads it, is written
/// as what it is.
/// </summary>
internal static class PlainCharacters
{
    private const int TabWidth = 4;
    private const char Tab = '\u2192';
    private const int FirstControlPicture = 0x2400;
    private const char Delete = '\u007F';

    /// <summary>A line as it can be shown.</summary>
    public static string Of(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                // Within a string a tab is another character than blanks, and a change of one must be seen.
                plain.Append(Tab).Append(' ', TabWidth - 1);
            }
            else if (rune.Value < ' ')
            {
                plain.Append((char)(FirstControlPicture + rune.Value));
            }
            else if (rune.Value == Delete || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                plain.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
            }
            else
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }
}
