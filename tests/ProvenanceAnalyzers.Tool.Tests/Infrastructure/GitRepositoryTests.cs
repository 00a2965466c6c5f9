using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Declare;
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

    /// <summary>Whatever a repository, or a submodule in it, names that git could run to compare files or to answer.</summary>
    [FactNeeding(Needs.Linux)]
    public async Task Nothing_that_a_repository_names_is_run()
    {
        using var inner = await TestProject.CreateAsync(("src/Code.cs", "class Code { }\n"));
        using var outer = await TestProject.CreateAsync(("src/A.cs", "class A { }\n"), ("src/B.cs", "class B { }\n"));
        await outer.GitAsync("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Folder, "lib");
        await outer.CommitAsync();
        var mark = outer.PathOf("executed");
        foreach (var (folder, name) in new[] { (".", "mark"), (".", "a.b=c"), ("lib", "other") })
        {
            foreach (var (key, value) in new[]
            {
                ("clean", $"touch {mark}; cat"), ("smudge", $"touch {mark}; cat"), ("process", $"touch {mark}"), ("required", "true"),
            })
            {
                await outer.GitAsync("-C", folder, "config", $"filter.{name}.{key}", value);
            }

            await outer.GitAsync("-C", folder, "config", $"diff.{name}.textconv", $"touch {mark}; cat");
            await outer.GitAsync("-C", folder, "config", $"diff.{name}.command", $"touch {mark}");
            await outer.GitAsync("-C", folder, "config", "core.fsmonitor", $"touch {mark}");
        }

        outer.Write(".gitattributes", "A.cs filter=mark diff=mark\nB.cs filter=a.b=c\n");
        outer.Write("lib/.gitattributes", "*.cs filter=other diff=other\n");
        outer.Write("src/A.cs", "class A { int B; }\n");
        outer.Write("src/B.cs", "class C { }\n");
        outer.Write("lib/src/Code.cs", "class Code { int B; }\n");
        var repository = (await GitRepository.FindAsync(outer.Folder, CancellationToken.None))!;

        var changed = await repository.ChangedSinceAsync("HEAD", CancellationToken.None);
        var gone = await new HeadFiles(repository, CancellationToken.None)
            .GoneTypesAsync(["B"], outer.PathOf("src/A.cs"), CSharpParseOptions.Default);

        Assert.False(File.Exists(mark));
        Assert.Superset(
            new HashSet<string> { outer.PathOf("src/A.cs"), outer.PathOf("src/B.cs"), outer.PathOf("lib") }, changed.ToHashSet());
        Assert.Single(gone);
    }
}
