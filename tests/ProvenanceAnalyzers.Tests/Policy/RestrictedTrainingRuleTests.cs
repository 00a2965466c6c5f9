using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

public sealed class RestrictedTrainingRuleTests
{
    [Theory]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"claude-code\"|}", "")]
    [InlineData("AIOrigin.Assisted, Tool = {|PROV3005:\"codex\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = \"metacode\"", "")]
    [InlineData("AIOrigin.Generated, Tool = \"mistral-vibe\"", "")]
    [InlineData("AIOrigin.Generated, Tool = \"aider\", Model = \"deepseek/deepseek-v4\"", "")]
    [InlineData("AIOrigin.Generated, Tool = \"aider\", Model = {|PROV3005:\"claude-opus-4-5\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = \"metacode\", Model = {|PROV3005:\"claude-opus-4-5\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"github-copilot\"|}, Model = {|PROV3005:\"claude-opus-4-5\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"claude-code\"|}, Model = \"anthropic/claude-opus-4-5\"", "")]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"v0\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"aider\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"aider\"|}, Model = \"hal-9000\"", "")]
    [InlineData("AIOrigin.Human", "")]
    [InlineData("AIOrigin.Generated, Tool = \"claude-code\"", "anthropic")]
    [InlineData("AIOrigin.Generated, Tool = \"github-copilot\", Model = {|PROV3005:\"claude-opus-4-5\"|}", "github")]
    [InlineData("AIOrigin.Generated, Tool = \"ours\"", "contoso\nprovenance.custom_tools = ours=contoso")]
    [InlineData("AIOrigin.Generated, Tool = {|PROV3005:\"ours\"|}", "\nprovenance.custom_tools = ours=contoso")]
    [InlineData("AIOrigin.Generated, Tool = \"aider\", Model = {|PROV3005:\"deepseek/gpt-5.2\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = \"aider\", Model = {|PROV3005:\"meta/claude-opus-4-5\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = \"metacode\", Model = {|PROV3005:\"deepseek-r1-distill-gpt-5\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = \"metacode\", Model = {|PROV3005:\"hal-9000\"|}", "")]
    [InlineData("AIOrigin.Generated, Tool = \"ours\", Model = {|PROV3005:\"GPT 5.2\"|}", "contoso\nprovenance.custom_tools = ours=contoso")]
    [InlineData(
        "AIOrigin.Generated, Tool = \"ours\", Model = {|PROV3005:\"bedrock-us.anthropic.claude\"|}",
        "contoso\nprovenance.custom_tools = ours=contoso")]
    [InlineData("AIOrigin.Generated, Tool = \"ours\", Model = \"large-2\"", "contoso\nprovenance.custom_tools = ours=contoso")]
    public Task Terms_of_tool_and_model_decide(string arguments, string exempt) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[AIProvenance({arguments})] class C {{ }}",
        Options = $"provenance.training_corpus = true\nprovenance.training_exempt_providers = {exempt}",
    }.RunAsync();

    [Theory]
    [InlineData(
        "Tool = {|#0:\"claude-code\"|}",
        "Output of 'claude-code' (anthropic) may not go into a training corpus: "
        + "provenance.training_corpus, which holds for 'Test0.cs', takes it in, and the terms of 'anthropic' restrict training any "
        + "model on it (Usage Policy, 2026-08-14); rewrite it")]
    [InlineData(
        "Tool = \"metacode\", Model = {|#0:\"openai/gpt-5\"|}",
        "Output of the model 'openai/gpt-5' (openai) may not go into a training corpus: "
        + "provenance.training_corpus, which holds for 'Test0.cs', takes it in, and the terms of 'openai' restrict training "
        + "competing models on it (Terms of Use, 2026-07-26); rewrite it")]
    [InlineData(
        "Tool = {|#0:\"github-copilot\"|}",
        "Output of 'github-copilot' (github) may not go into a training corpus: "
        + "provenance.training_corpus, which holds for 'Test0.cs', takes it in, and the terms of 'github' are unverified; "
        + "read them, or rewrite it")]
    [InlineData(
        "Tool = {|#0:\"aider\"|}",
        "Output of an unknown provider may not go into a training corpus: "
        + "provenance.training_corpus, which holds for 'Test0.cs', takes it in, and nothing says whose model made it; "
        + "name its Model with the provider, as provider/name, or rewrite it")]
    public async Task The_message_names_the_document_and_its_date(string fields, string message)
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, {fields})] class C {{ }}",
            Options = "provenance.training_corpus = true",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RestrictedTraining).WithLocation(0).WithMessage(message));
        await test.RunAsync();
    }

    [Fact]
    public Task Only_what_goes_into_the_corpus_counts() => new ProvenanceTest
    {
        Files =
        [
            ("Corpus/A.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = {|PROV3005:\"codex\"|})] class A { }"),
            ("B.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class B { }"),
        ],
        Options = "[Corpus/**.cs]\nprovenance.training_corpus = true",
    }.RunAsync();

    [Theory]
    [InlineData("", "provenance.training_corpus of the preset 'no-third-party-training' takes it in")]
    [InlineData("provenance.training_corpus = true", "provenance.training_corpus, which holds for 'Test0.cs', takes it in")]
    public async Task Who_takes_it_into_a_corpus_is_named(string options, string named)
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = {|#0:\"aider\"|})] class C { }",
            Options = options,
            Facts = "preset no-third-party-training",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RestrictedTraining).WithLocation(0).WithMessage(
            $"Output of an unknown provider may not go into a training corpus: {named}, and nothing says whose model made it; "
            + "name its Model with the provider, as provider/name, or rewrite it"));
        await test.RunAsync();
    }
}
