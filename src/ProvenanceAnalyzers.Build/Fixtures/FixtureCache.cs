using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>What an earlier build found and wrote into the list. A cache that cannot be read is empty.</summary>
internal sealed class FixtureCache
{
    /// <summary>Another layout of the list needs another number: a list that seems up to date is not written again.</summary>
    private const string Header = "# Provenance.Fixtures cache 3";

    private readonly Dictionary<string, CachedFixture> _entries = new(StringComparer.Ordinal);

    /// <summary>How many files there were.</summary>
    public int Count => _entries.Count;

    /// <summary>Reads a cache.</summary>
    public static FixtureCache Read(string path)
    {
        var cache = new FixtureCache();
        var lines = ReadLines(path);
        if (lines.Length == 0 || lines[0] != Header)
        {
            return cache;
        }

        foreach (var line in lines)
        {
            if (line.Split('\t') is [var digest, var size, var time, var listed, var file]
                && DigestFormat.IsMatch(digest)
                && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            {
                cache.Add(TextList.Unescape(file), new CachedFixture(TextList.Unescape(listed), bytes, ticks, digest));
            }
        }

        return cache;
    }

    /// <summary>What was found of a file that had this size and time then, or null.</summary>
    public CachedFixture? Find(string fullPath, long size, long time) =>
        _entries.TryGetValue(fullPath, out var entry) && entry.Size == size && entry.Time == time ? entry : null;

    public void Add(string fullPath, CachedFixture entry) => _entries[fullPath] = entry;

    public void Write(string path)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var fullPath in _entries.Keys.OrderBy(fullPath => fullPath, StringComparer.Ordinal))
        {
            var entry = _entries[fullPath];
            text.Append(entry.Digest).Append('\t')
                .Append(entry.Size.ToString(CultureInfo.InvariantCulture)).Append('\t')
                .Append(entry.Time.ToString(CultureInfo.InvariantCulture)).Append('\t')
                .Append(TextList.Escape(entry.Paths)).Append('\t')
                .Append(TextList.Escape(fullPath)).Append('\n');
        }

        AtomicFile.Write(path, text.ToString());
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Split('\n') : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

/// <summary>A fixture file as an earlier build found it.</summary>
/// <param name="paths">Its paths, as the list has them.</param>
/// <param name="size">How many bytes it had.</param>
/// <param name="time">When it was written last.</param>
/// <param name="digest">Its digest.</param>
internal sealed class CachedFixture(string paths, long size, long time, string digest)
{
    public string Paths { get; } = paths;

    public long Size { get; } = size;

    public long Time { get; } = time;

    public string Digest { get; } = digest;
}
