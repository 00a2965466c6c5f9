namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>Patterns for people and models: <c>*</c> is any text, <c>?</c> one character, in any case.</summary>
internal static class Glob
{
    /// <summary>Whether a whole text fits a pattern.</summary>
    /// <example><c>*@example.com</c> fits <c>Ada@example.com</c>.</example>
    public static bool IsMatch(string pattern, string text)
    {
        int position = 0, index = 0, star = -1, resume = 0;
        while (position < text.Length)
        {
            if (index < pattern.Length && pattern[index] == '*')
            {
                star = index++;
                resume = position;
            }
            else if (index < pattern.Length
                && (pattern[index] == '?' || char.ToUpperInvariant(pattern[index]) == char.ToUpperInvariant(text[position])))
            {
                index++;
                position++;
            }
            else if (star >= 0)
            {
                index = star + 1;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(index).All(character => character == '*');
    }
}
