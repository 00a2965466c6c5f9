using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>Whether projects were loaded as a whole: what a project has not would be taken for something that is not due.</summary>
internal static class LoadedProjects
{
    /// <summary>The end of the name of the file by which a build tells analyzers of a project's properties.</summary>
    private const string LastBeforeCompiler = ".GeneratedMSBuildEditorConfig.editorconfig";

    /// <summary>What keeps the build of a project from its end.</summary>
    /// <remarks>
    /// What MSBuild logs comes without its level: a warning of NuGet looks as an SDK that is missing. What an error costs can often be seen
    /// in the project: the targets after it did not run. An error at the compiler or after it costs nothing that could be seen, so that a
    /// message that nothing explains is asked for once more.
    /// </remarks>
    /// <param name="messages">What was logged.</param>
    /// <param name="projects">All projects.</param>
    /// <param name="errors">Builds projects once more: their paths, and the texts of the errors.</param>
    /// <returns>
    /// The last message that is no warning, since of a project that was stopped the warnings come before what stopped it; null where there
    /// is none.
    /// </returns>
    public static async Task<string?> LastProblemAsync(
        IReadOnlyCollection<string> messages,
        IReadOnlyCollection<Project> projects,
        Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>> errors)
    {
        var byPath = projects.Where(project => project.FilePath != null).ToLookup(project => project.FilePath!, StringComparer.Ordinal);
        var named = messages.Select(message => (Message: message, Projects: NamedIn(message, byPath))).ToList();
        if (named.LastOrDefault(one => one.Projects?.All(IsWhole) != true) is { Message: { } stopped })
        {
            return stopped;
        }

        var warnings = named.Select(one => one.Projects!).Distinct()
            .ToDictionary(one => one.Key, one => one.SelectMany(RestoredPackages.WarningsOf).ToList(), StringComparer.Ordinal);
        var unexplained = named
            .Where(one => !warnings[one.Projects!.Key].Any(warning => one.Message.EndsWith(warning, StringComparison.Ordinal)))
            .ToList();
        if (unexplained.Count == 0)
        {
            return null;
        }

        var found = await errors([.. unexplained.Select(one => one.Projects!.Key).Distinct()]).ConfigureAwait(false);
        return unexplained.LastOrDefault(one => found.Any(error => one.Message.Contains(error, StringComparison.Ordinal))).Message
            ?? (found is [.., var last] ? last : null);
    }

    /// <summary>Sees to it that the packages of projects are there. Without them a project looks as if it used none.</summary>
    /// <exception cref="ToolException">Those of one are not.</exception>
    public static void RequireRestored(IEnumerable<Project> projects)
    {
        // Of a project that could not be read at all, something else is said.
        if (projects.FirstOrDefault(project => project.FilePath != null && project.DocumentIds.Count > 0
            && NeedsRestore(project.FilePath) && RestoredPackages.FileOf(project) == null) is { } one)
        {
            throw new ToolException(
                $"'{Path.GetFileNameWithoutExtension(one.FilePath)}' is not restored. Run dotnet restore, or leave out --no-restore.");
        }
    }

    /// <summary>Sees to it that there is what project files import: the load goes on without it, and the build does not.</summary>
    /// <exception cref="ToolException">Something is missing.</exception>
    public static void RequireImports(IEnumerable<Project> projects)
    {
        foreach (var path in projects.Select(project => project.FilePath).OfType<string>().Distinct().Where(File.Exists))
        {
            if (MissingImport(path) is { } import)
            {
                throw new ToolException($"'{path}' imports '{import}', which does not exist. Correct the import, or see: dotnet build");
            }
        }
    }

    /// <summary>What a file imports under no condition and by a path that needs no evaluation, and that is not there.</summary>
    private static string? MissingImport(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)! + Path.DirectorySeparatorChar;
            return XDocument.Load(path).Descendants()
                .Where(element => element.Name.LocalName == "Import" && element.Attribute("Sdk") == null
                    && element.AncestorsAndSelf().All(one => one.Attribute("Condition") == null))
                .Select(element => element.Attribute("Project")?.Value.Trim() ?? string.Empty)
                .FirstOrDefault(import => import.Replace("$(MSBuildThisFileDirectory)", folder, StringComparison.OrdinalIgnoreCase)
                        .Replace("$(MSBuildProjectDirectory)", folder, StringComparison.OrdinalIgnoreCase) is { Length: > 0 } file
                    && file.IndexOfAny(['$', '@', '%', '*', '?', ';']) < 0
                    && !File.Exists(Path.GetFullPath(file.Replace('\\', Path.DirectorySeparatorChar), folder)));
        }
        catch (XmlException)
        {
            // It is no project file: what loads it says so.
            return null;
        }
    }

    /// <summary>A message names the project that was being loaded before all else.</summary>
    private static IGrouping<string, Project>? NamedIn(string message, ILookup<string, Project> byPath) => byPath
        .Select(ofPath => (At: message.IndexOf(ofPath.Key, StringComparison.Ordinal), Projects: ofPath))
        .Where(named => named.At >= 0)
        .OrderBy(named => named.At)
        .ThenByDescending(named => named.Projects.Key.Length)
        .Select(named => named.Projects)
        .FirstOrDefault();

    /// <summary>Whether all was done that comes before the compiler: packages and references were found, and files listed.</summary>
    private static bool IsWhole(Project project) =>
        project.MetadataReferences.Count > 0
        && project.AnalyzerConfigDocuments.Any(document =>
            document.FilePath?.EndsWith(LastBeforeCompiler, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Whether NuGet writes for a project what it has found; it does not for one of the old kind without packages.</summary>
    private static bool NeedsRestore(string path)
    {
        var text = File.ReadAllText(path);
        return text.Contains("Sdk=", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<Sdk ", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<PackageReference", StringComparison.OrdinalIgnoreCase);
    }
}
