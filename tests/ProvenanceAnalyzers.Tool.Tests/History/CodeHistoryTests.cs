using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Tool.History;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.History;

/// <summary>What was reviewed is found in history, whatever happened to the file since.</summary>
public sealed class CodeHistoryTests
{
    [Fact]
    public async Task Of_many_types_in_a_file_with_many_commits_each_finds_the_newest_commit_that_has_it()
    {
        const int Types = 20;
        using var project = await TestProject.CreateAsync();
        var commits = new List<string>();
        for (var commit = 0; commit < 6; commit++)
        {
            project.Write("src/Code.cs", string.Concat(Enumerable.Range(0, Types).Select(type => TextOf(type, commit))));
            await project.CommitAsync();
            commits.Add((await project.GitAsync("rev-parse", "HEAD")).Trim());
        }

        await project.GitAsync("mv", "src/Code.cs", "src/A name with blanks and \u00e9.cs");
        await project.CommitAsync();
        using var history = await HistoryOfAsync(project);
        var root = Parse(project, "src/A name with blanks and \u00e9.cs");
        foreach (var (type, declaration) in root.Members.Index())
        {
            // What the type with the number n was when it had changed n % 6 times, and what it never was.
            var reviewed = type % 6;
            var earlier = await history.FindAsync(
                declaration, isRest: false, CodeDigest.Compute(TextOf(type, reviewed).Trim()), CancellationToken.None);

            Assert.Equal(TextOf(type, reviewed).Trim(), earlier?.Text);
            if (reviewed < 5)
            {
                Assert.Equal(commits[reviewed], earlier?.Commit);
            }

            Assert.Null(await history.FindAsync(declaration, isRest: false, CodeDigest.Compute("class No;"), CancellationToken.None));
        }
    }

    [Fact]
    public async Task What_is_in_no_commit_is_not_found()
    {
        using var project = await TestProject.CreateAsync();
        project.Write("src/New.cs", TextOf(1, 1));
        using var history = await HistoryOfAsync(project);

        Assert.Null(await history.FindAsync(
            Parse(project, "src/New.cs"), isRest: false, CodeDigest.Compute(TextOf(1, 1)), CancellationToken.None));
    }

    /// <summary>git ends where it cannot go on; what it did not say is not known, and nothing fails.</summary>
    [Fact]
    public async Task What_a_damaged_repository_does_not_have_is_not_found()
    {
        using var project = await TestProject.CreateAsync(("src/Code.cs", TextOf(1, 1)));
        var blob = (await project.GitAsync("rev-parse", "HEAD:src/Code.cs")).Trim();
        var file = project.PathOf($".git/objects/{blob[..2]}/{blob[2..]}");
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllText(file, "damaged");
        using var history = await HistoryOfAsync(project);

        for (var time = 0; time < 2; time++)
        {
            Assert.Null(await history.FindAsync(
                Parse(project, "src/Code.cs"), isRest: false, CodeDigest.Compute(TextOf(1, 1)), CancellationToken.None));
        }
    }

    private static string TextOf(int type, int commit) => $"class C{type} {{ int M() => {commit}; }}\n";

    private static async Task<CodeHistory> HistoryOfAsync(TestProject project) =>
        new((await GitRepository.FindAsync(project.Folder, CancellationToken.None))!);

    private static CompilationUnitSyntax Parse(TestProject project, string path) =>
        CSharpSyntaxTree.ParseText(project.Read(path), path: project.PathOf(path)).GetCompilationUnitRoot();
}
