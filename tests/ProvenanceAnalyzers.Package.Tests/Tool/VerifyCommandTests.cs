using System.Text.Json;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary><c>provenance verify</c>, installed from its package, on the manifests of real builds.</summary>
public sealed class VerifyCommandTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Policy = "provenance.required_on = types\nprovenance.denied_tools = codex\n";
    private const string Declared = "namespace Shop;\n\n[AIProvenance(AIOrigin.Human)]\npublic class Declared;\n";

    private static readonly TestProject UnderPolicy = new() { Items = "<ProvenancePolicyFile Include=\"../company.provenance\" />" };

    [Fact]
    public async Task What_a_build_lets_through_since_somebody_edited_a_project_file_does_not_pass()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Write("company.provenance", Policy);
        workspace.Add("Shop", UnderPolicy, ("Declared.cs", Declared));
        workspace.Add("Data", UnderPolicy, ("Declared.cs", Declared));
        await workspace.CommitAsync();
        await BuildAsync(workspace, "first");
        Assert.Empty(await ProblemsAsync(workspace, "first", expectedExitCode: 0, "--sources", "."));

        // The policy is taken out of one project, which may then hold what it forbids; the other one builds without the package.
        workspace.Write("Shop/Shop.csproj", new TestProject().ToXml(workspace.PackageVersion));
        workspace.Write(
            "Shop/Declared.cs", Declared.Replace("AIOrigin.Human", "AIOrigin.Generated, Tool = \"codex\"", StringComparison.Ordinal));
        workspace.Write("Data/Data.csproj", new TestProject { Package = Installed.NotHere }.ToXml(workspace.PackageVersion));
        workspace.Write("Data/Declared.cs", "public class Declared;\n");
        await workspace.CommitAsync();
        await BuildAsync(workspace, "second");

        Assert.Equal(
            ["missing Data/Data.csproj", "policy Shop/Shop.csproj", "violation Shop/Shop.csproj", "unreviewed Shop/Shop.csproj"],
            await ProblemsAsync(workspace, "second", expectedExitCode: 1, "--sources", "."));
        Assert.Equal(
            ["missing Data/Data.csproj", "policy Shop/Shop.csproj", "violation Shop/Shop.csproj", "unreviewed Shop/Shop.csproj"],
            await ProblemsAsync(workspace, "second", expectedExitCode: 1, "--against", "first"));

        // A manifest of what nobody has committed, and one of another commit.
        workspace.Write("Shop/Declared.cs", Declared);
        await BuildAsync(workspace, "third");
        Assert.Contains("revision Shop/Shop.csproj", await ProblemsAsync(workspace, "third", expectedExitCode: 1));
        await workspace.CommitAsync();
        Assert.Contains(
            "revision Shop/Shop.csproj",
            await ProblemsAsync(workspace, "second", expectedExitCode: 1, "--sources", ".", "--except", "Data/**"));
    }

    [Fact]
    public async Task A_baseline_that_grew_and_what_hides_a_rule_do_not_pass()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Write("company.provenance", "provenance.required_on = types\nprovenance.due = warning\n");
        workspace.Add("Shop", UnderPolicy, ("Old.cs", "public class Old;\n"));
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        await workspace.CommitAsync();
        await BuildAsync(workspace, "first");
        Assert.Empty(await ProblemsAsync(workspace, "first", expectedExitCode: 0));

        workspace.Write("Shop/New.cs", "public class New;\n");
        workspace.Configure("dotnet_diagnostic.PROV1001.severity = none");
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustFail();
        workspace.Write(".editorconfig", "root = true\n");
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        await workspace.CommitAsync();
        await BuildAsync(workspace, "second");

        Assert.Equal(
            ["baseline Shop/Shop.csproj", "baseline Shop/Shop.csproj"],
            await ProblemsAsync(workspace, "second", expectedExitCode: 1, "--against", "first"));
    }

    [Fact]
    public async Task The_summary_and_the_sentence_say_the_same()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Write("company.provenance", Policy);
        workspace.Add("Shop", UnderPolicy, ("Declared.cs", Declared));
        await workspace.CommitAsync();
        await BuildAsync(workspace, "manifests", "-p:ProvenanceManifestFormat=jsonl");

        var verified = await tool.RunAsync(
            workspace.Root, "verify", "manifests", "--policy", "company.provenance", "--vsa", "vsa.json", "--resource", "git+https://x");

        Assert.Equal(0, verified.ExitCode);
        Assert.Contains(
            "Verified: 1 unit of 1 manifest, under 'company.provenance'. Nothing stands against it; 0 undeclared, 0 unreviewed.",
            verified.Text,
            StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(workspace.Read("vsa.json"));
        Assert.Equal("PASSED", summary.RootElement.GetProperty("predicate").GetProperty("verificationResult").GetString());
        Assert.Equal(2, (await tool.RunAsync(workspace.Root, "verify", "nowhere", "--policy", "company.provenance")).ExitCode);
        Assert.Equal(2, (await tool.RunAsync(workspace.Root, "verify", "manifests")).ExitCode);
        var two = await tool.RunAsync(
            workspace.Root, "verify", "manifests", "--policy", "company.provenance", "--policy", "company.provenance", "--vsa", "two.json",
            "--resource", "git+https://x");
        Assert.Contains("is about one policy", two.Text, StringComparison.Ordinal);
        Assert.Equal(2, two.ExitCode);
    }

    private static async Task BuildAsync(Workspace workspace, string folder, params string[] arguments) =>
        (await workspace.BuildAsync(
            ["-p:ProvenanceManifest=true", $"-p:ProvenanceManifestDirectory={workspace.PathOf(folder)}", .. arguments])).MustSucceed();

    private async Task<IReadOnlyList<string>> ProblemsAsync(
        Workspace workspace, string manifests, int expectedExitCode, params string[] arguments)
    {
        var output = await tool.RunAsync(
            workspace.Root, ["verify", manifests, "--policy", "company.provenance", "--format", "json", .. arguments]);
        Assert.True(output.ExitCode == expectedExitCode, output.Text);
        using var verdict = JsonDocument.Parse(output.Text);
        return [.. verdict.RootElement.GetProperty("problems").EnumerateArray()
            .Select(problem => $"{problem.GetProperty("kind").GetString()} {problem.GetProperty("project").GetString()}")];
    }
}
