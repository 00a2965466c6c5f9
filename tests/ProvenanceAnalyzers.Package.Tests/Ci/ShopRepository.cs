using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Ci;

/// <summary>
/// What a job of CI finds: a shallow checkout of a branch, and beside it the company's policy from a repository of its own. In it are a
/// project with a baseline, and the files that docs/ci.md says belong into it. Nothing is wrong with it.
/// </summary>
internal sealed class ShopRepository : IDisposable
{
    private const string Policy = "provenance.denied_tools = cursor\n";
    private const string Human = "Ada Lovelace <ada@example.com>";
    private const string Agent = "Copilot <198982749+Copilot@users.noreply.github.com>";

    private readonly Workspace _origin;
    private readonly TemporaryFolder _job = new("job");
    private readonly Dictionary<string, string> _variables;

    private ShopRepository(Workspace origin)
    {
        _origin = origin;
        var policies = Directory.CreateDirectory(Path.Combine(_job.Path, "policy"));
        File.WriteAllText(Path.Combine(policies.FullName, "company.provenance"), Policy);

        // The tool is installed from here, by a configuration that is not the branch's.
        File.Copy(origin.PathOf("NuGet.config"), Path.Combine(policies.FullName, "NuGet.config"));
        _variables = new Dictionary<string, string>
        {
            // What the hosts set, and what their files hand on.
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(_job.Path, "summary.md"),
            ["BASE"] = "origin/main",
            ["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = "origin/main",
            ["SYSTEM_PULLREQUEST_TARGETBRANCH"] = "refs/heads/main",
        };
        foreach (var role in new[] { "AUTHOR", "COMMITTER" })
        {
            _variables[$"GIT_{role}_NAME"] = Human.Split(" <")[0];
            _variables[$"GIT_{role}_EMAIL"] = Human.Split('<', '>')[1];
        }
    }

    /// <summary>The checkout.</summary>
    public string Sources => Path.Combine(_job.Path, "sources");

    /// <summary>The summary of the job, as far as it is written.</summary>
    public string Summary => _variables["GITHUB_STEP_SUMMARY"];

    public static async Task<ShopRepository> CreateAsync(Workspace origin, IReadOnlyList<PageFence> page)
    {
        var repository = new ShopRepository(origin);
        origin.Write(".gitignore", "bin/\nobj/\nsarif/\nmanifests/\n*.sarif\nprovenance.json\nprovenance.md\nreport.*\n");
        origin.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup><SharedCompilationId>{origin.PackageVersion}</SharedCompilationId></PropertyGroup>
            </Project>

            """);
        origin.Write("Directory.Build.targets", Assert.Single(page, fence => fence.Language == "xml").Text);
        origin.Write(".githooks/pre-commit", Assert.Single(page, fence => fence.Language == "sh").Text);
        origin.Write(".config/dotnet-tools.json", $$"""
            {
              "version": 1,
              "isRoot": true,
              "tools": { "provenanceanalyzers.tool": { "version": "{{origin.PackageVersion}}", "commands": ["provenance"] } }
            }

            """);
        origin.Add(
            "Shop",
            new TestProject(),
            ("Old.cs", "namespace Shop;\n\npublic class Old { }\n"),
            ("Order.cs", "namespace Shop;\n\n[AIProvenance(AIOrigin.Human)]\npublic class Order { }\n"),
            ("OrderParser.cs", """
                namespace Shop;

                [AIProvenance(
                    AIOrigin.Generated, Tool = "claude-code", Model = "anthropic/claude-opus-4-5", RequestedBy = "ada@example.com",
                    On = "2026-11-20")]
                [HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:c7a5283c5aef79ecc7c9f8836fcd932c")]
                public sealed class OrderParser
                {
                    public int Parse(string text) => int.Parse(text);
                }

                """));
        (await repository.RunAsync(origin.Root, """
            dotnet build -p:ProvenanceBaseline=update
            git init --quiet --initial-branch=main
            git add --all
            git update-index --chmod=+x .githooks/pre-commit
            git commit --quiet --message old
            git checkout --quiet -b work
            git commit --quiet --allow-empty --message new
            """)).MustSucceed();
        (await repository.RunAsync(
            repository._job.Path,
            $"git clone --quiet --depth 1 --no-single-branch '{new Uri(origin.Root).AbsoluteUri}' sources")).MustSucceed();
        return repository;
    }

    /// <summary>Runs lines in the checkout, as a job does; the first that fails ends it.</summary>
    public Task<CommandOutput> RunAsync(string lines) => RunAsync(Sources, lines);

    public void Write(string path, string content) => File.WriteAllText(Path.Combine(Sources, path), content);

    public string Read(string path) => File.ReadAllText(Path.Combine(Sources, path));

    /// <summary>Commits what was written, past the hook.</summary>
    public async Task CommitAsync(bool isAgent = false) => (await RunAsync(
        "git add --all; git commit --quiet --no-verify --message more" + (isAgent ? $" --author '{Agent}'" : string.Empty))).MustSucceed();

    /// <summary>Holds the project against the company's policy, of which the repository has a copy.</summary>
    public async Task LockAsync()
    {
        Write("company.provenance", Policy);
        Write("Directory.Build.props", Read("Directory.Build.props").Replace(
            "</Project>",
            "  <ItemGroup><ProvenancePolicyFile Include=\"$(MSBuildThisFileDirectory)company.provenance\" /></ItemGroup>\n</Project>",
            StringComparison.Ordinal));
        await CommitAsync();
    }

    public void Dispose()
    {
        _job.Dispose();
        _origin.Dispose();
    }

    private Task<CommandOutput> RunAsync(string folder, string lines) =>
        ChildProcess.RunAsync("bash", folder, ["-e", "-u", "-o", "pipefail", "-c", lines], _variables);
}
