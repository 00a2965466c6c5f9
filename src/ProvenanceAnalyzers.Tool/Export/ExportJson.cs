using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>Writes JSON that has the same bytes on every system.</summary>
internal static class ExportJson
{
    private const int DigitsOfVariant = 3;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document, with a line feed at its end.</summary>
    public static string Document(JsonNode node) => node.ToJsonString(Indented) + "\n";

    /// <summary>A record without a line feed in it.</summary>
    public static string Line(JsonNode node) => node.ToJsonString(OneLine);

    /// <summary>An object of those fields that are not null.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new(fields.Where(field => field.Value != null).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>An object without those of its fields that are null.</summary>
    public static JsonObject WithoutNulls(JsonObject fields)
    {
        foreach (var name in fields.Where(field => field.Value == null).Select(field => field.Key).ToList())
        {
            fields.Remove(name);
        }

        foreach (var inner in fields.Select(field => field.Value).OfType<JsonObject>())
        {
            WithoutNulls(inner);
        }

        return fields;
    }

    /// <summary>A list.</summary>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    /// <summary>
    /// A UUID that a content always has again: of version 8, which RFC 9562 leaves to others, since no other version is made of a SHA-256.
    /// </summary>
    public static string UuidOf(JsonNode content)
    {
        var hash = Hex.Sha256(Line(content));
        return $"{hash[..8]}-{hash[8..12]}-8{hash[12..15]}-8{hash[15..(15 + DigitsOfVariant)]}-{hash[18..30]}";
    }
}
