using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>
/// Makes code safe to show: what a terminal would obey, and what would show code in another order than the compiler reads it, is written
/// as what it is.
/// </summary>
internal static class PlainCharacters
{
    private const int TabWidth = 4;
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
                plain.Append(' ', TabWidth - (plain.Length % TabWidth));
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
