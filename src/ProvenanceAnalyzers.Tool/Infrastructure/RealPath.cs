namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Follows links, so that a path says where a file lies.</summary>
internal static class RealPath
{
    /// <summary>A full path with all links followed, those of the folders too; what does not exist stays as it is written.</summary>
    /// <param name="path">The path, which may be relative to the current folder.</param>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, name);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            real = entry.LinkTarget != null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : next;
        }

        return real;
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
