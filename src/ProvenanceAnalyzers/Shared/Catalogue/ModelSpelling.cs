using System.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Compares models as different programs spell them.</summary>
internal static class ModelSpelling
{
    private const int DigitsOfDay = 8;

    /// <summary>
    /// Whether two texts may name one model: where either says less than the other, as without a version, they are not different.
    /// </summary>
    /// <param name="one">A model as written: <c>anthropic/claude-opus-4-5-20251101</c>.</param>
    /// <param name="other">Another: <c>Claude Opus 4.5 (1M context)</c>.</param>
    public static bool AreSame(string one, string other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        return left.Count == 0 || right.Count == 0 || left.IsSubsetOf(right) || right.IsSubsetOf(left);
    }

    /// <summary>
    /// What a model's name says: its words and numbers, without who hosts it, the day of its release and what is in brackets.
    /// </summary>
    private static HashSet<string> WordsOf(string model)
    {
        var name = model.Substring(model.LastIndexOf('/') + 1);
        var bracket = name.IndexOfAny(['(', '[']);
        name = bracket > 0 ? name.Substring(0, bracket) : name;
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var character in name + " ")
        {
            // Letters and digits are words of their own: GPT5 is gpt-5.
            var isOther = word.Length > 0 && char.IsDigit(word[word.Length - 1]) != char.IsDigit(character);
            if (!char.IsLetterOrDigit(character) || isOther)
            {
                AddTo(words, word.ToString());
                word.Clear();
            }

            if (char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
        }

        return words;
    }

    private static void AddTo(HashSet<string> words, string word)
    {
        if (word.Length is > 0 and not DigitsOfDay && word is not ("latest" or "preview" or "v"))
        {
            words.Add(word);
        }
    }
}
