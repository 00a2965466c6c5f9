using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>The folders that hold packages, and nothing that anybody commits.</summary>
internal static class PackageFolders
{
    /// <summary>
    /// Those that lie outside of a repository. One inside of it holds what somebody may have committed, as any other folder does; and one
    /// around it would make a package of the whole repository.
    /// </summary>
    /// <param name="repository">The repository's folder, normalized.</param>
    /// <param name="folders">The folders that are said to hold packages.</param>
    public static string[] OutsideOf(string repository, IEnumerable<string> folders) =>
    [
        .. folders.Select(folder => Paths.NormalizeDirectory(Paths.Resolve(folder.Trim(), string.Empty)))
            .Where(folder => folder.Length > 1 && !Holds(folder, repository) && !Holds(repository, folder)),
    ];

    private static bool Holds(string folder, string other) => other.StartsWith(folder, Paths.Comparison);
}
