using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Review;

namespace ProvenanceAnalyzers.Build;

/// <summary>The manifest of a project, as JSON or as JSON Lines. The schema is schemas/provenance-manifest.schema.json.</summary>
/// <param name="record">What it is made of.</param>
/// <param name="project">The project file, relative to the repository.</param>
/// <param name="hashesPeople">Whether people are named by a hash.</param>
internal sealed class Manifest(MergedRecord record, string project, bool hashesPeople)
{
    private const string SchemaVersion = "1";

    /// <summary>The manifest as one JSON object.</summary>
    public string ToJson() => Json.Indented(Hashed(new JObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["assembly"] = record.Assembly,
        ["project"] = project,
        ["frameworks"] = new JArray(record.Frameworks),
        ["summary"] = new Summary(record.Units).ToJson(),
        ["annotations"] = new JArray(record.Annotations),
        ["units"] = new JArray(record.Units),
        ["files"] = new JArray(record.Files),
        ["findings"] = new JArray(record.Findings),
    }));

    /// <summary>The manifest as one JSON object a line, each of which says what it is and of which assembly.</summary>
    public string ToJsonLines() => string.Concat(
        Lines("project", [new JObject { ["frameworks"] = new JArray(record.Frameworks), ["summary"] = new Summary(record.Units).ToJson() }])
            .Concat(Lines("annotation", record.Annotations))
            .Concat(Lines("unit", record.Units))
            .Concat(Lines("file", record.Files))
            .Concat(Lines("finding", record.Findings))
            .Select(line => Json.OneLine(Hashed(line)) + "\n"));

    /// <summary>Writes it, unless another project's manifest is there: which of the two is lost would be left to chance.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The manifest in either form.</param>
    public void Write(string path, string text) => OneAtATime.Do(path, () => AtomicFile.Write(path, text, mayReplace: () =>
    {
        if (Json.FirstString(path, "project") is { } other && other != project)
        {
            throw new RecordException(
                ErrorCodes.OtherProject,
                $"'{path}' is the manifest of '{other}', which has the same assembly name as '{project}'. Give one of them another AssemblyName, or "
                + $"a ProvenanceManifestDirectory of its own. If there is no '{other}' any more, delete the file.",
                path);
        }
    }));

    private IEnumerable<JObject> Lines(string kind, IEnumerable<JObject> items) => items.Select(item =>
    {
        var line = new JObject { ["record"] = kind, ["schemaVersion"] = SchemaVersion, ["assembly"] = record.Assembly, ["project"] = project };
        line.Merge(item);
        return line;
    });

    private JObject Hashed(JObject json)
    {
        var copy = (JObject)json.DeepClone();
        foreach (var property in hashesPeople ? copy.Descendants().OfType<JProperty>().ToList() : [])
        {
            if (property is { Name: "requestedBy" or "reviewer", Value: { Type: JTokenType.String } person })
            {
                property.Value = Hash((string)person!);
            }
            else if (property is { Name: "message", Value.Type: JTokenType.String })
            {
                // Messages about reviews name people.
                property.Value = JValue.CreateNull();
            }
        }

        return copy;
    }

    private static string Hash(string person)
    {
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(new Person(person).Identity.ToLowerInvariant()));
        return "sha256:" + string.Concat(hash.Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
