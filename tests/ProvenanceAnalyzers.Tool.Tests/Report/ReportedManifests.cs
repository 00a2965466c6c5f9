using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tool.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>A folder with manifests of made-up projects, written by hand as builds write them.</summary>
internal sealed class ReportedManifests : IDisposable
{
    private static readonly (string Tool, string Provider, string? Model)[] Makers =
        [("claude-code", "anthropic", "claude-opus-4-1"), ("codex", "openai", "gpt-5-codex"), ("house", "example", null)];

    private static readonly string[] People = ["ada@example.com", "Bob Berg <bob@example.com>", "chen@example.com"];
    private static readonly string[] Folders = ["", "Orders/", "Orders/Parsing/", "Users/"];
    private static readonly string[] Origins = ["human", "assisted", "generated", "autonomous", "unknown"];

    public string Folder { get; } = Directory.CreateTempSubdirectory("provenance-report-").FullName;

    public string PathOf(string path) => Path.Combine(Folder, path);

    /// <summary>A unit with nothing special about it, in the lines 3 to 9 of <c>A.cs</c>.</summary>
    public static JsonObject Unit(string id = "T:A", string path = "A.cs", int start = 3, int end = 9, string origin = "human") => new()
    {
        ["id"] = id,
        ["kind"] = "class",
        ["test"] = false,
        ["path"] = path,
        ["startLine"] = start,
        ["endLine"] = end,
        ["digest"] = "h1:" + new string('0', 32),
        ["size"] = null,
        ["parts"] = new JsonArray(Part(path, start, end)),
        ["due"] = null,
        ["declared"] = true,
        ["baseline"] = false,
        ["excluded"] = false,
        ["suppressed"] = false,
        ["justification"] = null,
        ["origin"] = origin,
        ["tools"] = new JsonArray(),
        ["providers"] = new JsonArray(),
        ["models"] = new JsonArray(),
        ["level"] = "type",
        ["annotations"] = new JsonArray(Annotation(origin)),
        ["review"] = "notRequired",
        ["reviewsRequired"] = 0,
        ["reviews"] = new JsonArray(),
        ["policy"] = new JsonArray(),
        ["evidence"] = null,
        ["contested"] = false,
        ["training"] = new JsonObject
        {
            ["status"] = origin == "human" ? "allowed" : "unknown",
            ["provider"] = null,
            ["document"] = null,
            ["date"] = null,
            ["terms"] = new JsonArray(),
        },
        ["findings"] = new JsonArray(),
        ["frameworks"] = new JsonArray("net10.0"),
    };

    public static JsonObject Part(string path, int start, int end) =>
        new() { ["path"] = path, ["startLine"] = start, ["endLine"] = end, ["digest"] = "h1:" + new string('0', 32) };

    public static JsonObject Annotation(
        string origin, string? tool = null, string? provider = null, string? model = null, string? requestedBy = null) => new()
        {
            ["origin"] = origin,
            ["tool"] = tool,
            ["provider"] = provider,
            ["model"] = model,
            ["requestedBy"] = requestedBy,
            ["on"] = null,
            ["reference"] = null,
        };

    public static JsonObject Review(string? reviewer, bool isValid = true, params string[] faults) => new()
    {
        ["reviewer"] = reviewer,
        ["on"] = "2026-11-20",
        ["digest"] = null,
        ["valid"] = isValid,
        ["faults"] = new JsonArray([.. faults.Select(fault => JsonValue.Create(fault))]),
    };

    public static JsonObject Finding(string rule, bool isSuppressed = false) => new()
    {
        ["rule"] = rule,
        ["level"] = isSuppressed ? "none" : "warning",
        ["path"] = "A.cs",
        ["line"] = 3,
        ["column"] = 1,
        ["message"] = "Text.",
        ["suppressed"] = isSuppressed,
        ["justification"] = null,
    };

    /// <summary>The manifest of a project.</summary>
    public static JsonObject Manifest(string project = "src/Shop/Shop.csproj", params IReadOnlyCollection<JsonObject> units) => new()
    {
        ["schemaVersion"] = "1",
        ["assembly"] = Path.GetFileNameWithoutExtension(project),
        ["project"] = project,
        ["frameworks"] = new JsonArray("net10.0"),
        ["source"] = new JsonObject { ["revision"] = new string('a', 40), ["clean"] = true },
        ["inForce"] = new JsonArray(new JsonObject
        {
            ["version"] = "1.2.3",
            ["analyzers"] = new string('b', 64),
            ["mode"] = "default",
            ["presets"] = new JsonArray(),
            ["policies"] = new JsonArray(new JsonObject { ["path"] = "../../company.provenance", ["sha256"] = new string('c', 64) }),
            ["severities"] = new JsonArray(),
            ["unjudged"] = new JsonArray(),
            ["evidence"] = false,
            ["frameworks"] = new JsonArray("net10.0"),
        }),
        ["baseline"] = null,
        ["summary"] = new JsonObject { ["units"] = units.Count(unit => unit["excluded"]?.GetValue<bool>() != true) },
        ["annotations"] = new JsonArray(),
        ["units"] = new JsonArray([.. units]),
        ["files"] = new JsonArray(),
        ["findings"] = new JsonArray(),
    };

    /// <summary>A manifest of so many units of every kind that there is, the same for the same seed.</summary>
    public static JsonObject Random(string project, int count, int seed)
    {
        var random = new Random(seed);
        return Manifest(project, [.. Enumerable.Range(0, count).Select(index => RandomUnit(index, random))]);
    }

    /// <summary>Writes a manifest, as one object or as JSON Lines.</summary>
    public void Write(string path, JsonObject manifest)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        if (manifest["units"] is JsonArray { Count: > 0 } units)
        {
            manifest["summary"] = new JsonObject
            {
                ["units"] = units.Where(unit => unit!["excluded"]?.GetValue<bool>() != true)
                    .DistinctBy(unit => (string?)unit!["id"]).Count(),
            };
        }

        File.WriteAllText(
            PathOf(path),
            path.EndsWith(".jsonl", StringComparison.Ordinal) ? LinesOf(manifest) : manifest.ToJsonString(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>What a report says of the manifests in a folder.</summary>
    public ReportData Read(string folder = "", params string[] history) => ReportData.Read(RequestFor(folder, history), default);

    /// <summary>
    /// Writes the tables of manifests in folders of days, each day by itself as a nightly job does.
    /// </summary>
    /// <returns>The folder of the tables.</returns>
    public string WriteTables(string history, string lake = "lake")
    {
        foreach (var day in Directory.GetDirectories(PathOf(history), "day=*", SearchOption.AllDirectories))
        {
            using var data = Read(Path.GetRelativePath(Folder, day));
            ReportTables.WriteParquet(data.Tables, PathOf(lake));
        }

        return lake;
    }

    /// <summary>Asks for a report of the manifests in a folder.</summary>
    public ReportRequest RequestFor(string folder, params string[] history) => new()
    {
        Manifests = [PathOf(folder)],
        History = [.. history.Select(PathOf)],
        Day = "2026-11-27",
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string LinesOf(JsonObject manifest)
    {
        string[] lists = ["annotations", "units", "files", "findings"];
        var lines = new List<JsonObject> { new() { ["record"] = "project" } };
        foreach (var (name, value) in manifest)
        {
            if (!lists.Contains(name))
            {
                lines[0][name] = value?.DeepClone();
            }
        }

        foreach (var (list, record) in new[] { ("units", "unit"), ("findings", "finding") })
        {
            lines.AddRange(manifest[list]!.AsArray().Select(one =>
            {
                var line = (JsonObject)one!.DeepClone();
                (line["record"], line["schemaVersion"]) = (record, manifest["schemaVersion"]?.DeepClone());
                (line["assembly"], line["project"]) = (manifest["assembly"]!.DeepClone(), manifest["project"]!.DeepClone());
                return line;
            }));
        }

        lines[0]["lines"] = lines.Count - 1;
        return string.Concat(lines.Select(line => line.ToJsonString() + "\n"));
    }

    private static JsonObject RandomUnit(int index, Random random)
    {
        var start = random.Next(1, 50);
        var unit = Unit(
            string.Create(CultureInfo.InvariantCulture, $"T:Shop.Type{index}"),
            string.Create(CultureInfo.InvariantCulture, $"{random.GetItems(Folders, 1)[0]}Type{index}.cs"),
            start,
            start + random.Next(0, 300),
            random.GetItems(Origins, 1)[0]);
        if (unit["origin"]!.GetValue<string>() is "assisted" or "generated" or "autonomous")
        {
            var (tool, provider, model) = random.GetItems(Makers, 1)[0];
            unit["tools"] = new JsonArray(tool);
            unit["providers"] = new JsonArray(provider);
            unit["models"] = model == null ? [] : new JsonArray(model);
            var requester = random.Next(2) == 0 ? People[0] : null;
            unit["annotations"] = new JsonArray(Annotation(unit["origin"]!.GetValue<string>(), tool, provider, model, requester));
            unit["reviewsRequired"] = 1;
            unit["review"] = random.GetItems(["reviewed", "stale", "unreviewed"], 1)[0];
            unit["training"]!["status"] = provider == "example" ? "allowed" : "restricted";
            unit["training"]!["provider"] = provider == "example" ? null : provider;
            if (unit["review"]!.GetValue<string>() != "unreviewed")
            {
                var isValid = unit["review"]!.GetValue<string>() == "reviewed";
                unit["reviews"] = new JsonArray([.. People[1..][..random.Next(1, 3)]
                    .Select(person => isValid ? Review(person) : Review(person, false, "stale"))]);
            }

            if (tool == "codex" && random.Next(3) == 0)
            {
                unit["policy"] = new JsonArray("PROV3001");
                unit["findings"] = new JsonArray(Finding("PROV3001", random.Next(2) == 0));
            }
        }
        else if (unit["origin"]!.GetValue<string>() == "unknown" && random.Next(2) == 0)
        {
            (unit["due"], unit["declared"], unit["baseline"]) = ("PROV1001", false, random.Next(2) == 0);
            (unit["annotations"], unit["level"]) = (new JsonArray(), "none");
            unit["findings"] = new JsonArray(Finding("PROV1001"));
        }
        else if (random.Next(10) == 0)
        {
            unit["excluded"] = true;
        }
        else if (random.Next(10) == 0)
        {
            unit["findings"] = new JsonArray(Finding("PROV4001", random.Next(2) == 0));
        }

        return unit;
    }
}
