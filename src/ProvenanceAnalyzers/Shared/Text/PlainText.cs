using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>Makes texts that look alike the same, so that names can be compared by what a reader sees.</summary>
internal static class PlainText
{
    // Letters of other scripts that look like the Latin one below them, in lower case.
    private const string LookAlikes = "асеорхуіјѕһԁѵвнкмтαρτοεικνυɡı";
    private const string LatinLetters = "aceopxyijshdvbhkmtaptoeikvugi";

    /// <summary>
    /// A text in lower case, without characters that nobody sees; of characters that are one in another form, such as full-width letters,
    /// the plain form.
    /// </summary>
    /// <example><c>Ada\u200B@example.com</c> is <c>ada@example.com</c>.</example>
    public static string Of(string text) => IsPlain(text) ? text.ToLowerInvariant() : Fold(text, NormalizationForm.FormKC, isName: false);

    /// <summary>
    /// As <see cref="Of"/>, also without accents, with Latin letters for those that look like them, and with one kind of dash and slash.
    /// </summary>
    /// <example><c>gpt‑5</c> with a non-breaking hyphen is <c>gpt-5</c>.</example>
    public static string OfName(string text) =>
        IsPlain(text) ? text.ToLowerInvariant() : Fold(text, NormalizationForm.FormKD, isName: true);

    /// <summary>A text with one blank for each run of white space, and none around it.</summary>
    public static string WithSingleBlanks(string text) =>
        string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string Fold(string text, NormalizationForm form, bool isName)
    {
        var normalized = Normalize(WithoutHalfCharacters(text), form).ToLowerInvariant();
        var plain = new StringBuilder(normalized.Length);
        for (var index = 0; index < normalized.Length; index++)
        {
            var length = char.IsHighSurrogate(normalized[index]) ? 2 : 1;
            if (!IsInvisible(normalized, index, isName))
            {
                plain.Append(length == 2 ? normalized.Substring(index, length) : Plain(normalized[index], isName).ToString());
            }

            index += length - 1;
        }

        return plain.ToString();
    }

    /// <summary>The normalized text; the text itself where the runtime knows no form of it.</summary>
    private static string Normalize(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char Plain(char character, bool isName)
    {
        if (char.IsWhiteSpace(character))
        {
            return ' ';
        }

        // Where the runtime knows no normalization, full-width letters are still there.
        if (character is > '\uFF00' and < '\uFF5F')
        {
            character = char.ToLowerInvariant((char)(character - '\uFF00' + ' '));
        }

        if (!isName)
        {
            return character;
        }

        if (LookAlikes.IndexOf(character) is var known and >= 0)
        {
            return LatinLetters[known];
        }

        return character switch
        {
            '\u2212' => '-',
            '\u2044' or '\u2215' or '\u29F8' => '/',
            '\u2216' or '\u29F5' => '\\',
            '\u2236' or '\uA789' => ':',
            _ => char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation ? '-' : character,
        };
    }

    private static bool IsInvisible(string text, int index, bool isName)
    {
        switch (CharUnicodeInfo.GetUnicodeCategory(text, index))
        {
            case UnicodeCategory.Format or UnicodeCategory.Surrogate:
                return true;
            case UnicodeCategory.Control:
                return !char.IsWhiteSpace(text[index]);
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return isName
                    || text[index] is '\u034F' or (>= '\u180B' and <= '\u180F') or (>= '\uFE00' and <= '\uFE0F') or '\uDB40';
            default:
                return text[index] is '\u115F' or '\u1160' or '\u3164' or '\uFFA0';
        }
    }

    /// <summary>Without halves of characters, which a string literal can have and no text can be normalized with.</summary>
    private static string WithoutHalfCharacters(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                whole.Append(text, index++, 2);
            }
            else if (!char.IsSurrogate(text[index]))
            {
                whole.Append(text[index]);
            }
        }

        return whole.ToString();
    }
}
