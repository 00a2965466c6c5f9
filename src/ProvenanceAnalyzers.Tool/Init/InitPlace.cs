using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Workspaces;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>Where something is written.</summary>
/// <param name="Root">The top folder of the repository, or that of the solution where there is no repository; links are followed.</param>
/// <param name="Folder">The folder of the solution, in or below it.</param>
/// <param name="Remote">The address that git fetches from; null where there is none.</param>
internal sealed record InitPlace(string Root, string Folder, string? Remote)
{
    /// <summary>Whether git looks after it.</summary>
    public bool IsRepository { get; init; }

    /// <summary>The solution or project to build, relative to the root; null: what dotnet finds in the root, if anything.</summary>
    public string? Target { get; init; }

    /// <summary>Whether dotnet finds in the root what to build.</summary>
    public bool IsOneInRoot => SolutionIn(Root) != null;

    /// <summary>Finds out where something is written.</summary>
    /// <param name="path">A solution, a project or a folder.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">There is no such file or folder.</exception>
    public static async Task<InitPlace> FindAsync(string path, CancellationToken cancellationToken)
    {
        var full = RealPath.Of(path);
        var named = Directory.Exists(full) ? null : SolutionPath.Find(full);
        var folder = named == null ? full : Path.GetDirectoryName(named)!;
        var repository = await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false);
        var root = RealPath.Of(repository?.Folder ?? folder);
        return new InitPlace(root, folder, await RemoteOfAsync(folder, cancellationToken).ConfigureAwait(false))
        {
            IsRepository = repository != null,
            Target = TargetOf(root, folder, named),
        };
    }

    /// <summary>A path relative to the root, as it is shown and as CI names it.</summary>
    public string NameOf(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The nearest file of a name in the solution's folder or above it, up to the root; null where there is none.</summary>
    public string? Nearest(string name) => Folders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The files of a name that hold in the solution's folder, the nearest first.</summary>
    public IEnumerable<string> Above(string name) => Folders().Select(folder => Path.Combine(folder, name)).Where(File.Exists);

    private IEnumerable<string> Folders()
    {
        for (var folder = Folder; folder != null; folder = folder == Root ? null : Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static string? TargetOf(string root, string folder, string? named)
    {
        var target = named ?? TheOneIn(folder);
        return target == null || (named == null && Path.GetDirectoryName(target) == root)
            ? null
            : Path.GetRelativePath(root, target).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The solution or project of a folder, or the only one below it.</summary>
    private static string? TheOneIn(string folder)
    {
        if (SolutionIn(folder) is { } there)
        {
            return there;
        }

        var below = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 };
        var solutions = Directory.EnumerateFiles(folder, "*.sln*", below).Where(SolutionPath.IsSolution).Take(2).ToList();
        var found = solutions.Count > 0 ? solutions : Directory.EnumerateFiles(folder, "*.csproj", below).Take(2).ToList();
        return found is [var only] ? only : null;
    }

    private static string? SolutionIn(string folder)
    {
        try
        {
            return SolutionPath.Find(folder);
        }
        catch (ToolException)
        {
            return null;
        }
    }

    private static async Task<string?> RemoteOfAsync(string folder, CancellationToken cancellationToken) =>
        await GitRepository.ConfigAsync(folder, "remote.origin.url", cancellationToken).ConfigureAwait(false);
}
