using System.Text.Json;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Manifests;

/// <summary>Reads the manifests that builds have written, as JSON or as JSON Lines.</summary>
internal static class ManifestReader
{
    private const string JsonPattern = "*.provenance.json";
    private const string JsonLinesPattern = "*.provenance.jsonl";

    /// <summary>The manifests in a folder and those below it, in the order of their paths; of JSON Lines a content a line.</summary>
    /// <exception cref="ToolException">There is none, or one cannot be understood.</exception>
    public static IEnumerable<ManifestContent> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ToolException($"'{folder}' does not exist.");
        }

        var files = new[] { JsonPattern, JsonLinesPattern }
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0
            ? files.SelectMany(ReadFile)
            : throw new ToolException(
                $"There is no manifest ({JsonPattern}, {JsonLinesPattern}) in '{folder}'. "
                + "Run: dotnet build -p:ProvenanceManifest=true \"-p:ProvenanceManifestDirectory=FOLDER\"");
    }

    private static IEnumerable<ManifestContent> ReadFile(string path) =>
        path.EndsWith(JsonPattern[1..], StringComparison.OrdinalIgnoreCase)
            ? [Parse(File.ReadAllText(path), path, 1)]
            : File.ReadLines(path)
                .Select((line, index) => (line, index))
                .Where(line => line.line.Length > 0)
                .Select(line => Parse(line.line, path, line.index + 1));

    private static ManifestContent Parse(string text, string path, int line)
    {
        try
        {
            var content = JsonSerializer.Deserialize<ManifestContent>(text) ?? throw new JsonException("It is null.");
            if (content.SchemaVersion != ManifestSchema.Version)
            {
                throw new ToolException(
                    $"'{path}' has schema version {content.SchemaVersion}, and this tool reads {ManifestSchema.Version}: "
                    + "use the tool of the version that wrote it.");
            }

            if (content is not { Units: not null, Findings: not null }
                || content.Units.Any(unit => unit is not { Parts: not null, Annotations: not null, Findings: not null }))
            {
                throw new JsonException("A list of it is null.");
            }

            return content.Record switch
            {
                null => content,
                { } record when record == RecordValue.NameOf(LineKind.Unit) =>
                    content with { Units = [JsonSerializer.Deserialize<ManifestUnit>(text)!], Findings = [] },
                { } record when record == RecordValue.NameOf(LineKind.Finding) =>
                    content with { Findings = [JsonSerializer.Deserialize<ManifestFinding>(text)!] },
                _ => content with { Units = [], Findings = [] },
            };
        }
        catch (JsonException exception)
        {
            throw new ToolException($"'{path}' is no manifest, or a torn one, in line {line}: {exception.Message}");
        }
    }
}
