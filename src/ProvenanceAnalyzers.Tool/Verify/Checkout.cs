using System.IO.Enumeration;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>The checkout that manifests must be of: its revision, and the projects and C# files in it.</summary>
internal sealed class Checkout
{
    private const string Code = ".cs";
    private const string CSharpProject = ".csproj";
    private const string AnyProject = "proj";
    private const string Git = ".git";

    private static readonly string[] OutputFolders = ["/bin/", "/obj/"];

    private readonly string _folder;
    private readonly IReadOnlyList<TargetPattern> _except;

    private Checkout(string folder, string top, string revision, IReadOnlyList<TargetPattern> except)
    {
        (_folder, Top, Revision, _except) = (folder, top, revision, except);
    }

    /// <summary>The outermost folder above it that is a repository: what the paths of manifests are relative to.</summary>
    public string Top { get; }

    /// <summary>The commit that is checked out.</summary>
    public string Revision { get; }

    /// <summary>The C# projects that must have a manifest, relative to <see cref="Top"/>.</summary>
    public IReadOnlyList<string> Projects { get; private set; } = [];

    /// <summary>Other projects, with the C# files of which each is the nearest project; relative to <see cref="Top"/>.</summary>
    public IReadOnlyList<(string Project, IReadOnlyList<string> Files)> OtherProjects { get; private set; } = [];

    /// <summary>Looks through a folder.</summary>
    /// <param name="sources">The folder.</param>
    /// <param name="except">Globs of the projects in it that need no manifest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">It is no folder of a repository, or there is no C# project in it.</exception>
    public static async Task<Checkout> OpenAsync(string sources, IEnumerable<string> except, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(sources))
        {
            throw new ToolException($"'{sources}' does not exist.");
        }

        var folder = RealPath.Of(sources);
        var repository = await GitRepository.FindAsync(OutermostAbove(folder) ?? folder, cancellationToken).ConfigureAwait(false)
            ?? throw new ToolException($"'{sources}' is in no git repository, so that nobody knows its revision.");
        var head = await repository.TryAskAsync(cancellationToken, "rev-parse", "--quiet", "--verify", "HEAD^{commit}")
            .ConfigureAwait(false)
            ?? throw new ToolException($"'{sources}' is in a git repository without a commit, so that nobody knows its revision.");
        var listed = await repository.AskAsync(cancellationToken, "ls-files", "--recurse-submodules", "-z").ConfigureAwait(false);
        var globs = except
            .Select(glob => TargetPattern.Parse(glob, out var problem) ?? throw new ToolException($"--except '{glob}' {problem}."))
            .ToList();
        var checkout = new Checkout(folder, RealPath.Of(repository.Folder), head.Trim(), globs);
        checkout.LookThrough(listed.Split('\0').ToHashSet(Paths.Comparer));
        return checkout;
    }

    /// <summary>Whether a path, relative to <see cref="Top"/>, is that of a file in the folder that was looked through.</summary>
    public bool Has(string path) => Path.Combine(Top, path) is var full && RealPath.IsBelow(full, _folder) && File.Exists(full);

    /// <summary>Whether a path, relative to <see cref="Top"/>, leads into the folder that was looked through.</summary>
    public bool Covers(string path) => RealPath.IsBelow(Path.Combine(Top, path), _folder);

    /// <summary>Whether a project, relative to <see cref="Top"/>, needs no manifest.</summary>
    public bool IsExcepted(string project) =>
        _except.Any(glob => glob.IsMatch(Paths.Normalize(Path.GetRelativePath(_folder, Path.Combine(Top, project)))));

    private static string? OutermostAbove(string folder)
    {
        string? outermost = null;
        for (var above = folder; above != null; above = Path.GetDirectoryName(above))
        {
            outermost = Path.Exists(Path.Combine(above, Git)) ? above : outermost;
        }

        return outermost;
    }

    /// <param name="tracked">The files that are committed. What builds made is not; but a folder may be called as theirs are.</param>
    private void LookThrough(HashSet<string> tracked)
    {
        var files = new FileSystemEnumerable<string>(
            _folder,
            (ref FileSystemEntry entry) => Paths.Normalize(Path.GetRelativePath(Top, entry.ToFullPath())),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsCodeOrProject(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0 && !entry.FileName.SequenceEqual(Git),
        };
        var all = files
            .Where(path => tracked.Contains(path)
                || !Array.Exists(OutputFolders, output => $"/{path}".Contains(output, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var projects = all.Where(path => !HasEnding(path, Code)).ToList();
        if (!projects.Exists(path => HasEnding(path, CSharpProject)))
        {
            throw new ToolException($"There is no C# project in '{_folder}', so that nothing was verified.");
        }

        Projects = [.. projects.Where(path => HasEnding(path, CSharpProject) && !IsExcepted(path))];
        var byFolder = projects.ToLookup(Paths.FolderOf, Paths.Comparer);
        OtherProjects =
        [
            .. all.Where(path => HasEnding(path, Code))
                .Select(path => (Path: path, Project: NearestProject(path, byFolder)))
                .Where(file => file.Project != null && !HasEnding(file.Project, CSharpProject) && !IsExcepted(file.Project))
                .GroupBy(file => file.Project!, file => file.Path)
                .Select(group => (group.Key, (IReadOnlyList<string>)[.. group])),
        ];
    }

    /// <summary>The project in the folder of a file or in the nearest one above; where there are several, a C# project.</summary>
    private static string? NearestProject(string file, ILookup<string, string> byFolder)
    {
        for (var folder = Paths.FolderOf(file); ; folder = Paths.FolderOf(folder.TrimEnd('/')))
        {
            if (byFolder[folder].OrderByDescending(path => HasEnding(path, CSharpProject)).FirstOrDefault() is { } project)
            {
                return project;
            }

            if (folder.Length == 0)
            {
                return null;
            }
        }
    }

    private static bool IsCodeOrProject(ReadOnlySpan<char> name)
    {
        var ending = Path.GetExtension(name);
        return ending.Equals(Code, StringComparison.OrdinalIgnoreCase) || ending.EndsWith(AnyProject, StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
