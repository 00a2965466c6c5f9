using CliWrap;
using CliWrap.Buffered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>A solution or project as MSBuild understands it, with the sources of its projects.</summary>
internal sealed class LoadedSolution : IDisposable
{
    private readonly MSBuildWorkspace _workspace;

    private LoadedSolution(MSBuildWorkspace workspace, string path, IReadOnlyList<Project> judged, IReadOnlyList<string> notJudged)
    {
        _workspace = workspace;
        Path = path;
        Judged = judged;
        NotJudged = notJudged;
    }

    /// <summary>The full path of the solution or project.</summary>
    public string Path { get; }

    /// <summary>The projects that use the package, one for each target framework.</summary>
    public IReadOnlyList<Project> Judged { get; }

    /// <summary>The names of the projects that do not.</summary>
    public IReadOnlyList<string> NotJudged { get; }

    /// <summary>Loads a solution or a project.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="command">The command that was asked for, for messages.</param>
    /// <param name="restore">Whether packages are restored first.</param>
    /// <param name="progress">Is told what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">It cannot be loaded as a whole, or builds with another version of the package.</exception>
    public static async Task<LoadedSolution> OpenAsync(
        string path, string command, bool restore, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await DotnetSdk.RequireAsync(System.IO.Path.GetDirectoryName(path)!, cancellationToken).ConfigureAwait(false);
        if (restore)
        {
            progress.Report("restoring packages");
            await RestoreAsync(path, cancellationToken).ConfigureAwait(false);
        }

        var workspace = MSBuildWorkspace.Create();
        try
        {
            workspace.SkipUnrecognizedProjects = true;
            var failures = new List<string>();
            using var failed = workspace.RegisterWorkspaceFailedHandler(problem =>
            {
                if (problem.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
                {
                    lock (failures)
                    {
                        failures.Add(problem.Diagnostic.Message);
                    }
                }
            });
            await LoadAsync(workspace, path, progress, cancellationToken).ConfigureAwait(false);
            if (failures.Count > 0)
            {
                await Interruption.RequireNoneAsync(null, cancellationToken).ConfigureAwait(false);
            }

            var all = workspace.CurrentSolution.Projects.Where(project => project.Language == LanguageNames.CSharp).ToList();
            if (!restore)
            {
                LoadedProjects.RequireRestored(all);
            }

            var problem = await LoadedProjects.LastProblemAsync(
                failures,
                all,
                paths =>
                {
                    progress.Report("reading its messages");
                    return DesignTimeBuild.ErrorsOfAsync(paths, System.IO.Path.GetDirectoryName(path)!, cancellationToken);
                }).ConfigureAwait(false);
            if (problem != null)
            {
                throw new ToolException($"'{path}' cannot be loaded as a whole: {Sentence(problem)} See: dotnet build");
            }

            LoadedProjects.RequireImports(all);

            var projects = all
                .OrderBy(project => project.FilePath, StringComparer.Ordinal)
                .ThenBy(project => project.Name, StringComparer.Ordinal)
                .ToLookup(project => ProjectPackage.VersionIn(project) != null);
            ProjectPackage.RequireToolVersion(projects[true], command);
            return new LoadedSolution(
                workspace, path, [.. projects[true]], [.. projects[false].Select(project => project.Name).Distinct()]);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    /// <summary>Sees to it that there is something to judge.</summary>
    /// <exception cref="ToolException">No project uses the package.</exception>
    public void RequireJudged()
    {
        if (Judged.Count == 0)
        {
            throw new ToolException(SolutionPath.IsSolution(Path)
                ? $"No project of '{Path}' uses ProvenanceAnalyzers. Run: provenance init"
                : $"'{Path}' does not use ProvenanceAnalyzers. Run: dotnet add package ProvenanceAnalyzers");
        }
    }

    public void Dispose() => _workspace.Dispose();

    private static async Task LoadAsync(
        MSBuildWorkspace workspace, string path, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var loading = new LoadProgress(progress);
        try
        {
            if (SolutionPath.IsSolution(path))
            {
                await workspace.OpenSolutionAsync(path, loading, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await workspace.OpenProjectAsync(path, loading, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await Interruption.RequireNoneAsync(null, cancellationToken).ConfigureAwait(false);
            throw new ToolException($"'{path}' cannot be loaded: {Sentence(exception.Message)} See: dotnet build");
        }
    }

    private static async Task RestoreAsync(string path, CancellationToken cancellationToken)
    {
        // The SDK that restores is the one that loads: what the solution's folder asks for.
        var result = await Cli.Wrap("dotnet")
            .WithArguments(["restore", path, "--verbosity", "quiet", "--nologo"])
            .WithWorkingDirectory(System.IO.Path.GetDirectoryName(path)!)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellationToken)
            .ConfigureAwait(false);
        await Interruption.RequireNoneAsync(result.ExitCode, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw new ToolException(
                $"The packages of '{path}' cannot be restored: {Sentence(Problem(result.StandardOutput + result.StandardError))} "
                + "See: dotnet restore");
        }
    }

    private static string Sentence(string text) => text.Trim().TrimEnd('.') + ".";

    private static string Problem(string output) => output.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
        .DefaultIfEmpty(output.Trim())
        .First();

    private sealed class LoadProgress(IProgress<string> progress) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            if (value.Operation == ProjectLoadOperation.Build)
            {
                progress.Report($"loading {System.IO.Path.GetFileNameWithoutExtension(value.FilePath)}");
            }
        }
    }
}
