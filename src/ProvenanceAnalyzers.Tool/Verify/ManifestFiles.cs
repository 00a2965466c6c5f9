using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>The files that a build has read.</summary>
internal static class ManifestFiles
{
    private const string Packages = "(packages)/";

    /// <summary>Whether a package brought a file from outside of the repository, so that nobody can have committed it there.</summary>
    public static bool IsOfPackage(string path) => path.StartsWith(Packages, StringComparison.Ordinal);

    /// <summary>Where a file lies, relative to the repository; what a package brought stays as it is.</summary>
    /// <param name="path">The path, as a manifest has it.</param>
    /// <param name="folder">The folder of the project, relative to the repository.</param>
    public static string PlaceOf(string path, string folder) => IsOfPackage(path) ? path : Paths.Resolve(path, folder);

    /// <summary>Their paths, relative to the repository.</summary>
    public static IEnumerable<string> Of(ManifestContent manifest)
    {
        var folder = Paths.FolderOf(manifest.Project);
        return manifest.Units.SelectMany(unit => unit.Parts).Select(part => part.Path)
            .Concat(manifest.Files.Select(file => file.Path))
            .Select(path => PlaceOf(path, folder));
    }
}
