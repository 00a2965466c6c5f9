using System.Text;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Tells what somebody has yet to fill in from what says something: <c>...</c>, <c>TODO</c>, <c>your name</c>.</summary>
internal static class Placeholders
{
    private const int LongestWord = 17;

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

    // What templates have before the @ of an address. Somebody's own mailbox may well be me@ or hi@, with no name beside it.
    private static readonly HashSet<string> OfMailboxes = new(StringComparer.Ordinal)
    {
        "you", "your", "yourname", "youremail", "youraddress", "yourmail", "name", "nameaddress", "firstname", "lastname", "firstlast",
        "firstnamelastname", "namesurname", "username", "useremail", "email", "emailaddress", "address", "someone", "somebody", "anyone",
        "nobody", "noone", "reviewer", "requester", "todo", "tbd", "tba", "fixme", "xx", "xxx", "xxxx", "placeholder", "changeme",
        "replaceme", "fillin", "fillmein",
    };

    // Likewise behind it, before the ending.
    private static readonly HashSet<string> OfDomains = new(StringComparer.Ordinal)
    {
        "yourcompany", "yourdomain", "youremail", "youremployer", "yourorg", "yourorganisation", "yourorganization", "yourname",
    };

    /// <summary>Whether a field of an annotation says nothing.</summary>
    /// <param name="text">What is written there.</param>
    /// <param name="field">The field's name, which says nothing in it either.</param>
    public static bool Contain(string text, string field) => !HasDigit(text)
        && (ContainWord(text, field) || (field == "RequestedBy" && ContainAddress(new Person(text))));

    /// <summary>Whether a text says nothing of anything, nor of anybody.</summary>
    /// <param name="text">The text.</param>
    public static bool ContainPerson(string text) =>
        Compact(text) is { } word && (word.Length == 0 || OfAnything.Contains(word) || OfPeople.Contains(word));

    /// <summary>Whether an address is that of a template: <c>you@example.com</c>, <c>jane@yourcompany.com</c>.</summary>
    /// <param name="person">Whose address it is. Beside a name that says something a mailbox may be called anything.</param>
    public static bool ContainAddress(Person person) => person.Addresses.Any(address =>
    {
        var at = address.LastIndexOf('@');
        return address.Substring(at + 1).Split('.').Any(label => Compact(label) is { } name && OfDomains.Contains(name))
            || (Compact(address.Substring(0, at)) is { } mailbox
                && OfMailboxes.Contains(mailbox)
                && (ContainPerson(person.DisplayName) || Compact(person.DisplayName) == mailbox));
    });

    private static bool ContainWord(string text, string field) => Compact(text) is { } word
        && (word.Length == 0
            || OfAnything.Contains(word)
            || (field == "RequestedBy" && OfPeople.Contains(word))
            || (field is "Tool" or "Model" && OfMachines.Contains(word))
            || IsNameOf(field, word));

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
