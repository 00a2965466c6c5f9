using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Ci;

/// <summary>
/// What docs/ci.md has for a shell, its YAML included, is run in a checkout as a job has it: once where nothing is wrong, and what is there
/// to fail where something is.
/// </summary>
public sealed class CiPageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string PolicySection = "A policy";
    private const string VerifySection = "A job that developers cannot edit";

    /// <summary>What is there to fail, by a part of it that nothing else on the page has, and what it then says.</summary>
    private static readonly Dictionary<string, string> Gates = new()
    {
        ["warnaserror:PROV1001"] = "New.cs(3,14): error PROV1001",
        ["ProvenanceAnalysisMode=Strict"] = "Unread.cs(4,14): error PROV2001",
        ["ProvenanceBaseline=check"] = "error PROVMSB0009: The baseline would grow by 1: 'T:Shop.New'",
        ["PROV2007,PROV2008"] = "Unread.cs(4,14): error PROV2001",
        ["warnaserror:PROV4001"] = "Cart.cs(3,15): error PROV4001",
        ["dotnet tool restore\ndotnet tool run provenance due --since origin/main"] = "2 due in 1 project: 1 undeclared, 1 unreviewed",
    };

    [SlowFact(Needs.Linux, "jq")]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task Each_command_does_what_the_page_says()
    {
        var page = PageFence.ReadAll();
        var origin = package.NewWorkspace();
        var scripts = PageScript.ReadAll()
            .Select(script => script with
            {
                Text = script.Text.Replace(
                    $"--version {PackedPackage.ReleaseVersion}", $"--version {origin.PackageVersion}", StringComparison.Ordinal),
            })
            .ToList();
        using var shop = await ShopRepository.CreateAsync(origin, page);

        foreach (var script in scripts.Where(script => script.Section is not (PolicySection or VerifySection)))
        {
            (await shop.RunAsync(script.Text)).MustSucceed();
        }

        var summary = await File.ReadAllTextAsync(shop.Summary);
        Assert.Contains("### Provenance: nothing is due", summary, StringComparison.Ordinal);
        Assert.Contains("### Provenance: 3 units", summary, StringComparison.Ordinal);
        Assert.Equal("[]", shop.Read("provenance.json").Trim());
        Assert.Contains("dotnet/Shop.net10.0/", shop.Read("sarif/Shop.net10.0.sarif"), StringComparison.Ordinal);

        var (policy, verify) = (OfSection(scripts, PolicySection), OfSection(scripts, VerifySection));
        await shop.LockAsync();
        (await shop.RunAsync(policy)).MustSucceed();
        (await shop.RunAsync(verify)).MustSucceed();
        shop.Write("company.provenance", "provenance.denied_tools = devin\n");
        await shop.CommitAsync();
        var weakened = await shop.RunAsync(verify);
        Assert.Equal(1, weakened.ExitCode);
        Assert.Contains("Shop/Shop.csproj: policy: ", weakened.Text, StringComparison.Ordinal);
        (await shop.RunAsync("git reset --quiet --hard HEAD~2")).MustSucceed();

        shop.Write("Shop/Stock.cs", "namespace Shop;\n\n[AIProvenance(AIOrigin.Human)]\npublic class Stock { }\n");
        (await CommitByHookAsync(shop)).MustSucceed();
        shop.Write("Shop/New.cs", "namespace Shop;\n\npublic class New { }\n");
        shop.Write("Shop/Unread.cs", """
            namespace Shop;

            [AIProvenance(AIOrigin.Generated, Tool = "codex", Model = "openai/gpt-5", RequestedBy = "ada@example.com", On = "2026-11-20")]
            public class Unread { }

            """);
        Assert.Contains("undeclared", (await CommitByHookAsync(shop)).MustFail().Text, StringComparison.Ordinal);
        await shop.CommitAsync();
        shop.Write("Shop/Cart.cs", await File.ReadAllTextAsync(Path.Combine(PackedPackage.RepositoryRoot, "samples/Evidence/src/Cart.cs")));
        await shop.CommitAsync(isAgent: true);

        foreach (var (part, said) in Gates)
        {
            var gate = Assert.Single(scripts, script => script.Text.Contains(part, StringComparison.Ordinal));
            Assert.Contains(said, (await shop.RunAsync(gate.Text)).MustFail().Text, StringComparison.Ordinal);
        }

        await shop.LockAsync();
        Assert.Contains("New.cs(3,14): error PROV1001", (await shop.RunAsync(policy)).MustFail().Text, StringComparison.Ordinal);
    }

    /// <summary>What the jobs of a part of the page run, one after the other.</summary>
    private static string OfSection(IEnumerable<PageScript> scripts, string section) =>
        string.Join('\n', scripts.Where(script => script.Section == section).Select(script => script.Text));

    private static Task<CommandOutput> CommitByHookAsync(ShopRepository shop) =>
        shop.RunAsync("git add --all\ngit commit --quiet --message more");
}
