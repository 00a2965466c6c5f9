using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Shared.Catalogue;

/// <summary>Holds the tables against the data they were made from, <c>tools.json</c> and <c>providers.json</c> beside this file.</summary>
public sealed partial class CatalogueTests
{
    private static readonly JsonElement ToolData = Read("tools.json");
    private static readonly JsonElement ProviderData = Read("providers.json");

    [Fact]
    public void Every_tool_is_in_the_table_as_it_is_in_the_data()
    {
        Assert.Equal(ToolData.GetProperty("asOf").GetString(), KnownTools.AsOf);
        Assert.Equal(
            ToolData.GetProperty("tools").EnumerateArray().Select(tool => string.Join(
                " | ",
                tool.GetProperty("id").GetString(),
                tool.GetProperty("kind").GetString(),
                tool.GetProperty("provider").GetString(),
                List(tool, "aliases"),
                List(tool, "emails"),
                List(tool, "bots"),
                List(tool, "trailers"))),
            KnownTools.All.Select(tool => string.Join(
                " | ",
                tool.Id,
                tool.Kind == ToolKind.Author ? "author" : "reviewer",
                tool.Provider,
                string.Join(" ", tool.Aliases),
                string.Join(" ", tool.Emails),
                string.Join(" ", tool.Bots),
                string.Join(" ", tool.Trailers))));
        Assert.Equal(
            ToolData.GetProperty("modelPrefixes").EnumerateArray().Select(row =>
                (row.GetProperty("prefix").GetString()!, row.GetProperty("provider").GetString()!)),
            KnownTools.ModelPrefixes);
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
        Assert.All(KnownTools.All.SelectMany(tool => tool.Emails), email => Assert.Matches(Email(), email));
        Assert.All(KnownTools.All.SelectMany(tool => tool.Bots), bot => Assert.Matches(Bot(), bot));
        Assert.All(KnownTools.All.SelectMany(tool => tool.Trailers), trailer => Assert.Matches(Trailer(), trailer));
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

    private static string List(JsonElement tool, string property) =>
        string.Join(" ", tool.GetProperty(property).EnumerateArray().Select(value => value.GetString()));

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z0-9.-]+@[a-z0-9-]+(\.[a-z0-9-]+)+\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"\A(Copilot|[a-z0-9-]+\[bot\])\z")]
    private static partial Regex Bot();

    [GeneratedRegex(@"\A[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)+\z")]
    private static partial Regex Trailer();
}
