namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>A recipe for the CI of the host: a pull request says what waits for somebody.</summary>
internal sealed class CiStep : IInitStep
{
    public const string GitHub = "github";
    public const string GitLab = "gitlab";
    public const string Azure = "azure";
    public const string None = "none";

    private const string GitLabFile = ".gitlab-ci.yml";
    private const string GitHubRecipe = ".github/workflows/provenance.yml";
    private const string GitLabRecipe = ".gitlab/provenance.yml";
    private const string AzureRecipe = "provenance.azure-pipelines.yml";

    private static readonly string[] AzureSigns = ["azure-pipelines.yml", "azure-pipelines.yaml", ".azure-pipelines", ".azuredevops"];

    /// <summary>The hosts whose CI gets a recipe: the one that is asked for; else those with files here; else that of the remote.</summary>
    public static IReadOnlyList<string> HostsOf(InitRequest request, InitPlace place)
    {
        if (request.Host is { } asked)
        {
            return asked == None ? [] : [asked];
        }

        var remote = place.Remote ?? string.Empty;
        var found = new List<string>();
        Add(GitHub, IsUsed(Path.Combine(place.Root, ".github")));
        Add(GitLab, File.Exists(Path.Combine(place.Root, GitLabFile)));
        Add(Azure, AzureSigns.Select(sign => Path.Combine(place.Root, sign)).Any(path => File.Exists(path) || Directory.Exists(path)));
        if (found.Count == 0)
        {
            Add(GitHub, Has("github.com"));
            Add(GitLab, Has("gitlab"));
            Add(Azure, Has("dev.azure.com") || Has("visualstudio.com"));
        }

        return found;

        bool Has(string host) => remote.Contains(host, StringComparison.OrdinalIgnoreCase);

        void Add(string host, bool isFound)
        {
            if (isFound)
            {
                found.Add(host);
            }
        }
    }

    /// <summary>The file that has the recipe of a host.</summary>
    public static string RecipeOf(string host) => host switch
    {
        GitHub => GitHubRecipe,
        GitLab => GitLabRecipe,
        _ => AzureRecipe,
    };

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var recipe = new CiRecipe(place.Target, File.Exists(Path.Combine(place.Root, "global.json")));
        var hosts = HostsOf(request, place);
        if (hosts.Count > 0 && place is { Target: null, IsOneInRoot: false })
        {
            files.Note("There is no single solution or project in the top folder, so CI must be told which one to build: run this with its "
                + "path, or write it into the recipe, behind 'dotnet build' and 'provenance due'.");
        }

        foreach (var host in hosts)
        {
            switch (host)
            {
                case GitHub:
                    WriteNew(GitHubRecipe, recipe.GitHub, place, files);
                    break;
                case GitLab:
                    WriteNew(GitLabRecipe, recipe.GitLab, place, files);
                    IncludeInGitLab(place, files);
                    break;
                case Azure:
                    if (WriteNew(AzureRecipe, recipe.Azure, place, files))
                    {
                        files.Note($"Azure Pipelines runs '{AzureRecipe}' once a pipeline is made from it: Pipelines, New pipeline, "
                            + "Existing Azure Pipelines YAML file. For pull requests of a repository of Azure, add it as a build "
                            + "validation.");
                    }

                    break;
            }
        }
    }

    /// <summary>Whether somebody has put something into the folder of GitHub; the hook of its agent may be ours, and of any host.</summary>
    private static bool IsUsed(string folder) => Directory.Exists(folder)
        && Directory.EnumerateFileSystemEntries(folder).Any(path => Path.GetFileName(path) != "hooks");

    private static bool WriteNew(string name, string text, InitPlace place, InitFiles files)
    {
        var path = Path.Combine(place.Root, name);
        if (files.Exists(path))
        {
            return false;
        }

        files.Write(path, text);
        return true;
    }

    private static void IncludeInGitLab(InitPlace place, InitFiles files)
    {
        var path = Path.Combine(place.Root, GitLabFile);
        if (files.Read(path) is not { } text)
        {
            files.Write(path, $"include:\n  - local: {GitLabRecipe}\n");
        }
        else if (!text.Contains(GitLabRecipe, StringComparison.Ordinal))
        {
            files.Note($"GitLab runs '{GitLabRecipe}' once '{GitLabFile}' includes it. Add there to 'include:', which is a list of files: "
                + $"- local: {GitLabRecipe}");
        }
    }
}
