using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>An object that is written with the fields of several, one after another.</summary>
internal interface IFlattened
{
    /// <summary>The objects whose fields it has.</summary>
    IEnumerable<object> Parts { get; }
}

/// <summary>Writes an object with the fields of its parts.</summary>
internal sealed class FlattenedConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(IFlattened).IsAssignableFrom(objectType);

    /// <inheritdoc/>
    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        writer.WriteStartObject();
        WriteFields(writer, value!, serializer);
        writer.WriteEndObject();
    }

    private static void WriteFields(JsonWriter writer, object value, JsonSerializer serializer)
    {
        if (value is IFlattened flattened)
        {
            foreach (var part in flattened.Parts)
            {
                WriteFields(writer, part, serializer);
            }

            return;
        }

        var contract = (JsonObjectContract)serializer.ContractResolver.ResolveContract(value.GetType());
        foreach (var property in contract.Properties.Where(property => !property.Ignored))
        {
            writer.WritePropertyName(property.PropertyName!);
            serializer.Serialize(writer, property.ValueProvider!.GetValue(value));
        }
    }
}
