using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Locks;

/// <summary>
/// The targets name whatever the SDK tells the compiler as text, since a line break in any of it begins an argument of its own.
/// </summary>
public sealed partial class CompilerTextTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    /// <summary>What MSBuild takes as a truth value or a number, and what the compiler is not told of.</summary>
    private static readonly string[] NoTexts =
    [
        "AllowUnsafeBlocks", "CheckForOverflowUnderflow", "DebugSymbols", "DelaySign", "Deterministic", "DisableSdkPath", "EmbedAllSources",
        "ErrorEndLocation", "GenerateFullPaths", "HighEntropyVA", "NoCompilerStandardLib", "NoLogo", "NoWin32Manifest", "Optimize",
        "Prefer32Bit", "ProduceOnlyReferenceAssembly", "ProvideCommandLineArgs", "PublicSign", "ReportAnalyzer", "ReportIVTs",
        "SkipCompilerExecution", "TreatWarningsAsErrors", "UseHostCompilerIfAvailable", "UseSharedCompilation", "Utf8Output",
        "WarningLevel", "_SkipAnalyzers",
        "MSBuildProjectName", "SharedCompilationId", "TargetFramework", "VsSessionGuid",
    ];

    /// <summary>What a policy allows none of at all.</summary>
    private static readonly string[] Forbidden = ["CompilerResponseFile", "CscEnvironment", "CscToolExe", "CscToolPath"];

    [Fact]
    public async Task They_are_those_of_the_call_in_the_SDK()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("Empty.proj", "<Project />\n");
        var folder = (await workspace.DotnetAsync("msbuild", "Empty.proj", "-getProperty:MSBuildBinPath")).MustSucceed().Text.Trim();
        var call = XDocument.Load(Path.Combine(folder, "Roslyn", "Microsoft.CSharp.Core.targets"))
            .Descendants().Single(element => element.Name.LocalName == "Csc");
        var told = call.Attributes().Where(attribute => attribute.Name.LocalName != "Condition")
            .SelectMany(attribute => Reference().Matches(attribute.Value))
            .Select(match => match.Groups["name"].Value);
        var targets = await File.ReadAllTextAsync(Path.Combine(
            PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Package/buildTransitive/ProvenanceAnalyzers.Facts.targets"));
        var texts = XDocument.Parse(targets).Descendants("_ProvenanceCompilerText")
            .Where(item => item.Attribute("Value") != null)
            .Select(item => (
                Name: item.Attribute("Include")!.Value, Read: Reference().Match(item.Attribute("Value")!.Value).Groups["name"].Value))
            .ToList();

        Assert.All(texts, text => Assert.Equal(text.Name, text.Read));
        Assert.Equal(
            told.Except(NoTexts).Except(Forbidden).Distinct().Order(StringComparer.Ordinal),
            texts.Select(text => text.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"[$@]\((?<name>\w+)")]
    private static partial Regex Reference();
}
