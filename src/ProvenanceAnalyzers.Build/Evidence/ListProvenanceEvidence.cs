using System.Globalization;
using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Fixtures;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Lists for the analyzers what history knows of who wrote the lines of a project. What is missing is said in the list, and is no error:
/// it never becomes a human's, and never an AI's.
/// </summary>
public sealed class ListProvenanceEvidence : RecordTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _canceled = new();

    private const int SecondsBeforeWord = 3;
    private const int DefaultTimeLimit = 600;
    private const int MostSecondsOfOne = 120;

    /// <summary>What the compiler compiles.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The fixture files.</summary>
    public ITaskItem[] Fixtures { get; set; } = [];

    /// <summary>The configuration and policy files, which say what is wanted, and which tools an organisation has of its own.</summary>
    public string[] ConfigFiles { get; set; } = [];

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = string.Empty;

    /// <summary>The folders of what the build makes, which nobody commits.</summary>
    public string[] OutputFolders { get; set; } = [];

    /// <summary>The revision from whose fork on history counts; empty: all of it.</summary>
    public string Base { get; set; } = string.Empty;

    /// <summary>The full path of git; empty: the first one on PATH.</summary>
    public string Git { get; set; } = string.Empty;

    /// <summary>How many seconds git may take; empty: ten minutes.</summary>
    public string TimeLimit { get; set; } = string.Empty;

    /// <summary>The folder that holds from build to build what need not be asked again; empty: the user's folder for such things.</summary>
    public string Cache { get; set; } = string.Empty;

    /// <summary>The list to write. It stays as it is where it would say the same.</summary>
    [Required]
    public string List { get; set; } = string.Empty;

    /// <inheritdoc/>
    public void Cancel() => _canceled.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _canceled.Dispose();

    private protected override void Run()
    {
        var evidence = Collect();
        if (!_canceled.IsCancellationRequested)
        {
            AtomicFile.Write(List, EvidenceFile.Write(evidence));
        }
    }

    private ListedEvidence Collect()
    {
        var evidence = new ListedEvidence();
        if (Evidence.Git.Find(Git, Environment.GetEnvironmentVariable("PATH")) is not { } program)
        {
            evidence.Gaps.Add(Git.Trim().Length > 0
                ? $"there is no git at '{Git.Trim()}', so that nobody knows who wrote the lines; correct ProvenanceGit"
                : "there is no git on PATH, so that nobody knows who wrote the lines; install it, or name it by ProvenanceGit");
            return evidence;
        }

        var paths = new FixturePaths(ProjectDirectory);
        string[] fixtures = [.. paths.Find(Fixtures, out _).Select(fixture => fixture.FullPath).Distinct(Paths.Comparer)];
        string[] sources = [.. Sources.Select(paths.FullPathOf).Distinct(Paths.Comparer).Where(IsWritten(paths))];
        using var timer = new Timer(
            _ => Log.LogMessage(
                MessageImportance.High, "Asking git who wrote the lines of {0} files ...", sources.Length + fixtures.Length),
            null,
            TimeSpan.FromSeconds(SecondsBeforeWord),
            Timeout.InfiniteTimeSpan);
        try
        {
            var git = CreateGit(program);
            git.CheckVersion();
            var collection = new EvidenceCollection(git, Path.GetFullPath(ProjectDirectory), StateOf);
            collection.Collect(sources, fixtures, Base.Trim(), CacheFolder(), EvidenceWishes.Read(ConfigFiles));
            return collection.Evidence;
        }
        catch (GitException exception)
        {
            evidence.Gaps.Add(exception.Message);
            return evidence;
        }
    }

    private Git CreateGit(string program)
    {
        var seconds = int.TryParse(TimeLimit, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0
            ? given
            : DefaultTimeLimit;
        return new Git(program, TimeSpan.FromSeconds(Math.Min(seconds, MostSecondsOfOne)), TimeSpan.FromSeconds(seconds), _canceled.Token);
    }

    /// <summary>The state of a repository, once for all projects that this process builds.</summary>
    private RepositoryState StateOf(Git git, string root)
    {
        if (BuildEngine is not IBuildEngine4 engine)
        {
            return RepositoryState.Read(git, root);
        }

        var key = $"{nameof(ListProvenanceEvidence)}:{root}";
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is RepositoryState known)
        {
            return known;
        }

        var state = RepositoryState.Read(git, root);
        engine.RegisterTaskObject(key, state, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        return state;
    }

    private string? CacheFolder() => Cache.Trim() is { Length: > 0 } folder ? Path.GetFullPath(folder) : EvidenceCache.DefaultFolder();

    private Func<string, bool> IsWritten(FixturePaths paths)
    {
        var project = paths.FullPathOf(new Microsoft.Build.Utilities.TaskItem("project"));
        string[] folders =
        [
            .. OutputFolders.Where(folder => folder.Trim().Length > 0)
                .Select(folder => Paths.NormalizeDirectory(Path.GetFullPath(Path.Combine(ProjectDirectory, folder.Trim()))))
                .Where(folder => !Paths.Normalize(project).StartsWith(folder, Paths.Comparison)),
        ];
        return path => !Array.Exists(folders, folder => Paths.Normalize(path).StartsWith(folder, Paths.Comparison));
    }
}
