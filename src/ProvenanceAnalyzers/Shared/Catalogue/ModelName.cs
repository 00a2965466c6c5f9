using System.Text;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>The name of a model, taken apart in one way, however it is written.</summary>
/// <remarks>
/// A word is what stands between two characters that are neither letter nor digit: of <c>bedrock/us.anthropic.claude-opus-4-5</c> there are
/// seven. <c>GPT 5.2</c>, <c>gpt_5.2</c> and <c>gpt‑5.2</c> are one name.
/// </remarks>
internal sealed class ModelName
{
    private readonly List<Word> _words = [];
    private readonly List<int> _ends = [];

    /// <summary>Takes a name apart.</summary>
    /// <param name="written">The name as written.</param>
    public ModelName(string written)
    {
        Written = written.Trim();
        var text = new StringBuilder();
        var isAfterBreak = false;
        var isAfterSlash = false;
        foreach (var character in PlainText.OfName(written))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                if (text.Length == 0 || isAfterBreak)
                {
                    if (text.Length > 0)
                    {
                        text.Append(isAfterSlash ? '/' : '-');
                    }

                    _words.Add(new Word(text.Length, isAfterSlash));
                }

                text.Append(character);
                _words[_words.Count - 1].End = text.Length;
                (isAfterBreak, isAfterSlash) = (false, false);
            }
            else
            {
                if (character is ':' or '@' && text.Length > 0)
                {
                    _ends.Add(text.Length);
                }

                isAfterBreak = true;
                isAfterSlash |= character is '/' or '\\';
            }
        }

        Text = text.ToString();
    }

    /// <summary>The name as written, without white space around it.</summary>
    public string Written { get; }

    /// <summary>Its words in lower case, with <c>/</c> where there is a slash between them, else with <c>-</c>.</summary>
    /// <example><c>openai/gpt-5-2</c> of <c>OpenAI / GPT 5.2</c></example>
    public string Text { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>The words from one to another without anything in between; of words with a slash between them nothing.</summary>
    /// <param name="first">The index of the first word.</param>
    /// <param name="last">The index of the last word.</param>
    public string? Joined(int first, int last)
    {
        var joined = string.Empty;
        for (var index = first; index <= last; index++)
        {
            if (index > first && _words[index].IsAfterSlash)
            {
                return null;
            }

            joined += WordAt(index);
        }

        return joined;
    }

    /// <summary>A word.</summary>
    public string WordAt(int index) => Text.Substring(_words[index].Start, _words[index].End - _words[index].Start);

    /// <summary>The name from a word on.</summary>
    public string From(int word) => Text.Substring(_words[word].Start);

    /// <summary>The name from a word on, up to each <c>:</c> or <c>@</c>, behind which a version or an owner stands.</summary>
    public IEnumerable<string> ShorterFrom(int word) => _ends
        .Where(end => end > _words[word].Start && end < Text.Length)
        .Select(end => Text.Substring(_words[word].Start, end - _words[word].Start));

    /// <summary>Whether a slash stands before a word.</summary>
    public bool IsAfterSlash(int word) => _words[word].IsAfterSlash;

    private sealed class Word(int start, bool isAfterSlash)
    {
        public int Start { get; } = start;

        public int End { get; set; } = start;

        public bool IsAfterSlash { get; } = isAfterSlash;
    }
}
