using System.IO.Compression;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>
/// Whoever packs a commit gets the packages that everybody gets, so that what is published can be held against its sources. Nothing is
/// exempt, not even the times in the archive.
/// </summary>
public sealed class SameBytesTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task A_commit_gives_the_same_packages_wherever_it_is_packed()
    {
        using var output = new TemporaryFolder("again");
        using var sources = await SourceCopy.CreateAsync("another/and deeper/folder");
        Assert.Equal(package.Files.Commit, sources.Commit);

        // As a release is packed: on a build server, and of a tag.
        await sources.DetachAsync();
        await sources.PackAsync(package.Files.Version, output.Path, "-p:ContinuousIntegrationBuild=true");

        var names = Directory.EnumerateFiles(package.Files.Source, "*.nupkg").Select(file => Path.GetFileName(file)).ToList();
        Assert.Equal(3, names.Count);
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(output.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Empty(names.SelectMany(name => Differences(Path.Combine(package.Files.Source, name), Path.Combine(output.Path, name))));
    }

    [Fact]
    public void A_difference_is_found_in_each_part_of_a_package()
    {
        using var folder = new TemporaryFolder("archives");
        string Write(string name, string content, int day)
        {
            var path = Path.Combine(folder.Path, Guid.NewGuid() + ".nupkg");
            using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
            var entry = archive.CreateEntry(name);
            entry.LastWriteTime = new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(content);
            return path;
        }

        var one = Write("a.txt", "a", 20);

        Assert.Empty(Differences(one, Write("a.txt", "a", 20)));
        Assert.Equal([$"{Path.GetFileName(one)}: a.txt"], Differences(one, Write("a.txt", "b", 20)));
        Assert.Equal([$"{Path.GetFileName(one)}: a.txt"], Differences(one, Write("b.txt", "a", 20)));
        Assert.Equal([$"{Path.GetFileName(one)}: the archive"], Differences(one, Write("a.txt", "a", 21)));
    }

    /// <summary>The entries of a package that another lacks or has otherwise, or that their archives differ beside them.</summary>
    private static IEnumerable<string> Differences(string one, string other)
    {
        if (File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other)))
        {
            return [];
        }

        using var first = ZipFile.OpenRead(one);
        using var second = ZipFile.OpenRead(other);
        var entries = first.Entries
            .Where(entry => second.GetEntry(entry.FullName) is not { } same || !Content(entry).AsSpan().SequenceEqual(Content(same)))
            .Select(entry => entry.FullName)
            .DefaultIfEmpty("the archive")
            .ToList();
        return entries.Select(entry => $"{Path.GetFileName(one)}: {entry}");
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
