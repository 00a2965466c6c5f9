using System.Collections.Concurrent;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>A folder that is away when it is disposed of, or, if what used it did not end in time, when the process ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly ConcurrentDictionary<string, TemporaryFolder> All = new(StringComparer.Ordinal);

    private TemporaryFolder(DirectoryInfo folder)
    {
        Path = folder.FullName;
        All[Path] = this;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>A new one where the system has its temporary files.</summary>
    /// <param name="purpose">What it is for, as a part of its name.</param>
    /// <exception cref="ToolException">It cannot be made.</exception>
    public static TemporaryFolder Create(string purpose)
    {
        try
        {
            return new TemporaryFolder(Directory.CreateTempSubdirectory($"provenance-{purpose}-"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                $"There is no room for temporary files in '{System.IO.Path.GetTempPath()}': {exception.Message.TrimEnd('.')}. "
                + "Set TMPDIR (TEMP on Windows) to a folder that may be written in.");
        }
    }

    /// <summary>A new one within a folder, whose name those overlook who read what is around it.</summary>
    public static TemporaryFolder CreateIn(string folder) =>
        new(Directory.CreateDirectory(System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}.tmp")));

    /// <summary>Removes what is still there, before the process ends.</summary>
    public static void DisposeAll()
    {
        foreach (var folder in All.Values)
        {
            folder.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        All.TryRemove(Path, out _);
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody still writes in it, or has removed it: nobody needs it any more.
        }
    }
}
