using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// What can be known of the project that a file is in without MSBuild: what its last build has left, and what its project file and those
/// that apply to it say by themselves.
/// </summary>
internal sealed class ProjectFolder
{
    private const string Package = "ProvenanceAnalyzers";
    private const int MostFiles = 20_000;
    private const long LargestFile = 4 * 1024 * 1024;

    private static readonly string[] SharedFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    private readonly Lazy<List<string>> _intermediate;
    private readonly Lazy<List<string>> _projectTexts;

    private ProjectFolder(string folder, string projectFile, string root)
    {
        Folder = folder;
        _intermediate = new Lazy<List<string>>(() => [.. FilesIn(Path.Combine(folder, "obj"))]);
        _projectTexts = new Lazy<List<string>>(
            () => [.. SharedFilesAbove(folder, root).Prepend(projectFile).Select(ReadOrEmpty)]);
    }

    /// <summary>The project's folder, a full path.</summary>
    public string Folder { get; }

    /// <summary>Whether the package is there that defines the annotations, or somebody's own copy of them.</summary>
    public bool KnowsAnnotations =>
        _intermediate.Value.Exists(path => FactsFile.IsNameOf(path))
        || _projectTexts.Value.Exists(text => text.Contains(Package, StringComparison.Ordinal))
        || ReadOrEmpty(Path.Combine(Folder, "obj", "project.assets.json")).Contains($"\"{Package}/", StringComparison.Ordinal)
        || Sources().Any(path => Path.GetFileName(path) == "AIProvenanceAttribute.cs");

    /// <summary>The global usings: those of the newest build, else those that the project file asks for.</summary>
    public string GlobalUsings => Newest(SdkSources.IsOfUsings) is { } generated ? ReadOrEmpty(generated) : ImplicitUsings();

    /// <summary>What the build tells the analyzers; null: it has not been built, or without the package.</summary>
    public string? Facts => Newest(FactsFile.IsNameOf);

    /// <summary>The list of fixture files of the newest build, or null.</summary>
    public string? FixtureList => Newest(Shared.Exchange.FixtureList.IsNameOf);

    /// <summary>The assets that restoring has left, or null.</summary>
    public string? Assets => Path.Combine(Folder, "obj", "project.assets.json") is var path && File.Exists(path) ? path : null;

    /// <summary>The symbols that the project file defines, whatever the configuration.</summary>
    public IEnumerable<string> DefinedSymbols =>
        Values("DefineConstants")
            .SelectMany(value => value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(SyntaxFacts.IsValidIdentifier);

    /// <summary>The nearest project above a file, within a folder; null where there is none.</summary>
    /// <param name="file">The file, a full path.</param>
    /// <param name="root">The folder beyond which nothing is looked for.</param>
    public static ProjectFolder? Find(string file, string root)
    {
        for (var folder = Path.GetDirectoryName(file); folder != null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault() is { } project)
            {
                return new ProjectFolder(folder, project, root);
            }

            if (folder == root)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Whether a file lies where builds leave what they make.</summary>
    public bool IsOutput(string file) =>
        Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0] is "obj" or "bin";

    /// <summary>The C# files of the project: those below its folder, but for output and other projects.</summary>
    public IEnumerable<string> Sources() => SourcesIn(Folder).Take(MostFiles);

    /// <summary>The text of a file; empty where it cannot be read, or is too large to be one that somebody wrote.</summary>
    public static string ReadOrEmpty(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > 0 and < LargestFile } ? File.ReadAllText(path) : string.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static IEnumerable<string> SourcesIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", new EnumerationOptions()))
        {
            yield return file;
        }

        var noLinks = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", noLinks))
        {
            var name = Path.GetFileName(inner);
            if (name is "obj" or "bin" or "node_modules" || name.StartsWith('.') || Directory.EnumerateFiles(inner, "*.csproj").Any())
            {
                continue;
            }

            foreach (var file in SourcesIn(inner))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 })
            .Take(MostFiles)
        : [];

    private static IEnumerable<string> SharedFilesAbove(string folder, string root)
    {
        var isFound = new bool[SharedFiles.Length];
        for (var above = folder; above != null; above = above == root ? null : Path.GetDirectoryName(above))
        {
            for (var index = 0; index < SharedFiles.Length; index++)
            {
                var path = Path.Combine(above, SharedFiles[index]);
                if (!isFound[index] && File.Exists(path))
                {
                    // MSBuild takes the nearest; one that imports the next names it, and then that one says something too.
                    isFound[index] = !ReadOrEmpty(path).Contains("GetPathOfFileAbove", StringComparison.OrdinalIgnoreCase);
                    yield return path;
                }
            }
        }
    }

    private string? Newest(Func<string, bool> isMeant) =>
        _intermediate.Value.Where(isMeant)
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The values of a property, that of the project file first.</summary>
    private IEnumerable<string> Values(string property) => _projectTexts.Value.SelectMany(text =>
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Descendants()
                .Where(element => element.Name.LocalName == property && element.Parent?.Name.LocalName == "PropertyGroup")
                .Select(element => element.Value.Trim())
                .ToList();
        }
        catch (XmlException)
        {
            return [];
        }
    });

    private string ImplicitUsings() =>
        Values("ImplicitUsings").FirstOrDefault() is { } value
        && (value.Equals("enable", StringComparison.OrdinalIgnoreCase) || value.Equals("true", StringComparison.OrdinalIgnoreCase))
        && !string.Equals(Values("ProvenanceImplicitUsing").FirstOrDefault(), "false", StringComparison.OrdinalIgnoreCase)
            ? $"global using {Package};\n"
            : string.Empty;
}
