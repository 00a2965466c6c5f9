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

    /// <summary>A path relative to a folder; one outside of it stays as it is, but for the <c>/</c>.</summary>
    /// <param name="path">The path.</param>
    /// <param name="directory">The folder, normalized; empty: there is none.</param>
    public static string RelativeTo(string path, string directory)
    {
        var normalized = Normalize(path);
        return directory.Length > 0 && normalized.StartsWith(directory, Comparison) ? normalized.Substring(directory.Length) : normalized;
    }
}
