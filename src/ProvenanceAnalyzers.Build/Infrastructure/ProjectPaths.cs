using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Names files so that a record is the same on every machine.</summary>
/// <param name="projectDirectory">The project's folder.</param>
/// <param name="packageFolders">The folders that hold packages.</param>
internal sealed class ProjectPaths(string projectDirectory, IEnumerable<string> packageFolders)
{
    private const string Packages = "(packages)/";

    private readonly string _projectDirectory = Paths.NormalizeDirectory(projectDirectory.Trim());
    private readonly string[] _packageFolders =
        [.. packageFolders.Select(folder => Paths.NormalizeDirectory(folder.Trim())).Where(folder => folder.Length > 1)];

    /// <summary>
    /// A path relative to the project, with <c>/</c> between folders; what a package brought is known by its place in the package.
    /// </summary>
    public string Relative(string path)
    {
        var normalized = Paths.Normalize(path);
        if (!IsRooted(normalized))
        {
            return normalized;
        }

        return Array.Find(_packageFolders, folder => normalized.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) is { } packages
            ? Packages + normalized.Substring(packages.Length)
            : RelativeToProject(normalized);
    }

    private static bool IsRooted(string path) => path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');

    private string RelativeToProject(string path)
    {
        var from = _projectDirectory.Split('/');
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length - 1 && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }

        // On another drive there is no relative path.
        return common == 0 ? path : string.Join("/", Enumerable.Repeat("..", from.Length - 1 - common).Concat(to.Skip(common)));
    }
}
