using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// A person as written in an annotation: an address, <c>Name &lt;address&gt;</c>, or a pseudonym such as <c>staff:4711</c>. Letter case,
/// characters that nobody sees and what stands around an address make no difference.
/// </summary>
internal sealed class Person
{
    private const char Hole = '\n';

    private static readonly char[] Brackets = ['<', '>', '(', ')', Hole];
    private static readonly char[] BetweenPeople = [',', ';', '|', '&', .. Brackets];

    private static readonly char[] AroundNames =
        ['"', '\'', '`', '\u201C', '\u201D', '\u201E', '\u2018', '\u2019', '\u00AB', '\u00BB', ',', ';', '|', '&', '.', ':', ' '];

    private readonly List<string> _addresses = [];
    private readonly string _rest;
    private HashSet<string>? _names;

    /// <summary>Reads who is written.</summary>
    /// <param name="text">The text as written.</param>
    public Person(string text)
    {
        Text = text.Trim();
        var plain = PlainText.Of(text);
        _rest = plain.IndexOf('@') < 0 ? plain : TakeAddresses(plain);
        var open = plain.LastIndexOf('<');
        IsEmpty = _addresses.Count == 0
            && (string.IsNullOrWhiteSpace(plain) || (open >= 0 && !plain.Substring(open + 1).Any(char.IsLetterOrDigit)));
    }

    /// <summary>The text as written, without white space around it.</summary>
    public string Text { get; }

    /// <summary>Every address in it, in plain lower case.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>
    /// What is written beside the addresses, in plain lower case, without punctuation around it; of a text without an address all of it.
    /// </summary>
    public string DisplayName => NameIn(_rest);

    /// <summary>The names that the person bears: <see cref="DisplayName"/>, and each that stands alone in it.</summary>
    /// <example><c>ada lovelace</c> of <c>Ada Lovelace &lt;ada@example.com&gt;</c>; <c>ada</c> and <c>bob</c> of <c>Ada, Bob</c></example>
    public IReadOnlyCollection<string> Names => _names ??=
    [
        // A comma may be between people, and in a name before its address.
        .. _rest.Split(_addresses.Count == 1 ? Brackets : BetweenPeople).Append(_rest).Select(NameIn).Where(name => name.Length > 0),
    ];

    /// <summary>Whether nobody is written: no text, or a name before an address that has no letter or digit.</summary>
    public bool IsEmpty { get; }

    /// <summary>What identifies the person: the last address where there is one, else the name.</summary>
    /// <example><c>ada@example.com</c> of <c>Ada Lovelace &lt;ada@example.com&gt;</c></example>
    public string Identity => _addresses.Count > 0 ? _addresses[_addresses.Count - 1] : DisplayName;

    /// <summary>What a message calls the person.</summary>
    public string Name => Text.Length > 0 ? $"'{Text}'" : "someone unnamed";

    /// <summary>
    /// Whether both are one person: an address of theirs is the same; or, where one of them has none, it is a name that the other bears.
    /// </summary>
    public bool IsSameAs(Person other) => _addresses.Count > 0 && other._addresses.Count > 0
        ? _addresses.Exists(other._addresses.Contains)
        : Bears(other.DisplayName) || other.Bears(DisplayName);

    /// <summary>How many people some texts are; two that a third shows to be one person are one.</summary>
    public static int Count(IEnumerable<Person> people)
    {
        var known = new List<List<Person>>();
        foreach (var person in people)
        {
            var same = known.FindAll(texts => texts.Exists(person.IsSameAs));
            known.RemoveAll(same.Contains);
            known.Add([person, .. same.SelectMany(texts => texts)]);
        }

        return known.Count;
    }

    /// <summary>
    /// Whether each address fits one of the patterns, with the name beside it where a pattern has one; without an address the whole text.
    /// </summary>
    public bool IsNamedBy(IReadOnlyCollection<string> patterns) => _addresses.Count == 0
        ? patterns.Any(pattern => pattern.IndexOf('@') <= 0 && (Glob.IsMatch(pattern, DisplayName) || Glob.IsMatch(pattern, Text)))
        : _addresses.TrueForAll(address => patterns.Any(pattern => IsNamedBy(pattern, address)));

    private bool Bears(string name) => name.Length > 0 && Names.Contains(name);

    private bool IsNamedBy(string pattern, string address)
    {
        var open = pattern.LastIndexOf('<');
        return open >= 0
            ? Glob.IsMatch(pattern.Substring(open + 1).TrimEnd(' ', '>'), address)
                && Glob.IsMatch(PlainText.WithSingleBlanks(pattern.Substring(0, open)), DisplayName)
            : Glob.IsMatch(pattern, address)

                // Open at its end, a pattern for names is for the address behind the name too.
                || (pattern.IndexOf('@') < 0 && pattern.EndsWith("*", StringComparison.Ordinal) && Glob.IsMatch(pattern, Text));
    }

    /// <summary>Reads the addresses, and leaves a hole in the text for each.</summary>
    private string TakeAddresses(string plain)
    {
        var rest = new StringBuilder(plain);
        for (var at = plain.IndexOf('@'); at >= 0; at = plain.IndexOf('@', at + 1))
        {
            var localEnd = at;
            var domainStart = at + 1;
            while (localEnd > 0 && plain[localEnd - 1] == ' ')
            {
                localEnd--;
            }

            while (domainStart < plain.Length && plain[domainStart] == ' ')
            {
                domainStart++;
            }

            var localStart = localEnd;
            var domainEnd = domainStart;
            while (localStart > 0 && IsOfLocalPart(plain[localStart - 1]))
            {
                localStart--;
            }

            while (domainEnd < plain.Length && IsOfDomain(plain[domainEnd]))
            {
                domainEnd++;
            }

            var local = plain.Substring(localStart, localEnd - localStart).TrimStart('.', '-', '\'', '_');
            var domain = plain.Substring(domainStart, domainEnd - domainStart).Trim('.', '-');

            // Blanks around it may as well be between a name and an account.
            var isSpaced = localEnd < at || domainStart > at + 1;
            if (local.Length == 0 || domain.Length == 0 || (isSpaced && domain.IndexOf('.') < 0))
            {
                continue;
            }

            var address = $"{local}@{domain}";
            if (!_addresses.Contains(address))
            {
                _addresses.Add(address);
            }

            for (var index = localStart; index < domainEnd; index++)
            {
                rest[index] = Hole;
            }

            RemoveScheme(rest, localStart);
        }

        return rest.ToString();
    }

    private static void RemoveScheme(StringBuilder text, int end)
    {
        const string Scheme = "mailto:";
        if (end >= Scheme.Length && text.ToString(end - Scheme.Length, Scheme.Length) == Scheme)
        {
            for (var index = end - Scheme.Length; index < end; index++)
            {
                text[index] = Hole;
            }
        }
    }

    private static bool IsOfLocalPart(char character) => IsOfDomain(character) || character is '_' or '+' or '\'' or '%' or '~';

    private static bool IsOfDomain(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character)
        || character is '.' or '-' or '[' or ']'
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string NameIn(string text)
    {
        foreach (var bracket in Brackets)
        {
            text = text.Replace(bracket, ' ');
        }

        // What stands around a name is none of it, unless there is nothing else.
        var name = PlainText.WithSingleBlanks(text);
        var bare = name.Trim(AroundNames);
        return bare.Length > 0 ? bare : name;
    }
}
