using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>Finds what somebody means who names a solution, a solution filter, a project or a folder.</summary>
internal static class SolutionPath
{
    private static readonly string[] SolutionPatterns = ["*.sln", "*.slnx", "*.slnf"];

    /// <summary>The full path of a solution, a solution filter or a C# project.</summary>
    /// <param name="path">What was named; a folder stands for the one solution in it, or else for the one project.</param>
    /// <exception cref="ToolException">There is nothing of the kind, or more than one.</exception>
    public static string Find(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ToolException("The path is empty: name a solution, a project or a folder, or nothing for this folder.");
        }

        // git names files as they lie, whatever link led here.
        var full = RealPath.Of(Path.GetFullPath(path));
        if (File.Exists(full))
        {
            return IsSolution(full) || IsProject(full)
                ? full
                : throw new ToolException($"'{path}' is no solution (.sln, .slnx, .slnf) and no C# project (.csproj).");
        }

        if (!Directory.Exists(full))
        {
            throw new ToolException($"'{path}' does not exist.");
        }

        return OnlyOne(path, "solutions", SolutionPatterns.SelectMany(pattern => Directory.EnumerateFiles(full, pattern)))
            ?? OnlyOne(path, "projects", Directory.EnumerateFiles(full, "*.csproj"))
            ?? throw new ToolException(
                $"There is no solution and no C# project in '{full}'. Name one, or go to the folder that has it: provenance due PATH");
    }

    /// <summary>Whether a path is that of a solution or of a filter of one.</summary>
    public static bool IsSolution(string path) => Path.GetExtension(path).ToUpperInvariant() is ".SLN" or ".SLNX" or ".SLNF";

    private static bool IsProject(string path) => Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase);

    private static string? OnlyOne(string folder, string kind, IEnumerable<string> files)
    {
        // A filter beside its solution is a part of it.
        var found = files.Order(StringComparer.Ordinal).ToList();
        var whole = found.Where(file => !file.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase)).ToList();
        var meant = whole.Count > 0 ? whole : found;
        return meant.Count <= 1
            ? meant.FirstOrDefault()
            : throw new ToolException(
                $"There are several {kind} in '{folder}': {string.Join(", ", meant.Select(Path.GetFileName))}. "
                + "Name the one that is meant.");
    }
}
