using System.Runtime.Versioning;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>A file that cannot be written stays as it was, and is the one that is named.</summary>
public sealed class ReplacedFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What is written beside it must not have a longer name.</summary>
    [Fact]
    public void A_file_whose_name_is_as_long_as_names_may_be_is_written()
    {
        var name = new string('x', 252) + ".cs";
        using var project = TestProject.CreateWithoutGit((name, "before"));

        ReplacedFile.Write(project.PathOf(name), "before"u8.ToArray(), "after"u8.ToArray());

        Assert.Equal("after", project.Read(name));
    }

    /// <summary>A disk that is full, a query that fails, somebody who ends it: whatever it is, it is half-written then.</summary>
    [Theory]
    [InlineData(typeof(OperationCanceledException), typeof(OperationCanceledException))]
    [InlineData(typeof(IOException), typeof(ToolException))]
    [InlineData(typeof(UnauthorizedAccessException), typeof(ToolException))]
    [InlineData(typeof(InvalidOperationException), typeof(InvalidOperationException))]
    public void What_ends_half_written_is_not_there(Type thrown, Type said)
    {
        using var project = TestProject.CreateWithoutGit(("A.csv", "before"));
        foreach (var (name, isThere) in new[] { ("A.csv", true), ("B.csv", false) })
        {
            var exception = Assert.Throws(said, () => ReplacedFile.Write(project.PathOf(name), path =>
            {
                File.WriteAllText(path, "af");
                throw (Exception)Activator.CreateInstance(thrown, $"No space left on device: '{path}'")!;
            }));

            if (exception is ToolException)
            {
                Assert.StartsWith(
                    $"'{project.PathOf(name)}' cannot be written, and is left as it was: ", exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(".tmp", exception.Message, StringComparison.Ordinal);
                Assert.EndsWith("and run again.", exception.Message, StringComparison.Ordinal);
            }

            Assert.Equal(isThere, File.Exists(project.PathOf(name)));
        }

        Assert.Equal("before", project.Read("A.csv"));
        Assert.Equal([project.PathOf("A.csv")], Directory.GetFiles(project.Folder));
    }

    [Fact]
    public async Task A_process_ends_in_the_middle_of_none()
    {
        using var project = TestProject.CreateWithoutGit(("A.csv", "before"));
        using var isHalf = new ManualResetEventSlim();
        using var isEnding = new ManualResetEventSlim();
        var written = Task.Run(() => ReplacedFile.Write(project.PathOf("A.csv"), path =>
        {
            File.WriteAllText(path, "af");
            isHalf.Set();
            Assert.True(isEnding.Wait(Patience));
            File.WriteAllText(path, "after");
        }));

        // On a thread of its own: whoever ends the process keeps others from writing, and here others go on.
        var ended = Task.Factory.StartNew(
            () =>
            {
                Assert.True(isHalf.Wait(Patience));
                Assert.False(ReplacedFile.End(TimeSpan.Zero));
                isEnding.Set();
                Assert.True(ReplacedFile.End(Patience));
                ReplacedFile.Writing.Exit();
                return project.Read("A.csv");
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        Assert.Equal("after", await ended);
        await written;
    }

    [FactNeeding(Needs.ClosedFolder)]
    [UnsupportedOSPlatform("windows")]
    public void Nobody_may_write_in_its_folder()
    {
        using var project = TestProject.CreateWithoutGit(("closed/A.cs", "before"));
        File.SetUnixFileMode(project.PathOf("closed"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var exception = Assert.Throws<ToolException>(() =>
                ReplacedFile.Write(project.PathOf("closed/A.cs"), "before"u8.ToArray(), "after"u8.ToArray()));

            Assert.Equal(
                $"'{project.PathOf("closed/A.cs")}' cannot be written, and is left as it was: nobody lets you write in "
                + $"'{project.PathOf("closed")}'. Make the folder writable and run again.",
                exception.Message);
        }
        finally
        {
            File.SetUnixFileMode(project.PathOf("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
