using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

public sealed class ContradictedToolRuleTests
{
    [Theory]
    [InlineData("codex", "github-copilot", true)]
    [InlineData("github-copilot", "github-copilot", false)]
    [InlineData("Copilot", "github-copilot", false)]
    [InlineData("claude", "claude-code", false)]
    [InlineData("gemini-cli", "jules", false)]
    public Task The_tool_is_the_one_that_history_tells(string declared, string told, bool isReported) => new ProvenanceTest
    {
        Source = EvidencedCode.Class(
            $"[AIProvenance(AIOrigin.Generated, Tool = {(isReported ? $"{{|PROV4002:\"{declared}\"|}}" : $"\"{declared}\"")})]"),
        History = $"source 4f0e 2026-11-20 Commit;tool {told};file Test0.cs;lines 6 14 0",
    }.RunAsync();

    [Theory]
    [InlineData("anthropic/claude-opus-4-5", "Claude_Opus_4.5", false)]
    [InlineData("anthropic/claude-opus-4-5-20251101", "claude-opus-4-5", false)]
    [InlineData("claude-opus", "Claude_Opus_4.5_(1M_context)", false)]
    [InlineData("anthropic/claude-opus-4-5", "Claude_Sonnet_4.5", true)]
    [InlineData("anthropic/claude-opus-4-5", "claude-opus-4-1", true)]
    [InlineData("openai/gpt-5.2-codex", "GPT5.2_Codex", false)]
    public Task The_model_is_the_one_that_history_tells(string declared, string told, bool isReported) => new ProvenanceTest
    {
        Source = EvidencedCode.Class(
            "[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\", "
            + $"Model = {(isReported ? $"{{|PROV4002:\"{declared}\"|}}" : $"\"{declared}\"")})]"),
        History = $"source 4f0e 2026-11-20 Commit;tool claude-code;model {told};file Test0.cs;lines 6 14 0",
    }.RunAsync();

    [Fact]
    public Task Its_message_says_what_history_tells() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance(AIOrigin.Generated, Tool = {|#0:\"codex\"|})]"),
        History = EvidencedCode.ByCopilot + "file Test0.cs;lines 4 14 0",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.ContradictedTool).WithLocation(0).WithMessage(
                "The class 'C' is declared as made with codex, but github-copilot committed all its 10 lines "
                + "(last in 4f0e1a2b3c on 2026-11-20); "
                + "if so, say Tool = \"github-copilot\", else suppress this with a justification"),
        },
    }.RunAsync();

    [Fact]
    public Task One_of_several_tools_is_enough_and_each_that_is_missing_is_reported() => new ProvenanceTest
    {
        Source = EvidencedCode.Class(
            "[AIProvenance(AIOrigin.Assisted, Tool = {|PROV4002:\"codex\"|}), AIProvenance(AIOrigin.Assisted, Tool = \"cursor\")]"),
        History = EvidencedCode.ByCopilot + "source 5f 2026-11-18 Line;tool cursor;file Test0.cs;lines 4 9 0;lines 10 14 1",
    }.RunAsync();

    [Fact]
    public Task The_fix_adds_the_tool_beside_the_one_that_is_declared() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance(AIOrigin.Generated, Tool = {|PROV4002:\"codex\"|})]"),
        Fixed = EvidencedCode.Class(
            "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
            + "[AIProvenance(AIOrigin.Assisted, Tool = \"github-copilot\", On = \"2026-11-20\")]"),
        History = EvidencedCode.ByCopilot + "file Test0.cs;lines 6 14 0",
        Action = "History",
    }.RunAsync();

    [Fact]
    public Task The_fix_writes_the_model_that_history_tells() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance(AIOrigin.Generated, Tool = \"codex\", Model = {|PROV4002:\"gpt-5.1\"|})]"),
        Fixed = EvidencedCode.Class("[AIProvenance(AIOrigin.Generated, Tool = \"codex\", Model = \"gpt-5.2\")]"),
        History = "source 4f0e 2026-11-20 Line;tool codex;model gpt-5.2;file Test0.cs;lines 6 14 0",
        Action = "History",
    }.RunAsync();
}
