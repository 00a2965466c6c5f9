using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>Where <c>dotnet</c> is looked for.</summary>
public sealed class DotnetProgramTests
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    [Fact]
    public void What_is_on_the_PATH_stays() => Assert.Equal(
        string.Empty,
        DotnetProgram.FolderToAdd(string.Join(Path.PathSeparator, "a", "b"), [In("c")], file => file == In("b") || file == In("c")));

    [Fact]
    public void Else_it_is_the_one_that_runs_the_tool() => Assert.Equal(
        "d",
        DotnetProgram.FolderToAdd(
            "a", [null, In("c"), Path.Combine("e", "provenance"), In("d")], file => file != In("a") && file != In("c")));

    [Fact]
    public void Else_it_is_said() => Assert.Equal(
        "dotnet was not found on the PATH. Install the .NET SDK, or put it on the PATH.",
        Assert.Throws<ToolException>(() => DotnetProgram.FolderToAdd("a", [In("c")], _ => false)).Message);

    private static string In(string folder) => Path.Combine(folder, Name);
}
