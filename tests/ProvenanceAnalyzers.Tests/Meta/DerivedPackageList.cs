using System.IO.Enumeration;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>
/// The files that the package must hold, as its project includes them. Whether it holds them is for the tests of the package to say, which
/// look into it.
/// </summary>
internal static partial class DerivedPackageList
{
    private const string Project = $"{DerivedFiles.Package}/ProvenanceAnalyzers.Package.csproj";

    public static string Text()
    {
        var project = XDocument.Load(Repository.PathOf(Project));
        var packed = project.Descendants("None").Where(item => item.Attribute("Pack")?.Value == "true")
            .SelectMany(item => Include(item).Split(';').SelectMany(FilesOf).Select(file => PathIn(item, file)));
        var built = project.Descendants("TfmSpecificPackageFile")
            .SelectMany(item => AssembliesOf(project, Include(item)).Select(file => PathIn(item, file)));
        return DerivedFiles.Lines(
            packed.Concat(built).Append(project.Descendants("PackageId").Single().Value + ".nuspec").Order(StringComparer.Ordinal));
    }

    private static string Include(XElement item) => item.Attribute("Include")!.Value;

    private static string PathIn(XElement item, string file) => Path.Combine(item.Attribute("PackagePath")!.Value, file).Replace('\\', '/');

    /// <summary>The files of a pattern, relative to its folder, derived ones also before they are written for the first time.</summary>
    private static IEnumerable<string> FilesOf(string pattern)
    {
        var isDeep = pattern.Contains("**/", StringComparison.Ordinal);
        var name = Path.GetFileName(pattern);
        var folder = $"{DerivedFiles.Package}/{Path.GetDirectoryName(pattern)!.Split("**")[0]}".Replace('\\', '/').TrimEnd('/');
        var onDisk = Directory.EnumerateFiles(
                Repository.PathOf(folder), name, isDeep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Select(file => Path.GetRelativePath(Repository.PathOf(folder), file).Replace('\\', '/'));
        var derived = DerivedFiles.All.Select(file => file.Path)
            .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(path => path[(folder.Length + 1)..])
            .Where(path => (isDeep || !path.Contains('/', StringComparison.Ordinal))
                && FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(path), ignoreCase: false));
        return onDisk.Union(derived);
    }

    /// <summary>The assemblies behind an item: what the projects that are referenced under its name build, or one beside it.</summary>
    private static IEnumerable<string> AssembliesOf(XDocument project, string include)
    {
        if (FileBeside().Match(include) is { Success: true } beside)
        {
            return [beside.Groups["file"].Value];
        }

        var item = ItemName().Match(include).Groups["name"].Value;
        return project.Descendants("ProjectReference")
            .Where(reference => reference.Attribute("OutputItemType")!.Value == item)
            .SelectMany(reference => ItemName().Match(Include(reference)) is { Success: true } list
                ? project.Descendants(list.Groups["name"].Value).Select(Include)
                : [Include(reference)])
            .Select(path => Path.GetFileNameWithoutExtension(path) + ".dll");
    }

    [GeneratedRegex(@"^@\((?<name>\w+)\)$")]
    private static partial Regex ItemName();

    [GeneratedRegex(@"%\(Directory\)(?<file>[\w.]+)'\)$")]
    private static partial Regex FileBeside();
}
