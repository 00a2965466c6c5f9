using CliWrap;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class CiStepTests
{
    [Theory]
    [InlineData(null, "", null, "")]
    [InlineData(null, ".github/CODEOWNERS", null, ".github/workflows/provenance.yml")]
    [InlineData(null, "", "git@github.com:shop/shop.git", ".github/workflows/provenance.yml")]
    [InlineData(null, ".gitlab-ci.yml", null, ".gitlab/provenance.yml")]
    [InlineData(null, "", "https://gitlab.example.com/shop/shop.git", ".gitlab/provenance.yml .gitlab-ci.yml")]
    [InlineData(null, "azure-pipelines.yml", null, "provenance.azure-pipelines.yml")]
    [InlineData(null, "", "https://dev.azure.com/shop/_git/shop", "provenance.azure-pipelines.yml")]
    [InlineData(null, ".gitlab-ci.yml", "git@github.com:shop/shop.git", ".gitlab/provenance.yml")]
    [InlineData("none", ".github/CODEOWNERS", null, "")]
    [InlineData("azure", ".github/CODEOWNERS", null, "provenance.azure-pipelines.yml")]
    public void The_host_that_is_found_or_named_gets_a_recipe(string? asked, string there, string? remote, string written)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project)) { Remote = remote };
        if (there.Length > 0)
        {
            folder.Write(there, "");
        }

        Assert.Equal(
            written.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            folder.Plan<CiStep>(InitFolder.Request with { Host = asked }).Names());
    }

    [Fact]
    public void The_recipe_of_GitHub_builds_and_says_what_is_due()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("global.json", "{}"));

        Assert.Equal(
            """
            # Written by: provenance init. It is not written again: change it as you like.
            name: provenance
            on: pull_request
            permissions:
              contents: read
            jobs:
              provenance:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v6
                    with:
                      # What a branch has changed, only the whole history says.
                      fetch-depth: 0
                      persist-credentials: false
                  - uses: actions/setup-dotnet@v5
                    with:
                      dotnet-version: 10.0.x
                      global-json-file: global.json
                  # Once a baseline is committed, add -p:ProvenanceBaseline=check here, so that it only shrinks.
                  - run: |
                      dotnet build
                  - run: dotnet tool restore
                  # The summary lists what is due. Exit code 1 says that something is; without the last line the check fails then.
                  - shell: bash
                    env:
                      BASE: origin/${{ github.base_ref }}
                    run: |
                      dotnet tool run provenance due --since "$BASE" --format markdown >> "$GITHUB_STEP_SUMMARY" \
                        || [ $? -eq 1 ]

            """,
            folder.Plan<CiStep>(InitFolder.Request with { Host = "github" }).TextOf(".github/workflows/provenance.yml"));
    }

    [Theory]
    [InlineData("src/Shop.sln", "dotnet build src/Shop.sln\n")]
    [InlineData("our shop's/Shop.sln", "dotnet build 'our shop'\\''s/Shop.sln'\n")]
    [InlineData("$(rm)/Shop.sln", "dotnet build '$(rm)/Shop.sln'\n")]
    public void A_solution_elsewhere_is_named(string target, string command)
    {
        var recipe = new CiRecipe(target, hasGlobalJson: false);

        Assert.All([recipe.GitHub, recipe.GitLab, recipe.Azure], text => Assert.Contains(command, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Shop.sln", null)]
    [InlineData("", "App.csproj", null)]
    [InlineData("", "src/App/App.csproj", "src/App/App.csproj")]
    [InlineData("", "src/Shop.slnx src/App/App.csproj src/Lib/Lib.csproj", "src/Shop.slnx")]
    [InlineData("", "App/App.csproj Lib/Lib.csproj", null)]
    [InlineData("", "A.sln B.sln", null)]
    [InlineData("B.sln", "A.sln B.sln", "B.sln")]
    [InlineData("src", "src/A.sln", "src/A.sln")]
    public async Task What_is_built_is_named_where_dotnet_does_not_find_it(string path, string there, string? target)
    {
        using var folder = new InitFolder();
        foreach (var name in there.Split(' '))
        {
            folder.Write(name, "");
        }

        await Git(folder.Root, "init", "--quiet");

        var place = await InitPlace.FindAsync(folder.PathOf(path), CancellationToken.None);

        Assert.Equal(folder.Root, place.Root);
        Assert.Equal(target, place.Target);
    }

    [Fact]
    public void A_recipe_that_does_not_know_what_to_build_is_not_left_unsaid()
    {
        using var folder = new InitFolder(("App/App.csproj", InitFolder.Project), ("Lib/Lib.csproj", InitFolder.Project));

        Assert.Equal(
            ["There is no single solution or project in the top folder, so CI must be told which one to build: run this with its path, or "
                + "write it into the recipe, behind 'dotnet build' and 'provenance due'."],
            folder.Plan<CiStep>(InitFolder.Request with { Host = "github" }).Notes);
    }

    [Fact]
    public void A_pipeline_of_GitLab_is_not_changed_and_what_belongs_into_it_is_said()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".gitlab-ci.yml", "build:\n  script: [make]\n"));

        Assert.Equal(
            ["GitLab runs '.gitlab/provenance.yml' once '.gitlab-ci.yml' includes it. Add there to 'include:', which is a list of files: "
                + "- local: .gitlab/provenance.yml"],
            folder.Plan<CiStep>().Notes);
        folder.Write(".gitlab-ci.yml", "include:\n  - local: .gitlab/provenance.yml\n");
        Assert.Empty(folder.Plan<CiStep>().Notes);
    }

    [Fact]
    public void A_recipe_that_is_there_stays()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".github/workflows/provenance.yml", "name: ours\n"));

        Assert.Empty(folder.Plan<CiStep>().Names());
    }

    private static async Task Git(string folder, params string[] arguments) =>
        await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(folder).ExecuteAsync();
}
