using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>Names the files of a project as the facts have them: relative to its folder.</summary>
internal sealed class FactPaths
{
    private const string PackageName = "ProvenanceAnalyzers";
    private const string SourcesFolder = "sources/";
    private const string NuGetItemsEnding = ".nuget.g.props";

    private readonly string _project;
    private readonly string _folder;

    /// <summary>The folder of this package and the one of all packages: where the task is, and not what a property says.</summary>
    private readonly string _package;
    private readonly string? _packages;
    private readonly bool _holdsPackagesAlone;

    /// <param name="project">The path of the project.</param>
    /// <param name="package">The folder of this package; null: the one that this task is in.</param>
    public FactPaths(string project, string? package = null)
    {
        _project = Paths.Normalize(project);
        _folder = Paths.FolderOf(_project);
        _package = Paths.NormalizeDirectory(package ?? PackageFolder);
        var versions = Paths.Resolve("../", _package);
        _packages = versions.EndsWith("/" + PackageName + "/", StringComparison.OrdinalIgnoreCase) ? Paths.Resolve("../", versions) : null;
        _holdsPackagesAlone = _packages != null && PackageFolders.OutsideOf(RepositoryPath.RepositoryOf(project), [_packages]).Length > 0;
    }

    /// <summary>The files that the package's targets inject, of its folder <c>sources</c>.</summary>
    public static IReadOnlyList<string> InjectedFiles { get; } =
        ["AIOrigin.cs", "AIProvenanceAttribute.cs", "EmbeddedAttribute.cs", "HumanReviewedAttribute.cs"];

    /// <summary>The folder of this package: its tasks are two folders below.</summary>
    public static string PackageFolder =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(FactPaths).Assembly.Location)!, "..", ".."));

    /// <summary>How the compiler is told of a file where that is no path relative to the project; else empty.</summary>
    public static string Passed(string itemSpec) =>
        Paths.IsRooted(itemSpec) ? Paths.Resolve(itemSpec, string.Empty) : string.Empty;

    /// <summary>Whether a folder has the project in it: what is below it is not all made by the build.</summary>
    public static bool HoldsProject(string folder) => folder.Replace("../", string.Empty).Length == 0;

    /// <summary>
    /// The project's folder, relative to that of a file; and, where a link leads to it, as the compiler knows it, which is told of most
    /// files by paths relative to the current folder.
    /// </summary>
    public IEnumerable<string> ProjectFoldersFrom(string file)
    {
        yield return Paths.Relative(_folder, Paths.FolderOf(file));
        var current = Paths.NormalizeDirectory(Directory.GetCurrentDirectory());
        if (!Paths.Comparer.Equals(current, _folder))
        {
            yield return current;
        }
    }

    /// <summary>Where a file lies.</summary>
    public string FullPathOf(string itemSpec) => Paths.Resolve(itemSpec, _folder);

    /// <summary>A file's path relative to the project.</summary>
    public string Of(string itemSpec) => Paths.Relative(FullPathOf(itemSpec), _folder);

    /// <summary>A folder's path relative to the project, with <c>/</c> at its end; empty for that of the project.</summary>
    public string FolderOf(string folder) => Paths.Relative(Paths.NormalizeDirectory(Paths.Resolve(folder, _folder)), _folder);

    /// <summary>What is known of a file that is compiled.</summary>
    public SourceFact SourceOf(ITaskItem item)
    {
        var fullPath = FullPathOf(item.ItemSpec);
        var physicalPath = Paths.Relative(fullPath, _folder);
        return new SourceFact(physicalPath, PathOf(item, fullPath, physicalPath), KindOf(item, fullPath), Passed(item.ItemSpec));
    }

    /// <summary>
    /// What is known of all files that are compiled. A name that several of them would have, or that is where another one lies, is the name
    /// of none: what an annotation says of one file would hold for whichever the project file calls so.
    /// </summary>
    public IEnumerable<SourceFact> SourcesOf(ITaskItem[] items)
    {
        var sources = items.Select(SourceOf).ToList();
        var placesByName = sources
            .SelectMany(source => new[] { (Name: source.Path, source.PhysicalPath), (Name: source.PhysicalPath, source.PhysicalPath) })
            .ToLookup(entry => entry.Name, entry => entry.PhysicalPath, StringComparer.Ordinal);
        return sources.Select(source => placesByName[source.Path].Distinct(Paths.Comparer).Skip(1).Any()
            ? source with { Path = source.PhysicalPath }
            : source);
    }

    /// <summary>
    /// The path relative to the project. A file outside of it is called by its link, and without one as the SDK would link it; one that
    /// another project file includes is called by its place beside that one, below the name of it, which no folder has.
    /// </summary>
    private string PathOf(ITaskItem item, string fullPath, string physicalPath)
    {
        if (!Paths.LeadsOut(physicalPath))
        {
            return physicalPath;
        }

        if (Paths.Downward(item.GetMetadata("Link")) is { Length: > 0 } link)
        {
            return link;
        }

        var definedIn = Paths.Normalize(item.GetMetadata("DefiningProjectFullPath"));
        if (definedIn.Length == 0 || Paths.Comparer.Equals(definedIn, _project))
        {
            return Paths.Downward(
                Paths.NormalizeDirectory(item.GetMetadata("LinkBase"))
                + Paths.NormalizeDirectory(item.GetMetadata("RecursiveDir"))
                + Paths.NameOf(fullPath));
        }

        return Paths.Downward($"{Paths.NameOf(definedIn)}/{Paths.Relative(fullPath, Paths.FolderOf(definedIn))}");
    }

    private SourceKind KindOf(ITaskItem item, string fullPath)
    {
        if (IsInjected(fullPath))
        {
            return SourceKind.Injected;
        }

        if (_packages != null && fullPath.StartsWith(_packages, Paths.Comparison) && (_holdsPackagesAlone || IsNuGetsItem(item)))
        {
            return SourceKind.Package;
        }

        var isMadeByTemplate = string.Equals(item.GetMetadata("AutoGen").Trim(), "true", StringComparison.OrdinalIgnoreCase)
            || item.GetMetadata("DependentUpon").Trim().EndsWith(".tt", StringComparison.OrdinalIgnoreCase);
        return isMadeByTemplate ? SourceKind.Generated : SourceKind.Plain;
    }

    private bool IsInjected(string fullPath) => InjectedFiles.Any(file => Paths.Comparer.Equals(fullPath, _package + SourcesFolder + file));

    /// <summary>Whether restoring has made the item, which no metadata alone says: whoever edits the project file can write it.</summary>
    private static bool IsNuGetsItem(ITaskItem item) => item.GetMetadata("NuGetPackageId").Length > 0
        && item.GetMetadata("DefiningProjectFullPath").EndsWith(NuGetItemsEnding, StringComparison.OrdinalIgnoreCase);
}
