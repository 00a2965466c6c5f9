using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>A manifest as it is exported: its people are hashed where somebody asked for that.</summary>
/// <param name="FileName">The name of its file, without folders, which are nobody's business.</param>
/// <param name="Sha256">The SHA-256 of the file.</param>
/// <param name="Manifest">What it says.</param>
internal sealed record ExportedProject(string FileName, string Sha256, ManifestContent Manifest)
{
    private const string Packages = "(packages)/";
    private const string Outside = "(outside)/";

    private string Folder => Paths.FolderOf(Manifest.Project);

    /// <summary>The units and their variants, in the order of the manifest.</summary>
    public IEnumerable<ExportedUnit> Units => Manifest.Units.Select(unit => new ExportedUnit(this, unit));

    /// <summary>
    /// The files that hold no unit or something beside their units, by path; one that differs between frameworks is there once.
    /// </summary>
    public IEnumerable<(string Path, string Reason)> Files => Manifest.Files
        .Select(file => (PathOf(file.Path), file.Reason))
        .Distinct()
        .OrderBy(file => file.Item1, StringComparer.Ordinal)
        .ThenBy(file => file.Reason, StringComparer.Ordinal);

    /// <summary>
    /// Where a file lies, relative to the root of the repository; <c>(outside)/</c> and its name of one elsewhere, since its folders are
    /// the machine's.
    /// </summary>
    /// <param name="path">The path, relative to the project.</param>
    public string PathOf(string path)
    {
        if (path.StartsWith(Packages, StringComparison.Ordinal))
        {
            return path;
        }

        if (Paths.IsRooted(path))
        {
            return Outside + Paths.NameOf(path);
        }

        var whole = Paths.Resolve(path, Folder);
        return Paths.LeadsOut(whole) ? Outside + Paths.NameOf(whole) : whole;
    }

    /// <summary>Whether a path as <see cref="PathOf"/> has it is one of the repository.</summary>
    public static bool IsInRepository(string path) =>
        !path.StartsWith(Packages, StringComparison.Ordinal) && !path.StartsWith(Outside, StringComparison.Ordinal);
}
