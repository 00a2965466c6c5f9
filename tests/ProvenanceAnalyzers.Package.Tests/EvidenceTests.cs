using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>What git knows of the lines of a project, from its history through the build to the compiler.</summary>
public sealed class EvidenceTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string List = "Lib/obj/Debug/net10.0/Provenance.Evidence.tsv";
    private const string Evidence = "-p:ProvenanceEvidence=true";

    [Fact]
    public async Task The_list_goes_to_the_compiler_which_runs_when_it_says_something_else_and_only_then()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            // The SDK itself compiles anew after each commit, whose id it writes into the assembly.
            new TestProject().With("EnableSourceControlManagerQueries", "false"),
            ("A.cs", "[assembly: AIProvenance(AIOrigin.Unknown)]\n"),
            ("B.cs", "namespace N;\n\n[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]\ninternal static class B { }\n"));
        await CommitAsync(workspace, "ada@example.com", "Work\n\nCo-authored-by: Claude <noreply@anthropic.com>");
        var cache = $"-p:ProvenanceEvidenceCache={workspace.PathOf(".sarif/cache")}";

        (await workspace.BuildAsync()).MustSucceed();
        Assert.False(File.Exists(workspace.PathOf(List)));

        var first = (await workspace.BuildAsync(Evidence, cache)).MustSucceed();
        Assert.Single(first.ErrorLogs);
        var listed = workspace.Read(List);
        Assert.Contains("\tTrailer\n", listed, StringComparison.Ordinal);
        Assert.Contains("\ntool\tclaude-code\n", listed, StringComparison.Ordinal);
        Assert.Contains("\nfile\tB.cs\t", listed, StringComparison.Ordinal);

        // A human's commit says nothing new.
        workspace.Write("Lib/README.md", "Read me\n");
        await CommitAsync(workspace, "ada@example.com", "Words");
        Assert.Empty((await workspace.BuildAsync(Evidence, cache)).MustSucceed().ErrorLogs);
        Assert.Equal(listed, workspace.Read(List));

        // Without the property it is not passed on, though it is still there.
        var design = await ItemsAsync(workspace, Evidence);
        Assert.Contains("Provenance.Evidence.tsv", design, StringComparison.Ordinal);
        Assert.DoesNotContain("Provenance.Evidence.tsv", await ItemsAsync(workspace), StringComparison.Ordinal);

        // In a design-time build nobody asks git.
        File.Delete(workspace.PathOf(List));
        Assert.DoesNotContain("Provenance.Evidence.tsv", await ItemsAsync(workspace, Evidence), StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf(List)));
    }

    private static async Task<string> ItemsAsync(Workspace workspace, params string[] arguments) => (await workspace.DotnetAsync(
        [
            "msbuild", "Lib", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-getItem:AdditionalFiles", .. arguments,
        ])).MustSucceed().Text;

    private static async Task CommitAsync(Workspace workspace, string author, string message)
    {
        string[] who = ["-c", "user.name=Ada", "-c", $"user.email={author}", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"];
        (await ChildProcess.GitAsync(workspace.Root, "init", "--quiet")).MustSucceed();
        (await ChildProcess.GitAsync(workspace.Root, [.. who, "add", "--all"])).MustSucceed();
        (await ChildProcess.GitAsync(workspace.Root, [.. who, "commit", "--quiet", "--message", message])).MustSucceed();
    }
}
