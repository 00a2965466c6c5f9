using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Infrastructure;

/// <summary>How files are named in records.</summary>
public sealed class ProjectPathsTests
{
    private static readonly ProjectPaths Paths = new("/src/Lib/", ["/root/packages/"]);

    [Theory]
    [InlineData("A.cs", "A.cs")]
    [InlineData("/src/Lib/Orders/A.cs", "Orders/A.cs")]
    [InlineData("/src/Other/A.cs", "../Other/A.cs")]
    [InlineData("/tmp/A.cs", "../../tmp/A.cs")]
    [InlineData("/root/packages/some/1.0.0/A.cs", "(packages)/some/1.0.0/A.cs")]
    [InlineData("Orders\\A.cs", "Orders/A.cs")]
    [InlineData("C:\\other\\A.cs", "C:/other/A.cs")]
    public void Paths_are_the_same_on_every_machine(string path, string expected) => Assert.Equal(expected, Paths.Relative(path));
}
