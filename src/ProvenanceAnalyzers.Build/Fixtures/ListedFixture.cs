using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>A fixture file on its way into the list.</summary>
/// <param name="path">Its path relative to the project, or its link.</param>
/// <param name="physicalPath">Where it lies, relative to the project.</param>
/// <param name="fullPath">Where it lies.</param>
internal sealed class ListedFixture(string path, string physicalPath, string fullPath)
{
    public string Path { get; } = path;

    public string PhysicalPath { get; } = physicalPath;

    /// <summary>Where it lies when links are followed, relative to the project, where that is another place; else empty.</summary>
    public string RealPath { get; set; } = string.Empty;

    public string FullPath { get; } = fullPath;

    public long Size { get; private set; }

    public string? Digest { get; private set; }

    /// <summary>Why the file could not be read, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether there was no such file any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>
    /// Whether size and time will tell of any change: not those of a link, nor of a file so new that it may change again within the same
    /// tick.
    /// </summary>
    public bool IsCacheable { get; private set; }

    public long Time { get; private set; }

    /// <summary>Whether the list of an earlier build has it, as it is.</summary>
    public bool IsListed { get; private set; }

    /// <summary>Looks at the file without reading it.</summary>
    /// <param name="cache">What an earlier build found.</param>
    /// <param name="now">When this build looks.</param>
    public void Find(FixtureCache cache, DateTime now)
    {
        try
        {
            var file = new FileInfo(FullPath);
            if (!file.Exists)
            {
                IsGone = !Directory.Exists(FullPath);
                Problem = IsGone ? null : "it is a folder";
                return;
            }

            (Size, Time) = (file.Length, file.LastWriteTimeUtc.Ticks);
            IsCacheable = !file.Attributes.HasFlag(FileAttributes.ReparsePoint) && Time < now.AddSeconds(-2).Ticks;
            var known = IsCacheable ? cache.Find(FullPath, Size, Time) : null;
            Digest = known?.Digest;
            IsListed = known?.Paths == FixtureList.PathsOf(ToFile());
        }
        catch (Exception exception) when (IsAboutFile(exception))
        {
            Problem = exception.Message;
        }
    }

    /// <summary>Reads the file. Its size is that of what was read.</summary>
    public void Read(FixtureDigest digest)
    {
        try
        {
            Digest = digest.Compute(FullPath, out var size);
            var file = new FileInfo(FullPath);
            IsCacheable &= size == Size && file.Exists && file.Length == Size && file.LastWriteTimeUtc.Ticks == Time;
            Size = size;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            IsGone = true;
        }
        catch (Exception exception) when (IsAboutFile(exception))
        {
            Problem = exception.Message;
        }
    }

    /// <summary>The file as the list has it.</summary>
    public FixtureFile ToFile() => new(Path, FixtureFile.KindOf(Path), Digest != null ? Size : null, Digest)
    {
        PhysicalPath = PhysicalPath,
        RealPath = RealPath,
    };

    private static bool IsAboutFile(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;
}
