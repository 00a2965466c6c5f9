using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>Names fixture files as the <c>Target</c> of an annotation names them.</summary>
/// <param name="projectDirectory">The project's folder, with a separator at its end.</param>
internal sealed class FixturePaths(string projectDirectory)
{
    public string FullPathOf(ITaskItem item) => Path.GetFullPath(Path.Combine(projectDirectory, item.ItemSpec));

    public ListedFixture Find(ITaskItem item)
    {
        var fullPath = FullPathOf(item);
        return new ListedFixture(PathOf(item, fullPath), fullPath);
    }

    /// <summary>
    /// The <c>Link</c>; without one the path relative to the project; and for a file outside of it, what the SDK makes the link of such a
    /// file: the <c>LinkBase</c>, the folders that a <c>**</c> stood for, and the name.
    /// </summary>
    private string PathOf(ITaskItem item, string fullPath)
    {
        if (item.GetMetadata("Link") is { Length: > 0 } link)
        {
            return Paths.Normalize(link);
        }

        return Paths.Normalize(fullPath.StartsWith(projectDirectory, Paths.Comparison)
            ? fullPath.Substring(projectDirectory.Length)
            : Path.Combine(item.GetMetadata("LinkBase"), item.GetMetadata("RecursiveDir"), Path.GetFileName(fullPath)));
    }
}
