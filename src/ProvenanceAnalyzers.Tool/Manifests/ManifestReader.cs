using System.Security.Cryptography;
using System.Text.Json;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Manifests;

/// <summary>Reads the manifests that builds have written, as JSON or as JSON Lines.</summary>
internal static class ManifestReader
{
    private const string JsonPattern = "*.provenance.json";
    private const string JsonLinesPattern = "*.provenance.jsonl";

    // Of two fields of one name other readers take the one that this one would not.
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The manifests in a folder and those below it, in the order of their paths; of JSON Lines a content a line.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">There is none, or one cannot be understood.</exception>
    public static IEnumerable<ManifestContent> Read(string folder, CancellationToken cancellationToken) =>
        FilesIn(folder).SelectMany(path =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Read(File.OpenRead(path), path);
        });

    /// <summary>Manifests as a whole, each with its file and the SHA-256 of that, in the order of the paths.</summary>
    /// <param name="places">Files, and folders that are looked through.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">One is not there, a folder has none, or one cannot be understood.</exception>
    public static IReadOnlyList<(string Path, string Sha256, ManifestContent Manifest)> ReadWhole(
        IEnumerable<string> places, CancellationToken cancellationToken) =>
    [
        .. FilesAt(places).Select(path => ReadWhole(path, cancellationToken)),
    ];

    /// <summary>The files of manifests, in the order of their full paths.</summary>
    /// <param name="places">Files, and folders that are looked through.</param>
    /// <param name="mayHaveNone">Which folders may be without any, or not be there; by default none.</param>
    /// <exception cref="ToolException">One is not there, or a folder has none.</exception>
    public static IEnumerable<string> FilesAt(IEnumerable<string> places, Predicate<string>? mayHaveNone = null) => places
        .SelectMany(place => File.Exists(place) ? [RequireManifest(place)] : FilesIn(place, mayHaveNone?.Invoke(place) == true))
        .Select(Path.GetFullPath)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a manifest has a line for each thing that it says, and not all in one object.</summary>
    public static bool IsJsonLines(string path) => !path.EndsWith(JsonPattern[1..], StringComparison.OrdinalIgnoreCase);

    // Read once: what is judged is what the hash is of.
    private static (string Path, string Sha256, ManifestContent Manifest) ReadWhole(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = File.ReadAllBytes(path);
        return (path, Convert.ToHexStringLower(SHA256.HashData(bytes)), WholeOf([.. Read(new MemoryStream(bytes), path)], path));
    }

    private static string RequireManifest(string file) => file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
        ? throw new ToolException($"'{file}' is a file of a table: give by --history the folder that --parquet was given.")
        : file;

    private static List<string> FilesIn(string folder, bool mayHaveNone = false)
    {
        if (!Directory.Exists(folder))
        {
            return mayHaveNone ? [] : throw new ToolException($"'{folder}' does not exist.");
        }

        var files = new[] { JsonPattern, JsonLinesPattern }
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 || mayHaveNone
            ? files
            : throw new ToolException(
                $"There is no manifest ({JsonPattern}, {JsonLinesPattern}) in '{folder}'. "
                + "Run: dotnet build -p:ProvenanceManifest=true \"-p:ProvenanceManifestDirectory=FOLDER\"");
    }

    private static ManifestContent WholeOf(List<ManifestContent> contents, string path)
    {
        var project = contents.Find(IsAboutProject)
            ?? throw new ToolException($"'{path}' is no manifest, or a torn one: no line of it is about the project.");
        var whole = project with
        {
            Units = [.. contents.SelectMany(content => content.Units)],
            Files = [.. contents.SelectMany(content => content.Files)],
            Findings = [.. contents.SelectMany(content => content.Findings)],
        };
        if (whole.Units.Where(unit => !unit.IsExcluded).DistinctBy(unit => unit.Id).Count() != whole.Summary?.Units
            || (whole.Record != null && whole.Lines == null))
        {
            throw new ToolException($"'{path}' is no manifest, or a torn one: it has not as many units as its summary says.");
        }

        return whole;
    }

    private static bool IsAboutProject(ManifestContent content) =>
        content.Record == null || content.Record == RecordValue.NameOf(LineKind.Project);

    /// <summary>The contents of a file: one, or of JSON Lines one a line.</summary>
    private static IEnumerable<ManifestContent> Read(Stream content, string path)
    {
        using var reader = new StreamReader(content);
        if (!IsJsonLines(path))
        {
            yield return Parse(reader.ReadToEnd(), path, 1);
            yield break;
        }

        var (number, expected, found) = (0, (int?)null, 0);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                var parsed = Parse(line, path, number);
                expected ??= parsed.Lines;
                found++;
                yield return parsed;
            }
        }

        if (expected is { } lines && found != lines + 1)
        {
            throw new ToolException(
                $"'{path}' is a torn manifest, or several in one: {lines} lines should follow the first, and {found - 1} do.");
        }
    }

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
                    : throw new JsonException("A list of it is null or empty.");
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
        where T : class => JsonSerializer.Deserialize<T>(text, Strict) ?? throw new JsonException("It is null.");

    private static ManifestUnit UnitIn(string text) =>
        Deserialize<ManifestUnit>(text) is var unit && IsComplete(unit) ? unit : throw new JsonException("A list of it is null or empty.");

    private static bool IsComplete(ManifestContent content) =>
        content is { Units: not null, Files: not null, Findings: not null }
        && content.Units.All(IsComplete)
        && content.Files.All(file => file != null)
        && content.Findings.All(finding => finding != null)
        && content.InForce?.All(one =>
            one is { Policies: not null, Severities: not null, Unjudged: not null, Frameworks: not null }) != false;

    private static bool IsComplete(ManifestUnit? unit) =>
        unit is
        {
            Parts.Count: > 0, Annotations: not null, Reviews: not null, Findings: not null, Policy: not null, Frameworks: not null,
            Evidence: null or { Tools: not null, Models: not null, Commits: not null },
        }
        && unit.Parts.All(part => part is { Path: not null })
        && unit.Annotations.All(annotation => annotation is { Origin: not null })
        && unit.Reviews.All(review => review is { Faults: not null });
}
