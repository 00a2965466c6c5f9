using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>How JSON is written that programs read.</summary>
internal static class OutputJson
{
    /// <summary>People look at it too, and it is no part of a web page.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
