namespace ProvenanceAnalyzers.Options;

/// <summary>An <c>.editorconfig</c> key of this package: everything the code and the option reference say of it.</summary>
internal abstract class OptionDefinition(string key, string values, string defaultText, string documentation)
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "provenance.";

    /// <summary>The key, lower case: <c>provenance.required_on</c>.</summary>
    public string Key { get; } = key;

    /// <summary>The allowed values, for people: <c>types, members, none</c>.</summary>
    public string Values { get; } = values;

    /// <summary>The default value as it would be written; empty for an empty list.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>One line that says what the option does.</summary>
    public string Documentation { get; } = documentation;
}

/// <summary>Parses an option's value; <paramref name="problem"/> says what is wrong with it, as the end of a sentence that begins with the option.</summary>
internal delegate bool OptionParser<T>(string text, T baseValue, out T value, out string problem);

/// <summary>An <c>.editorconfig</c> key whose value has a type.</summary>
internal sealed class OptionDefinition<T>(
    string key, string values, T defaultValue, string defaultText, string documentation, OptionParser<T> parser)
    : OptionDefinition(key, values, defaultText, documentation)
{
    /// <summary>The value that holds where no file sets the key.</summary>
    public T Default { get; } = defaultValue;

    /// <summary>The value that holds instead of <see cref="Default"/> in mode <see cref="AnalysisMode.Strict"/>.</summary>
    public T StrictDefault { get; init; } = defaultValue;

    /// <summary>How <see cref="StrictDefault"/> would be written; null where it is the default.</summary>
    public string? StrictDefaultText { get; init; }

    /// <summary>The value that holds in a mode where no file sets the key.</summary>
    public T DefaultIn(AnalysisMode mode) => mode == AnalysisMode.Strict ? StrictDefault : Default;

    /// <summary>Parses what a file says.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="mode">The mode, whose default a list that begins with <c>+</c> adds to.</param>
    /// <param name="value">The value; the mode's default when the text is invalid.</param>
    /// <param name="problem">What is wrong and what is allowed.</param>
    public bool TryParse(string text, AnalysisMode mode, out T value, out string problem)
    {
        if (parser(text.Trim(), DefaultIn(mode), out value, out problem))
        {
            return true;
        }

        value = DefaultIn(mode);
        return false;
    }
}
