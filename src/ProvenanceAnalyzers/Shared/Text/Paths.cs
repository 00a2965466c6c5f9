namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>Writes paths the same on every machine, and compares them as the file system does.</summary>
internal static class Paths
{
    private static readonly bool IgnoresCase = Path.DirectorySeparatorChar == '\\';

    /// <summary>How the paths of two files are compared.</summary>
    public static StringComparer Comparer { get; } = IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>How the beginning of a path is compared with a folder.</summary>
    public static StringComparison Comparison { get; } = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>A path with <c>/</c> between folders.</summary>
    public static string Normalize(string path) => path.Replace('\\', '/');

    /// <summary>A folder's path with <c>/</c> between folders and at its end; an empty one stays empty.</summary>
    public static string NormalizeDirectory(string path)
    {
        var normalized = Normalize(path);
        return normalized.Length == 0 || normalized[normalized.Length - 1] == '/' ? normalized : normalized + "/";
    }

    /// <summary>The name of a file without its folders.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The folder of a file, normalized; empty for a name alone.</summary>
    public static string FolderOf(string path)
    {
        var normalized = Normalize(path);
        return normalized.Substring(0, normalized.LastIndexOf('/') + 1);
    }

    /// <summary>Whether a path begins at the root of a file system.</summary>
    public static bool IsRooted(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    /// <summary>A path that may be relative to a folder, without <c>.</c> and <c>..</c>; the file system is not asked.</summary>
    /// <param name="path">The path.</param>
    /// <param name="directory">The folder, normalized; empty: there is none.</param>
    public static string Resolve(string path, string directory)
    {
        var normalized = Normalize(path);
        var whole = IsRooted(normalized) ? normalized : directory + normalized;
        if (whole.IndexOf("/.", StringComparison.Ordinal) < 0 && !whole.StartsWith(".", StringComparison.Ordinal))
        {
            return whole;
        }

        var segments = new List<string>();
        foreach (var segment in whole.Split('/'))
        {
            var last = segments.Count > 0 ? segments[segments.Count - 1] : "..";
            if (segment == ".." && last != "..")
            {
                // Above the root there is nothing but the root.
                if (last.Length > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }

    /// <summary>A path relative to a folder, with <c>../</c> where it lies elsewhere; on another drive it stays as it is.</summary>
    /// <param name="path">The path, resolved.</param>
    /// <param name="directory">The folder, resolved and normalized; empty: there is none.</param>
    public static string Relative(string path, string directory)
    {
        if (directory.Length == 0 || !IsRooted(path))
        {
            return path;
        }

        if (path.StartsWith(directory, Comparison))
        {
            return path.Substring(directory.Length);
        }

        var from = directory.Split('/');
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length - 1 && common < to.Length - 1 && Comparer.Equals(from[common], to[common]))
        {
            common++;
        }

        return common == 0 ? path : string.Join("/", Enumerable.Repeat("..", from.Length - 1 - common).Concat(to.Skip(common)));
    }

    /// <summary>Whether a relative path leads out of the folder that it is relative to.</summary>
    public static bool LeadsOut(string path) =>
        IsRooted(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal);

    /// <summary>A relative path that leads nowhere but down: what would lead elsewhere is left out.</summary>
    /// <example><c>shared/A.cs</c> of <c>../shared/./A.cs</c></example>
    public static string Downward(string path)
    {
        var normalized = Normalize(path);
        var isDownward = !LeadsOut(normalized)
            && normalized.IndexOf("//", StringComparison.Ordinal) < 0
            && normalized.IndexOf("/.", StringComparison.Ordinal) < 0
            && !normalized.StartsWith("./", StringComparison.Ordinal);
        return isDownward
            ? normalized
            : string.Join("/", normalized.Split('/').Where(segment =>
                segment is not ("" or "." or "..") && !segment.EndsWith(":", StringComparison.Ordinal)));
    }
}
