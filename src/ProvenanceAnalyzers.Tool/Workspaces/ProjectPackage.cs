using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>
/// The ProvenanceAnalyzers that a project builds with. The tool judges with its own, so that both must be of one version: otherwise it
/// would say other things than the build.
/// </summary>
internal static class ProjectPackage
{
    private const string AnalyzerFile = "ProvenanceAnalyzers.dll";

    /// <summary>The version that a project builds with; null where it does not use the package.</summary>
    public static string? VersionIn(Project project) => project.AnalyzerReferences
        .OfType<AnalyzerFileReference>()
        .Where(reference => Path.GetFileName(reference.FullPath).Equals(AnalyzerFile, StringComparison.OrdinalIgnoreCase))
        .Select(reference => File.Exists(reference.FullPath) ? VersionOf(reference.FullPath) : "an unknown version")
        .FirstOrDefault();

    /// <summary>Sees to it that projects build with the version that the tool has.</summary>
    /// <param name="projects">The projects that use the package.</param>
    /// <param name="command">The command that was asked for: <c>due</c>.</param>
    /// <exception cref="ToolException">One builds with another.</exception>
    public static void RequireToolVersion(IEnumerable<Project> projects, string command)
    {
        var other = projects.Select(project => (project.Name, Version: VersionIn(project)!))
            .FirstOrDefault(project => project.Version != ToolVersion.Current);
        if (other.Version != null)
        {
            throw new ToolException(
                $"'{other.Name}' builds with ProvenanceAnalyzers {other.Version}, and this tool is {ToolVersion.Current}: it would judge "
                + $"by other rules. Run: dotnet tool exec ProvenanceAnalyzers.Tool@{other.Version} -- {command}");
        }
    }

    private static string VersionOf(string path)
    {
        var version = FileVersionInfo.GetVersionInfo(path).ProductVersion ?? string.Empty;
        var commit = version.IndexOf('+', StringComparison.Ordinal);
        return commit < 0 ? version : version[..commit];
    }
}
