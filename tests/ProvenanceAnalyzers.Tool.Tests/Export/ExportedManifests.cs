using System.Globalization;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tool.Export;
using ProvenanceAnalyzers.Tool.Tests.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Export;

/// <summary>A folder with manifests written by hand, and what they are exported as.</summary>
internal sealed class ExportedManifests : IDisposable
{
    public const string Conversation = "https://chat.example.com/c/4711";
    public const string Day = "2026-11-27";

    private readonly ReportedManifests _manifests = new();

    public string Folder => _manifests.Folder;

    /// <summary>An annotation that has the address of a conversation, as tools write it.</summary>
    public static JsonObject Annotation(string origin, string? tool = null, string? model = null, string? requestedBy = null)
    {
        var annotation = ReportedManifests.Annotation(origin, tool, null, model, requestedBy);
        annotation["reference"] = Conversation;
        return annotation;
    }

    /// <summary>Gives a unit its annotations, the last of which has its origin.</summary>
    public static JsonObject Annotate(JsonObject unit, params JsonObject[] annotations)
    {
        unit["annotations"] = new JsonArray([.. annotations]);
        unit["origin"] = annotations.Length == 0 ? "unknown" : (string?)annotations[^1]["origin"];
        unit["declared"] = annotations.Length > 0;
        return unit;
    }

    public string PathOf(string path) => _manifests.PathOf(path);

    public void Write(string path, JsonObject manifest) => _manifests.Write(path, manifest);

    /// <summary>What the manifests of the folder are exported as.</summary>
    public string Export(string format, bool hashesPeople = false, string? day = Day, params string[] manifests)
    {
        var request = new ExportRequest
        {
            Manifests = manifests.Length == 0 ? [Folder] : [.. manifests.Select(PathOf)],
            Day = day,
            HashesPeople = hashesPeople,
        };
        return ExportFormats.All[format](ExportedProjects.Read(request, CancellationToken.None), request.Day);
    }

    public IReadOnlyList<JsonObject> Records(params string[] manifests) =>
    [
        .. Export("agent-trace", manifests: manifests)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (JsonObject)JsonNode.Parse(line)!),
    ];

    public JsonObject Document(string format) => (JsonObject)JsonNode.Parse(Export(format))!;

    /// <summary>Whose the lines are: <c>src/Shop/A.cs human - 3-9</c>, one for each conversation.</summary>
    public IEnumerable<string> Lines(params string[] manifests) =>
        from record in Records(manifests)
        from file in record["files"]!.AsArray()
        from conversation in file!["conversations"]!.AsArray()
        let contributor = conversation!["contributor"]!
        let ranges = conversation["ranges"]!.AsArray().Select(range =>
            string.Create(CultureInfo.InvariantCulture, $"{(int)range!["start_line"]!}-{(int)range["end_line"]!}"))
        select $"{file["path"]} {contributor["type"]} {contributor["model_id"] ?? "-"} {string.Join(' ', ranges)}".TrimEnd();

    public void Dispose() => _manifests.Dispose();
}
