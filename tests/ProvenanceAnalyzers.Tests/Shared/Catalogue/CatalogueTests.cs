using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Shared.Catalogue;

/// <summary>
/// Holds the tables against the rows that were checked, <c>tools.json</c> and <c>providers.json</c> beside this file, and against what
/// each row must have.
/// </summary>
public sealed partial class CatalogueTests
{
    private const string Folder = "src/ProvenanceAnalyzers/Shared/Catalogue";

    private static readonly JsonElement ToolData = Read("tools.json");
    private static readonly JsonElement ProviderData = Read("providers.json");

    [Fact]
    public void Every_tool_that_was_checked_is_in_the_tables_with_all_that_is_known_of_it()
    {
        foreach (var row in ToolData.GetProperty("tools").EnumerateArray())
        {
            var id = row.GetProperty("id").GetString()!;
            var tool = Assert.Single(KnownTools.All, tool => tool.Id == id);
            Assert.Equal(row.GetProperty("kind").GetString(), tool.Kind == ToolKind.Author ? "author" : "reviewer");
            Assert.Equal(row.GetProperty("provider").GetString(), tool.Provider);
            Assert.Subset(tool.Aliases.ToHashSet(), Values(row, "aliases").ToHashSet());
            Assert.Subset(FactsOf(id, ToolFactKind.Address), Values(row, "emails").ToHashSet());
            Assert.Subset(FactsOf(id, ToolFactKind.Account), Values(row, "bots").ToHashSet());
            Assert.Subset(FactsOf(id, ToolFactKind.Trailer), Values(row, "trailers").ToHashSet());
        }

        Assert.Equal(
            ToolData.GetProperty("modelPrefixes").EnumerateArray().Select(row =>
                (row.GetProperty("prefix").GetString()!, row.GetProperty("provider").GetString()!)),
            KnownModels.Prefixes.Select(family => (family.Name, family.Provider)));
    }

    [Fact]
    public void The_catalogue_is_as_large_as_it_says()
    {
        Assert.True(KnownTools.All.Count >= 60);
        Assert.True(KnownModels.Prefixes.Count + KnownModels.Families.Count >= 25);
        Assert.True(KnownBots.All.Count >= 25);
    }

    [Fact]
    public void Every_line_of_the_tables_is_read()
    {
        Assert.Equal(Lines("tool-facts.tsv"), ToolFacts.All.Count);
        Assert.Equal(Lines("bots.tsv"), KnownBots.All.Count);

        static int Lines(string file) => Repository.Read($"{Folder}/{file}").TrimEnd('\n').Split('\n').Length - 1;
    }

    [Fact]
    public void Every_row_says_where_it_was_seen_and_when_or_that_nobody_has_found_it()
    {
        IEnumerable<(string Row, string Source, string Day)> rows =
        [
            .. ToolFacts.All.Select(fact => ($"{fact.Tool} {fact.Value}", fact.Source, fact.Day)),
            .. KnownBots.All.Select(bot => (bot.Account, bot.Source, bot.Day)),
            .. KnownModels.Prefixes.Concat(KnownModels.Families).Select(family => (family.Name, family.Source, family.Date)),
        ];
        Assert.All(rows, row => Assert.True(
            row.Source == "unverified"
                ? row.Day.Length == 0
                : row.Source.Length > 0
                    && DateOnly.TryParseExact(row.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            row.Row));
    }

    [Fact]
    public void Every_tool_has_one_name_and_every_fact_is_about_a_known_tool()
    {
        Assert.Equal(
            KnownTools.All.Select(tool => tool.Id).Order(StringComparer.Ordinal),
            ToolFacts.Of(ToolFactKind.Name).Select(fact => fact.Tool).Order(StringComparer.Ordinal));
        Assert.All(
            ToolFacts.All,
            fact => Assert.True(
                fact.Tool.Length == 0 ? fact.Kind == ToolFactKind.Variable : KnownTools.All.Any(tool => tool.Id == fact.Tool), fact.Value));
    }

    [Fact]
    public void Every_identity_belongs_to_one_tool_or_bot()
    {
        string[] identities =
        [
            .. ToolFacts.Of(ToolFactKind.Name).Select(fact => fact.Value),
            .. ToolFacts.Of(ToolFactKind.Address).Select(fact => fact.Value),
            .. ToolFacts.Of(ToolFactKind.Account).Select(fact => $"{fact.Number}+{fact.Value}"),
            .. ToolFacts.Of(ToolFactKind.Trailer).Select(fact => fact.Value + ":"),
            .. ToolFacts.Of(ToolFactKind.Variable).Select(fact => "$" + fact.Value),
            .. KnownBots.All.Select(bot => bot.Account + "[bot]"),
            .. KnownBots.All.Where(bot => bot.Address.Length > 0).Select(bot => bot.Address),
        ];
        Assert.Empty(identities.GroupBy(identity => identity, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key));

        // Of accounts with one name only the numbers may differ, not the tool.
        Assert.All(
            ToolFacts.Of(ToolFactKind.Account).GroupBy(fact => fact.Value, StringComparer.OrdinalIgnoreCase),
            same => Assert.Single(same.Select(fact => fact.Tool).Distinct()));
    }

    [Fact]
    public void No_bot_is_an_AI()
    {
        var accounts = ToolFacts.Of(ToolFactKind.Account)
            .Select(fact => fact.Value.Replace("[bot]", string.Empty, StringComparison.Ordinal));
        var numbers = ToolFacts.Of(ToolFactKind.Account).Select(fact => fact.Number).Where(number => number.Length > 0);
        Assert.Empty(KnownBots.All.Select(bot => bot.Account).Intersect(accounts, StringComparer.OrdinalIgnoreCase));
        Assert.Empty(KnownBots.All.Select(bot => bot.Number).Intersect(numbers));
        Assert.All(KnownBots.All, bot => Assert.False(ToolIndex.Catalogue.IsKnown(ToolIndex.Catalogue.Identify(bot.Account)), bot.Account));
    }

    [Fact]
    public void Every_provider_is_in_the_table_as_it_is_in_the_data()
    {
        Assert.Equal(ProviderData.GetProperty("asOf").GetString(), KnownProviders.AsOf);
        Assert.Equal(
            ProviderData.GetProperty("providers").EnumerateArray().Select(provider => (
                provider.GetProperty("id").GetString()!,
                provider.GetProperty("restriction").GetString() switch
                {
                    "any-model" => TrainingRestriction.AnyModel,
                    "competing-models" => TrainingRestriction.CompetingModels,
                    "image-models" => TrainingRestriction.ImageModels,
                    "none" => TrainingRestriction.None,
                    "unverified" => TrainingRestriction.Unverified,
                    var other => throw new InvalidOperationException(other),
                },
                provider.GetProperty("document").GetString()!,
                provider.GetProperty("date").GetString()!)),
            KnownProviders.All.Select(provider => (provider.Id, provider.Restriction, provider.Document, provider.Date)));
    }

    [Fact]
    public void Ids_and_aliases_are_written_alike_and_mean_one_tool_each()
    {
        var names = KnownTools.All.SelectMany(tool => tool.Aliases.Prepend(tool.Id)).ToList();

        Assert.All(names, name => Assert.Matches(Id(), name));
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase).Count(), names.Count);
        Assert.All(KnownTools.All.Select(tool => tool.Provider).OfType<string>(), provider => Assert.Matches(Id(), provider));
        Assert.All(KnownProviders.All, provider => Assert.Matches(Id(), provider.Id));
    }

    [Fact]
    public void Identities_can_be_matched_whole()
    {
        Assert.All(ToolFacts.Of(ToolFactKind.Address), fact => Assert.Matches(Email(), fact.Value));
        Assert.All(ToolFacts.Of(ToolFactKind.Account), fact => Assert.Matches(Account(), fact.Value));
        Assert.All(ToolFacts.Of(ToolFactKind.Account), fact => Assert.Matches(Number(), fact.Number));
        Assert.All(ToolFacts.Of(ToolFactKind.Trailer), fact => Assert.Matches(Trailer(), fact.Value));
        Assert.All(ToolFacts.Of(ToolFactKind.Variable), fact => Assert.Matches(Variable(), fact.Value));
        Assert.All(KnownBots.All, bot => Assert.Matches(Id(), bot.Account));
        Assert.All(KnownBots.All, bot => Assert.Matches(Number(), bot.Number));
        Assert.All(KnownBots.All.Where(bot => bot.Address.Length > 0), bot => Assert.Matches(Email(), bot.Address));

        // Addresses that many people have are told apart by the account in them.
        Assert.DoesNotContain(ToolFacts.Of(ToolFactKind.Address), fact => fact.Value.Contains("users.noreply", StringComparison.Ordinal));
    }

    [Fact]
    public void Verified_terms_have_a_document_and_a_date()
    {
        foreach (var provider in KnownProviders.All)
        {
            var isVerified = provider.Restriction != TrainingRestriction.Unverified;
            Assert.Equal(isVerified, provider.Document.Length > 0);
            Assert.True(
                isVerified
                    ? DateOnly.TryParseExact(
                        provider.Date,
                        ["yyyy-MM-dd", "yyyy"],
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out _)
                    : provider.Date.Length == 0,
                provider.Id);
        }
    }

    [Theory]
    [InlineData("claude-code", true)]
    [InlineData("CLAUDE", true)]
    [InlineData("cladue", false)]
    [InlineData("", false)]
    public void The_index_knows_ids_and_aliases_in_any_case(string name, bool isKnown) =>
        Assert.Equal(isKnown, ToolIndex.Catalogue.IsKnown(name));

    [Theory]
    [InlineData("cladue-code", "claude-code")]
    [InlineData("copliot", "github-copilot")]
    [InlineData("windsrf", "windsurf")]
    [InlineData("abacus", null)]
    [InlineData("v", null)]
    [InlineData("", null)]
    public void The_index_tells_a_typing_error_from_another_word(string name, string? nearest) =>
        Assert.Equal(nearest, ToolIndex.Catalogue.Nearest(name));

    private static JsonElement Read(string file) => JsonDocument.Parse(Resources.ReadBytes("Catalogue/" + file)).RootElement;

    private static IEnumerable<string> Values(JsonElement tool, string property) =>
        tool.GetProperty(property).EnumerateArray().Select(value => value.GetString()!);

    private static HashSet<string> FactsOf(string tool, ToolFactKind kind) =>
        [.. ToolFacts.Of(kind).Where(fact => fact.Tool == tool).Select(fact => fact.Value.Split('=')[0])];

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z0-9.-]+@[a-z0-9-]+(\.[a-z0-9-]+)+\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"\A[A-Za-z0-9-]+(\[bot\])?\z")]
    private static partial Regex Account();

    [GeneratedRegex(@"\A[0-9]*\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)+(=[A-Za-z]+)?\z")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"\A[A-Z_]+(=[a-z]+)?\z")]
    private static partial Regex Variable();
}
