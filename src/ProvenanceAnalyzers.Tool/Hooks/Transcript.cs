using System.Text;
using System.Text.Json;

namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>The log of a session: a line of JSON each, the newest last.</summary>
internal static class Transcript
{
    private const int LookedAt = 512 * 1024;

    /// <summary>What an entry is that the model wrote: of Claude Code and Qwen Code, and of Gemini CLI.</summary>
    private static readonly string[] Answers = ["assistant", "gemini"];

    /// <summary>The model of the newest answer in a log; null where none is found near its end.</summary>
    /// <param name="path">The log, as a payload has it.</param>
    public static string? LastModel(string path)
    {
        try
        {
            // To open a pipe, which has no length, is to wait for whoever writes into it.
            if (!path.EndsWith(".jsonl", StringComparison.Ordinal)
                || !Path.IsPathRooted(path)
                || new FileInfo(path) is not { Exists: true, Length: > 0 })
            {
                return null;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(-Math.Min(file.Length, LookedAt), SeekOrigin.End);
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd().Split('\n').Reverse().Select(ModelIn).FirstOrDefault(HookPayload.IsModel);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? ModelIn(string line)
    {
        if (!line.Contains("\"model\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement is { ValueKind: JsonValueKind.Object } entry
                && entry.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String
                && Answers.Any(type.ValueEquals)
                    ? Model(entry) ?? (entry.TryGetProperty("message", out var message) ? Model(message) : null)
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Model(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("model", out var model)
        && model.ValueKind == JsonValueKind.String
            ? model.GetString()
            : null;
}
