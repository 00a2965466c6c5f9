using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Record;

/// <summary>Writes JSON. The analyzers have no library for it, as one of theirs could disturb the compiler that loads them.</summary>
internal static class JsonText
{
    /// <summary>An object, from names, in which there is nothing to escape, and values that are JSON already.</summary>
    public static string Object(params (string Name, string Json)[] members)
    {
        var json = new StringBuilder("{");
        foreach (var (name, value) in members)
        {
            json.Append(json.Length > 1 ? ",\"" : "\"").Append(name).Append("\":").Append(value);
        }

        return json.Append('}').ToString();
    }

    /// <summary>An array, from elements that are JSON already.</summary>
    public static string Array(IEnumerable<string> elements) => "[" + string.Join(",", elements) + "]";

    public static string Bool(bool value) => value ? "true" : "false";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, or null.</summary>
    public static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    /// <summary>A string, or null.</summary>
    public static string String(string? value)
    {
        if (value == null)
        {
            return "null";
        }

        return value.Any(MustBeEscaped) ? Escaped(value) : "\"" + value + "\"";
    }

    private static string Escaped(string value)
    {
        var json = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (MustBeEscaped(character))
            {
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(character);
            }
        }

        return json.Append('"').ToString();
    }

    /// <summary>Half a surrogate pair would be lost in UTF-8.</summary>
    private static bool MustBeEscaped(char character) =>
        character is '"' or '\\' || char.IsControl(character) || char.IsSurrogate(character);
}
