using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>What is said where git cannot answer.</summary>
public sealed class GitRepositoryTests
{
    [Theory]
    [InlineData("origin/nosuch", "git fetch origin nosuch")]
    [InlineData("team/one/nosuch/x", "git fetch team/one nosuch/x")]
    [InlineData("nosuch", "git fetch origin nosuch")]
    [InlineData("feature/nosuch", "git fetch origin feature/nosuch")]
    public async Task A_revision_that_is_not_here_is_fetched_by_its_name_at_the_remote(string revision, string said)
    {
        using var project = await TestProject.CreateAsync();
        await project.GitAsync("remote", "add", "origin", "https://example.com/a.git");
        await project.GitAsync("remote", "add", "team/one", "https://example.com/b.git");
        var repository = await GitRepository.FindAsync(project.Folder, CancellationToken.None);

        var exception = await Assert.ThrowsAsync<ToolException>(() => repository!.ChangedSinceAsync(revision, CancellationToken.None));

        Assert.EndsWith(said, exception.Message, StringComparison.Ordinal);
    }
}
