using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Record;

/// <summary>Writes JSON. The analyzers have no library for it, as one of theirs could disturb the compiler that loads them.</summary>
internal static class JsonText
{
    /// <summary>An object, from names and values that are JSON already.</summary>
    public static string Object(params (string Name, string Json)[] members) =>
        "{" + string.Join(",", members.Select(member => $"{String(member.Name)}:{member.Json}")) + "}";

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

        var json = new StringBuilder("\"");
        foreach (var character in value)
        {
            // Half a surrogate pair would be lost in UTF-8.
            if (character is '"' or '\\' || char.IsControl(character) || char.IsSurrogate(character))
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
}
