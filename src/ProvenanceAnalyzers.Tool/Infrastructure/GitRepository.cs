using System.Diagnostics;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Shared.Git;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// A git repository, asked through the user's own git, which is started as <see cref="GitSafety"/> says.
/// </summary>
/// <param name="folder">The top folder of its working tree, a full path.</param>
internal sealed class GitRepository(string folder)
{
    /// <summary>The number of that error is the same on Windows and elsewhere.</summary>
    private const int NoSuchFile = 2;

    private const string ConfigCount = "GIT_CONFIG_COUNT";

    private static readonly (string Key, string Value)[] NoFilter =
        [("clean", string.Empty), ("process", string.Empty), ("required", "false")];

    /// <summary>What is set otherwise for git, or not at all (null).</summary>
    private static readonly Dictionary<string, string?> Environment = ChangedEnvironment();

    /// <summary>The top folder of its working tree, a full path.</summary>
    public string Folder { get; } = folder;

    /// <summary>The repository that a folder is in; null where there is none.</summary>
    /// <exception cref="ToolException">There is no git, or it refuses to look.</exception>
    public static async Task<GitRepository?> FindAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await RunAsync(folder, ["rev-parse", "--show-toplevel"], cancellationToken).ConfigureAwait(false);
        if (result.ExitCode == 0 && result.StandardOutput.TrimEnd('\n') is { Length: > 0 } top)
        {
            return new GitRepository(Path.GetFullPath(top));
        }

        return result.StandardError.Contains("not a git repository", StringComparison.Ordinal)
            ? null
            : throw new ToolException(
                $"git refuses to look into '{folder}': {Said(result)}{Cure(result.StandardError)}");
    }

    /// <summary>The value that git's configuration has for a key, as <c>user.email</c>; null where it has none.</summary>
    public static async Task<string?> ConfigAsync(string folder, string key, CancellationToken cancellationToken)
    {
        var result = await RunAsync(folder, ["config", "--get", key], cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 && result.StandardOutput.Trim() is { Length: > 0 } value ? value : null;
    }

    /// <summary>What git writes when it is asked for something.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="arguments">What it is asked for.</param>
    /// <exception cref="ToolException">It fails.</exception>
    public async Task<string> AskAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await RunAsync(Folder, arguments, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0
            ? result.StandardOutput
            : throw new ToolException($"git {arguments[0]} failed: {Said(result)}");
    }

    /// <summary>What git writes when it is asked for something that need not be there; null where it fails.</summary>
    public async Task<string?> TryAskAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await RunAsync(Folder, arguments, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? result.StandardOutput : null;
    }

    /// <summary>Whether HEAD is a commit: in a repository that is new there is none.</summary>
    public async Task<bool> HasCommitAsync(CancellationToken cancellationToken) =>
        await TryAskAsync(cancellationToken, "rev-parse", "--quiet", "--verify", "HEAD^{commit}").ConfigureAwait(false) != null;

    /// <summary>The files of the working tree that differ from a commit, without untracked ones; full paths.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="filter">Which differences count, as git's <c>--diff-filter</c> has them; none: all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">It fails: there is no such commit, or no commit yet.</exception>
    public async Task<IReadOnlySet<string>> ChangedFromAsync(string commit, string? filter, CancellationToken cancellationToken)
    {
        string[] filters = filter == null ? [] : [$"--diff-filter={filter}"];
        string[] arguments = ["diff", "--name-only", "--no-renames", "--ignore-submodules=dirty", "-z", .. filters, commit, "--"];
        var result = await RunAsync(
            Folder, arguments, cancellationToken, await WithoutFiltersAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return result.ExitCode == 0
            ? Paths(result.StandardOutput)
            : throw new ToolException($"git diff failed: {Said(result)}");
    }

    /// <summary>
    /// An environment in which git runs none of the filters that are configured: to compare a file of the working tree with a commit, it
    /// would run those that the repository's attributes name.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, string?>> WithoutFiltersAsync(CancellationToken cancellationToken)
    {
        var listed = await TryAskAsync(cancellationToken, "config", "--name-only", "-z", "--get-regexp", @"^filter\.")
            .ConfigureAwait(false);
        var filters = (listed ?? string.Empty).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(key => key[..key.LastIndexOf('.')])
            .Distinct(StringComparer.Ordinal);
        var environment = new Dictionary<string, string?>(Environment);
        _ = int.TryParse(System.Environment.GetEnvironmentVariable(ConfigCount), CultureInfo.InvariantCulture, out var count);
        foreach (var (filter, (key, value)) in filters.SelectMany(filter => NoFilter.Select(setting => (filter, setting))))
        {
            environment[$"GIT_CONFIG_KEY_{count}"] = $"{filter}.{key}";
            environment[$"GIT_CONFIG_VALUE_{count}"] = value;
            count++;
        }

        environment[ConfigCount] = count.ToString(CultureInfo.InvariantCulture);
        return environment;
    }

    /// <summary>
    /// The submodules in which something changed that no commit of theirs has, also those that are configured to be overlooked. Each has
    /// filters of its own, so that each is asked.
    /// </summary>
    private async Task<IReadOnlyList<string>> ChangedSubmodulesAsync(CancellationToken cancellationToken)
    {
        var listed = await AskAsync(cancellationToken, "ls-files", "--stage", "-z").ConfigureAwait(false);
        var changed = new List<string>();
        foreach (var path in listed.Split('\0').Where(entry => entry.StartsWith("160000 ", StringComparison.Ordinal))
            .Select(entry => Path.GetFullPath(entry[(entry.IndexOf('\t', StringComparison.Ordinal) + 1)..], Folder))
            .Where(path => Path.Exists(Path.Combine(path, ".git"))))
        {
            if (await IsChangedAsync(path, cancellationToken).ConfigureAwait(false))
            {
                changed.Add(path);
            }
        }

        return changed;
    }

    /// <summary>Whether a submodule is another than its commit. What is no repository of its own nobody can tell, so it is.</summary>
    private static async Task<bool> IsChangedAsync(string submodule, CancellationToken cancellationToken) =>
        await FindAsync(submodule, cancellationToken).ConfigureAwait(false) is not { } repository
        || repository.Folder != submodule
        || !await repository.HasCommitAsync(cancellationToken).ConfigureAwait(false)
        || (await repository.ChangedAsync("HEAD", cancellationToken).ConfigureAwait(false)).Count > 0;

    private async Task<IReadOnlySet<string>> ChangedAsync(string commit, CancellationToken cancellationToken)
    {
        var changed = await ChangedFromAsync(commit, null, cancellationToken).ConfigureAwait(false);
        var untracked = await AskAsync(cancellationToken, "ls-files", "--others", "--exclude-standard", "-z").ConfigureAwait(false);
        return changed.Concat(Paths(untracked))
            .Concat(await ChangedSubmodulesAsync(cancellationToken).ConfigureAwait(false))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Starts git for something that is asked and answered through its standard input and output, many times.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", GitSafety.Options.Concat(arguments))
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var git = Process.Start(start)!;

        // What it says there is read, so that it never waits for that, and shown to nobody.
        git.BeginErrorReadLine();
        return git;
    }

    /// <summary>The files that changed since a branch began, as <see cref="ChangedSinceAsync"/> has them; null where nobody asks.</summary>
    /// <param name="repository">The repository; null where there is none.</param>
    /// <param name="folder">The folder that was looked for a repository.</param>
    /// <param name="revision">The branch or revision; null: all files are meant.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ChangedFiles?> ChangedInAsync(
        GitRepository? repository, string folder, string? revision, CancellationToken cancellationToken) => revision == null ? null
            : repository != null ? new ChangedFiles(await repository.ChangedSinceAsync(revision, cancellationToken).ConfigureAwait(false))
            : throw new ToolException($"'{folder}' is in no git repository, so that nobody knows what changed since '{revision}'.");

    /// <summary>The files that differ from what a branch began with, untracked ones among them; full paths.</summary>
    /// <param name="revision">The branch or revision; what counts is where HEAD left it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlySet<string>> ChangedSinceAsync(string revision, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(revision))
        {
            throw new ToolException("No revision is named since which something changed: --since origin/main");
        }

        if (await TryAskAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}")
            .ConfigureAwait(false) is not { } commit)
        {
            var (remote, branch) = RemoteOf(
                revision, await TryAskAsync(cancellationToken, "remote").ConfigureAwait(false) ?? string.Empty);
            throw new ToolException(
                $"'{revision}' is no revision of '{Folder}'. In a checkout of CI, fetch it first: git fetch {remote} {branch}");
        }

        if (await TryAskAsync(cancellationToken, "merge-base", commit.Trim(), "HEAD").ConfigureAwait(false) is not { } mergeBase)
        {
            throw new ToolException(
                $"'{revision}' and HEAD have no common commit in this clone. If it is shallow, fetch the rest: git fetch --unshallow");
        }

        return await ChangedAsync(mergeBase.Trim(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The bytes that a file has in HEAD; null where it has no such file, or there is no commit yet.</summary>
    /// <param name="path">The file, relative to the top folder, with <c>/</c> between folders.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">It has such a file, and this clone has not fetched it.</exception>
    public async Task<byte[]?> ReadHeadAsync(string path, CancellationToken cancellationToken)
    {
        var listed = await TryAskAsync(cancellationToken, "ls-tree", "-z", "--full-tree", "HEAD", "--", path).ConfigureAwait(false);
        if (listed?.Split('\t')[0].Split(' ') is not [_, "blob", var blob])
        {
            return null;
        }

        using var content = new MemoryStream();
        var result = await Cli.Wrap("git")
            .WithArguments([.. GitSafety.Options, "cat-file", "blob", blob])
            .WithWorkingDirectory(Folder)
            .WithEnvironmentVariables(Environment)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToStream(content))
            .ExecuteAsync(cancellationToken)
            .ConfigureAwait(false);
        Interruption.RequireNone(result.ExitCode);
        return result.ExitCode == 0
            ? content.ToArray()
            : throw new ToolException($"This clone does not have '{path}' as it is in HEAD. Fetch it first: git fetch --refetch");
    }

    /// <summary>The remote that a revision is of, and the branch there: <c>origin</c> and <c>main</c> of <c>origin/main</c>.</summary>
    private static (string Remote, string Branch) RemoteOf(string revision, string remotes)
    {
        var remote = remotes.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => revision.StartsWith(name + "/", StringComparison.Ordinal))
            .MaxBy(name => name.Length);
        return remote == null ? ("origin", revision) : (remote, revision[(remote.Length + 1)..]);
    }

    private HashSet<string> Paths(string listed) =>
        [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(path => Path.GetFullPath(path, Folder))];

    private static async Task<BufferedCommandResult> RunAsync(
        string folder,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        try
        {
            var result = await Cli.Wrap("git")
                .WithArguments([.. GitSafety.Options, .. arguments])
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(environment ?? Environment)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(Encoding.UTF8, cancellationToken)
                .ConfigureAwait(false);
            Interruption.RequireNone(result.ExitCode);
            return result;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            if (!Directory.Exists(folder))
            {
                throw new ToolException($"'{folder}' is not there, so that git cannot look into it.");
            }

            var cause = exception.InnerException as System.ComponentModel.Win32Exception ?? exception;
            throw new ToolException(cause.NativeErrorCode == NoSuchFile
                ? "git was not found on the PATH. Install it, or put it on the PATH."
                : $"git cannot be started: {cause.Message.TrimEnd('.')}. Install it anew, or put another on the PATH.");
        }
    }

    private static Dictionary<string, string?> ChangedEnvironment()
    {
        var own = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal);
        var safe = new Dictionary<string, string?>(own, StringComparer.Ordinal);
        GitSafety.Secure(safe);
        return own.Keys.Union(safe.Keys)
            .Where(name => safe.GetValueOrDefault(name) != own.GetValueOrDefault(name))
            .ToDictionary(name => name, name => safe.GetValueOrDefault(name), StringComparer.Ordinal);
    }

    /// <summary>The command by which git says that a folder of another owner may be looked into; empty where it says none.</summary>
    private static string Cure(string text) =>
        text.Split('\n').FirstOrDefault(line => line.Contains("git config", StringComparison.Ordinal)) is { } command
            ? $". If you trust it, run: {command.Trim()}"
            : string.Empty;

    private static string Said(BufferedCommandResult result) =>
        result.StandardError.Split('\n')[0].Trim() is { Length: > 0 } said ? said : $"it said nothing, and ended with {result.ExitCode}";
}
