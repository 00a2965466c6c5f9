using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

public sealed class DisallowedToolRuleTests
{
    [Theory]
    [InlineData("denied_tools = codex", "Tool = {|PROV3001:\"codex\"|}")]
    [InlineData("denied_tools = chatgpt", "Tool = {|PROV3001:\"codex\"|}")]
    [InlineData("denied_tools = codex", "Tool = {|PROV3001:\"codex-cli\"|}")]
    [InlineData("denied_tools = codex", "Tool = {|PROV3001:\" Codex \"|}")]
    [InlineData("denied_tools = codex", "Tool = \"claude-code\"")]
    [InlineData("denied_tools =", "Tool = \"codex\"")]
    [InlineData("allowed_tools = claude-code", "Tool = {|PROV3001:\"codex\"|}")]
    [InlineData("allowed_tools = claude", "Tool = \"claude-code\"")]
    [InlineData("allowed_tools = claude-code", "Tool = {|PROV3001:\"abacus\"|}")]
    [InlineData("allowed_tools =", "Tool = \"codex\"")]
    [InlineData("denied_providers = openai", "Tool = {|PROV3001:\"codex\"|}")]
    [InlineData("denied_providers = openai", "Tool = \"cursor\", Model = {|PROV3001:\"openai/gpt-5.2\"|}")]
    [InlineData("denied_providers = openai", "Tool = \"cursor\", Model = {|PROV3001:\"gpt-5.2\"|}")]
    [InlineData("denied_providers = openai", "Tool = \"cursor\", Model = {|PROV3001:\"GPT-5.2\"|}")]
    [InlineData("denied_providers = openai", "Tool = \"aider\", Model = {|PROV3001:\"openrouter/openai/gpt-5.2\"|}")]
    [InlineData("denied_providers = cursor", "Tool = {|PROV3001:\"cursor\"|}, Model = \"openai/gpt-5.2\"")]
    [InlineData("denied_providers = openai", "Tool = {|PROV3001:\"codex\"|}, Model = \"openai/gpt-5.2\"")]
    [InlineData("denied_providers = openai, cursor", "Tool = {|PROV3001:\"cursor\"|}, Model = {|PROV3001:\"openai/gpt-5.2\"|}")]
    [InlineData("denied_providers = anthropic", "Tool = \"aider\", Model = \"gpt-5.2\"")]
    [InlineData("allowed_providers = anthropic", "Tool = \"claude-code\", Model = \"anthropic/claude-opus-4-5\"")]
    [InlineData("allowed_providers = cursor", "Tool = \"cursor\", Model = {|PROV3001:\"claude-opus-4-5\"|}")]
    [InlineData("allowed_providers = cursor, anthropic", "Tool = \"cursor\", Model = \"claude-opus-4-5\"")]
    [InlineData("allowed_providers = anthropic", "Tool = \"aider\", Model = \"claude-opus-4-5\"")]
    [InlineData("allowed_providers = anthropic", "Tool = {|PROV3001:\"aider\"|}")]
    [InlineData("allowed_providers = anthropic", "Tool = {|PROV3001:\"aider\"|}, Model = \"hal-9000\"")]
    [InlineData("denied_models = gpt-*", "Tool = \"cursor\", Model = {|PROV3001:\"openai/gpt-5.2\"|}")]
    [InlineData("denied_models = openai/*", "Tool = \"cursor\", Model = {|PROV3001:\"gpt-5.2\"|}")]
    [InlineData("denied_models = OPENAI/gpt-5.?", "Tool = \"cursor\", Model = {|PROV3001:\"Gpt-5.2\"|}")]
    [InlineData("denied_models = openai/gpt-4*", "Tool = \"cursor\", Model = \"openai/gpt-5.2\"")]
    [InlineData("denied_models = gpt", "Tool = \"cursor\", Model = \"gpt-5.2\"")]
    [InlineData("denied_tools = ours\nprovenance.custom_tools = ours=contoso", "Tool = {|PROV3001:\"ours\"|}")]
    [InlineData("allowed_providers = contoso\nprovenance.custom_tools = ours=contoso", "Tool = \"ours\"")]
    [InlineData("denied_providers = contoso\nprovenance.custom_tools = ours=contoso", "Tool = {|PROV3001:\"ours\"|}")]
    [InlineData("denied_tools = codex\nprovenance.denied_providers = openai", "Tool = {|PROV3001:\"codex\"|}")]
    [InlineData("denied_tools = claude-code", "Tool = {|PROV3001:\"Claude Code\"|}")]
    [InlineData("denied_providers = openai", "Tool = {|PROV3001:\"OpenAI Codex 0.45\"|}")]
    [InlineData("denied_providers = openai", "Tool = \"aider\"")]
    [InlineData("denied_models = gpt-*", "Tool = \"aider\", Model = \"hal-9000\"")]
    [InlineData("allowed_providers = cursor", "Tool = \"cursor\", Model = {|PROV3001:\"hal-9000\"|}")]
    [InlineData("allowed_providers = cursor", "Tool = \"cursor\", Model = \"cursor/hal-9000\"")]
    public Task Options_decide(string option, string fields) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, {fields})] class C {{ }}",
        Options = $"provenance.{option}\ndotnet_diagnostic.PROV0003.severity = none",
    }.RunAsync();

    [Trait("Case", "N7")]
    [Theory]
    [InlineData("azure/gpt-5.2")]
    [InlineData("bedrock/claude-opus-4-5")]
    [InlineData("us.anthropic.claude-sonnet-4-20250514-v1:0")]
    [InlineData("GPT 5.2")]
    [InlineData("openai:gpt-5")]
    [InlineData("Claude Sonnet 4.5")]
    [InlineData("deepseek/claude-opus-4-5")]
    [Trait("Case", "N1")]
    public Task However_its_model_is_written_a_denied_provider_is_found(string model) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n"
            + $"[AIProvenance(AIOrigin.Generated, Tool = \"aider\", Model = {{|PROV3001:\"{model}\"|}})] class C {{ }}",
        Options = "provenance.denied_providers = openai, anthropic",
    }.RunAsync();

    [Theory]
    [InlineData("codex", "'codex' (openai)", "codex")]
    [InlineData("Codex", "'Codex' (openai)", "codex")]
    [InlineData("ChatGPT", "'ChatGPT' (taken for codex, openai)", "codex")]
    [InlineData("OpenAI Codex 0.45", "'OpenAI Codex 0.45' (taken for codex, openai)", "codex")]
    [InlineData("ChatGPT", "'ChatGPT' (taken for codex, openai)", "chatgpt")]
    [InlineData("Aider CLI", "'Aider CLI' (taken for aider, no provider of its own)", "aider")]
    public async Task A_tool_is_called_what_its_author_called_it(string written, string name, string denied)
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = {{|#0:\"{written}\"|}})] class C {{ }}",
            Options = $"provenance.denied_tools = {denied}\ndotnet_diagnostic.PROV0003.severity = none",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.DisallowedTool).WithLocation(0).WithMessage(
            $"Output of {name} is not allowed here: provenance.denied_tools, which holds for 'Test0.cs', names '{denied}'; "
            + "rewrite it by hand or with another tool, or change the option"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("AIOrigin.Unknown, Tool = {|PROV3001:\"codex\"|}", "{|PROV1006:", "|}")]
    [InlineData("AIOrigin.Human, Tool = {|PROV0002:{|PROV3001:\"codex\"|}|}", "", "")]
    public Task A_tool_that_is_named_counts_whatever_the_origin(string arguments, string before, string after) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[{before}AIProvenance({arguments}){after}] class C {{ }}",
        Options = "provenance.denied_tools = codex",
    }.RunAsync();

    [Fact]
    public Task Aliases_count_and_one_without_a_tool_is_not_allowed_where_only_some_tools_are() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class ByCodexAttribute : System.Attribute { }
            [AIProvenance(AIOrigin.Human)] class ByAIAttribute : System.Attribute { }
            [AIProvenance(AIOrigin.Human)] class ByHandAttribute : System.Attribute { }
            [{|PROV3001:ByCodex|}] class A { }
            [{|PROV3001:ByAI|}] class B { }
            [ByHand] class C { }
            """,
        Options = "provenance.attribute_aliases = ByCodex:generated:codex, ByAI:assisted, ByHand:human\n"
            + "provenance.allowed_tools = claude-code",
    }.RunAsync();

    [Theory]
    [InlineData(
        "denied_providers = anthropic",
        "Tool = {|#0:\"claude-code\"|}",
        "Output of 'claude-code' (anthropic) is not allowed here: provenance.denied_providers, which holds for 'Test0.cs', "
        + "names 'anthropic'; rewrite it by hand or with another tool, or change the option")]
    [InlineData(
        "allowed_tools = metacode, codex",
        "Tool = {|#0:\"aider\"|}",
        "Output of 'aider' (no provider of its own) is not allowed here: provenance.allowed_tools, which holds for 'Test0.cs', "
        + "allows only metacode, codex; rewrite it by hand or with another tool, or change the option")]
    [InlineData(
        "denied_models = gpt-5*",
        "Tool = \"aider\", Model = {|#0:\"gpt-5.2\"|}",
        "Output of the model 'gpt-5.2' (openai) is not allowed here: provenance.denied_models, which holds for 'Test0.cs', names 'gpt-5*'; "
        + "rewrite it by hand or with another model, or change the option")]
    [InlineData(
        "allowed_providers = meta",
        "Tool = {|#0:\"aider\"|}",
        "Output of an unknown provider is not allowed here: provenance.allowed_providers, which holds for 'Test0.cs', allows only meta, "
        + "and nothing says whose model made it; name its Model with the provider, as provider/name, or rewrite it")]
    public async Task The_message_says_what_was_found_which_option_and_what_to_do(string option, string fields, string message)
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, {fields})] class C {{ }}",
            Options = "provenance." + option,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.DisallowedTool).WithLocation(0).WithMessage(message));
        await test.RunAsync();
    }

    [Fact]
    public Task A_nearer_section_beats_a_farther_one() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})] class A { }"),
            ("Tools/B.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class B { }"),
        ],
        Options = "[*.cs]\nprovenance.denied_tools = codex\n[Tools/**.cs]\nprovenance.denied_tools =",
    }.RunAsync();

    /// <summary>However a model is written, it is the one that is denied; the tool's own provider is not.</summary>
    [Trait("Case", "N1")]
    [Theory]
    [InlineData("GPT 5.2")]
    [InlineData("openai-gpt-5.2")]
    [InlineData("openrouter/openai.gpt-5")]
    [InlineData("chatgpt-4o-latest")]
    [InlineData("OpenAI / gpt-5")]
    [InlineData("openai:gpt-5")]
    [InlineData("openai\\\\gpt-5")]
    [InlineData("gpt\\u20115")]
    [InlineData("codex-mini")]
    [InlineData("text-davinci-003")]
    [InlineData("ft:gpt-4o:org")]
    [InlineData("azure/gpt-5.2")]
    [InlineData("anthropic/gpt-5.2")]
    [InlineData("openai\\u200B/gpt-5.2")]
    public async Task However_a_model_is_written_it_is_denied(string model)
    {
        foreach (var policy in new[]
        {
            "denied_providers = openai", "denied_models = gpt-*, openai/*", "allowed_providers = cursor",
            "denied_tools = codex\nprovenance.denied_providers = openai\nprovenance.denied_models = gpt-*, openai/*",
        })
        {
            Assert.Equal("PROV3001", await LockedIds(policy, $"Tool = \"cursor\", Model = \"{model}\""));
        }
    }

    [Theory]
    [InlineData("claude-opus-4-5")]
    [InlineData("Claude Opus 4.5")]
    [InlineData("cursor-small")]
    [InlineData("hal-9000")]
    public async Task Another_model_is_not(string model) => Assert.Equal(
        "",
        await LockedIds(
            "denied_providers = openai\nprovenance.denied_models = gpt-*, openai/*", $"Tool = \"cursor\", Model = \"{model}\""));

    /// <summary>What a lock denies must be known not to be there.</summary>
    [Theory]
    [InlineData("denied_providers = openai, google", "Tool = \"aider\"", "PROV3001")]
    [InlineData("denied_models = gpt-*", "Tool = \"aider\"", "PROV3001")]
    [InlineData("denied_providers = openai", "Tool = \"cline\", Model = \"hal-9000\"", "PROV3001")]
    [InlineData("denied_providers = openai", "Tool = \"OpenCode 1.2\"", "PROV0003, PROV3001")]
    [InlineData("denied_providers = openai", "Tool = \"aider\", Model = \"claude-opus-4-5\"", "")]
    [InlineData("denied_providers = openai", "Tool = \"claude-code\"", "")]
    [InlineData("denied_tools = codex", "Tool = \"aider\"", "")]
    [InlineData("allowed_providers = openai", "Tool = \"aider\"", "PROV3001")]
    public async Task Under_a_lock_what_a_router_made_must_name_its_model(string policy, string fields, string ids) =>
        Assert.Equal(ids, await LockedIds(policy, fields));

    /// <summary>The strictest policy there is: an in-house assistant and its models alone.</summary>
    [Theory]
    [InlineData("Tool = \"shop-assistant\"", "")]
    [InlineData("Tool = \"shop-assistant\", Model = \"large-2\"", "")]
    [InlineData("Tool = \"shop-assistant\", Model = \"shop/large-2\"", "")]
    [InlineData("Tool = \"shop-assistant\", Model = \"GPT 5.2\"", "PROV3001")]
    [InlineData("Tool = \"shop-assistant\", Model = \"shop/gpt-5.2\"", "PROV3001")]
    [InlineData("Tool = \"shop-assistant\", Model = \"codex-mini\"", "PROV3001")]
    [InlineData("Tool = \"shop-assistant\", Model = \"azure/large-2\"", "PROV3001")]
    [InlineData("Tool = \"cursor\", Model = \"shop/large-2\"", "PROV3001")]
    public async Task Only_an_in_house_assistant_is_allowed(string fields, string ids) => Assert.Equal(
        ids,
        await LockedIds(
            "custom_tools = shop-assistant=shop\nprovenance.allowed_tools = shop-assistant\nprovenance.allowed_providers = shop", fields));

    [Fact]
    public async Task The_message_says_what_a_router_lacks()
    {
        var project = Locked("denied_providers = openai, google", "Tool = \"aider\"");
        Assert.Equal(
            "Output of an unknown provider is not allowed here: provenance.denied_providers in the locked policy 'company.provenance' "
            + "denies openai, google, 'aider' routes to models of others, and nothing says whose model made it; "
            + "name its Model with the provider, as provider/name, or rewrite it",
            Assert.Single(await project.DiagnosticsAsync()).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static LockedProject Locked(string policy, string fields) => new()
    {
        Policy = "provenance." + policy,
        Options = "provenance.review_required = none",
        Files = [("C.cs", $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, {fields})] class C {{ }}")],
    };

    private static Task<string> LockedIds(string policy, string fields) => Locked(policy, fields).IdsAsync();
}
