using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The text of a JSON file. Something is put into it, and every other character stays as it is.</summary>
internal static partial class JsonText
{
    private const string DefaultIndent = "  ";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a text; null where it is no JSON, or has what JSON does not: comments, a comma at the end.</summary>
    public static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A file of its own.</summary>
    public static string Write(JsonNode node) => Format(node, DefaultIndent) + "\n";

    /// <summary>A text with one element more.</summary>
    /// <param name="text">The text, an object.</param>
    /// <param name="path">The names of the objects that lead to it; those that are not there are added.</param>
    /// <param name="name">What it is called; null: it is put at the end of the array that the path leads to.</param>
    /// <param name="value">The element.</param>
    /// <returns>The text; null where the text is not as the path says, or cannot be read.</returns>
    public static string? Add(string text, IReadOnlyList<string> path, string? name, JsonNode value)
    {
        if (Read(text) is not { } before)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (Find(bytes, path, name == null) is not { } container)
        {
            return null;
        }

        var lineEnd = MarkedSection.LineEndOf(text);
        var indent = FirstIndent().Match(text) is { Success: true } match ? match.Groups[1].Value : DefaultIndent;
        var missing = path.Skip(container.Depth).ToList();
        var (property, node) = missing.Count == 0 ? (name, value.DeepClone()) : (missing[0], Nest(missing.Skip(1), name, value));
        var margin = string.Concat(Enumerable.Repeat(indent, container.Depth + 1));
        var content = margin
            + (property == null ? string.Empty : $"{JsonSerializer.Serialize(property)}: ")
            + Format(node, indent).Replace("\n", lineEnd + margin, StringComparison.Ordinal);

        // The end keeps its line where it has one.
        var end = container.Close;
        while (char.IsWhiteSpace((char)bytes[end - 1]))
        {
            end--;
        }

        var hasLine = bytes.AsSpan(end, container.Close - end).Contains((byte)'\n');
        var isEmpty = end == container.Open + 1;
        var inserted = (isEmpty ? string.Empty : ",") + lineEnd + content
            + (hasLine ? string.Empty : lineEnd + string.Concat(Enumerable.Repeat(indent, container.Depth)));
        var rest = bytes[(hasLine ? end : container.Close)..];
        var added = Encoding.UTF8.GetString([.. bytes[..end], .. Encoding.UTF8.GetBytes(inserted), .. rest]);
        AddTo(before, path, name, value);
        return JsonNode.DeepEquals(Read(added), before) ? added : null;
    }

    private static Container? Find(byte[] bytes, IReadOnlyList<string> path, bool isArray)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        var depth = 0;
        var open = (int)reader.TokenStartIndex;
        while (reader.TokenType == JsonTokenType.StartObject && depth < path.Count)
        {
            if (!MoveTo(ref reader, path[depth]))
            {
                return new Container(open, (int)reader.TokenStartIndex, depth);
            }

            open = (int)reader.TokenStartIndex;
            depth++;
        }

        if (depth < path.Count || reader.TokenType != (isArray ? JsonTokenType.StartArray : JsonTokenType.StartObject))
        {
            return null;
        }

        reader.Skip();
        return new Container(open, (int)reader.TokenStartIndex, depth);
    }

    /// <summary>Goes to the value of a property; where there is none, to the end of the object.</summary>
    private static bool MoveTo(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                reader.Read();
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static JsonNode Nest(IEnumerable<string> path, string? name, JsonNode value)
    {
        JsonNode inner = name == null ? new JsonArray(value.DeepClone()) : new JsonObject { [name] = value.DeepClone() };
        foreach (var outer in path.Reverse())
        {
            inner = new JsonObject { [outer] = inner };
        }

        return inner;
    }

    private static void AddTo(JsonObject root, IReadOnlyList<string> path, string? name, JsonNode value)
    {
        JsonNode container = root;
        for (var index = 0; index < path.Count; index++)
        {
            container = container[path[index]] ??= index == path.Count - 1 && name == null ? new JsonArray() : new JsonObject();
        }

        if (name == null)
        {
            container.AsArray().Add(value.DeepClone());
        }
        else
        {
            container[name] = value.DeepClone();
        }
    }

    private static string Format(JsonNode node, string indent) => node.ToJsonString(new JsonSerializerOptions
    {
        WriteIndented = true,
        IndentCharacter = indent[0],
        IndentSize = indent.Length,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    [GeneratedRegex("^(\\t+| +)\"", RegexOptions.Multiline)]
    private static partial Regex FirstIndent();

    private readonly record struct Container(int Open, int Close, int Depth);
}
