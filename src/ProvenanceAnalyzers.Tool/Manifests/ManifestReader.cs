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
    public static IEnumerable<ManifestContent> Read(string folder) => FilesIn(folder).SelectMany(ReadFile);

    /// <summary>Manifests as a whole, each with its file, in the order of the paths.</summary>
    /// <param name="places">Files, and folders that are looked through.</param>
    /// <exception cref="ToolException">One is not there, a folder has none, or one cannot be understood.</exception>
    public static IReadOnlyList<(string Path, ManifestContent Manifest)> ReadWhole(IEnumerable<string> places) =>
    [
        .. FilesAt(places).Select(path => (path, WholeOf(ReadFile(path).ToList(), path))),
    ];

    /// <summary>The files of manifests, in the order of their full paths.</summary>
    /// <param name="places">Files, and folders that are looked through.</param>
    /// <exception cref="ToolException">One is not there, or a folder has none.</exception>
    public static IEnumerable<string> FilesAt(IEnumerable<string> places) => places
        .SelectMany(place => File.Exists(place) ? [place] : FilesIn(place))
        .Select(Path.GetFullPath)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a manifest has a line for each thing that it says, and not all in one object.</summary>
    public static bool IsJsonLines(string path) => !path.EndsWith(JsonPattern[1..], StringComparison.OrdinalIgnoreCase);

    private static List<string> FilesIn(string folder)
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
            ? files
            : throw new ToolException(
                $"There is no manifest ({JsonPattern}, {JsonLinesPattern}) in '{folder}'. "
                + "Run: dotnet build -p:ProvenanceManifest=true \"-p:ProvenanceManifestDirectory=FOLDER\"");
    }

    private static ManifestContent WholeOf(List<ManifestContent> contents, string path)
    {
        var project = contents.Find(content => content.Record == null || content.Record == RecordValue.NameOf(LineKind.Project))
            ?? throw new ToolException($"'{path}' is no manifest, or a torn one: no line of it is about the project.");
        return project with
        {
            Units = [.. contents.SelectMany(content => content.Units)],
            Files = [.. contents.SelectMany(content => content.Files)],
            Findings = [.. contents.SelectMany(content => content.Findings)],
        };
    }

    private static IEnumerable<ManifestContent> ReadFile(string path) =>
        !IsJsonLines(path)
            ? [Parse(File.ReadAllText(path), path, 1)]
            : File.ReadLines(path)
                .Select((line, index) => (line, index))
                .Where(line => line.line.Length > 0)
                .Select(line => Parse(line.line, path, line.index + 1));

    private static ManifestContent Parse(string text, string path, int line)
    {
        try
        {
            var header = Deserialize<ManifestHeader>(text);
            if (header.SchemaVersion != ManifestSchema.Version)
            {
                throw new ToolException(
                    $"'{path}' has schema version {header.SchemaVersion}, and this tool reads {ManifestSchema.Version}: "
                    + "use the tool of the version that wrote it.");
            }

            if (header.Record == null || header.Record == RecordValue.NameOf(LineKind.Project))
            {
                return Deserialize<ManifestContent>(text) is var content && IsComplete(content)
                    ? content
                    : throw new JsonException("A list of it is null.");
            }

            // Fields of one name mean something else on each kind of line.
            var alone = new ManifestContent
            {
                Record = header.Record,
                SchemaVersion = header.SchemaVersion,
                Assembly = header.Assembly,
                Project = header.Project,
            };
            return header.Record switch
            {
                { } record when record == RecordValue.NameOf(LineKind.Unit) => alone with { Units = [UnitIn(text)] },
                { } record when record == RecordValue.NameOf(LineKind.File) => alone with { Files = [Deserialize<ManifestFile>(text)] },
                { } record when record == RecordValue.NameOf(LineKind.Finding) =>
                    alone with { Findings = [Deserialize<ManifestFinding>(text)] },
                _ => alone,
            };
        }
        catch (JsonException exception)
        {
            throw new ToolException($"'{path}' is no manifest, or a torn one, in line {line}: {exception.Message}");
        }
    }

    private static T Deserialize<T>(string text)
        where T : class => JsonSerializer.Deserialize<T>(text) ?? throw new JsonException("It is null.");

    private static ManifestUnit UnitIn(string text) =>
        Deserialize<ManifestUnit>(text) is var unit && IsComplete(unit) ? unit : throw new JsonException("A list of it is null.");

    private static bool IsComplete(ManifestContent content) =>
        content is { Units: not null, Files: not null, Findings: not null }
        && content.Units.All(IsComplete)
        && content.Files.All(file => file != null)
        && content.Findings.All(finding => finding != null)
        && content.InForce?.All(one => one is { Policies: not null, Severities: not null, Unjudged: not null }) != false;

    private static bool IsComplete(ManifestUnit? unit) =>
        unit is { Parts: not null, Annotations: not null, Reviews: not null, Findings: not null };
}
