using System.Globalization;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Ci;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The samples, built by the README's own command.</summary>
public sealed partial class SampleTests
{
    /// <summary>The rules that QuickStart cannot show: about a baseline, about a policy file, about history, and the records.</summary>
    private static readonly string[] NotAboutCode =
    [
        "PROV0005", "PROV0006", "PROV0007", "PROV0008", "PROV0009", "PROV4001", "PROV4002", "PROV4003", "PROV4004", "PROV4005", "PROV4006",
        "PROV9001",
    ];

    [Fact]
    public async Task QuickStart_shows_each_rule_once()
    {
        var marked = await MarkedAsync("samples/QuickStart");
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Package/docs/rules"))
                .Select(page => Path.GetFileNameWithoutExtension(page))
                .Except(NotAboutCode)
                .Order(StringComparer.Ordinal),
            marked.Select(mark => mark.Id));

        var build = (await BuildAsync("samples/QuickStart")).MustSucceed();

        Assert.Equal(marked.Select(mark => $"{mark.Id} {mark.File}({mark.Line},{mark.Column})"), Reported(build, "warning"));
        Assert.Equal(marked.Select(mark => mark.Id).Except(UnseenByFormat()), await FormatFindsAsync("samples/QuickStart"));
    }

    [Fact]
    public async Task Evidence_shows_each_rule_about_history_once()
    {
        var build = (await ChildProcess.ShellAsync(
            PackedPackage.RepositoryRoot, "bash samples/Evidence/build.sh -tl:off -nologo -v:quiet --disable-build-servers")).MustSucceed();

        Assert.Equal(
            [
                "PROV4001 Cart.cs(3,15)",
                "PROV4002 Basket.cs(3,42)",
                "PROV4003 Refund.cs(4,2)",
                "PROV4004 Invoice.cs(4,16)",
                "PROV4005 Stock.cs(4,2)",
            ],
            Reported(build, "warning"));
        Assert.Contains("warning PROV4006: Evidence is incomplete: a note of git-ai cannot be read", build.Text, StringComparison.Ordinal);
        Assert.Contains("PROV4006", UnseenByFormat());
        Assert.Equal(
            ["PROV4001", "PROV4002", "PROV4003", "PROV4004", "PROV4005"],
            await FormatFindsAsync("samples/Evidence/artifacts/shop/Shop.slnx"));
    }

    /// <summary>The table of docs/ci.md about <c>dotnet format</c> has each rule in one row.</summary>
    [Fact]
    public void What_a_check_of_the_formatting_does_is_said_of_each_rule() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Package/docs/rules"))
            .Select(page => Path.GetFileNameWithoutExtension(page))
            .Except(["PROV9001"])
            .Order(StringComparer.Ordinal),
        FormatRows().SelectMany(row => row.Ids).Order(StringComparer.Ordinal));

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task ReviewGate_is_clean_until_its_reviews_are_too_old()
    {
        var build = (await BuildAsync("samples/ReviewGate")).MustSucceed();
        Assert.Empty(Reported(build, "warning"));

        var late = (await BuildAsync("samples/ReviewGate", "-p:ProvenanceToday=2030-01-01")).MustFail();
        Assert.Equal(
            ["PROV2007 CardNumber.cs(6,35)", "PROV2007 CardNumber.cs(7,37)", "PROV2007 Receipt.cs(6,48)"], Reported(late, "error"));
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task LegacyAdoption_reports_what_is_new_or_was_changed_and_its_baseline_may_not_grow()
    {
        var build = (await BuildAsync("samples/LegacyAdoption")).MustSucceed();
        Assert.Equal(["PROV1001 Refunds.cs(4,21)", "PROV1001 Vouchers.cs(4,21)"], Reported(build, "warning"));

        var check = (await BuildAsync("samples/LegacyAdoption", "-p:ProvenanceBaseline=check")).MustFail();
        Assert.Contains(
            "error PROVMSB0009: The baseline would grow by 2: 'T:LegacyAdoption.Refunds', 'T:LegacyAdoption.Vouchers'.",
            check.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "Provenance: 5 units, 4 undeclared (2 in the baseline), 0 AI-made, 0 unreviewed, 0 stale",
            check.Text,
            StringComparison.Ordinal);
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task CompanyPolicy_holds_a_project_against_a_policy_that_it_cannot_weaken()
    {
        var build = (await BuildAsync("samples/CompanyPolicy")).MustSucceed();
        Assert.Empty(Reported(build, "warning"));

        var forbidden = (await BuildAsync("samples/CompanyPolicy", "-p:Forbidden=true")).MustFail();
        Assert.Equal(["PROV3001 Parser.cs(4,42)", "PROV3002 Printer.cs(4,42)"], Reported(forbidden, "error"));

        // What is due waits for CI, what is malformed does not.
        var old = (await BuildAsync("samples/CompanyPolicy", "-p:OldCode=true")).MustFail();
        Assert.Equal(["PROV1001 Receipt.cs(4,21)"], Reported(old, "warning"));
        Assert.Equal(["PROV0002 Invoice.cs(4,2)"], Reported(old, "error"));

        var oldInCI = (await BuildAsync("samples/CompanyPolicy", "-p:OldCode=true", "-p:ContinuousIntegrationBuild=true")).MustFail();
        Assert.Equal(["PROV0002 Invoice.cs(4,2)", "PROV1001 Receipt.cs(4,21)"], Reported(oldInCI, "error"));

        var weakened = (await BuildAsync("samples/CompanyPolicy", "-p:Weaken=true")).MustFail();
        Assert.Equal(["PROV0006 weaker.globalconfig(5,1)", "PROV0006 weaker.globalconfig(6,1)"], Reported(weakened, "error"));
        Assert.Contains(
            "'provenance.allowed_providers = openai', which holds for 'Basket.cs', would weaken",
            weakened.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "'dotnet_diagnostic.PROV3002.severity = none', which holds for 'Basket.cs', would weaken",
            weakened.Text,
            StringComparison.Ordinal);

        var silenced = (await BuildAsync("samples/CompanyPolicy", "-p:ProvenanceAnalysisMode=None")).MustFail();
        Assert.Contains(
            "error PROVMSB0031: This project has a policy that cannot be held: ProvenanceAnalysisMode is None",
            silenced.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TrainingCorpus_shows_each_rule_of_a_policy_and_leaves_nothing_in_the_corpus_that_may_not_be_there()
    {
        using var folder = new TemporaryFolder("corpus");
        var manifests = Path.Combine(folder.Path, "manifests");

        var build = (await BuildAsync(
            "samples/TrainingCorpus",
            "-p:ProvenanceManifest=true",
            "-p:ProvenanceManifestFormat=jsonl",
            $"-p:ProvenanceManifestDirectory={manifests}",
            "-p:ProvenanceTrainingLists=true")).MustSucceed();

        Assert.Equal(
            [
                "PROV3001 Discount.cs(4,42)",
                "PROV3002 Shipping.cs(4,42)",
                "PROV3003 TaxTable.cs(4,15)",
                "PROV3004 MoneyTests.cs(4,15)",
                "PROV3005 Tokenizer.cs(4,42)",
            ],
            Reported(build, "warning"));

        // In a clone projects and files are named from its root, in sources without .git from the folder of the sample.
        var isClone = Path.Exists(Path.Combine(PackedPackage.RepositoryRoot, ".git"));
        var sample = isClone ? "samples/TrainingCorpus/" : string.Empty;
        Assert.Equal(
            [$"{sample}src/Orders/Corpus/Money.cs", $"{sample}src/Orders/Corpus/OrderParser.cs"],
            await File.ReadAllLinesAsync(Path.Combine(manifests, "Orders.training/include.txt")));
        Assert.Equal(
            [
                $"{sample}tests/Orders.Tests/Fixtures/orders/broken.txt",
                $"{sample}tests/Orders.Tests/Fixtures/orders/euro.txt",
                $"{sample}tests/Orders.Tests/OrderParserTests.cs",
            ],
            await File.ReadAllLinesAsync(Path.Combine(manifests, "Orders.Tests.training/include.txt")));
        var root = isClone ? PackedPackage.RepositoryRoot : Path.Combine(PackedPackage.RepositoryRoot, "samples/TrainingCorpus");
        var filter = (await ChildProcess.DotnetAsync(
            PackedPackage.RepositoryRoot,
            "run",
            "--project",
            "samples/TrainingCorpus/tools/FilterCorpus",
            "--no-build",
            "--",
            manifests,
            root,
            Path.Combine(folder.Path, "corpus"))).MustSucceed();

        var readme = (await File.ReadAllTextAsync(
            Path.Combine(PackedPackage.RepositoryRoot, "samples/TrainingCorpus/README.md"))).ReplaceLineEndings("\n");
        var shown = isClone ? filter.Text : filter.Text.Replace("  ", "  samples/TrainingCorpus/", StringComparison.Ordinal);
        Assert.Contains("```text\n" + shown.ReplaceLineEndings("\n") + "```\n", readme, StringComparison.Ordinal);
    }

    /// <summary>
    /// What is named here was read off the sources of the sample. Further units may be there to show a rule, as the comment in their source
    /// says.
    /// </summary>
    [Fact]
    public async Task The_manifests_of_QuickStart_say_what_its_sources_say()
    {
        using var folder = new TemporaryFolder("manifests");
        var build = await BuildAsync("samples/QuickStart", "-p:ProvenanceManifest=true", $"-p:ProvenanceManifestDirectory={folder.Path}");
        build.MustSucceed();
        var marked = await MarkedAsync("samples/QuickStart");

        var units = AssertUnits(
            [
                "M:QuickStart.Payments.Payment.Pay(System.Decimal) | Payments/Payment.cs(7-8) | method | human | member",
                "M:QuickStart.Payments.Payment.Settles(QuickStart.Invoice) | Payments/Payment.cs(11-11) | method | unknown | none | "
                + "due PROV1004 | undeclared | PROV1004(11)",
                "T:QuickStart.Basket | Basket.cs(4-21) | class | human | type",
                "T:QuickStart.Basket.Rounding | Basket.cs(15-20) | class | generated | claude-code | type | reviewed 1 | carol@example.com",
                "T:QuickStart.Corpus.Words | Corpus/Words.cs(4-8) | class | generated | claude-code | type | PROV3005(4)",
                "T:QuickStart.Coupon | Coupon.cs(4-9) | class | generated | claude-code | type | unreviewed 1 | "
                + "coderabbitai[bot]:refused | PROV2004(5)",
                "T:QuickStart.Currency | Currency.cs(5-10) | enum | unknown | none | due PROV1001 | undeclared | suppressed | PROV1001(5)",
                "T:QuickStart.Customer | Customer.cs(4-9) | class | unknown | none | due PROV1001 | undeclared | PROV1001(4)",
                "T:QuickStart.Discount | Discount.cs(4-9) | class | assisted | github-copilot | type | reviewed 1 | "
                + "Carol Shaw <carol@example.com>",
                "T:QuickStart.GiftCard | GiftCard.cs(4-9) | class | generated | codex | type | unreviewed 1 | "
                + "Ada Lovelace <ada@example.com>:requester | PROV2005(5)",
                "T:QuickStart.Invoice | Invoice.cs(4-8) | class | human | type",
                "T:QuickStart.Legacy.PriceList | Legacy/PriceList.cs(4-8) | class | unknown | type | PROV1006(4)",
                "T:QuickStart.Loyalty | Loyalty.cs(4-8) | class | generated | claude-code | type | unreviewed 1 | PROV2001(5)",
                "T:QuickStart.Order | Order.cs(4-8) | record | human | type",
                "T:QuickStart.OrderParser | OrderParser.cs(6-19) | class | generated | claude-code | type | reviewed 1 | bob@example.com",
                "T:QuickStart.Payments.Payment | Payments/Payment.cs(3-12) | class | unknown | none | undeclared",
                "T:QuickStart.Policy.Bonus | Policy/Bonus.cs(4-8) | class | autonomous | claude-code | type | PROV3003(4)",
                "T:QuickStart.Policy.Rates | Policy/Rates.cs(4-8) | class | generated | codex | type | PROV3001(4)",
                "T:QuickStart.Policy.Stamps | Policy/Stamps.cs(4-8) | class | generated | cursor | type | PROV3002(4)",
                "T:QuickStart.Refund | Refund.cs(4-9) | class | generated | claude-code | type | stale 1 | bob@example.com:stale | "
                + "PROV2003(5)",
                "T:QuickStart.Security.AccessCode | Security/AccessCode.cs(6-11) | class | generated | claude-code | type | unreviewed 2 | "
                + "bob@example.com | PROV2006(8)",
                "T:QuickStart.Shipping | Shipping.cs(4-9) | class | generated | type | reviewed 1 | bob@example.com | PROV0002(4)",
                "T:QuickStart.Stock | Stock.cs(4-9) | class | generated | claude-code | type | unreviewed 1 | bob@example.com:outdated | "
                + "PROV2007(5)",
                "T:QuickStart.Tax | Tax.cs(4-9) | class | generated | cladue-code | type | reviewed 1 | bob@example.com | PROV0003(4)",
                "T:QuickStart.Vendor.TinyCsv | Vendor/TinyCsv.cs(4-7) | class | unknown | none | undeclared | excluded",
                "T:QuickStart.Weight | Weight.cs(4-9) | class | generated | claude-code | type | unreviewed 1 | bob@example.com:noDigest | "
                + "PROV2008(5)",
            ],
            await UnitsAsync(folder, "QuickStart"),
            marked);
        AssertUnits(
            ["Program.cs | Program.cs(1-4) | top-level statements | unknown | none | due PROV1005 | undeclared | PROV1005(4)"],
            await UnitsAsync(folder, "QuickStart.App"),
            marked);
        AssertUnits(
            [
                "Fixtures/commas.txt | Fixtures/commas.txt(-) | fixture | test | human | file",
                "Fixtures/orders/coffee.csv | Fixtures/orders/coffee.csv(-) | fixture | test | unknown | none | due PROV1003 | "
                + "undeclared | PROV1003(2)",
                "Fixtures/orders/tea.csv | Fixtures/orders/tea.csv(-) | fixture | test | unknown | none | due PROV1003 | undeclared | "
                + "PROV1003(2)",
                "T:QuickStart.Tests.DiscountTests | DiscountTests.cs(4-12) | class | test | generated | claude-code | type | "
                + "unreviewed 1 | PROV2002(5)",
                "T:QuickStart.Tests.OrderParserTests | OrderParserTests.cs(4-15) | class | test | unknown | none | due PROV1002 | "
                + "undeclared | PROV1002(4)",
                "T:QuickStart.Tests.WordsTests | WordsTests.cs(4-9) | class | test | generated | claude-code | type | PROV3004(4)",
            ],
            await UnitsAsync(folder, "QuickStart.Tests"),
            marked);
        Assert.Contains(
            $"Provenance: {Count()} units, {Count("due")} undeclared, {Count("generated", "assisted", "autonomous")} AI-made, "
            + $"{Count("unreviewed")} unreviewed, {Count("stale")} stale (QuickStart)",
            build.Text,
            StringComparison.Ordinal);

        // The first word of a cell says what it is, and excluded units do not count.
        int Count(params string[] words) => units.Select(unit => unit.Split(" | ")).Count(cells => cells[^1] != "excluded"
            && (words.Length == 0 || cells.Any(cell => words.Contains(cell.Split(' ')[0]))));
    }

    [Fact]
    public async Task The_manifest_of_ReviewGate_says_what_its_sources_say()
    {
        using var folder = new TemporaryFolder("manifests");
        var build = await BuildAsync("samples/ReviewGate", "-p:ProvenanceManifest=true", $"-p:ProvenanceManifestDirectory={folder.Path}");
        build.MustSucceed();

        Assert.Equal(
            [
                "T:ReviewGate.Payment | Payment.cs(4-5) | record | human | type",
                "T:ReviewGate.Payments.CardNumber | Payments/CardNumber.cs(4-27) | class | generated | claude-code | type | reviewed 2 | "
                + "bob@example.com | carol@example.com",
                "T:ReviewGate.Receipt | Receipt.cs(4-12) | class | assisted | github-copilot | type | reviewed 1 | "
                + "Erin Gray <erin@example.com>",
            ],
            await UnitsAsync(folder, "ReviewGate"));
        Assert.Contains("Provenance: 3 units, 0 undeclared, 2 AI-made, 0 unreviewed, 0 stale", build.Text, StringComparison.Ordinal);
    }

    /// <summary>Holds units of a manifest against those that are expected, and the others against the marks in their sources.</summary>
    private static List<string> AssertUnits(
        IReadOnlyList<string> expected, IEnumerable<string> units, IReadOnlyList<(string Id, string File, int Line, int Column)> marked)
    {
        var actual = units.ToList();
        Assert.Equal(expected, actual.Intersect(expected));
        Assert.All(actual.Except(expected), unit => Assert.Contains(marked, mark =>
            unit.Contains($"{mark.File}(", StringComparison.Ordinal)
            && unit.EndsWith($" | {mark.Id}({mark.Line})", StringComparison.Ordinal)));
        return actual;
    }

    /// <summary>What the files of a sample say is reported, in comments such as <c>// PROV1001: column 21</c>, by rule.</summary>
    private static async Task<IReadOnlyList<(string Id, string File, int Line, int Column)>> MarkedAsync(string sample)
    {
        var marks = new List<(string Id, string File, int Line, int Column)>();
        var folder = Path.Combine(PackedPackage.RepositoryRoot, sample);
        foreach (var path in new[] { "*.cs", ".editorconfig" }
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)))
        {
            var lines = await File.ReadAllLinesAsync(path);
            marks.AddRange(lines.SelectMany((line, index) => Mark().Matches(line).Select(match => (
                match.Groups["id"].Value,
                Path.GetFileName(path),
                index + 1,
                int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture)))));
        }

        return [.. marks.OrderBy(mark => mark.Id, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<string>> UnitsAsync(TemporaryFolder folder, string assembly) =>
        (await ManifestFile.ReadAsync(Path.Combine(folder.Path, $"{assembly}.provenance.json")))["units"]!.Select(ManifestFile.Summary);

    /// <summary>The rules of which a check of the formatting says nothing, by docs/ci.md.</summary>
    private static string[] UnseenByFormat() =>
        Assert.Single(FormatRows(), row => row.Says.StartsWith("**says nothing**", StringComparison.Ordinal)).Ids;

    private static IReadOnlyList<(string[] Ids, string Says)> FormatRows() =>
    [
        .. File.ReadLines(Path.Combine(PackedPackage.RepositoryRoot, PageFence.Page))
            .SkipWhile(line => !line.StartsWith("| Rules | `dotnet format --verify-no-changes` |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split(" | "))
            .Select(cells => (cells[0].TrimStart('|', ' ').Split(", "), cells[1])),
    ];

    private static async Task<IEnumerable<string>> FormatFindsAsync(string solution)
    {
        var check = await ChildProcess.DotnetAsync(
            PackedPackage.RepositoryRoot, "format", solution, "--verify-no-changes", "--no-restore");
        Assert.Equal(2, check.ExitCode);
        return RuleId().Matches(check.Text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
    }

    // A project that did not change since it was built is not compiled again, and then reports nothing.
    private static Task<CommandOutput> BuildAsync(string sample, params IEnumerable<string> arguments) => ChildProcess.DotnetAsync(
        PackedPackage.RepositoryRoot, ["build", sample, "--no-incremental", "-nologo", "-tl:off", .. arguments]);

    private static IEnumerable<string> Reported(CommandOutput build, string level) => Message().Matches(build.Text)
        .Where(match => match.Groups["level"].Value == level)
        .Select(match => $"{match.Groups["id"].Value} {match.Groups["place"].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<=warning )PROV\d{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"(//|#) (?<id>PROV\d{4}): column (?<column>\d+)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<place>[^/\\]*\.(cs|editorconfig|globalconfig)\(\d+,\d+\)): (?<level>warning|error) (?<id>\w+): ")]
    private static partial Regex Message();
}
