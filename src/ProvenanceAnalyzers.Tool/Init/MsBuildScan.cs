using System.Xml.Linq;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The project files of a repository and what they share, as far as that can be read without MSBuild.</summary>
internal sealed class MsBuildScan
{
    private const int MostFiles = 20_000;

    private static readonly string[] Endings = [".csproj", ".props", ".targets", ".projitems"];

    private readonly List<(string Path, string Text, IReadOnlyList<XElement> Elements)> _files = [];

    private MsBuildScan(InitPlace place)
    {
        foreach (var path in FilesIn(place.Root).Take(MostFiles))
        {
            var text = Declare.ProjectFolder.ReadOrEmpty(path);
            _files.Add((path, text, MsBuildText.ElementsOf(text) ?? []));
        }
    }

    /// <summary>The C# projects, full paths.</summary>
    public IEnumerable<string> Projects => _files.Select(file => file.Path).Where(IsProject);

    /// <summary>Reads them as they are on the disk.</summary>
    public static MsBuildScan Of(InitPlace place) => new(place);

    /// <summary>The elements of a name, with the file that each stands in.</summary>
    public IEnumerable<(string Path, XElement Element)> Elements(params string[] names) => _files.SelectMany(file => file.Elements
        .Where(element => names.Contains(element.Name.LocalName, StringComparer.Ordinal))
        .Select(element => (file.Path, element)));

    /// <summary>The projects that a value of a property stands in.</summary>
    public IEnumerable<string> ProjectsThatSay(string property, string value) => Elements(property)
        .Where(found => IsProject(found.Path) && found.Element.Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase))
        .Select(found => found.Path);

    /// <summary>The files of a name below a folder that hide the one above them: they do not import it.</summary>
    public IEnumerable<string> ThatHide(string path) => _files
        .Where(file => file.Path != path
            && Path.GetFileName(file.Path) == Path.GetFileName(path)
            && RealPath.IsBelow(file.Path, Path.GetDirectoryName(path)!)
            && !file.Text.Contains("GetPathOfFileAbove", StringComparison.OrdinalIgnoreCase)
            && !file.Text.Contains("GetDirectoryNameOfFileAbove", StringComparison.OrdinalIgnoreCase)
            && !file.Elements.Any(element => element.Name.LocalName == "Import"
                && element.Attribute("Project")?.Value.Contains("..", StringComparison.Ordinal) == true))
        .Select(file => file.Path);

    private static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> FilesIn(string folder)
    {
        var files = new EnumerationOptions();
        foreach (var file in Directory.EnumerateFiles(folder, "*", files).Order(StringComparer.Ordinal))
        {
            if (Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            {
                yield return file;
            }
        }

        var noLinks = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", noLinks).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(inner) is var name && name is not ("obj" or "bin" or "node_modules") && !name.StartsWith('.'))
            {
                foreach (var file in FilesIn(inner))
                {
                    yield return file;
                }
            }
        }
    }
}
