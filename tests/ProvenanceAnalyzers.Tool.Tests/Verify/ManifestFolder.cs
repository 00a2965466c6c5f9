using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Verify;

namespace ProvenanceAnalyzers.Tool.Tests.Verify;

/// <summary>A folder with manifests, as builds write them, and with policy files; written by hand.</summary>
internal sealed class ManifestFolder : IDisposable
{
    public const string Policy = "provenance.denied_tools = codex\nprovenance.required_on = types\nprovenance.review_required = ai\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("provenance-verify-").FullName;

    public ManifestFolder(string policy = Policy) => Write("company.provenance", policy);

    /// <summary>A type in <c>src/A.cs</c> that a human declares.</summary>
    public static JsonObject Unit(string id = "T:A", string path = "A.cs") => new()
    {
        ["id"] = id,
        ["kind"] = "class",
        ["test"] = false,
        ["path"] = path,
        ["startLine"] = 3,
        ["endLine"] = 9,
        ["parts"] = new JsonArray(new JsonObject { ["path"] = path, ["startLine"] = 3, ["endLine"] = 9 }),
        ["due"] = null,
        ["declared"] = true,
        ["baseline"] = false,
        ["excluded"] = false,
        ["suppressed"] = false,
        ["annotations"] = new JsonArray(Annotation("human")),
        ["review"] = "notRequired",
        ["reviewsRequired"] = 0,
        ["reviews"] = new JsonArray(),
        ["contested"] = false,
        ["findings"] = new JsonArray(),
    };

    public static JsonObject Annotation(string origin, string? tool = null, string? requestedBy = null) => new()
    {
        ["origin"] = origin,
        ["tool"] = tool,
        ["model"] = null,
        ["requestedBy"] = requestedBy,
        ["on"] = null,
    };

    public static JsonObject Review(string? reviewer) => new() { ["reviewer"] = reviewer, ["valid"] = true };

    public static JsonObject Finding(string rule, bool isSuppressed = false) => new()
    {
        ["rule"] = rule,
        ["level"] = isSuppressed ? "none" : "warning",
        ["path"] = "A.cs",
        ["line"] = 3,
        ["column"] = 1,
        ["message"] = "Text.",
        ["suppressed"] = isSuppressed,
    };

    /// <summary>The manifest of <c>src/Lib.csproj</c>, judged under the policy, with nothing that stands against it.</summary>
    public JsonObject Manifest(params IReadOnlyList<JsonObject> units) => new()
    {
        ["schemaVersion"] = "1",
        ["assembly"] = "Lib",
        ["project"] = "src/Lib.csproj",
        ["source"] = new JsonObject { ["revision"] = new string('a', 40), ["clean"] = true },
        ["inForce"] = new JsonArray(new JsonObject
        {
            ["version"] = ToolVersion.Current,
            ["analyzers"] = ProjectVerification.OwnAnalyzers,
            ["mode"] = "default",
            ["policies"] = new JsonArray(new JsonObject
            {
                ["path"] = "../company.provenance",
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf("company.provenance")))),
            }),
            ["severities"] = new JsonArray(),
            ["unjudged"] = new JsonArray(),
            ["evidence"] = false,
        }),
        ["baseline"] = null,
        ["summary"] = new JsonObject { ["units"] = Math.Max(units.Count, 1) },
        ["units"] = new JsonArray([.. units.DefaultIfEmpty(Unit())]),
        ["files"] = new JsonArray(),
        ["findings"] = new JsonArray(),
    };

    public string PathOf(string path) => Path.Combine(_folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Verifies a manifest under the policy.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="change">What else is wanted.</param>
    /// <returns>What stands against it: kind, place, name and message.</returns>
    public async Task<IReadOnlyList<string>> VerifyAsync(JsonObject manifest, Func<VerifyRequest, VerifyRequest>? change = null)
    {
        Write("new/Lib.provenance.json", manifest.ToJsonString());
        return [.. (await VerdictAsync(change)).Problems.Select(problem =>
            $"{VerdictJson.NameOf(problem.Kind)} {problem.Path}:{problem.Line} {problem.Name} {problem.Message}")];
    }

    /// <summary>Verifies what is in the folder <c>new</c>.</summary>
    public Task<Verdict> VerdictAsync(Func<VerifyRequest, VerifyRequest>? change = null)
    {
        var request = new VerifyRequest { Manifests = [PathOf("new")], Policies = [PathOf("company.provenance")] };
        return new Verification(change == null ? request : change(request)).RunAsync(CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
