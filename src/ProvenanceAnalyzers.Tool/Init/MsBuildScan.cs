using System.Xml.Linq;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The project files of a repository and what they share, as far as that can be read without MSBuild.</summary>
internal sealed class MsBuildScan
{
    private const int MostFiles = 20_000;

    private static readonly string[] Endings = [".csproj", ".props", ".targets", ".projitems"];

    private readonly Dictionary<string, MsBuildFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _imports = new(StringComparer.Ordinal);

    private MsBuildScan(InitPlace place)
    {
        var listed = FilesIn(place.Root).Take(MostFiles).ToList();
        listed.ForEach(path => Read(path));
        foreach (var project in listed.Where(IsProject))
        {
            var folder = Path.GetDirectoryName(project)!;
            var shared = MsBuildImports.OfItself.Select(name => MsBuildImports.Above(name, folder, folder)).OfType<string>();
            Follow([project, .. shared], folder);
        }

        foreach (var path in listed.Where(path => !_imports.ContainsKey(path)))
        {
            Follow([path], projectFolder: null);
        }
    }

    /// <summary>The C# projects, full paths.</summary>
    public IEnumerable<string> Projects => _files.Keys.Where(IsProject);

    /// <summary>Reads them as they are on the disk.</summary>
    public static MsBuildScan Of(InitPlace place) => new(place);

    /// <summary>The elements of a name, with the file that each stands in.</summary>
    public IEnumerable<(string Path, XElement Element)> Elements(params string[] names) => _files.SelectMany(file => file.Value.Elements
        .Where(element => names.Contains(element.Name.LocalName, StringComparer.Ordinal))
        .Select(element => (file.Key, element)));

    /// <summary>The elements of a file; none where it is not there.</summary>
    public IReadOnlyList<XElement> ElementsOf(string path) => Read(path).Elements;

    /// <summary>The projects that a value of a property stands in.</summary>
    public IEnumerable<string> ProjectsThatSay(string property, string value) => Elements(property)
        .Where(found => IsProject(found.Path) && found.Element.Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase))
        .Select(found => found.Path);

    /// <summary>A file, what it imports, and what that imports.</summary>
    public IReadOnlySet<string> WithImports(string path)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { path };
        var left = new Stack<string>(found);
        while (left.TryPop(out var one))
        {
            foreach (var imported in _imports.GetValueOrDefault(one) ?? [])
            {
                if (found.Add(imported))
                {
                    left.Push(imported);
                }
            }
        }

        return found;
    }

    /// <summary>The files of a name below a folder that hide the one above them: they do not import it.</summary>
    public IEnumerable<string> ThatHide(string path) => _files.Keys
        .Where(file => file != path
            && Path.GetFileName(file) == Path.GetFileName(path)
            && RealPath.IsBelow(file, Path.GetDirectoryName(path)!)
            && WithImports(file) is var imported
            && !imported.Contains(path)
            && !imported.Any(MayImport));

    /// <summary>Whether a file imports something of which nobody can say here whether it is one above.</summary>
    private bool MayImport(string path) => _files.TryGetValue(path, out var file)
        && file.Imports.Any(import => import.Attribute("Project")?.Value is { } text
            && (text.Contains("FileAbove", StringComparison.OrdinalIgnoreCase)
                || (text.Contains("..", StringComparison.Ordinal) && MsBuildImports.Resolve(import, path, null) == null)));

    /// <summary>Follows what files import, each once, so that files may import one another.</summary>
    private void Follow(IEnumerable<string> paths, string? projectFolder)
    {
        var left = new Stack<string>(paths);
        var seen = new HashSet<string>(left, StringComparer.Ordinal);
        while (left.TryPop(out var path))
        {
            if (!_imports.TryGetValue(path, out var imports))
            {
                _imports.Add(path, imports = new HashSet<string>(StringComparer.Ordinal));
            }

            var imported = Read(path).Imports.SelectMany(import => MsBuildImports.Resolve(import, path, projectFolder) ?? []).ToList();
            imports.UnionWith(imported);
            foreach (var file in imported.Where(file => File.Exists(file) && seen.Add(file)))
            {
                left.Push(file);
            }
        }
    }

    private MsBuildFile Read(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            _files.Add(path, file = new MsBuildFile(MsBuildText.ElementsOf(Declare.ProjectFolder.ReadOrEmpty(path)) ?? []));
        }

        return file;
    }

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

    private sealed class MsBuildFile(IReadOnlyList<XElement> elements)
    {
        public IReadOnlyList<XElement> Elements { get; } = elements;

        public IReadOnlyList<XElement> Imports { get; } = [.. elements.Where(element => element.Name.LocalName == "Import")];
    }
}
