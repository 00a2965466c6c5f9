using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>What the workflow of a release asks of packing, which is asked nowhere else before a tag is there.</summary>
public sealed partial class ReleasePackTests
{
    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task Each_system_that_the_workflow_names_has_a_package_of_the_tool()
    {
        var workflow = await File.ReadAllTextAsync(Path.Combine(PackedPackage.RepositoryRoot, ".github", "workflows", "release.yml"));
        var argument = PlatformsArgument().Match(workflow).Value.Split('=');

        // One of each system: some package feeds lack what the others need.
        var platforms = argument[^1].Split("%3B").Where(platform => platform.EndsWith("-x64", StringComparison.Ordinal)).ToList();
        using var output = new TemporaryFolder("release");
        using var sources = await SourceCopy.CreateAsync("release");

        await sources.PackAsync("9.9.9", output.Path, $"{argument[0]}={string.Join("%3B", platforms)}");

        Assert.Equal(["linux-x64", "osx-x64", "win-x64"], platforms);
        Assert.Equal(
            platforms.Select(platform => $"ProvenanceAnalyzers.Tool.{platform}.9.9.9.nupkg")
                .Concat(["ProvenanceAnalyzers.9.9.9.nupkg", "ProvenanceAnalyzers.Tool.9.9.9.nupkg"])
                .Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(output.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("-p:ToolPlatforms=[^ \\r\\n]+")]
    private static partial Regex PlatformsArgument();
}
