using System.Collections.Concurrent;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Writes and reads the values of enumerations in records: each is the name of its member, beginning in lower case.</summary>
internal static class RecordValue
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Enum>> ValuesByType = new();

    /// <summary>The name of a value: <c>notRequired</c>.</summary>
    public static string NameOf(Enum value)
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>The names of all flags that are set.</summary>
    public static IEnumerable<string> NamesOf(Enum flags) => ValuesOf(flags.GetType()).Values.Where(flags.HasFlag).Select(NameOf);

    /// <summary>The names that values of an enumeration may have.</summary>
    public static IEnumerable<string> NamesIn(Type enumeration) => ValuesOf(enumeration).Keys;

    /// <summary>The value of a name.</summary>
    /// <param name="enumeration">The type of the value.</param>
    /// <param name="name">The name.</param>
    /// <param name="field">The field that has it.</param>
    /// <exception cref="FormatException">The name is unknown; the message says where it stands and what is allowed.</exception>
    public static Enum Parse(Type enumeration, string? name, string field)
    {
        if (name != null && ValuesOf(enumeration).TryGetValue(name, out var value))
        {
            return value;
        }

        var found = name == null ? "no text" : $"'{name}'";
        throw new FormatException($"The field '{field}' is {found}. Allowed are {string.Join(", ", NamesIn(enumeration))}.");
    }

    /// <inheritdoc cref="Parse(Type, string?, string)"/>
    public static T Parse<T>(string? name, string field)
        where T : Enum => (T)Parse(typeof(T), name, field);

    /// <summary>Flags without any is written as none, and so has no name.</summary>
    private static IReadOnlyDictionary<string, Enum> ValuesOf(Type enumeration) => ValuesByType.GetOrAdd(enumeration, type =>
    {
        var values = Enum.GetValues(type).Cast<Enum>();
        return (type.IsDefined(typeof(FlagsAttribute), inherit: false) ? values.Where(value => Convert.ToInt64(value, null) != 0) : values)
            .ToDictionary(NameOf, StringComparer.Ordinal);
    });
}
