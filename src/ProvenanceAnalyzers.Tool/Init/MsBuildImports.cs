using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>Which files an MSBuild file imports, as far as its text says so: properties are known to MSBuild alone.</summary>
internal static partial class MsBuildImports
{
    /// <summary>The files that MSBuild imports into each project below the folder that they lie in, the nearest of each name.</summary>
    public static readonly string[] OfItself = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>What an import names.</summary>
    /// <param name="import">The element.</param>
    /// <param name="path">The full path of the file that it stands in.</param>
    /// <param name="projectFolder">The folder of the project that is built; null where several may be meant.</param>
    /// <returns>Full paths, whether there is such a file or not; null where the text does not say.</returns>
    public static IReadOnlyList<string>? Resolve(XElement import, string path, string? projectFolder)
    {
        var folder = Path.GetDirectoryName(path)!;
        var text = (import.Attribute("Project")?.Value ?? string.Empty).Trim()
            .Replace("$(MSBuildThisFileDirectory)", folder + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)
            .Replace("$(MSBuildThisFile)", Path.GetFileName(path), StringComparison.OrdinalIgnoreCase);
        if (projectFolder != null)
        {
            text = text.Replace("$(MSBuildProjectDirectory)", projectFolder, StringComparison.OrdinalIgnoreCase);
        }

        text = PathOfFileAbove().Replace(
            text, match => Above(Unquoted(match, "name"), Unquoted(match, "from"), folder) ?? string.Empty);
        text = FolderOfFileAbove().Replace(
            text,
            match => Above(Unquoted(match, "name"), Unquoted(match, "from"), folder) is { } file
                ? Path.GetDirectoryName(file)!
                : string.Empty);
        if (import.Attribute("Sdk") != null || text.IndexOfAny(['$', '@', '%', ';']) >= 0)
        {
            return null;
        }

        return text.Length == 0 ? [] : Matching(Path.GetFullPath(text.Replace('\\', Path.DirectorySeparatorChar), folder));
    }

    /// <summary>The nearest file of a name in a folder or above it; null where there is none.</summary>
    public static string? Above(string name, string from, string folder)
    {
        var start = Path.GetFullPath(from.Replace('\\', Path.DirectorySeparatorChar), folder);
        for (var current = start; current != null; current = Path.GetDirectoryName(current))
        {
            var file = Path.Combine(current, name);
            if (name.Length > 0 && File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static IReadOnlyList<string>? Matching(string path)
    {
        var folder = Path.GetDirectoryName(path);
        var isPattern = path.IndexOfAny(['*', '?']) >= 0;
        if (!isPattern)
        {
            return [path];
        }

        return folder == null || folder.IndexOfAny(['*', '?']) >= 0 ? null
            : Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];
    }

    private static string Unquoted(Match match, string group) => match.Groups[group].Value.Trim().Trim('\'', '"', '`');

    [GeneratedRegex(@"\$\(\[MSBuild\]::GetPathOfFileAbove\((?<name>[^,]*?)(?:,(?<from>[^,]*?))?\)\)", RegexOptions.IgnoreCase)]
    private static partial Regex PathOfFileAbove();

    [GeneratedRegex(@"\$\(\[MSBuild\]::GetDirectoryNameOfFileAbove\((?<from>[^,]*?),(?<name>[^,]*?)\)\)", RegexOptions.IgnoreCase)]
    private static partial Regex FolderOfFileAbove();
}
