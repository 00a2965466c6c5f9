using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Infrastructure;

/// <summary>How projects are named in manifests.</summary>
public sealed class RepositoryPathTests
{
    [Theory]
    [InlineData(".git/HEAD", "src/Lib/Lib.csproj")]
    [InlineData(".git", "src/Lib/Lib.csproj")]
    [InlineData("Shop.sln", "src/Lib/Lib.csproj")]
    [InlineData("src/Shop.slnx", "Lib/Lib.csproj")]
    public void A_project_is_known_by_its_place_in_the_repository(string mark, string expected)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("src/Lib"));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(mark))!);
        folder.Write(mark, string.Empty);

        Assert.Equal(expected, RepositoryPath.Of(folder.PathOf("src/Lib/Lib.csproj")));
    }

    /// <summary>What is in a submodule is called the same by its own projects and by those around it.</summary>
    [Theory]
    [InlineData("Sub/.git")]
    [InlineData("Sub/.git/HEAD")]
    public void Of_several_repositories_the_outermost_counts(string inner)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf(".git"));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(inner))!);
        folder.Write(inner, "gitdir: ../.git/modules/Sub\n");
        folder.Write("Sub/Shop.sln", string.Empty);

        Assert.Equal("Sub/Lib.csproj", RepositoryPath.Of(folder.PathOf("Sub/Lib.csproj")));
        Assert.Equal("Lib.csproj", RepositoryPath.Of(folder.PathOf("Lib.csproj")));
    }

    [Fact]
    public void A_repository_counts_more_than_a_solution_and_without_either_the_name_is_all()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("src/.git"));
        folder.Write("src/Lib.sln", string.Empty);
        Directory.CreateDirectory(folder.PathOf("src/Lib"));
        folder.Write("src/Lib/Lib.sln", string.Empty);

        Assert.Equal("Lib/Lib.csproj", RepositoryPath.Of(folder.PathOf("src/Lib/Lib.csproj")));
        Assert.Equal("Lib.csproj", RepositoryPath.Of(folder.PathOf("Lib.csproj")));
    }
}
