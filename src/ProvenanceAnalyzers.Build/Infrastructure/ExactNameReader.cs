using System.Reflection;
using Newtonsoft.Json;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>
/// Reads the JSON of records: a field has its name in the right case, and stands once in its object. Newtonsoft.Json alone takes
/// <c>UNITS</c> for <c>units</c>, and the last of two.
/// </summary>
/// <param name="text">The JSON.</param>
internal sealed class ExactNameReader(TextReader text) : JsonTextReader(text)
{
    private static readonly Dictionary<string, string> Names = typeof(RecordNames)
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private readonly Stack<HashSet<string>> _namesInObjects = new();

    /// <inheritdoc/>
    public override bool Read()
    {
        var hasRead = base.Read();
        switch (TokenType)
        {
            case JsonToken.StartObject:
                _namesInObjects.Push(new HashSet<string>(StringComparer.Ordinal));
                break;
            case JsonToken.EndObject:
                _namesInObjects.Pop();
                break;
            case JsonToken.PropertyName:
                Check((string)Value!);
                break;
        }

        return hasRead;
    }

    private void Check(string name)
    {
        if (Names.TryGetValue(name, out var right) && right != name)
        {
            throw new JsonSerializationException($"The field '{Path}' is not known. Did you mean '{right}'?");
        }

        if (!_namesInObjects.Peek().Add(name))
        {
            throw new JsonSerializationException($"The field '{Path}' is there twice.");
        }
    }
}
