using System.Text;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Tells what somebody has yet to fill in from what says something: <c>...</c>, <c>TODO</c>, <c>your name</c>.</summary>
internal static class Placeholders
{
    private const int LongestWord = 16;

    // Each without what stands between its letters: n/a is na. That a tool or a model is unknown is something that one can say.
    private static readonly HashSet<string> OfAnything = new(StringComparer.Ordinal)
    {
        "todo", "tbd", "tba", "tbc", "fixme", "xx", "xxx", "xxxx", "na", "none", "null", "nil", "undefined", "empty", "unnamed",
        "placeholder", "fillin", "fillmein", "changeme", "replaceme", "insertname", "yourname", "yournamehere", "name", "thename",
        "namehere", "yyyymmdd",
    };

    private static readonly HashSet<string> OfPeople = new(StringComparer.Ordinal)
    {
        "unknown", "nobody", "noone", "someone", "somebody", "anyone", "anybody", "everyone", "who", "whoaskedyou", "you", "me", "myself",
        "yourself", "self", "i", "human", "ahuman", "person", "aperson", "user", "theuser", "requester", "therequester", "anonymous",
        "nameaddress", "youraddress", "address", "email", "youremail", "emailaddress",
    };

    private static readonly HashSet<string> OfMachines = new(StringComparer.Ordinal)
    {
        "ai", "anai", "theai", "aiagent", "anaiagent", "agent", "theagent", "codingagent", "aiassistant", "assistant", "theassistant",
        "aitool", "llm", "thellm", "bot", "human", "machine", "providermodel", "providername",
    };

    /// <summary>Whether a field of an annotation says nothing.</summary>
    /// <param name="text">What is written there.</param>
    /// <param name="field">The field's name, which says nothing in it either.</param>
    public static bool Contain(string text, string field) => !HasDigit(text)
        && Compact(text) is { } word
        && (word.Length == 0
            || OfAnything.Contains(word)
            || (field == "RequestedBy" && OfPeople.Contains(word))
            || (field is "Tool" or "Model" && OfMachines.Contains(word))
            || IsNameOf(field, word));

    /// <summary>Whether a text says nothing of anything, nor of anybody.</summary>
    /// <param name="text">The text.</param>
    public static bool ContainPerson(string text) =>
        Compact(text) is { } word && (word.Length == 0 || OfAnything.Contains(word) || OfPeople.Contains(word));

    /// <summary>Whether a text has a digit, as days and models have, and no placeholder.</summary>
    private static bool HasDigit(string text)
    {
        foreach (var character in text)
        {
            if (character is >= '0' and <= '9')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameOf(string field, string word)
    {
        var name = word.StartsWith("your", StringComparison.Ordinal) ? word.Substring("your".Length)
            : word.StartsWith("the", StringComparison.Ordinal) ? word.Substring("the".Length)
            : word;
        return string.Equals(name, field, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, field + "name", StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, field + "here", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The letters and digits of a text in plain lower case; null where they are more than any placeholder has.</summary>
    private static string? Compact(string text)
    {
        var compact = new StringBuilder(LongestWord);
        foreach (var character in PlainText.OfName(text))
        {
            if (!char.IsLetterOrDigit(character) && !char.IsSurrogate(character))
            {
                continue;
            }

            if (compact.Length == LongestWord)
            {
                return null;
            }

            compact.Append(character);
        }

        return compact.ToString();
    }
}
