using System.Globalization;
using System.Text.Json;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary><c>provenance due</c>, installed from its package: it says what the build says, item by item.</summary>
public sealed class DueCommandTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Undeclared = "namespace Shop;\n\npublic class Undeclared\n{\n}\n";

    private const string Unreviewed = """
        namespace Shop;

        [AIProvenance(AIOrigin.Generated, Tool = "claude-code", RequestedBy = "ada@example.com")]
        public class Unreviewed
        {
            public int Twice(int number) => 2 * number;
        }

        """;

    [Fact]
    public async Task It_lists_what_the_build_reports()
    {
        using var workspace = await NewSolutionAsync();

        var build = (await workspace.BuildAsync()).MustSucceed();
        var due = await DueAsync(workspace, expectedExitCode: 1, "All.slnx");

        Assert.Equal(Reported(build), due);
        Assert.Equal(
            [
                "Data/Numbers.cs(4,58): PROV2003", "Data/Several.cs(4,14): PROV1001", "Shop/Forbidden.cs(3,42): PROV3001",
                "Shop/Forbidden.cs(4,14): PROV2001", "Shop/Undeclared.cs(3,14): PROV1001", "Shop/Unreviewed.cs(4,14): PROV2001",
            ],
            due.Select(item => item[..item.IndexOf(": ", item.IndexOf("PROV", StringComparison.Ordinal), StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Since_a_branch_it_lists_what_the_build_reports_of_the_files_that_changed_on_it()
    {
        using var workspace = await NewSolutionAsync();
        await workspace.CommitAsync();
        await GitAsync(workspace, "branch", "base");
        workspace.Write("Shop/Unreviewed.cs", Unreviewed.Replace("2 * number", "3 * number", StringComparison.Ordinal));
        await workspace.CommitAsync();
        workspace.Write("Data/New.cs", "namespace Data;\n\npublic class New;\n");
        await GitAsync(workspace, "branch", "--force", "unrelated");

        var build = (await workspace.BuildAsync()).MustSucceed();
        var due = await DueAsync(workspace, expectedExitCode: 1, "All.slnx", "--since", "base");

        string[] changed = ["Shop/Unreviewed.cs", "Data/New.cs"];
        Assert.Equal(2, due.Count);
        Assert.Equal(Reported(build).Where(line => changed.Any(file => line.StartsWith(file, StringComparison.Ordinal))), due);
        Assert.Contains("no revision", (await tool.RunAsync(workspace.Root, "due", "All.slnx", "--since", "nowhere")).Text);
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task What_changed_is_also_what_a_marker_elsewhere_speaks_of()
    {
        using var workspace = await InstalledTool.NewWorkspaceOfTargetsAsync();
        Assert.Empty(await DueAsync(workspace, 0, "All.slnx", "--since", "HEAD"));

        workspace.Write("Shop/Program.cs", "System.Console.WriteLine(2);\n");
        Assert.Equal(["PROV2003"], Rules(await DueAsync(workspace, 1, "All.slnx", "--since", "HEAD")));

        workspace.Write("Shop/Data/a.json", "[]\n");
        Assert.Equal(["PROV2003", "PROV2002"], Rules(await DueAsync(workspace, 1, "All.slnx", "--since", "HEAD")).OrderDescending());
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(workspace.PathOf("link"), workspace.PathOf("Shop"));
            Assert.Equal(2, (await DueAsync(workspace, 1, "link", "--since", "HEAD")).Count);
        }
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task It_finds_what_a_person_may_review()
    {
        using var workspace = await NewSolutionAsync();
        await workspace.BuildAsync();

        Assert.Equal(["PROV2003", "PROV2001"], Rules(await DueAsync(workspace, 1, "All.slnx", "--for", "ada@example.com")));
        Assert.Equal(
            ["PROV2003", "PROV2001", "PROV2001"], Rules(await DueAsync(workspace, 1, "All.slnx", "--for", "Bob <bob@example.com>")));
        Assert.Equal(["PROV2001", "PROV2001"], Rules(await DueAsync(workspace, 1, "All.slnx", "--rule", "prov2001")));
        foreach (var nobody in new[] { "claude-code", "dependabot[bot]", "", "..." })
        {
            await AssertNotEstablishedAsync(workspace, "is no human who could review", "due", "All.slnx", "--for", nobody);
        }
    }

    [Fact]
    public async Task It_reads_manifests_instead_of_the_code()
    {
        using var workspace = await NewSolutionAsync();
        (await workspace.BuildAsync(
            "-p:ProvenanceManifest=true", $"-p:ProvenanceManifestDirectory={workspace.PathOf("manifests")}")).MustSucceed();

        Assert.Equal(
            await DueAsync(workspace, 1, "All.slnx"), await DueAsync(workspace, 1, "--manifests", workspace.PathOf("manifests")));

        (await workspace.BuildAsync(
            "-p:ProvenanceManifest=true", "-p:ProvenanceManifestFormat=jsonl",
            $"-p:ProvenanceManifestDirectory={workspace.PathOf("lines")}")).MustSucceed();

        Assert.Equal(
            await DueAsync(workspace, 1, "All.slnx"), await DueAsync(workspace, 1, "--manifests", workspace.PathOf("lines")));
    }

    [Fact]
    public async Task What_cannot_be_established_is_said_and_is_no_success()
    {
        using var workspace = InstalledTool.NewWorkspace();
        await AssertNotEstablishedAsync(workspace, "There is no solution and no C# project", "due");
        await AssertNotEstablishedAsync(workspace, "does not exist", "due", "Nowhere.sln");
        await AssertNotEstablishedAsync(workspace, "The path is empty", "due", "");
        await AssertNotEstablishedAsync(workspace, "is no rule", "due", "--rule", "PROV7777");
        await AssertNotEstablishedAsync(workspace, "There is no manifest", "due", "--manifests", ".");

        workspace.Add("Other", new TestProject { Package = Installed.NotHere }, ("Code.cs", "class C;\n"));
        await AssertNotEstablishedAsync(workspace, "Run: provenance init", "due", "All.slnx");
        await AssertNotEstablishedAsync(workspace, "Run: dotnet add package ProvenanceAnalyzers", "due", "Other");

        workspace.Add("Shop", new TestProject(), ("Undeclared.cs", Undeclared));
        Assert.Contains(
            "Not judged, since they do not use ProvenanceAnalyzers: Other", (await tool.RunAsync(workspace.Root, "due", "All.slnx")).Text);

        workspace.Write("Shop/Broken.cs", "namespace Shop; public class Broken : Nothing { }\n");
        await AssertNotEstablishedAsync(workspace, "does not compile", "due", "All.slnx");

        workspace.Add("Shop", new TestProject { Packages = ["No.Such.Package/1.0.0"] });
        await AssertNotEstablishedAsync(workspace, "cannot be restored", "due", "All.slnx");
    }

    /// <summary>NuGet's of a version that does not exist, and the project's own: with both the build succeeds.</summary>
    [Fact]
    public async Task What_the_build_warns_of_it_judges_and_what_fails_the_build_it_says()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Add("Shop", new TestProject(), ("Undeclared.cs", Undeclared));
        var project = workspace.Read("Shop/Shop.csproj")
            .Replace($"Version=\"{workspace.PackageVersion}\"", "Version=\"0.0.1-lost\"", StringComparison.Ordinal);
        const string End = "</Project>";
        const string Own = "<Target Name=\"Own\" BeforeTargets=\"ResolveReferences\"><Warning Code=\"OWN1\" Text=\"mine\" /></Target>";
        workspace.Write("Shop/Shop.csproj", project.Replace(End, Own + End, StringComparison.Ordinal));
        await AssertNotEstablishedAsync(workspace, "'Shop' is not restored. Run dotnet restore", "due", "All.slnx", "--no-restore");

        var build = (await workspace.BuildAsync()).MustSucceed();
        Assert.Superset(new HashSet<string> { "NU1603", "OWN1" }, build.Messages.Select(message => message.Code).ToHashSet());
        Assert.Equal(["PROV1001"], Rules(await DueAsync(workspace, 1, "All.slnx")));

        workspace.Write("Shop/Shop.csproj", project.Replace(
            End, Own.Replace("Warning", "Error", StringComparison.Ordinal) + End, StringComparison.Ordinal));
        await AssertNotEstablishedAsync(workspace, "mine. See: dotnet build", "due", "All.slnx");

        workspace.Write("Shop/Shop.csproj", project.Replace(End, "<Import Project=\"no.targets\" />" + End, StringComparison.Ordinal));
        await AssertNotEstablishedAsync(workspace, "imports 'no.targets', which does not exist", "due", "All.slnx");
    }

    [Fact]
    public async Task Its_help_fits_a_screen()
    {
        using var workspace = InstalledTool.NewWorkspace();
        foreach (var command in new[] { "--help", "due --help", "review --help" })
        {
            var help = (await tool.RunAsync(workspace.Root, command.Split(' '))).MustSucceed().Text;
            Assert.True(help.Split('\n').Length <= 30, help);
        }
    }

    private async Task AssertNotEstablishedAsync(Workspace workspace, string said, params string[] arguments)
    {
        var output = await tool.RunAsync(workspace.Root, arguments);
        Assert.Contains(said, output.Text, StringComparison.Ordinal);
        Assert.Equal(2, output.ExitCode);
    }

    private async Task<IReadOnlyList<string>> DueAsync(Workspace workspace, int expectedExitCode, params string[] arguments)
    {
        var output = await tool.RunAsync(workspace.Root, ["due", .. arguments, "--format", "json"]);
        Assert.True(output.ExitCode == expectedExitCode, output.Text);
        using var due = JsonDocument.Parse(output.Text);
        return
        [
            .. due.RootElement.GetProperty("items").EnumerateArray().Select(item => string.Create(
                CultureInfo.InvariantCulture,
                $"{item.GetProperty("path").GetString()}({item.GetProperty("line").GetInt32()},{item.GetProperty("column").GetInt32()}): "
                + $"{item.GetProperty("rule").GetString()}: {item.GetProperty("message").GetString()}")),
        ];
    }

    private static IEnumerable<string> Reported(BuildResult build) => build.OurOwn
        .Where(diagnostic => diagnostic.Level is "warning" or "error" && !diagnostic.Suppressed)
        .Select(diagnostic => $"{diagnostic.File}({diagnostic.Line},{diagnostic.Column}): {diagnostic.Id}: {diagnostic.Message}")
        .Distinct();

    private static IEnumerable<string> Rules(IEnumerable<string> due) =>
        due.Select(line => line[line.IndexOf("PROV", StringComparison.Ordinal)..][..8]);

    private static async Task GitAsync(Workspace workspace, params string[] arguments) =>
        (await ChildProcess.GitAsync(workspace.Root, arguments)).MustSucceed();

    private static async Task<Workspace> NewSolutionAsync()
    {
        var workspace = InstalledTool.NewWorkspace();
        workspace.Add(
            "Shop",
            new TestProject(),
            ("Undeclared.cs", Undeclared),
            ("Unreviewed.cs", Unreviewed),
            ("Suppressed.cs", "namespace Shop;\n\n#pragma warning disable PROV1001\npublic class Suppressed\n{\n}\n"),
            ("Quiet/Silent.cs", "namespace Shop;\n\npublic class Silent\n{\n}\n"),
            ("Forbidden.cs", """
                namespace Shop;

                [AIProvenance(AIOrigin.Generated, Tool = "codex")]
                public class Forbidden
                {
                }

                """));
        workspace.Add(
            "Data",
            new TestProject { Framework = "net10.0;netstandard2.0" }.With("LangVersion", "latest"),
            ("Several.cs", "namespace Data;\n\n/// <summary>One finding, in two frameworks.</summary>\npublic class Several;\n"),
            ("Numbers.cs", """
                namespace Data;

                [AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
                [HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:00000000000000000000000000000000")]
                public class Numbers
                {
                    public int One => 1;
                }

                """));
        workspace.Write(".editorconfig", """
            root = true

            [*.cs]
            provenance.denied_tools = codex

            [Shop/Quiet/**.cs]
            dotnet_diagnostic.PROV1001.severity = none

            """);
        await workspace.CommitAsync();
        return workspace;
    }
}
