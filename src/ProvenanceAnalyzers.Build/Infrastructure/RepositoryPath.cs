using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Names projects and files by their place in the repository, which is the same on every machine.</summary>
internal static class RepositoryPath
{
    private const string Up = "..";

    /// <summary>
    /// The path of a file relative to the nearest folder above it that has <c>.git</c>; without one to the nearest that has a solution;
    /// else the name alone.
    /// </summary>
    public static string Of(string file)
    {
        var folder = new FileInfo(file).Directory!;
        var root = FirstAbove(folder, IsRepository) ?? FirstAbove(folder, HasSolution) ?? folder;
        return Paths.Normalize(file.Substring(root.FullName.Length)).TrimStart('/');
    }

    /// <summary>
    /// A path relative to the repository, of one that is relative to a project; one with a root of its own stays as it is.
    /// </summary>
    /// <param name="project">The project file, relative to the repository.</param>
    /// <param name="path">The path, relative to the project.</param>
    public static string Join(string project, string path)
    {
        if (Path.IsPathRooted(path))
        {
            return path;
        }

        var joined = new List<string>(project.Split('/'));
        joined.RemoveAt(joined.Count - 1);
        foreach (var segment in path.Split('/'))
        {
            if (segment == Up && joined.Count > 0 && joined[joined.Count - 1] != Up)
            {
                joined.RemoveAt(joined.Count - 1);
            }
            else
            {
                joined.Add(segment);
            }
        }

        return string.Join("/", joined);
    }

    private static DirectoryInfo? FirstAbove(DirectoryInfo? folder, Func<DirectoryInfo, bool> condition)
    {
        while (folder != null && !condition(folder))
        {
            folder = folder.Parent;
        }

        return folder;
    }

    // In a worktree or submodule it is a file.
    private static bool IsRepository(DirectoryInfo folder) =>
        Directory.Exists(Path.Combine(folder.FullName, ".git")) || File.Exists(Path.Combine(folder.FullName, ".git"));

    private static bool HasSolution(DirectoryInfo folder)
    {
        try
        {
            return folder.EnumerateFiles("*.sln").Concat(folder.EnumerateFiles("*.slnx")).Any();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
