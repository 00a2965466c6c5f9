using System.Text.Json;
using CsCheck;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Shared.Catalogue;

/// <summary>Whose a model is, by its name; <c>models.json</c> beside this file has the models that each lab says are its own.</summary>
public sealed class ModelProvidersTests
{
    private static readonly JsonElement Data = JsonDocument.Parse(Resources.ReadBytes("Catalogue/models.json")).RootElement;

    private static readonly (string Lab, string Model)[] Models =
    [
        .. Data.GetProperty("labs").EnumerateObject()
            .SelectMany(lab => lab.Value.EnumerateArray().Select(model => (lab.Name, model.GetString()!))),
    ];

    public static TheoryData<string, string> ModelsOfLabs
    {
        get
        {
            var models = new TheoryData<string, string>();
            foreach (var (lab, model) in Models)
            {
                models.Add(lab, model);
            }

            return models;
        }
    }

    [Fact]
    public void Every_family_is_in_the_table_as_it_is_in_the_data()
    {
        Assert.Equal(
            Data.GetProperty("families").EnumerateArray().Select(family => string.Join(
                " | ", new[] { "name", "provider", "source", "date" }.Select(field => family.GetProperty(field).GetString()))),
            KnownModels.Families.Select(family => string.Join(" | ", family.Name, family.Provider, family.Source, family.Date)));
        Assert.All(KnownModels.Families, family => Assert.True(DateOnly.TryParseExact(family.Date, "yyyy-MM-dd", out _), family.Name));
        Assert.True(KnownModels.Families.Count >= 25);
        Assert.Equal(KnownModels.Families.Count, KnownModels.Families.Select(family => family.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(ModelsOfLabs))]
    public void Every_model_of_a_lab_is_found_to_be_its_own(string lab, string model) => Assert.Contains(lab, ProvidersOf(model));

    [Fact]
    public void However_a_model_is_written_it_stays_its_labs() => Gen.Select(
        Gen.Int[0, Models.Length - 1],
        Disguise.OneOf("", "azure/", "openrouter / ", "some\\", "host:", "us.", "my ", "anthropic/", "ft-", "x\u2215"),
        Disguise.OneOf("", ":free", "@20260101", "-v1:0", " (preview)", "/latest"),
        Disguise.OneOf("-", " ", "_", "\u2011", "\u2013", "\u2212", ".", "--", " - "))
        .SelectMany(input => Disguise.Of(input.Item2 + Models[input.Item1].Model.Replace("-", input.Item4) + input.Item3)
            .Select(text => (Text: text, Models[input.Item1].Lab)))
        .Sample(input => Assert.Contains(input.Lab, ProvidersOf(input.Text)), iter: PropertyRuns.Count);

    [Theory]
    [InlineData("GPT 5.2", "openai")]
    [InlineData("openai-gpt-5.2", "openai")]
    [InlineData("openrouter/openai.gpt-5", "openai openrouter")]
    [InlineData("chatgpt-4o-latest", "openai")]
    [InlineData("OpenAI / gpt-5", "openai")]
    [InlineData("openai:gpt-5", "openai")]
    [InlineData("openai\\gpt-5", "openai")]
    [InlineData("gpt\u20115", "openai")]
    [InlineData("\uFF27\uFF30\uFF34-5", "openai")]
    [InlineData("g\u0440t-5", "openai")]
    [InlineData("gpt5", "openai")]
    [InlineData("Open AI/o3", "openai")]
    [InlineData("openaigpt5", "openai")]
    [InlineData("g.p.t-5", "openai")]
    [InlineData("gpt%2D5", "openai")]
    [InlineData("Chat GPT 5", "openai")]
    [InlineData("deepseekcoder", "deepseek")]
    [InlineData("codex-mini", "openai")]
    [InlineData("text-davinci-003", "openai")]
    [InlineData("ft:gpt-4o:org", "openai")]
    [InlineData("azure/gpt-5.2", "azure openai")]
    [InlineData("anthropic/gpt-5.2", "anthropic openai")]
    [InlineData("openai\u200B/gpt-5.2", "openai")]
    [InlineData("meta/claude-opus-4-5", "anthropic meta")]
    [InlineData("deepseek/gpt-5.2", "deepseek openai")]
    [InlineData("deepseek-r1-distill-gpt-5", "deepseek openai")]
    [InlineData("deepseek-r1-distill-llama-70b", "deepseek meta")]
    [InlineData("bedrock-us.anthropic.claude", "anthropic")]
    [InlineData("bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0", "anthropic bedrock")]
    [InlineData("Claude Sonnet 4.5", "anthropic")]
    [InlineData("Sonnet 4.5", "anthropic")]
    [InlineData("x-ai/grok-4", "xai")]
    [InlineData("meta-llama/Llama-4-Scout", "meta")]
    [InlineData("mistralai/Devstral-Small", "mistral")]
    [InlineData("qwenlong-l1", "alibaba")]
    [InlineData("github-copilot/gpt-4.1", "github openai")]
    [InlineData("hal-9000", "")]
    [InlineData("claudette-2", "")]
    [InlineData("megpt-1", "")]
    [InlineData("o365-helper", "")]
    [InlineData("o12", "")]
    [InlineData("metal-3", "")]
    [InlineData("", "")]
    [InlineData("///", "")]
    [InlineData("\uD83D", "")]
    public void All_that_a_name_tells_are_found(string model, string providers) =>
        Assert.Equal(providers, string.Join(" ", ProvidersOf(model).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_provider_of_an_own_tool_is_found_too()
    {
        var tools = ToolIndex.With(new Dictionary<string, string> { ["shop-assistant"] = "shop-ai" });
        Assert.Equal(["shop-ai"], Providers.OfModel("Shop AI large", tools));
        Assert.Equal(["shop-ai", "openai"], Providers.OfModel("shop-assistant/gpt-5.2", tools));
        Assert.True(Providers.IsModelUnknown("codex", "large-1", tools));
        Assert.False(Providers.IsModelUnknown("shop-assistant", "large-1", tools));
        Assert.False(Providers.IsModelUnknown("shop-assistant", null, tools));
    }

    [Theory]
    [InlineData("gpt-*", "GPT 5.2", true)]
    [InlineData("gpt-*", "openai-gpt-5.2", true)]
    [InlineData("gpt-*", "gpt5.2", true)]
    [InlineData("gpt-*", "gpt\u20115", true)]
    [InlineData("gpt-*", "ft:gpt-4o:org", true)]
    [InlineData("gpt-*", "gpt\u200B_5", true)]
    [InlineData("openai/*", "chatgpt-4o-latest", true)]
    [InlineData("openai/*", "Codex Mini", true)]
    [InlineData("openai/*", "anthropic/gpt-5.2", true)]
    [InlineData("openai/gpt-5", "azure\\gpt-5:free", true)]
    [InlineData("claude-opus-4-5", "Claude Opus 4.5", true)]
    [InlineData("claude-opus-4.5", "bedrock/us.anthropic.claude-opus-4-5@20251101", true)]
    [InlineData("claude-opus-*", "claude-sonnet-4-5", false)]
    [InlineData("gpt", "gpt-5.2", false)]
    [InlineData("openai/gpt-4*", "openai/gpt-5.2", false)]
    [InlineData("mini*", "gpt-5-mini", false)]
    [InlineData("2*", "gpt-5.2", false)]
    [InlineData("anthropic/*", "gpt-5.2", false)]
    public void A_pattern_names_a_model_however_it_is_written(string pattern, string model, bool isNamed)
    {
        var name = new ModelName(model);
        Assert.Equal(isNamed, ModelProviders.IsNamedBy(pattern, name, ModelProviders.Find(name, ToolIndex.Catalogue)));
    }

    [Trait("Case", "N3")]
    [Theory]
    [InlineData("Claude Code", "claude-code")]
    [InlineData("claude_code", "claude-code")]
    [InlineData("Claude Code 2.1.3", "claude-code")]
    [InlineData("codex\u200B", "codex")]
    [InlineData("OpenAI Codex", "codex")]
    [InlineData("Codex CLI 0.45", "codex")]
    [InlineData("Cursor Agent v1", "cursor")]
    [InlineData("Devin AI", "devin")]
    [InlineData("abacus", "abacus")]
    [InlineData("Anthropic Codex", "Anthropic Codex")]
    [InlineData("codex/claude-code", "codex/claude-code")]
    [InlineData("", "")]
    public void A_tool_is_known_by_the_name_of_the_product(string written, string id) =>
        Assert.Equal(id, ToolIndex.Catalogue.Identify(written));

    private static IReadOnlyList<string> ProvidersOf(string model) => Providers.OfModel(model, ToolIndex.Catalogue);
}
