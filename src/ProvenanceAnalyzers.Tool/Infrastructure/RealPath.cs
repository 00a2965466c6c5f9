namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Follows links, so that a path says where a file lies.</summary>
internal static class RealPath
{
    /// <summary>Systems follow no more, and a link that leads to itself would never end.</summary>
    private const int MostLinks = 40;

    /// <summary>A full path with all links followed, those of the folders too; what does not exist stays as it is written.</summary>
    /// <param name="path">The path, which may be relative to the current folder.</param>
    public static string Of(string path) => Of(path, 0);

    private static string Of(string path, int links)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, name);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);

            // What a link names may lead through others.
            real = links < MostLinks && entry.LinkTarget != null && Target(entry) is { } target ? Of(target.FullName, links + 1) : next;
        }

        return real;
    }

    private static FileSystemInfo? Target(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: false);
        }
        catch (IOException)
        {
            // It leads to itself, so that it leads nowhere.
            return null;
        }
    }

    /// <summary>Whether a path lies below a folder.</summary>
    /// <param name="path">The path, full.</param>
    /// <param name="folder">The folder, full.</param>
    public static bool IsBelow(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return !Path.IsPathRooted(relative)
            && relative is not ("." or "..")
            && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
