using System.Collections.Immutable;

namespace ProvenanceAnalyzers.Options;

/// <summary>An <c>.editorconfig</c> key of this package: everything the code and the option reference say of it.</summary>
internal abstract class OptionDefinition(string key, string values, string defaultText, string documentation)
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "provenance.";

    /// <summary>What the default of an option is called that says nothing unless it is set, which an empty value is not.</summary>
    public const string NotSet = "not set";

    /// <summary>The key, lower case: <c>provenance.required_on</c>.</summary>
    public string Key { get; } = key;

    /// <summary>The allowed values, for people: <c>types, members, none</c>.</summary>
    public string Values { get; } = values;

    /// <summary>The default value as it would be written; empty for an empty list.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>One line that says what the option does.</summary>
    public string Documentation { get; } = documentation;

    /// <summary>The ids of the rules without which the option does nothing.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Whether it is about test code and fixture files alone.</summary>
    public bool IsForTests => Key.StartsWith(Prefix + "tests.", StringComparison.Ordinal);

    /// <summary>Whether its value is a list, so that one which begins with <c>+</c> adds to what a farther section says.</summary>
    public abstract bool IsList { get; }

    /// <summary>Whether it is a list of what is not allowed.</summary>
    public bool Denies { get; init; }

    /// <summary>Whether a policy file alone may have it.</summary>
    public bool IsForPolicyAlone { get; init; }

    /// <summary>Whether a policy file may have it.</summary>
    public abstract bool CanBeLocked { get; }

    /// <summary>What holds where several files have it, for people; empty where a policy file may not have it.</summary>
    public abstract string Together { get; }

    /// <summary>Which values are looser than a locked one, for people; empty where a policy file may not have it.</summary>
    public abstract string Looser { get; }

    /// <summary>What is wrong with a value, or null.</summary>
    public abstract string? Check(string text, AnalysisMode mode);

    /// <summary>The value that two valid ones make in one policy file: both lists, or else the stricter value.</summary>
    public abstract string Join(string left, string right);

    /// <summary>Whether a list is added up over the sections of a policy file, and of numbers the strictest holds.</summary>
    public abstract bool IsStrictestOfSections { get; }

    /// <summary>Whether a valid value asks for anything where a policy file locks it.</summary>
    public abstract bool Asks(string text);

    /// <summary>The option of a policy that a value would weaken, or null.</summary>
    public abstract OptionDefinition? Weakens(string text, AnalysisMode mode, ScopedPolicy policy);
}

/// <summary>
/// Parses an option's value; <paramref name="problem"/> says what is wrong with it, as the end of a sentence that begins with the option.
/// </summary>
internal delegate bool OptionParser<T>(string text, T baseValue, out T value, out string problem);

/// <summary>
/// An <c>.editorconfig</c> key whose value has a type. Its parser and its lock are made when they are first needed: most projects set few
/// options, and the compiler would translate the code of all of them anew in each build.
/// </summary>
internal sealed class OptionDefinition<T>(
    string key, string values, T defaultValue, string defaultText, string documentation, Func<OptionParser<T>> parser)
    : OptionDefinition(key, values, defaultText, documentation)
{
    private readonly T _default = defaultValue;
    private readonly T _strictDefault = defaultValue;
    private OptionParser<T>? _parser;
    private OptionLock<T>? _lock;

    /// <summary>The value that holds in mode <see cref="AnalysisMode.Strict"/> where no file sets the key; else the same.</summary>
    public T StrictDefault
    {
        init => _strictDefault = value;
    }

    /// <summary>How <see cref="StrictDefault"/> would be written; null where it is the default.</summary>
    public string? StrictDefaultText { get; init; }

    /// <summary>Makes what says how it goes together with a locked value; null where a policy file may not have it.</summary>
    public Func<OptionLock<T>>? Locks { get; init; }

    /// <inheritdoc/>
    public override bool IsList => typeof(T) == typeof(RequiredFields)
        || (typeof(T).IsGenericType && Nullable.GetUnderlyingType(typeof(T)) == null);

    /// <inheritdoc/>
    public override bool CanBeLocked => Locks != null;

    /// <inheritdoc/>
    public override string Together => Lock?.Together ?? string.Empty;

    /// <inheritdoc/>
    public override string Looser => Lock?.Looser ?? string.Empty;

    /// <summary>The value that holds in a mode where no file sets the key.</summary>
    public T DefaultIn(AnalysisMode mode) => mode == AnalysisMode.Strict ? _strictDefault : _default;

    /// <summary>Parses what a file says.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="mode">The mode, whose default a list that begins with <c>+</c> adds to.</param>
    /// <param name="value">The value; the mode's default when the text is invalid.</param>
    /// <param name="problem">What is wrong and what is allowed.</param>
    public bool TryParse(string text, AnalysisMode mode, out T value, out string problem)
    {
        _parser ??= parser();
        if (_parser(text.Trim(), DefaultIn(mode), out value, out problem))
        {
            return true;
        }

        value = DefaultIn(mode);
        return false;
    }

    /// <inheritdoc/>
    public override string? Check(string text, AnalysisMode mode) => TryParse(text, mode, out _, out var problem) ? null : problem;

    /// <inheritdoc/>
    public override string Join(string left, string right)
    {
        if (Lock?.AddsUp == true)
        {
            return string.Join(", ", new[] { left, right }.Where(text => text.Length > 0));
        }

        var isLeftStricter = TryParse(left, AnalysisMode.Default, out var one, out _)
            && TryParse(right, AnalysisMode.Default, out var other, out _)
            && Lock?.IsWeaker(one, other) == false;
        return isLeftStricter ? left : right;
    }

    /// <inheritdoc/>
    public override bool IsStrictestOfSections => Lock?.AddsUp == true || typeof(T) == typeof(int) || typeof(T) == typeof(int?);

    /// <inheritdoc/>
    public override bool Asks(string text) =>
        Lock != null && TryParse(text, AnalysisMode.Default, out var locked, out _) && Lock.Asks(locked);

    /// <inheritdoc/>
    public override OptionDefinition? Weakens(string text, AnalysisMode mode, ScopedPolicy policy)
    {
        if (Lock == null || !TryParse(text, mode, out var value, out _))
        {
            return null;
        }

        var isWeaker = policy.TextOf(this) is { } lockedText
            && TryParse(lockedText, AnalysisMode.Default, out var locked, out _)
            && Lock.IsWeaker(value, locked);
        return isWeaker ? this : Lock.WeakensOther(value, policy);
    }

    /// <summary>The stricter of a value and the locked one, if a policy has one.</summary>
    public T Combine(T value, ScopedPolicy policy) =>
        Lock != null && policy.TextOf(this) is { } text && TryParse(text, AnalysisMode.Default, out var locked, out _)
            ? Lock.Combine(value, locked)
            : value;

    private OptionLock<T>? Lock => _lock ??= Locks?.Invoke();
}
