using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The samples, built by the README's own command.</summary>
public sealed partial class SampleTests
{
    [Fact]
    public async Task QuickStart_shows_each_rule_once()
    {
        // A project that did not change since it was built is not compiled again, and then reports nothing.
        var build = (await ChildProcess.DotnetAsync(
            PackedPackage.RepositoryRoot, "build", "samples/QuickStart", "--no-incremental", "-nologo", "-tl:off")).MustSucceed();

        Assert.Equal(
            [
                "PROV0001 Order.cs(1,1)",
                "PROV0002 Shipping.cs(4,2)",
                "PROV0003 Tax.cs(4,42)",
                "PROV0004 AssemblyInfo.cs(2,76)",
                "PROV1001 Customer.cs(4,21)",
                "PROV1002 OrderParserTests.cs(4,21)",
                "PROV1004 Payment.cs(11,17)",
                "PROV1005 Program.cs(4,1)",
                "PROV1006 PriceList.cs(4,2)",
            ],
            Warning().Matches(build.Text)
                .Select(match => $"{match.Groups["id"].Value} {match.Groups["place"].Value}")
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<place>[^/\\]+\.cs\(\d+,\d+\)): warning (?<id>\w+): ")]
    private static partial Regex Warning();
}
