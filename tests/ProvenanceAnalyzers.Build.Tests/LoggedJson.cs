using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Tests;

/// <summary>The compiler's error log with records of the analyzer, written by hand.</summary>
internal static class LoggedJson
{
    public const string Digest = "h1:11111111111111111111111111111111";

    /// <summary>The project that the records here are of.</summary>
    public static CompiledProject Lib(string framework = "net10.0") => new(framework, "Lib", ["/src/Lib/A.cs"]);

    public static JObject Unit(string id = "T:A", int startLine = 1, int endLine = 9, string? due = null) => new()
    {
        ["record"] = "unit",
        ["id"] = id,
        ["kind"] = "class",
        ["test"] = false,
        ["excluded"] = false,
        ["due"] = due,
        ["declared"] = due == null,
        ["level"] = "type",
        ["baseline"] = false,
        ["digest"] = Digest,
        ["size"] = null,
        ["parts"] = new JArray(new JObject
        {
            ["file"] = "/src/Lib/A.cs",
            ["path"] = "A.cs",
            ["startLine"] = startLine,
            ["startColumn"] = 1,
            ["endLine"] = endLine,
            ["endColumn"] = 80,
            ["digest"] = Digest,
        }),
        ["annotations"] = new JArray(),
        ["providers"] = new JArray(),
        ["review"] = "notRequired",
        ["reviewsRequired"] = 0,
        ["reviews"] = new JArray(),
        ["policy"] = new JArray(),
        ["evidence"] = null,
        ["training"] = new JObject
        {
            ["status"] = "allowed",
            ["provider"] = null,
            ["document"] = null,
            ["date"] = null,
            ["terms"] = new JArray(),
        },
    };

    public static JObject Fixture(string path, string? digest)
    {
        var unit = Unit(path, due: "PROV1003");
        unit["kind"] = "fixture";
        unit["digest"] = digest;
        unit["size"] = 7;
        unit["parts"] = new JArray(new JObject
        {
            ["file"] = null,
            ["path"] = path,
            ["startLine"] = null,
            ["startColumn"] = null,
            ["endLine"] = null,
            ["endColumn"] = null,
            ["digest"] = digest,
        });
        return unit;
    }

    public static JObject Annotation(string origin, string? tool = null, string? model = null) => new()
    {
        ["origin"] = origin,
        ["tool"] = tool,
        ["provider"] = null,
        ["model"] = model,
        ["requestedBy"] = null,
        ["on"] = null,
        ["reference"] = null,
    };

    public static JObject Marker(params string[] faults) => new()
    {
        ["reviewer"] = "ada@example.com",
        ["on"] = "2026-11-20",
        ["digest"] = Digest,
        ["valid"] = faults.Length == 0,
        ["faults"] = new JArray(faults),
    };

    public static JObject SourceFile(string reason) => new()
    {
        ["record"] = "file",
        ["file"] = "/src/Lib/A.cs",
        ["path"] = "A.cs",
        ["reason"] = reason,
        ["outside"] = new JArray(new JObject { ["startLine"] = 3, ["endLine"] = 4 }),
        ["outsideAnnotations"] = new JArray(new JObject { ["startLine"] = 6, ["endLine"] = 6 }),
    };

    public static JObject Project(int units, int files) => new()
    {
        ["record"] = "project",
        ["assembly"] = "Lib",
        ["framework"] = "net10.0",
        ["inForce"] = new JObject
        {
            ["mode"] = "default",
            ["presets"] = new JArray(),
            ["policies"] = new JArray(),
            ["severities"] = new JArray(),
            ["unjudged"] = new JArray(),
            ["evidence"] = false,
        },
        ["annotations"] = new JArray(),
        ["units"] = units,
        ["files"] = files,
    };

    public static string Logged(JToken record) => Logged(record.ToString());

    public static string Logged(string record) =>
        $$"""
        { "ruleId": "PROV9001", "level": "note", "message": { "text": "" },
          "properties": { "customProperties": { "record": {{JsonConvert.ToString(record)}} } } }
        """;

    public static string Finding(string rule, int line, string more = "") =>
        $$"""
        { "ruleId": "{{rule}}", "level": "warning", "message": { "text": "Text." }, "locations": [ { "physicalLocation": {
          "artifactLocation": { "uri": "file:///src/Lib/A.cs" }, "region": { "startLine": {{line}}, "startColumn": 5 } } } ] {{more}} }
        """;

    /// <summary>Writes a log and returns its path.</summary>
    public static string Log(TemporaryFolder folder, params string[] results) => Log(folder, "log.sarif", results);

    /// <summary>Writes a log of a name and returns its path.</summary>
    public static string Log(TemporaryFolder folder, string name, string[] results) =>
        folder.Write(name, $$"""{ "runs": [ { "results": [ {{string.Join(",", results)}} ] } ] }""");
}
