using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>Names fixture files as the <c>Target</c> of an annotation names them.</summary>
/// <param name="projectDirectory">The project's folder.</param>
internal sealed class FixturePaths(string projectDirectory)
{
    private readonly string _directory =
        Path.GetFullPath(projectDirectory).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <summary>Fixture files in the order in which the first of two of one name is the one that counts.</summary>
    public IEnumerable<ListedFixture> InOrder(ITaskItem[] items) =>
        Array.ConvertAll(items, Find).OrderBy(fixture => fixture.FullPath, StringComparer.Ordinal);

    /// <summary>Where the fixture files lie, by their names.</summary>
    public IReadOnlyDictionary<string, string> PlacesOf(ITaskItem[] items) => InOrder(items)
        .GroupBy(fixture => fixture.Path, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().FullPath, StringComparer.Ordinal);

    public string FullPathOf(ITaskItem item) => Path.GetFullPath(Path.Combine(_directory, item.ItemSpec));

    private ListedFixture Find(ITaskItem item)
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

        return Paths.Normalize(fullPath.StartsWith(_directory, Paths.Comparison)
            ? fullPath.Substring(_directory.Length)
            : Path.Combine(item.GetMetadata("LinkBase"), item.GetMetadata("RecursiveDir"), Path.GetFileName(fullPath)));
    }
}
