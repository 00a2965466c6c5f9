using System.Globalization;
using System.Text.Json;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>Manifests of an organisation, as JSON Lines: so many projects of so many units, the same each time.</summary>
internal static class GeneratedManifests
{
    private const int Seed = 1;
    private const int ProjectsOfARepository = 10;

    private static readonly (string Tool, string Provider, string Model)[] Makers =
        [("claude-code", "anthropic", "claude-opus-4-1"), ("codex", "openai", "gpt-5-codex"), ("github-copilot", "github", "gpt-5")];

    /// <summary>Writes them into folders called <c>repository=r0/day=2026-11-27</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="projects">How many projects.</param>
    /// <param name="units">How many units each of them has.</param>
    public static void Write(string folder, int projects, int units)
    {
        var random = new Random(Seed);
        for (var project = 0; project < projects; project++)
        {
            var place = Directory.CreateDirectory(Path.Combine(
                folder, string.Create(CultureInfo.InvariantCulture, $"repository=r{project / ProjectsOfARepository}"), "day=2026-11-27"));
            var assembly = string.Create(CultureInfo.InvariantCulture, $"Project{project}");
            using var lines = new StreamWriter(Path.Combine(place.FullName, assembly + ".provenance.jsonl"));
            var head = new { schemaVersion = "1", assembly, project = $"src/{assembly}/{assembly}.csproj" };
            lines.WriteLine(JsonSerializer.Serialize(new
            {
                record = "project",
                head.schemaVersion,
                head.assembly,
                head.project,
                lines = units,
                frameworks = new[] { "net10.0" },
                source = new { revision = new string('a', 40), clean = true },
                inForce = Array.Empty<object>(),
                baseline = (object?)null,
                summary = new { units },
            }));
            for (var unit = 0; unit < units; unit++)
            {
                lines.WriteLine(UnitOf(head.schemaVersion, head.assembly, head.project, unit, random));
            }
        }
    }

    private static string UnitOf(string schemaVersion, string assembly, string project, int index, Random random)
    {
        var isAIMade = random.Next(2) == 0;
        var (tool, provider, model) = random.GetItems(Makers, 1)[0];
        var isReviewed = isAIMade && random.Next(3) > 0;
        var path = string.Create(CultureInfo.InvariantCulture, $"Folder{index % 17}/Sub{index % 5}/Type{index}.cs");
        var endLine = 5 + random.Next(5, 300);
        var digest = string.Create(CultureInfo.InvariantCulture, $"h1:{random.NextInt64():x16}{random.NextInt64():x16}");
        var origin = isAIMade ? "generated" : "human";
        return JsonSerializer.Serialize(new
        {
            record = "unit",
            schemaVersion,
            assembly,
            project,
            id = string.Create(CultureInfo.InvariantCulture, $"T:{assembly}.Folder{index % 17}.Sub{index % 5}.Type{index}"),
            kind = "class",
            test = false,
            path,
            startLine = 5,
            endLine,
            digest,
            size = (long?)null,
            parts = new[] { new { path, startLine = 5, endLine, digest } },
            due = (string?)null,
            declared = true,
            baseline = false,
            excluded = false,
            suppressed = false,
            justification = (string?)null,
            origin,
            tools = isAIMade ? [tool] : Array.Empty<string>(),
            providers = isAIMade ? [provider] : Array.Empty<string>(),
            models = isAIMade ? [model] : Array.Empty<string>(),
            level = "type",
            annotations = new[]
            {
                new
                {
                    origin,
                    tool = isAIMade ? tool : null,
                    provider = isAIMade ? provider : null,
                    model = isAIMade ? model : null,
                    requestedBy = isAIMade ? "ada@example.com" : null,
                    on = "2026-11-20",
                    reference = (string?)null,
                },
            },
            review = (isAIMade, isReviewed) switch { (false, _) => "notRequired", (_, true) => "reviewed", _ => "unreviewed" },
            reviewsRequired = isAIMade ? 1 : 0,
            reviews = isReviewed
                ? new[] { new { reviewer = "bob@example.com", on = "2026-11-21", digest, valid = true, faults = Array.Empty<string>() } }
                : [],
            policy = Array.Empty<string>(),
            evidence = (object?)null,
            contested = false,
            training = new
            {
                status = isAIMade ? "restricted" : "allowed",
                provider = isAIMade ? provider : null,
                document = (string?)null,
                date = (string?)null,
                terms = Array.Empty<object>(),
            },
            findings = Array.Empty<object>(),
            frameworks = new[] { "net10.0" },
        });
    }
}
