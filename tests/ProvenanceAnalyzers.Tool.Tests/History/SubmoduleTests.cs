using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Tool.History;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.History;

/// <summary>A submodule is a repository of its own, and code in it is judged with the code around it.</summary>
public sealed class SubmoduleTests
{
    private const string First = "class Code { int A; }\n";

    private const string Nothing = "nothing";
    private const string ChangedFile = "a file";
    private const string NewFile = "a file that the submodule does not know";
    private const string OwnCommit = "a file, committed in the submodule alone";
    private const string PointedAt = "the same, and the repository around it points at that commit";

    [Theory]
    [InlineData(Nothing, null, false)]
    [InlineData(ChangedFile, null, true)]
    [InlineData(NewFile, null, true)]
    [InlineData(OwnCommit, null, true)]
    [InlineData(PointedAt, null, true)]
    [InlineData(Nothing, "all", false)]
    [InlineData(ChangedFile, "all", true)]
    [InlineData(ChangedFile, "dirty", true)]
    [InlineData(NewFile, "untracked", true)]
    [InlineData(OwnCommit, "all", true)]
    [InlineData(PointedAt, "all", true)]
    public async Task What_changed_in_it_changed_for_those_around_it(string change, string? ignore, bool expected)
    {
        using var inner = await TestProject.CreateAsync(("src/Code.cs", First));
        using var outer = await NewOuterAsync(inner);
        if (ignore != null)
        {
            await outer.GitAsync("config", "submodule.lib.ignore", ignore);
            await outer.GitAsync("config", "diff.ignoreSubmodules", ignore);
        }

        await ChangeAsync(outer, change);

        var repository = (await GitRepository.FindAsync(outer.Folder, CancellationToken.None))!;
        var changed = (await GitRepository.ChangedInAsync(repository, outer.Folder, "base", CancellationToken.None))!;
        Assert.Equal(expected, changed.Contains(outer.PathOf("lib/src/Code.cs")));
        Assert.Equal(expected, changed.AnyIn(outer.PathOf("lib/src")));
        Assert.False(changed.Contains(outer.PathOf("src/App.csproj")));
        Assert.False(changed.AnyIn(outer.PathOf("src")));
    }

    [Fact]
    public async Task A_project_in_it_is_held_against_its_own_branches()
    {
        using var inner = await TestProject.CreateAsync(("src/Code.cs", First), ("src/Same.cs", First));
        using var outer = await NewOuterAsync(inner);
        await outer.GitAsync("-C", "lib", "branch", "of-lib");
        await ChangeAsync(outer, PointedAt);
        outer.Write("lib/src/New.cs", First);

        var repository = (await GitRepository.FindAsync(outer.PathOf("lib/src"), CancellationToken.None))!;
        var changed = await repository.ChangedSinceAsync("of-lib", CancellationToken.None);
        var missing = await Assert.ThrowsAsync<ToolException>(() => repository.ChangedSinceAsync("base", CancellationToken.None));

        Assert.Equal(outer.PathOf("lib"), repository.Folder);
        Assert.Equal([outer.PathOf("lib/src/Code.cs"), outer.PathOf("lib/src/New.cs")], changed.Order(StringComparer.Ordinal));
        Assert.Contains($"'base' is no revision of '{outer.PathOf("lib")}'", missing.Message, StringComparison.Ordinal);
    }

    /// <summary>What changed in code of a submodule since its review is known to the submodule, and not to those around it.</summary>
    [Theory]
    [InlineData("lib/src/Code.cs")]
    [InlineData("src/Own.cs")]
    public async Task What_was_reviewed_is_found_where_the_file_is(string path)
    {
        using var inner = await TestProject.CreateAsync(("src/Code.cs", First));
        using var outer = await NewOuterAsync(inner);
        outer.Write(path, "class Code { int A; int B; }\n");
        using var history = new CodeHistory((await GitRepository.FindAsync(outer.Folder, CancellationToken.None))!);
        var now = CSharpSyntaxTree.ParseText(outer.Read(path), path: outer.PathOf(path)).GetCompilationUnitRoot();

        var earlier = await history.FindAsync(now, isRest: false, CodeDigest.Compute(First), CancellationToken.None);
        var unknown = await history.FindAsync(now, isRest: false, CodeDigest.Compute("class Other;"), CancellationToken.None);

        Assert.Equal(First, earlier?.Text);
        Assert.Null(unknown);
    }

    private static async Task<TestProject> NewOuterAsync(TestProject inner)
    {
        var outer = await TestProject.CreateAsync(("src/Own.cs", First));
        await outer.GitAsync("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Folder, "lib");
        await outer.CommitAsync();
        await outer.GitAsync("branch", "base");
        return outer;
    }

    private static async Task ChangeAsync(TestProject outer, string change)
    {
        if (change == NewFile)
        {
            outer.Write("lib/src/New.cs", First);
        }
        else if (change != Nothing)
        {
            outer.Write("lib/src/Code.cs", "class Code { int B; }\n");
        }

        if (change is OwnCommit or PointedAt)
        {
            await outer.GitAsync(
                "-C", "lib", "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "--all", "--message", "x");
        }

        if (change == PointedAt)
        {
            await outer.CommitAsync();
        }
    }
}
