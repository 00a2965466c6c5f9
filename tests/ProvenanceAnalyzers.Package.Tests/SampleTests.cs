using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The samples, built by the README's own command.</summary>
public sealed partial class SampleTests
{
    [Fact]
    public async Task QuickStart_shows_each_rule_once()
    {
        var build = (await BuildAsync("samples/QuickStart")).MustSucceed();

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
                "PROV2001 Loyalty.cs(5,21)",
                "PROV2002 DiscountTests.cs(5,21)",
                "PROV2003 Refund.cs(5,58)",
                "PROV2004 Coupon.cs(5,16)",
                "PROV2005 GiftCard.cs(5,16)",
                "PROV2006 AccessCode.cs(8,21)",
                "PROV2007 Stock.cs(5,35)",
                "PROV2008 Weight.cs(5,2)",
            ],
            Reported(build, "warning"));
    }

    [Fact]
    public async Task ReviewGate_is_clean_until_its_reviews_are_too_old()
    {
        var build = (await BuildAsync("samples/ReviewGate")).MustSucceed();
        Assert.Empty(Reported(build, "warning"));

        var late = (await BuildAsync("samples/ReviewGate", "-p:ProvenanceToday=2030-01-01")).MustFail();
        Assert.Equal(
            ["PROV2007 CardNumber.cs(6,35)", "PROV2007 CardNumber.cs(7,37)", "PROV2007 Receipt.cs(6,48)"], Reported(late, "error"));
    }

    // A project that did not change since it was built is not compiled again, and then reports nothing.
    private static Task<CommandOutput> BuildAsync(string sample, params IEnumerable<string> arguments) => ChildProcess.DotnetAsync(
        PackedPackage.RepositoryRoot, ["build", sample, "--no-incremental", "-nologo", "-tl:off", .. arguments]);

    private static IEnumerable<string> Reported(CommandOutput build, string level) => Message().Matches(build.Text)
        .Where(match => match.Groups["level"].Value == level)
        .Select(match => $"{match.Groups["id"].Value} {match.Groups["place"].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<place>[^/\\]+\.cs\(\d+,\d+\)): (?<level>warning|error) (?<id>\w+): ")]
    private static partial Regex Message();
}
