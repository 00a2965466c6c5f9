using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Infrastructure;

public sealed class AtomicFileTests
{
    [Fact]
    public void It_writes_UTF8_without_a_byte_order_mark_and_makes_the_folder()
    {
        using var folder = new TemporaryFolder();

        AtomicFile.Write(folder.PathOf("a/b/c.txt"), "é\n");

        Assert.Equal([0xC3, 0xA9, 0x0A], File.ReadAllBytes(folder.PathOf("a/b/c.txt")));
    }

    [Fact]
    public void It_replaces_a_file_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.txt", "old");

        AtomicFile.Write(path, "new");

        Assert.Equal("new", folder.Read("a.txt"));
        Assert.Equal(["a.txt"], folder.Names);
    }

    [Fact]
    public void A_file_that_has_the_text_already_is_not_touched()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.txt", "same");
        var before = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, before);

        AtomicFile.Write(path, "same");

        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Where_it_cannot_write_it_says_so_and_leaves_what_is_there()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "kept");

        var exception = Assert.Throws<RecordException>(() => AtomicFile.Write(Path.Combine(file, "a.txt"), "new"));

        Assert.Equal(("PROVMSB0011", Path.Combine(file, "a.txt")), (exception.Code, exception.File));
        Assert.Equal("kept", folder.Read("file"));
        Assert.Equal(["file"], folder.Names);
    }

    [Fact]
    public void A_folder_in_the_way_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("a.txt"));

        Assert.Throws<RecordException>(() => AtomicFile.Write(folder.PathOf("a.txt"), "new"));

        Assert.True(Directory.Exists(folder.PathOf("a.txt")));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Many_writers_at_once_leave_the_whole_text_of_one()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("a.txt");

        Parallel.For(0, 50, number => AtomicFile.Write(path, new string((char)('a' + (number % 26)), 100_000)));

        var text = folder.Read("a.txt");
        Assert.Equal(100_000, text.Length);
        Assert.Single(text.Distinct());
        Assert.Equal(["a.txt"], folder.Names);
    }
}
