using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build;

/// <summary>Reads and writes JSON the same way everywhere: dates stay the strings they are, and lines end with a line feed.</summary>
internal static class Json
{
    /// <summary>Reads a file, or throws what <paramref name="error"/> makes of the problem.</summary>
    public static JObject ReadFile(string path, Func<string, RecordException> error)
    {
        try
        {
            using var text = File.OpenText(path);
            return Read(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw error(exception.Message);
        }
    }

    /// <summary>The value of the first property of this name that the first object of a file has; null where it has none or cannot be read.</summary>
    public static string? FirstString(string path, string name)
    {
        try
        {
            using var text = File.OpenText(path);
            using var reader = new JsonTextReader(text);
            while (reader.Read())
            {
                if (reader is { Depth: 1, TokenType: JsonToken.PropertyName } && (string?)reader.Value == name)
                {
                    return reader.ReadAsString();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Then it is no manifest.
        }

        return null;
    }

    public static JObject Parse(string json) => Read(new StringReader(json));

    public static string Indented(JToken token) => Write(token, Formatting.Indented) + "\n";

    public static string OneLine(JToken token) => Write(token, Formatting.None);

    private static JObject Read(TextReader text)
    {
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static string Write(JToken token, Formatting formatting)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = formatting };
        token.WriteTo(writer);
        return text.ToString();
    }
}
