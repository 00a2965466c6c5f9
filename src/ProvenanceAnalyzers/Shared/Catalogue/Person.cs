namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// A person as written in an annotation: an address, <c>Name &lt;address&gt;</c>, or a pseudonym such as <c>staff:4711</c>.
/// </summary>
/// <param name="text">The text as written.</param>
internal readonly struct Person(string text)
{
    /// <summary>The text as written, without white space around it.</summary>
    public string Text { get; } = text.Trim();

    /// <summary>What identifies the person: the address where there is one, else the whole text.</summary>
    /// <example><c>ada@example.com</c> of <c>Ada Lovelace &lt;ada@example.com&gt;</c></example>
    public string Identity
    {
        get
        {
            var open = Text.LastIndexOf('<');
            return open >= 0 && Text[Text.Length - 1] == '>' ? Text.Substring(open + 1, Text.Length - open - 2).Trim() : Text;
        }
    }

    /// <summary>What a message calls the person.</summary>
    public string Name => Text.Length > 0 ? $"'{Text}'" : "someone unnamed";

    /// <summary>Whether both are one person.</summary>
    public bool IsSameAs(Person other) => string.Equals(Identity, other.Identity, StringComparison.OrdinalIgnoreCase);
}
