using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Names files so that a record is the same on every machine.</summary>
/// <param name="projectDirectory">The project's folder.</param>
/// <param name="packageFolders">The folders that hold packages; those inside of the repository are folders like any other.</param>
internal sealed class ProjectPaths(string projectDirectory, IEnumerable<string> packageFolders)
{
    /// <summary>What the path of a file begins with that a package brought: no file of the repository.</summary>
    public const string Packages = "(packages)/";

    private readonly string _projectDirectory = Paths.NormalizeDirectory(projectDirectory.Trim());
    private readonly string[] _packageFolders = PackageFolders.OutsideOf(
        RepositoryPath.RepositoryOf(Path.Combine(projectDirectory.Trim(), "project")), packageFolders);

    /// <summary>The same of a path that may already be relative to the project, and lead to what a package brought.</summary>
    public string Named(string path) => Relative(Paths.Resolve(path, _projectDirectory));

    /// <summary>
    /// A path relative to the project, with <c>/</c> between folders; what a package brought is known by its place in the package.
    /// </summary>
    public string Relative(string path)
    {
        var normalized = Paths.IsRooted(path) ? Paths.Resolve(path, string.Empty) : Paths.Normalize(path);
        if (!Paths.IsRooted(normalized))
        {
            return normalized;
        }

        return Array.Find(_packageFolders, folder => normalized.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) is { } packages
            ? Packages + normalized.Substring(packages.Length)
            : Paths.Relative(normalized, _projectDirectory);
    }
}
