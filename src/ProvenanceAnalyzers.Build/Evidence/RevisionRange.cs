namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What was committed since another commit.</summary>
/// <param name="git">git.</param>
/// <param name="state">The repository; it has a commit.</param>
/// <param name="since">The id of the other commit.</param>
internal sealed class RevisionRange(Git git, RepositoryState state, string since)
{
    private string Range => $"{since}..{state.Head!.Id}";

    /// <summary>The last commit that a revision and the newest commit have in common.</summary>
    /// <param name="git">git.</param>
    /// <param name="state">The repository; it has a commit.</param>
    /// <param name="revision">What somebody calls a revision.</param>
    public static RevisionRange SinceForkFrom(Git git, RepositoryState state, string revision)
    {
        // What begins so would be an option of git.
        var id = revision.StartsWith("-", StringComparison.Ordinal) ? string.Empty
            : Ask(git, state, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]);
        if (id.Length == 0)
        {
            throw new GitException(
                $"ProvenanceEvidenceBase is '{GitProblems.Shown(revision)}', which is no revision here: git fetch origin, with the history "
                + "that leads to it");
        }

        var fork = Ask(git, state, ["merge-base", id, state.Head!.Id]);
        return fork.Length > 0 ? new RevisionRange(git, state, fork) : throw new GitException(
            $"ProvenanceEvidenceBase is '{GitProblems.Shown(revision)}', which has no commit in common with HEAD here: "
            + "git fetch --unshallow");
    }

    /// <summary>The files that any commit in between has changed; null where the other commit does not stand before this one.</summary>
    public HashSet<string>? ChangedFiles()
    {
        if (Ask(git, state, ["merge-base", since, state.Head!.Id]) != since)
        {
            return null;
        }

        string[] arguments =
        [
            "log", "-m", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--format=", "-z", Range,
        ];
        return Split(git.ReadText(state.GitFolder, state.GitFolder, arguments));
    }

    /// <summary>The commits in between.</summary>
    public HashSet<string> Commits() => new(
        git.ReadText(state.GitFolder, state.GitFolder, ["rev-list", Range]).Split('\n'), StringComparer.Ordinal);

    /// <summary>Who wrote the commits in between, as the commits have it.</summary>
    public IEnumerable<Signature> Authors() => git
        .ReadText(state.GitFolder, state.GitFolder, ["log", "--no-show-signature", "--no-mailmap", "--format=%an <%ae>", Range])
        .Split('\n')
        .Distinct(StringComparer.Ordinal)
        .Select(Signature.Read);

    /// <summary>The files that are not the same as then.</summary>
    public HashSet<string> DifferentFiles() => Split(git.ReadText(
        state.GitFolder,
        state.GitFolder,
        ["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", since, state.Head!.Id]));

    private static string Ask(Git git, RepositoryState state, string[] arguments) =>
        git.ReadText(state.GitFolder, state.GitFolder, arguments).Trim();

    private static HashSet<string> Split(string text) =>
        new(text.Split('\0').Select(path => path.TrimStart('\n')).Where(path => path.Length > 0), StringComparer.Ordinal);
}
