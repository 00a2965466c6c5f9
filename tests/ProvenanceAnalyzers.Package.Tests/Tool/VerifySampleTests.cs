using System.Text.Json;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary><c>provenance verify</c> on the samples: what it says is what their sources say, and nothing else.</summary>
public sealed class VerifySampleTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string OwnPackages = "<RestorePackagesPath>$(MSBuildThisFileDirectory).packages</RestorePackagesPath>";
    private const string VersionElement = "<ProvenanceAnalyzersVersion>";
    private const string CompanyPolicy = "CompanyPolicy/src/Company.ProvenancePolicy";

    private static readonly string OwnVersion = $"{VersionElement}{PackedPackage.ReleaseVersion}<";

    private static readonly string[] Kept = [".cs", ".csproj", ".editorconfig", ".globalconfig", ".props", ".targets", ".txt", ".csv",
        ".provenance", ".sh", ".slnx"];

    /// <summary>Read off the samples: all of their projects but the company's build without the policy that is asked for here.</summary>
    private static readonly string[] UnderAnyPolicy =
    [
        "policy CompanyPolicy/src/Shop/Shop.csproj",
        "policy LegacyAdoption/src/LegacyAdoption/LegacyAdoption.csproj",
        "undeclared LegacyAdoption/src/LegacyAdoption/Refunds.cs",
        "undeclared LegacyAdoption/src/LegacyAdoption/Vouchers.cs",
        "policy QuickStart/src/QuickStart.App/QuickStart.App.csproj",
        "undeclared QuickStart/src/QuickStart.App/Program.cs",
        "policy QuickStart/src/QuickStart/QuickStart.csproj",
        "unreviewed QuickStart/src/QuickStart/Corpus/Words.cs",
        "unreviewed QuickStart/src/QuickStart/Coupon.cs",
        "undeclared QuickStart/src/QuickStart/Currency.cs",
        "undeclared QuickStart/src/QuickStart/Customer.cs",
        "unreviewed QuickStart/src/QuickStart/GiftCard.cs",
        "unreviewed QuickStart/src/QuickStart/Loyalty.cs",
        "undeclared QuickStart/src/QuickStart/Payments/Payment.cs",
        "unreviewed QuickStart/src/QuickStart/Policy/Bonus.cs",
        "unreviewed QuickStart/src/QuickStart/Policy/Rates.cs",
        "unreviewed QuickStart/src/QuickStart/Policy/Stamps.cs",
        "unreviewed QuickStart/src/QuickStart/Refund.cs",
        "unreviewed QuickStart/src/QuickStart/Security/AccessCode.cs",
        "unreviewed QuickStart/src/QuickStart/Stock.cs",
        "unjudged QuickStart/src/QuickStart/Vendor/TinyCsv.cs",
        "unreviewed QuickStart/src/QuickStart/Weight.cs",
        "policy ReviewGate/src/ReviewGate/ReviewGate.csproj",
        "policy TrainingCorpus/src/Orders/Orders.csproj",
        "missing TrainingCorpus/tools/FilterCorpus/FilterCorpus.csproj",
    ];

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task Nothing_is_said_of_the_samples_that_is_not_so()
    {
        using var workspace = InstalledTool.NewWorkspace();
        CopySamples(workspace);
        (await workspace.DotnetAsync(
            "pack", CompanyPolicy, "--output", workspace.PathOf("feed"), "-nologo", "-tl:off", "-v:quiet",
            $"-p:PackageVersion={workspace.PackageVersion}")).MustSucceed();
        var history = await ChildProcess.ShellAsync(
            workspace.Root, "bash Evidence/build.sh -nologo -tl:off -v:quiet " + ManifestsIn(workspace, "history"));
        history.MustSucceed();
        Directory.Delete(workspace.PathOf("Evidence"), recursive: true);

        workspace.Write(".gitignore", "bin/\nobj/\n.sarif/\nfeed/\nmanifests/\nhistory/\n");
        await workspace.CommitAsync();
        (await workspace.BuildAsync(
            "-p:RestoreAdditionalProjectSources=" + workspace.PathOf("feed"), "-p:ProvenanceManifest=true",
            $"-p:ProvenanceManifestDirectory={workspace.PathOf("manifests")}")).MustSucceed();
        await AssertSarifAsync(workspace);

        workspace.Write("simple.provenance", "provenance.required_on = types\nprovenance.review_required = ai\n");
        Assert.Equal(
            UnderAnyPolicy,
            await ProblemsAsync(workspace, "manifests", "simple.provenance", "--sources", ".", "--except", CompanyPolicy + "/*"));
        Assert.Empty(await ProblemsAsync(
            workspace, "manifests/Shop.provenance.json", CompanyPolicy + "/company.provenance", "--sources", "CompanyPolicy/src/Shop"));
        Assert.Equal(
            [
                "policy Shop.csproj",
                "contradicted Basket.cs",
                "contradicted Cart.cs",
                "contradicted Invoice.cs",
                "contradicted Refund.cs",
            ],
            await ProblemsAsync(workspace, "history", "simple.provenance"));
    }

    /// <summary>What the compiler and the tool write as SARIF is SARIF, by the schema of the standard.</summary>
    private async Task AssertSarifAsync(Workspace workspace)
    {
        var logs = Directory.EnumerateFiles(workspace.PathOf(".sarif"), "*.sarif").ToList();
        Assert.Contains(workspace.PathOf(".sarif/QuickStart.net10.0.sarif"), logs);
        foreach (var log in logs)
        {
            Assert.Empty(await SarifSchema.ErrorsAsync(await File.ReadAllTextAsync(log)));
        }

        var due = await tool.RunAsync(workspace.Root, ["due", "All.slnx", "--no-restore", "--format", "sarif"]);
        Assert.Equal(1, due.ExitCode);
        Assert.Empty(await SarifSchema.ErrorsAsync(due.Text));
        Assert.Contains("PROV2001", due.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await SarifSchema.ErrorsAsync(due.Text.Replace("\"2.1.0\"", "\"2.0.0\"", StringComparison.Ordinal)));
        Assert.NotEmpty(await SarifSchema.ErrorsAsync(due.Text.Replace("\"startLine\"", "\"firstLine\"", StringComparison.Ordinal)));
    }

    /// <summary>
    /// The samples as they are in the repository, with the package that was packed here. Their tests need packages that are read from the
    /// machine's own folder here, of which a build knows nothing, so that those stay out.
    /// </summary>
    private static void CopySamples(Workspace workspace)
    {
        var samples = Path.Combine(PackedPackage.RepositoryRoot, "samples");
        foreach (var file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(samples, file).Replace('\\', '/');
            if (Kept.Contains(Path.GetExtension(path))
                && !path.Split('/').Any(folder => folder is "bin" or "obj" or ".packages" or "artifacts" or "tests")
                && Path.GetFileName(path) is not "Directory.Solution.targets")
            {
                workspace.Write(path, File.ReadAllText(file)
                    .Replace(OwnVersion, $"{VersionElement}{workspace.PackageVersion}<", StringComparison.Ordinal)
                    .Replace("Policy\" Version=\"1.0.0\"", $"Policy\" Version=\"{workspace.PackageVersion}\"", StringComparison.Ordinal)
                    .Replace(OwnPackages, string.Empty, StringComparison.Ordinal));
            }
        }

        workspace.Write("All.slnx", $"<Solution>\n{string.Concat(Directory
            .EnumerateFiles(workspace.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(workspace.Root, project).Replace('\\', '/'))
            .Where(project => !project.StartsWith("Evidence/", StringComparison.Ordinal)
                && !project.StartsWith(CompanyPolicy, StringComparison.Ordinal))
            .Select(project => $"  <Project Path=\"{project}\" />\n"))}</Solution>\n");
    }

    private static string ManifestsIn(Workspace workspace, string folder) =>
        $"-p:ProvenanceManifest=true '-p:ProvenanceManifestDirectory={workspace.PathOf(folder)}'";

    private async Task<IReadOnlyList<string>> ProblemsAsync(
        Workspace workspace, string manifests, string policy, params string[] arguments)
    {
        var output = await tool.RunAsync(workspace.Root, ["verify", manifests, "--policy", policy, "--format", "json", .. arguments]);
        Assert.True(output.ExitCode < 2, output.Text);
        using var verdict = JsonDocument.Parse(output.Text);
        return [.. verdict.RootElement.GetProperty("problems").EnumerateArray().Select(problem =>
        {
            var path = problem.GetProperty("path").GetString()!;
            return $"{problem.GetProperty("kind").GetString()} {(path.Length > 0 ? path : problem.GetProperty("project").GetString())}";
        })];
    }
}
