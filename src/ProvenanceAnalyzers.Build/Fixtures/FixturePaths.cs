using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>Names fixture files as the <c>Target</c> of an annotation names them.</summary>
/// <param name="projectDirectory">The project's folder.</param>
internal sealed class FixturePaths(string projectDirectory)
{
    private readonly string _directory = Paths.NormalizeDirectory(Path.GetFullPath(projectDirectory));

    /// <summary>
    /// The fixture files, in the order of where they lie. A name that several of them would have, or that is where another one lies, is
    /// the name of none: what an annotation says of one file would hold for whichever the project file calls so.
    /// </summary>
    /// <param name="items">The fixture files of the project.</param>
    /// <param name="unnamed">Those that have no name but where they lie, each with the one that it would have.</param>
    public IReadOnlyList<ListedFixture> Find(ITaskItem[] items, out IReadOnlyList<ListedFixture> unnamed)
    {
        var fixtures = Array.ConvertAll(items, Find);
        var placesByName = fixtures
            .SelectMany(fixture => new[] { (Name: fixture.Path, fixture.FullPath), (Name: fixture.PhysicalPath, fixture.FullPath) })
            .ToLookup(entry => entry.Name, entry => entry.FullPath, StringComparer.Ordinal);
        var isUnnamed = fixtures.ToLookup(fixture =>
            fixture.Path != fixture.PhysicalPath && placesByName[fixture.Path].Distinct(Paths.Comparer).Skip(1).Any());
        unnamed =
        [
            .. isUnnamed[true]
                .GroupBy(fixture => fixture.FullPath, Paths.Comparer)
                .Select(same => same.First())
                .OrderBy(fixture => fixture.FullPath, StringComparer.Ordinal),
        ];
        return
        [
            .. isUnnamed[false]
                .Concat(unnamed.Select(fixture => new ListedFixture(fixture.PhysicalPath, fixture.PhysicalPath, fixture.FullPath)))
                .OrderBy(fixture => fixture.FullPath, StringComparer.Ordinal),
        ];
    }

    /// <summary>Where the fixture files lie, by their names.</summary>
    public IReadOnlyDictionary<string, string> PlacesOf(ITaskItem[] items)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fixture in Find(items, out _))
        {
            places[fixture.Path] = fixture.FullPath;
        }

        return places;
    }

    public string FullPathOf(ITaskItem item) => Path.GetFullPath(Path.Combine(_directory, item.ItemSpec));

    private ListedFixture Find(ITaskItem item)
    {
        var fullPath = FullPathOf(item);
        var physicalPath = Paths.Relative(Paths.Normalize(fullPath), _directory);
        return new ListedFixture(PathOf(item, physicalPath), physicalPath, fullPath);
    }

    /// <summary>
    /// The path relative to the project. A file outside of it is called by its <c>Link</c>, and without one as the SDK would link it: by
    /// the <c>LinkBase</c>, the folders that a <c>**</c> stood for, and the name.
    /// </summary>
    private static string PathOf(ITaskItem item, string physicalPath)
    {
        if (!Paths.LeadsOut(physicalPath))
        {
            return physicalPath;
        }

        return Paths.Downward(item.GetMetadata("Link")) is { Length: > 0 } link
            ? link
            : Paths.Downward(
                Paths.NormalizeDirectory(item.GetMetadata("LinkBase"))
                + Paths.NormalizeDirectory(item.GetMetadata("RecursiveDir"))
                + Paths.NameOf(physicalPath));
    }
}
