using Newtonsoft.Json;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Reads the id of a rule of one family.</summary>
/// <param name="category">The category of the family's rules.</param>
internal sealed class RuleIdConverter(string category) : JsonConverter
{
    private const int Length = 8;

    private readonly string _idStart = RuleFamily.All.First(family => family.Category == category).IdStart;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(string);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        return reader.Value is string id && IsOfFamily(id)
            ? id
            : throw new JsonSerializationException(
                $"The field '{reader.Path}' is '{reader.Value}'. Allowed are the ids of rules that begin with {_idStart}.");
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    private bool IsOfFamily(string id) =>
        id.Length == Length && id.StartsWith(_idStart, StringComparison.Ordinal) && id.Skip(_idStart.Length).All(char.IsDigit);
}
