using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>A source file is read once, whoever asks for it and from wherever.</summary>
public sealed class SourceFilesTests
{
    private static readonly CSharpCompilation Library = Compile("Library", "/1/Code.cs", "/1/More.cs");
    private static readonly CSharpCompilation Project = Compile("Project", "/0/Code.cs", "/0/More.cs")
        .AddReferences(Library.ToMetadataReference());

    [Fact]
    public async Task Those_of_the_project_are_the_same_for_all_who_ask()
    {
        var files = Files();
        var asked = await AskAsync(files, Project.SyntaxTrees);

        Assert.Equal(["/0/Code.cs", "/0/More.cs"], files.All.Select(file => file.Tree.FilePath));
        Assert.All(asked, one => Assert.Equal(files.All, one));
    }

    /// <summary>An editor compiles a project against the compilations of others, whose symbols are declared in files of theirs.</summary>
    [Fact]
    public async Task Those_of_a_project_that_it_refers_to_too_and_none_of_them_is_its_own()
    {
        var files = Files();
        var asked = await AskAsync(files, Library.SyntaxTrees);

        Assert.Equal(["/1/Code.cs", "/1/More.cs"], asked[0].Select(file => file.Tree.FilePath));
        Assert.All(asked, one => Assert.Equal(asked[0], one));
        Assert.All(files.All, file => Assert.DoesNotContain(file, asked[0]));
        Assert.Null(files.Named(asked[0][0].Path));
    }

    private static SourceFiles Files() =>
        ProvenanceContext.For(Project, new AnalyzerOptions([], new InMemoryConfig([]))).Files;

    /// <summary>What several threads at once are given for some files.</summary>
    private static Task<SourceFile[][]> AskAsync(SourceFiles files, IReadOnlyList<SyntaxTree> trees) => Task.WhenAll(
        Enumerable.Range(0, 8).Select(_ => Task.Run(() => trees.Select(files.Of).ToArray())));

    private static CSharpCompilation Compile(string name, params string[] paths) => CSharpCompilation.Create(
        name, paths.Select((path, index) => CSharpSyntaxTree.ParseText($"class C{index} {{ }}", path: path)), TestReferences.Net);
}
