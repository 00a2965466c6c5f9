using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Names files so that a record is the same on every machine.</summary>
/// <param name="projectDirectory">The project's folder.</param>
/// <param name="packageFolders">The folders that hold packages.</param>
internal sealed class ProjectPaths(string projectDirectory, IEnumerable<string> packageFolders)
{
    /// <summary>What the path of a file begins with that a package brought: no file of the repository.</summary>
    public const string Packages = "(packages)/";

    private readonly string _projectDirectory = Paths.NormalizeDirectory(projectDirectory.Trim());
    private readonly string[] _packageFolders =
        [.. packageFolders.Select(folder => Paths.NormalizeDirectory(folder.Trim())).Where(folder => folder.Length > 1)];

    /// <summary>
    /// A path relative to the project, with <c>/</c> between folders; what a package brought is known by its place in the package.
    /// </summary>
    public string Relative(string path)
    {
        var normalized = Paths.Normalize(path);
        if (!Paths.IsRooted(normalized))
        {
            return normalized;
        }

        return Array.Find(_packageFolders, folder => normalized.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) is { } packages
            ? Packages + normalized.Substring(packages.Length)
            : Paths.Relative(normalized, _projectDirectory);
    }
}
