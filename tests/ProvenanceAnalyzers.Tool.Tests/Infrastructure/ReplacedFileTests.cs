using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>A file that cannot be written stays as it was, and is the one that is named.</summary>
public sealed class ReplacedFileTests
{
    /// <summary>A name that is as long as a name may be: no longer one can be beside it, whoever runs this.</summary>
    private static readonly string LongName = new string('x', 252) + ".cs";

    [Fact]
    public void The_system_refuses_another_file_beside_it()
    {
        using var project = TestProject.CreateWithoutGit((LongName, "before"));
        var path = project.PathOf(LongName);

        var exception = Assert.Throws<ToolException>(() => ReplacedFile.Write(path, "before"u8.ToArray(), "after"u8.ToArray()));

        Assert.StartsWith($"'{path}' cannot be written, and is left as it was: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Put that right and run again.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("before", project.Read(LongName));
    }

    [Fact]
    public void Nobody_may_write_in_its_folder()
    {
        using var project = TestProject.CreateWithoutGit(("closed/A.cs", "before"));
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // A folder is closed to nobody there.
            return;
        }

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
