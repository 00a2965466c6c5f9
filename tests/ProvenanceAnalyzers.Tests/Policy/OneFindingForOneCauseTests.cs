using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

/// <summary>Whoever has one thing to do reads of it once; who has two reads of both.</summary>
[Trait("Case", "P25")]
public sealed class OneFindingForOneCauseTests
{
    [Theory]

    // The terms of a provider are why it is denied.
    [InlineData("training_corpus = true\ndenied_providers = openai", "Generated, Tool = \"codex\"", "PROV3001")]
    [InlineData("training_corpus = true\ndenied_tools = codex", "Generated, Tool = \"codex\"", "PROV3001")]
    [InlineData("training_corpus = true\ndenied_models = gpt-*", "Generated, Tool = \"aider\", Model = \"openai/gpt-5\"", "PROV3001")]

    // The tool is one thing, the model another.
    [InlineData(
        "training_corpus = true\ndenied_tools = aider", "Generated, Tool = \"aider\", Model = \"openai/gpt-5\"", "PROV3001, PROV3005")]
    [InlineData(
        "denied_providers = openai, anthropic",
        "Generated, Tool = \"claude-code\", Model = \"openai/gpt-5\"",
        "PROV3001, PROV3001")]

    // Who has to say a tool has to say a tool.
    [InlineData("allowed_providers = meta", "Generated", "PROV0002")]
    [InlineData("allowed_providers = meta", "Generated, Tool = \"...\"", "PROV0002")]
    [InlineData("allowed_providers = meta\ntraining_corpus = true", "Generated", "PROV0002")]
    [InlineData("allowed_providers = meta", "Generated, Model = \"openai/gpt-5\"", "PROV0002, PROV3001")]

    // What may not be unknown is no open question.
    [InlineData("allowed_origins = human", "Unknown", "PROV3003")]
    [InlineData("allowed_origins = human, unknown", "Unknown", "PROV1006")]
    public async Task Of_a_locked_policy(string policy, string annotation, string expected)
    {
        var project = new LockedProject
        {
            Policy = string.Concat(policy.Split('\n').Select(line => $"provenance.{line}\n")),
            Options = "provenance.review_required = none\n",
            Files = [("C.cs", $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.{annotation})] class C {{ }}")],
        };

        var found = await project.DiagnosticsAsync();

        Assert.Equal(expected, string.Join(", ", found.Select(diagnostic => diagnostic.Id).Order()));
    }

    [Theory]
    [InlineData("no-third-party-training", "", "AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|}")]
    [InlineData("disclose", "", "{|PROV3003:AIOrigin.Unknown|}")]

    // Whoever turns off the rule of an option of theirs turns off that one alone.
    [InlineData(
        "no-third-party-training",
        "provenance.training_corpus = true",
        "AIOrigin.Generated, Tool = {|PROV3001:{|PROV3005:\"codex\"|}|}")]
    [InlineData(
        "",
        "provenance.training_corpus = true\nprovenance.denied_tools = codex",
        "AIOrigin.Generated, Tool = {|PROV3001:{|PROV3005:\"codex\"|}|}")]
    public Task Of_a_preset_and_of_options(string preset, string options, string annotation) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers; [AIProvenance({annotation})] class C {{ }}",
        Options = options,
        Facts = preset.Length > 0 ? $"preset {preset}" : string.Empty,
    }.RunAsync();
}
