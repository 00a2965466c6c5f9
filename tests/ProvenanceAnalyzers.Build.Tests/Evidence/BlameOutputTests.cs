using System.Diagnostics;
using System.Text;
using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What <c>git blame --porcelain</c> writes, of real repositories and by hand.</summary>
public sealed class BlameOutputTests : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("A.cs", "B.cs")]
    [InlineData("Größe und 大きさ.cs", "b \"quoted\" \\ name.cs")]
    [InlineData("tab\there.cs", "two\nlines.cs")]
    [InlineData("-x.cs", " blank.cs")]
    public void Each_line_is_that_of_the_commit_and_the_file_that_it_was_written_in(string first, string second)
    {
        Git("init", "--quiet");
        Write(first, "one\r\ntwo\u0001\n\tthree\nCaf\u00E9 four\nfive five five\n", Encoding.Latin1);
        var written = Commit();
        File.Move(_folder.PathOf(first), _folder.PathOf(second));
        var moved = Commit();
        Write(second, "zero\none\r\ntwo\u0001\n\tthree\nCaf\u00E9 four\nfive five five\nlast\n", Encoding.Latin1);
        var changed = Commit();
        Write(second, "zero\none\r\ntwo\u0001\n\tthree\nCaf\u00E9 four\nfive five five\nlast\nnew", Encoding.Latin1);

        var lines = Blame(second);

        Assert.Equal(
            [
                new BlamedLine(changed, second, 1) { PreviousCommit = moved, PreviousPath = second },
                .. Enumerable.Range(1, 5).Select(line => new BlamedLine(written, first, line) { IsAtBoundary = true }),
                new BlamedLine(changed, second, 7) { PreviousCommit = moved, PreviousPath = second },
                new BlamedLine(null, second, 8) { PreviousCommit = changed, PreviousPath = second },
            ],
            lines);
    }

    [Fact]
    public void Nothing_is_written_of_an_empty_file() => Assert.Empty(Read(string.Empty));

    [Theory]
    [InlineData("fatal: no such path")]
    [InlineData(Id + " 1")]
    [InlineData(Id + " x 1 1\nfilename A.cs\n\tline")]
    [InlineData(Id + " 1 1 1\nfilename A.cs\n")]
    [InlineData(Id + " 1 1 1\n\tline")]
    public void Another_output_is_refused(string output) => Assert.Throws<FormatException>(() => Read(output));

    private static IReadOnlyList<BlamedLine> Read(string output) => BlameOutput.Read(new MemoryStream(Encoding.UTF8.GetBytes(output)));

    private IReadOnlyList<BlamedLine> Blame(string path) => BlameOutput.Read(new MemoryStream(Git("blame", "--porcelain", "--", path)));

    private void Write(string path, string text, Encoding encoding) => File.WriteAllText(_folder.PathOf(path), text, encoding);

    private string Commit()
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "state");
        return Encoding.ASCII.GetString(Git("rev-parse", "HEAD")).Trim();
    }

    private byte[] Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git",
        [
            "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false",
            .. arguments,
        ])
        {
            WorkingDirectory = _folder.PathOf("."),
            RedirectStandardOutput = true,
        })!;
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.ToArray();
    }
}
