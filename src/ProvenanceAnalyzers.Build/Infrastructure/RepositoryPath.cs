using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Names projects and files by their place in the repository, which is the same on every machine.</summary>
internal static class RepositoryPath
{
    private const string Up = "..";

    /// <summary>
    /// The path of a file relative to the outermost folder above it that has <c>.git</c>, so that a submodule's files are called the same
    /// by its own projects and by those around it; without one to the nearest that has a solution; else the name alone.
    /// </summary>
    public static string Of(string file) => Paths.Normalize(file.Substring(RootOf(file).Length)).TrimStart('/');

    /// <summary>The folder that paths in records are relative to.</summary>
    /// <param name="file">The full path of the project file.</param>
    public static string RootOf(string file)
    {
        var folder = new FileInfo(file).Directory!;
        return (Outermost(folder) ?? FirstAbove(folder, HasSolution) ?? folder).FullName;
    }

    /// <summary>The repository that a project is in; without one the project's own folder. With <c>/</c> at its end.</summary>
    /// <param name="project">The full path of the project file.</param>
    public static string RepositoryOf(string project)
    {
        var folder = new FileInfo(project).Directory!;
        return Paths.NormalizeDirectory((Outermost(folder) ?? folder).FullName);
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

    private static DirectoryInfo? Outermost(DirectoryInfo folder)
    {
        DirectoryInfo? outermost = null;
        for (var above = FirstAbove(folder, IsRepository); above != null; above = FirstAbove(above.Parent, IsRepository))
        {
            outermost = above;
        }

        return outermost;
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
