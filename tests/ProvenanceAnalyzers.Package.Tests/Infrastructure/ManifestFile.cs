using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>A manifest that a build wrote; reading it holds it against the schema that the package ships.</summary>
internal static class ManifestFile
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(
        Path.Combine(PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Package/schemas/provenance-manifest.schema.json")));

    public static async Task<JObject> ReadAsync(string path)
    {
        var text = await File.ReadAllTextAsync(path);
        var errors = (await Schema.Value).Validate(text);
        Assert.True(errors.Count == 0, $"{path}: {string.Join(Environment.NewLine, errors)}");
        return JObject.Parse(text);
    }

    /// <summary>Reads JSON Lines, and holds each of them against the schema.</summary>
    public static async Task<IReadOnlyList<JObject>> ReadLinesAsync(string path)
    {
        var line = (await Schema.Value).Definitions["line"];
        var lines = (await File.ReadAllTextAsync(path)).Split('\n');
        Assert.Empty(lines[^1]);
        Assert.All(lines[..^1], text => Assert.Empty(line.Validate(text)));
        return [.. lines[..^1].Select(JObject.Parse)];
    }

    /// <summary>A unit in one line: id, lines, origin and tools, then what is to be said of it.</summary>
    public static string Summary(JToken unit)
    {
        string?[] parts =
        [
            $"{unit["id"]}",
            $"{unit["path"]}({unit["startLine"]}-{unit["endLine"]})",
            $"{unit["kind"]}",
            (bool)unit["test"]! ? "test" : null,
            $"{unit["origin"]}",
            Join(unit["tools"]!),
            $"{unit["level"]}",
            (string?)unit["due"] is { } due ? $"due {due}" : null,
            (bool)unit["declared"]! ? null : "undeclared",
            (bool)unit["baseline"]! ? "baseline" : null,
            (bool)unit["excluded"]! ? "excluded" : null,
            (bool)unit["suppressed"]! ? "suppressed" : null,
            (string?)unit["review"] is "notRequired" ? null : $"{unit["review"]} {unit["reviewsRequired"]}",
            .. unit["reviews"]!.Select(
                review => $"{review["reviewer"]}{((bool)review["valid"]! ? string.Empty : ":" + Join(review["faults"]!))}"),
            .. unit["findings"]!.Select(finding => $"{finding["rule"]}({finding["line"]})"),
        ];
        return string.Join(" | ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Join(JToken values) => string.Join("+", values);
}
