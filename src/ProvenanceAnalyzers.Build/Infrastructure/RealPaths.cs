using System.Reflection;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Follows symbolic links, so that a file has one path, whichever way somebody reaches it.</summary>
internal sealed class RealPaths
{
    private const int MostLinksFollowed = 40;

    // Newer than this project's framework. MSBuild on .NET Framework has none, and there links are seen and not followed.
    private static readonly PropertyInfo? TargetProperty = typeof(FileSystemInfo).GetProperty("LinkTarget");

    private readonly Dictionary<string, string?> _folders = new(Paths.Comparer);

    /// <summary>The path of a file without any link in it; null: there is a link that cannot be followed.</summary>
    /// <param name="path">The file's full path.</param>
    public string? Of(string path) => Of(Paths.Resolve(path, string.Empty), MostLinksFollowed);

    /// <summary>The path of a folder without any link in it, with <c>/</c> at its end; null as above.</summary>
    /// <param name="path">The folder's full path.</param>
    public string? OfFolder(string path) =>
        Folder(Paths.Resolve(path, string.Empty).TrimEnd('/'), MostLinksFollowed) is { } folder ? Paths.NormalizeDirectory(folder) : null;

    private string? Of(string path, int linksLeft)
    {
        var slash = path.LastIndexOf('/');
        if (slash <= 0)
        {
            return path;
        }

        if (Folder(path.Substring(0, slash), linksLeft) is not { } folder)
        {
            return null;
        }

        var place = $"{folder.TrimEnd('/')}/{path.Substring(slash + 1)}";
        if (!IsLink(place))
        {
            return place;
        }

        return linksLeft > 0 && TargetProperty?.GetValue(new FileInfo(place)) is string target
            ? Of(Paths.Resolve(target, Paths.FolderOf(place)), linksLeft - 1)
            : null;
    }

    private string? Folder(string path, int linksLeft)
    {
        if (!_folders.TryGetValue(path, out var real))
        {
            _folders.Add(path, real = Of(path, linksLeft));
        }

        return real;
    }

    private static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0
                && (TargetProperty == null || TargetProperty.GetValue(new FileInfo(path)) != null);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // What is not there is no link.
            return false;
        }
    }
}
