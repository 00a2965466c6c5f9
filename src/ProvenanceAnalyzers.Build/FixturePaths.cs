using Microsoft.Build.Framework;

namespace ProvenanceAnalyzers.Build;

/// <summary>Names fixture files as the <c>Target</c> of an annotation names them.</summary>
/// <param name="projectDirectory">The project's folder, with a separator at its end.</param>
internal sealed class FixturePaths(string projectDirectory)
{
    /// <summary>Whether two paths are of one file, as the file system sees it.</summary>
    public static readonly StringComparer Comparer =
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static readonly StringComparison Comparison =
        Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public string FullPathOf(ITaskItem item) => Path.GetFullPath(Path.Combine(projectDirectory, item.ItemSpec));

    public ListedFixture Find(ITaskItem item)
    {
        var fullPath = FullPathOf(item);
        return new ListedFixture(PathOf(item, fullPath), fullPath);
    }

    /// <summary>
    /// The <c>Link</c>; without one the path relative to the project; and for a file outside of it, what the SDK makes the link of such a file:
    /// the <c>LinkBase</c>, the folders that a <c>**</c> stood for, and the name.
    /// </summary>
    private string PathOf(ITaskItem item, string fullPath)
    {
        var path = item.GetMetadata("Link") is { Length: > 0 } link ? link
            : fullPath.StartsWith(projectDirectory, Comparison) ? fullPath.Substring(projectDirectory.Length)
            : Path.Combine(item.GetMetadata("LinkBase"), item.GetMetadata("RecursiveDir"), Path.GetFileName(fullPath));
        return path.Replace('\\', '/');
    }
}
