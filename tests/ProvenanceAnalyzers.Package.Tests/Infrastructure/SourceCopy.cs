namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>
/// What packing needs of this repository, as the one commit of a repository of its own: nothing is written into this one, and whatever
/// state this one is in, what is packed has a commit and a home.
/// </summary>
internal sealed class SourceCopy : IDisposable
{
    /// <summary>A copy of the same files has the same commit, whenever and by whom it is made.</summary>
    private static readonly Dictionary<string, string> Author = new()
    {
        ["GIT_AUTHOR_NAME"] = "test",
        ["GIT_AUTHOR_EMAIL"] = "test@example.com",
        ["GIT_AUTHOR_DATE"] = "2026-11-20T08:00:00Z",
        ["GIT_COMMITTER_NAME"] = "test",
        ["GIT_COMMITTER_EMAIL"] = "test@example.com",
        ["GIT_COMMITTER_DATE"] = "2026-11-20T08:00:00Z",
    };

    private readonly TemporaryFolder _folder;

    private SourceCopy(string folder)
    {
        _folder = new TemporaryFolder("sources");
        Root = Directory.CreateDirectory(Path.Combine(_folder.Path, folder)).FullName;
    }

    public string Root { get; }

    /// <summary>The commit's name.</summary>
    public string Commit { get; private set; } = string.Empty;

    /// <summary>Copies and commits.</summary>
    /// <param name="folder">Where below a temporary folder.</param>
    public static async Task<SourceCopy> CreateAsync(string folder)
    {
        var copy = new SourceCopy(folder);
        var root = new DirectoryInfo(PackedPackage.RepositoryRoot);
        CopyFiles(root, copy.Root, "Directory.*.props", ".editorconfig", ".gitattributes", ".gitignore", "LICENSE");
        CopyTree(new DirectoryInfo(Path.Combine(PackedPackage.RepositoryRoot, "src")), Path.Combine(copy.Root, "src"));
        await copy.GitAsync("init", "--quiet", "--initial-branch=main");
        await copy.GitAsync("remote", "add", "origin", PackedPackage.RepositoryUrl);
        await copy.GitAsync("add", "--all");
        await copy.GitAsync("-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "state");
        copy.Commit = (await copy.GitAsync("rev-parse", "HEAD")).Text.Trim();
        return copy;
    }

    /// <summary>Packs the package and the tool, in the copy's own folders for what is built.</summary>
    /// <param name="version">The version of the packages.</param>
    /// <param name="output">Where they are put.</param>
    /// <param name="arguments">More arguments of the command.</param>
    public async Task PackAsync(string version, string output, params IEnumerable<string> arguments)
    {
        // Both need the analyzers, which are built once so. All projects are named: what is not named would be built for debugging.
        var projects = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => $"  <Project Path=\"{Path.GetRelativePath(Root, project).Replace('\\', '/')}\" />\n");
        await File.WriteAllTextAsync(Path.Combine(Root, "Pack.slnx"), $"<Solution>\n{string.Concat(projects)}</Solution>\n");
        var pack = await ChildProcess.DotnetAsync(
            Root,
            [
                "pack",
                "Pack.slnx",
                "--configuration", "Release",
                $"-p:PackageOutputPath={output}{Path.DirectorySeparatorChar}",
                "--disable-build-servers",
                "-p:UseSharedCompilation=false",
                $"-p:PackageVersion={version}",
                // What analyzes the code writes none of it, and the repository's own build has done that.
                "-p:RunAnalyzers=false",
                "-tl:off",
                .. arguments,
            ]);
        pack.MustSucceed();
        Assert.DoesNotContain(": warning ", pack.Text, StringComparison.Ordinal);
    }

    /// <summary>Leaves the branch, as whoever checks out a tag does.</summary>
    public Task DetachAsync() => GitAsync("checkout", "--quiet", "--detach");

    public void Dispose() => _folder.Dispose();

    private static void CopyTree(DirectoryInfo from, string to)
    {
        CopyFiles(from, to, "*");
        foreach (var inner in from.EnumerateDirectories().Where(inner => inner.Name is not ("bin" or "obj")))
        {
            CopyTree(inner, Path.Combine(to, inner.Name));
        }
    }

    private static void CopyFiles(DirectoryInfo from, string to, params string[] patterns)
    {
        Directory.CreateDirectory(to);
        foreach (var file in patterns.SelectMany(from.EnumerateFiles))
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }
    }

    // Bytes count here: a machine's own choice of line ends must not touch them.
    private async Task<CommandOutput> GitAsync(params string[] arguments) =>
        (await ChildProcess.GitAsync(Root, Author, input: null, ["-c", "core.autocrlf=false", .. arguments])).MustSucceed();
}
