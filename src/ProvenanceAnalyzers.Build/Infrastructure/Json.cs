using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>
/// Reads and writes JSON, the only place that does: dates stay the strings they are, lines end with a line feed, and what the classes do
/// not know is a <see cref="JsonException"/>.
/// </summary>
internal static class Json
{
    private static readonly JsonSerializer Files = Create(isLog: false);
    private static readonly JsonSerializer Log = Create(isLog: true);

    /// <summary>Reads a file, or throws what <paramref name="error"/> makes of the problem.</summary>
    public static T ReadFile<T>(string path, Func<string, RecordException> error)
        where T : class
    {
        try
        {
            using var text = File.OpenText(path);
            return Read<T>(text, Files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw error(exception.Message);
        }
    }

    /// <summary>Reads what the analyzer has logged.</summary>
    /// <exception cref="JsonException">It is no JSON, or not of this form.</exception>
    public static T ReadLogged<T>(string json)
        where T : class => Read<T>(new StringReader(json), Log);

    /// <summary>Reads an object of which nobody here says which members it has.</summary>
    /// <exception cref="JsonException">It is no JSON, no object, or something follows it.</exception>
    public static JObject ReadObject(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var read = JObject.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Ignore });
        return reader.Read() ? throw new JsonSerializationException("Something follows the object.") : read;
    }

    /// <summary>The text that a member is; null where it is no text, or a blank one.</summary>
    public static string? TextOf(JToken? member) =>
        member is JValue { Type: JTokenType.String, Value: string text } && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>
    /// The value of the first property of this name that the first object of a file has; null where it has none or cannot be read.
    /// </summary>
    public static string? FirstString(string path, string name)
    {
        try
        {
            using var text = File.OpenText(path);
            return FirstString(text, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The value of the first property of this name that the first object of a text has, or null.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string? FirstString(TextReader text, string name)
    {
        using var reader = new JsonTextReader(text);
        while (reader.Read())
        {
            if (reader is { Depth: 1, TokenType: JsonToken.PropertyName } && (string?)reader.Value == name)
            {
                return reader.ReadAsString();
            }
        }

        return null;
    }

    /// <summary>An object over several lines, with a line feed at the end.</summary>
    public static string Indented(object value) => Write(value, Formatting.Indented) + "\n";

    /// <summary>An object on one line.</summary>
    public static string OneLine(object value) => Write(value, Formatting.None);

    private static JsonSerializer Create(bool isLog) => JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new RecordContracts(isLog),
        Converters = { new ValueConverter(), new FlattenedConverter() },
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
    });

    private static T Read<T>(TextReader text, JsonSerializer serializer)
        where T : class
    {
        using var reader = typeof(RecordObject).IsAssignableFrom(typeof(T)) ? new ExactNameReader(text) : new JsonTextReader(text);
        return serializer.Deserialize<T>(reader) ?? throw new JsonSerializationException("There is no object in it.");
    }

    private static string Write(object value, Formatting formatting)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = formatting };
        Files.Serialize(writer, value);
        return text.ToString();
    }
}
