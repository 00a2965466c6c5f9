using CsCheck;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Shared.Catalogue;

/// <summary>What the trailers of commits say; most are those of public commits.</summary>
public sealed class CommitTrailersTests
{
    [Theory]
    [InlineData("Co-authored-by: Claude Opus 4.6 <noreply@anthropic.com>", "claude-code | Claude Opus 4.6")]
    [InlineData("Co-Authored-By: Claude <noreply@anthropic.com>", "claude-code |")]
    [InlineData("co-authored-by:Claude Opus 4.6 (1M context) <noreply@anthropic.com>", "claude-code | Claude Opus 4.6")]
    [InlineData(
        "Co-authored-by: Claude Code 2.1.133 / Claude Opus 4.7 (1M context) <noreply@anthropic.com>", "claude-code | Claude Opus 4.7")]
    [InlineData("Co-authored-by: aider (gemini/gemini-2.5-pro) <aider@aider.chat>", "aider | gemini/gemini-2.5-pro")]
    [InlineData("Co-authored-by: claude-sonnet-4-6 via Crush <charmcrush@users.noreply.github.com>", "crush | claude-sonnet-4-6")]
    [InlineData("Co-authored-by: OpenAI GPT 5.5 <noreply@openai.com>", "codex | OpenAI GPT 5.5")]
    [InlineData("Co-authored-by: OpenHands openhands@all-hands.dev", "openhands |")]
    [InlineData("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", "github-copilot |")]
    [InlineData("Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", "suggested github-copilot |")]
    [InlineData(
        "Co-authored-by: Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>",
        "suggested github-copilot |")]
    [InlineData(
        "Co-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>", "suggested coderabbit |")]
    [InlineData("Assisted-by: Claude:claude-3-opus [coccinelle]", "claude-code | claude-3-opus")]
    [InlineData("Assisted-by: ClaudeCode:claude-fable-5", "claude-code | claude-fable-5")]
    [InlineData("Assisted-by: Crush:qwen3.7-max", "crush | qwen3.7-max")]
    [InlineData("Assisted-By: openai/gpt-5.5 via Crush (modified ver.)", "crush | openai/gpt-5.5")]
    [InlineData("Assisted-by: gemini-cli", "gemini-cli |")]
    [InlineData("Assisted-by: GPT 5.5", "| GPT 5.5")]
    [InlineData("Assisted-by: Claude <noreply@anthropic.com>", "claude-code |")]
    [InlineData("Assisted-by: our-own-tool", "our-own-tool |")]
    [InlineData("Generated-By: PostHog Desktop", "posthog-desktop |")]
    [InlineData("Generated-by: Claude Code 2.1", "claude-code |")]
    [InlineData("Made-with: Cursor", "cursor |")]
    [InlineData("Amp-Thread-ID: https://ampcode.com/threads/T-445c508d", "amp |")]
    [InlineData("Claude-Session: https://claude.ai/code/session_017B", "claude-code |")]
    [InlineData("Agent-Logs-Url: https://github.com/o/r/sessions/1", "github-copilot |")]
    [InlineData("Replit-Commit-Author: Agent", "replit-agent |")]
    [InlineData("Replit-Commit-Author: Deployment", null)]
    [InlineData("Assisted-by: Jo Smith", null)]
    [InlineData("Assisted-by: Claude Monet <claude@giverny.example>", null)]
    [InlineData("Assisted-by: Claude Monet", null)]
    [InlineData("Assisted-by: Devin Booker", null)]
    [InlineData("Assisted-by: Jo Smith, see: claude", null)]
    [InlineData("Generated-by: protoc 3.21", null)]
    [InlineData("Made-with: love", null)]
    [InlineData("Co-authored-by: Claude <claude@giverny.example>", null)]
    [InlineData("Co-authored-by: Claude", null)]
    [InlineData("Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", null)]
    [InlineData("Signed-off-by: Claude <noreply@anthropic.com>", null)]
    [InlineData("Reviewed-by: Claude <noreply@anthropic.com>", null)]
    [InlineData("Co-authored-by:", null)]
    [InlineData(": Claude <noreply@anthropic.com>", null)]
    [InlineData("no trailer", null)]
    [InlineData("", null)]
    public void A_line_tells_the_tool_and_the_model(string line, string? expected)
    {
        var tools = ToolIndex.With(new Dictionary<string, string> { ["our-own-tool"] = "us" });
        var trailer = CommitTrailers.Recognise(line, tools);
        Assert.Equal(
            expected,
            trailer == null ? null : $"{(trailer.IsSuggestion ? "suggested " : string.Empty)}{trailer.Tool} | {trailer.Model}".Trim());
    }

    [Fact]
    public void Whatever_is_written_is_read_and_names_a_known_tool_or_a_model() => Gen.Select(
        Disguise.OneOf("Co-authored-by", "Assisted-by", "Generated-by", "Made-with", "Amp-Thread-ID"),
        Disguise.OneOf(":", ": ", ": Claude (", ": x via ", ": <", ": a@"),
        Gen.String)
        .Sample(
            input => Assert.True(
                CommitTrailers.Recognise(input.Item1 + input.Item2 + input.Item3, ToolIndex.Catalogue) is not { } trailer
                || (trailer.Tool != null ? ToolIndex.Catalogue.IsKnown(trailer.Tool) : trailer.Model != null)),
            iter: PropertyRuns.Count);
}
