using Newtonsoft.Json;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Reads and writes the values of enumerations as records name them; several flags are a list of names.</summary>
internal sealed class ValueConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType.IsEnum;

    /// <inheritdoc/>
    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (!objectType.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return Parse(reader, objectType);
        }

        if (reader.TokenType != JsonToken.StartArray)
        {
            throw new JsonSerializationException($"The field '{reader.Path}' is no list.");
        }

        var flags = 0L;
        while (reader.Read() && reader.TokenType != JsonToken.EndArray)
        {
            flags |= Convert.ToInt64(Parse(reader, objectType), null);
        }

        return Enum.ToObject(objectType, flags);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var enumerated = (Enum)value!;
        if (enumerated.GetType().IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            serializer.Serialize(writer, RecordValue.NamesOf(enumerated));
        }
        else
        {
            writer.WriteValue(RecordValue.NameOf(enumerated));
        }
    }

    private static Enum Parse(JsonReader reader, Type objectType)
    {
        try
        {
            return RecordValue.Parse(objectType, reader.Value as string, reader.Path);
        }
        catch (FormatException exception)
        {
            throw new JsonSerializationException(exception.Message, exception);
        }
    }
}
