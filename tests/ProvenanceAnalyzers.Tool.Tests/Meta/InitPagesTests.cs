using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Meta;
using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Init;
using ProvenanceAnalyzers.Tool.Tests.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Meta;

/// <summary>
/// What docs/ci.md and docs/agents.md show of the files that <c>provenance init</c> writes is what it writes. With the environment variable
/// <c>PROVENANCE_WRITE</c> set to true the pages are written instead of compared, though never in CI.
/// </summary>
public sealed class InitPagesTests
{
    private const string Command = "dotnet test tests/ProvenanceAnalyzers.Tool.Tests --filter InitPages -e PROVENANCE_WRITE=true";
    private const string CiPage = "src/ProvenanceAnalyzers.Package/docs/ci.md";
    private const string AgentsPage = "src/ProvenanceAnalyzers.Package/docs/agents.md";

    private static readonly CiRecipe Recipe = new(target: null, hasGlobalJson: false);

    private static readonly Dictionary<string, DerivedFile> Parts = new()
    {
        ["github"] = new(CiPage, "github", () => Yaml(Recipe.GitHub), Command),
        ["gitlab"] = new(CiPage, "gitlab", () => Yaml(Recipe.GitLab), Command),
        ["azure"] = new(CiPage, "azure", () => Yaml(Recipe.Azure), Command),
        ["instructions"] = new(AgentsPage, "instructions", Instructions, Command),
        ["hooks"] = new(AgentsPage, "hooks", Hooks, Command),
    };

    public static TheoryData<string> Names => [.. Parts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_part_of_a_page_is_what_init_writes(string name) => Parts[name].WriteOrCompare();

    /// <summary>Without the first line, which says who wrote the file.</summary>
    private static string Yaml(string recipe) => $"\n```yaml\n{recipe[(recipe.IndexOf('\n', StringComparison.Ordinal) + 1)..]}```\n\n";

    private static string Instructions()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        return $"\n```markdown\n{folder.Plan<InstructionsStep>().TextOf("AGENTS.md")}```\n\n";
    }

    private static string Hooks() => "\n| Agent | File | After |\n|---|---|---|\n"
        + string.Concat(AgentHooks.All.Select(hook => AgentSetups.All.FirstOrDefault(setup => setup.Agent == hook.Name) is { } setup
            ? $"| `{hook.Name}` | `{setup.File}` | `{setup.Event}` |\n"
            : $"| `{hook.Name}` | by hand: {hook.Place} | each edit of a file |\n"))
        + "\n";
}
