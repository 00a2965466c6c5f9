using System.Text;
using ProvenanceAnalyzers.Build.Fixtures;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Build.Tests.Fixtures;

/// <summary>
/// The digest of a fixture file, against what another implementation computed (Python's hashlib, as docs/review.md says).
/// </summary>
public sealed class FixtureDigestTests
{
    private const int Buffer = 65536;

    public static TheoryData<string, byte[], string> Vectors => new()
    {
        { "empty", [], "h1:e3b0c44298fc1c149afbf4c8996fb924" },
        { "LF", Bytes("a\nb\n"), "h1:911169ddaaf146aff539f58c26c489af" },
        { "CRLF", Bytes("a\r\nb\r\n"), "h1:911169ddaaf146aff539f58c26c489af" },
        { "lone CR", Bytes("a\rb"), "h1:af9081672dd5ef3247a30c2db5b0dafc" },
        { "CR CR LF", Bytes("a\r\r\n"), "h1:8e4621379786ef42a4fec155cd525c29" },
        { "CR at the end", Bytes("a\r"), "h1:961a57df036f6c4f44ca8a054271c45e" },
        { "byte order mark", [0xEF, 0xBB, 0xBF, .. Bytes("a\n")], "h1:be4fccb045869c7ad387b9081a44cfd4" },
        { "UTF-16", Encoding.Unicode.GetBytes("a\r\n"), "h1:13db68f44648d26cb08c2cedb237757d" },
        { "NUL at 7,999", Bytes(new string('a', 7999) + "\0\r\n"), "h1:16b638928b2372f727cd0b5f2b6e62c2" },
        { "NUL at 8,000", Bytes(new string('a', 8000) + "\0\r\n"), "h1:464717a98f373697d9079e3d458b9b28" },
        { "CRLF over the end of the buffer", Bytes(new string('a', Buffer - 1) + "\r\nb"), "h1:bc4002765dcf1ec3760fea70a90375ee" },
        { "CR at the end of the buffer", Bytes(new string('a', Buffer - 1) + "\rb"), "h1:b8468a486b9a472ff60d7abc04c0996d" },
        { "CR at the end of buffer and file", Bytes(new string('a', Buffer - 1) + "\r"), "h1:c8a8555a7e0fa6c2177fa0feaae24cf1" },
        { "CRLF alone", Bytes(string.Concat(Enumerable.Repeat("\r\n", 100_000))), "h1:dfaa58d53bfd69721640839b11946d66" },
        { "CR alone", Bytes(new string('\r', 70_000) + "\n"), "h1:aff0c8b61570758222c7459de5a4b122" },
        { "two buffers", Bytes(new string('a', 2 * Buffer)), "h1:b44ffb72fcc259676bd80495fef1b44b" },
        {
            "all other bytes",
            [.. Enumerable.Repeat(Enumerable.Range(1, 255).Select(value => (byte)value), 3).SelectMany(bytes => bytes)],
            "h1:c1ece5c6ff88943e2d5d2968d96c2322"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void It_is_the_one_that_another_implementation_computes(string name, byte[] bytes, string expected)
    {
        using var digest = new FixtureDigest();

        Assert.Equal((name, expected), (name, digest.Compute(new MemoryStream(bytes))));
        Assert.Equal((name, expected), (name, digest.Compute(new Trickle(bytes))));
    }

    [Fact]
    public void A_file_of_two_gigabytes_takes_no_more_memory_than_a_small_one()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.PathOf("a.bin")))
        {
            // Most file systems store no zeros for it.
            file.SetLength(int.MaxValue + 2L);
        }

        using var digest = new FixtureDigest();
        digest.Compute(new MemoryStream([1]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var computed = digest.Compute(folder.PathOf("a.bin"), out var size);

        Assert.Equal(("h1:b8030a8ab89280935633d8d991da3d99", int.MaxValue + 2L), (computed, size));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>A stream that gives less than it is asked for.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 777));
    }
}
