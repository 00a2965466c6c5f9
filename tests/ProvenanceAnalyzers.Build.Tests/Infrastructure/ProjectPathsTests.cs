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
    [InlineData("/src/Lib/../Other/A.cs", "../Other/A.cs")]
    [InlineData("Orders\\A.cs", "Orders/A.cs")]
    [InlineData("C:\\other\\A.cs", "C:/other/A.cs")]
    public void Paths_are_the_same_on_every_machine(string path, string expected) => Assert.Equal(expected, Paths.Relative(path));

    /// <summary>What the compiler has written of a file outside of the project leads to it from there.</summary>
    [Theory]
    [InlineData("../company.provenance", "../company.provenance")]
    [InlineData("../../root/packages/company/1.0.0/company.provenance", "(packages)/company/1.0.0/company.provenance")]
    [InlineData("Hidden.g.cs", "Hidden.g.cs")]
    public void A_path_to_what_a_package_brought_is_that_of_the_package(string path, string expected) =>
        Assert.Equal(expected, Paths.Named(path));

    /// <summary>A property says which folders hold packages, so that one which holds code of the repository is none.</summary>
    [Theory]
    [InlineData("/src/Lib/pk/", "/src/Lib/pk/P.cs", "pk/P.cs")]
    [InlineData("/src/Lib/x/../pk", "/src/Lib/pk/P.cs", "pk/P.cs")]
    [InlineData("/src/Lib/", "/src/Lib/A.cs", "A.cs")]
    [InlineData("/src/", "/src/Lib/A.cs", "A.cs")]
    [InlineData("/src/", "/src/Other/A.cs", "../Other/A.cs")]
    [InlineData("/src/Library/", "/src/Library/P.cs", "(packages)/P.cs")]
    public void A_folder_in_the_repository_or_around_it_holds_no_packages(string packages, string path, string expected) =>
        Assert.Equal(expected, new ProjectPaths("/src/Lib/", [packages]).Relative(path));
}
