using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Tests.Shared.Catalogue;

/// <summary>Who an address in a commit is; the addresses are those of public commits.</summary>
public sealed class CommitIdentitiesTests
{
    [Theory]
    [InlineData("noreply@anthropic.com", "claude-code Author")]
    [InlineData("Noreply@Anthropic.com", "claude-code Author")]
    [InlineData(" cursoragent@cursor.com ", "cursor Author")]
    [InlineData("209825114+claude[bot]@users.noreply.github.com", "claude-code Author")]
    [InlineData("1+claude[bot]@users.noreply.github.com", "claude-code Author")]
    [InlineData("claude[bot]@users.noreply.github.com", "claude-code Author")]
    [InlineData("242468646+Claude@users.noreply.github.com", "claude-code Author")]
    [InlineData("12345+Claude@users.noreply.github.com", null)]
    [InlineData("claude@users.noreply.github.com", null)]
    [InlineData("242516109+Codex@users.noreply.github.com", "codex Author")]
    [InlineData("12345+codex@users.noreply.github.com", null)]
    [InlineData("198982749+Copilot@users.noreply.github.com", "github-copilot Author")]
    [InlineData("198982749+copilot@users.noreply.github.com", "github-copilot Author")]
    [InlineData("223556219+Copilot@users.noreply.github.com", "github-copilot Author")]
    [InlineData("175728472+Copilot@users.noreply.github.com", "github-copilot Suggestion")]
    [InlineData("999999+Copilot@users.noreply.github.com", "github-copilot Suggestion")]
    [InlineData("Copilot@users.noreply.github.com", "github-copilot Suggestion")]
    [InlineData("62310815+github-advanced-security[bot]@users.noreply.github.com", "github-copilot Suggestion")]
    [InlineData("158243242+devin-ai-integration[bot]@users.noreply.github.com", "devin Author")]
    [InlineData("176961590+gemini-code-assist[bot]@users.noreply.github.com", "gemini-cli Suggestion")]
    [InlineData("161369871+google-labs-jules[bot]@users.noreply.github.com", "jules Author")]
    [InlineData("136622811+coderabbitai[bot]@users.noreply.github.com", "coderabbit Suggestion")]
    [InlineData("201248094+sourcegraph-cody[bot]@users.noreply.github.com", "cody Reviewer")]
    [InlineData("244629292+kiro-agent@users.noreply.github.com", "kiro Author")]
    [InlineData("12345+kiro-agent@users.noreply.github.com", null)]
    [InlineData("charmcrush@users.noreply.github.com", "crush Author")]
    [InlineData("49699333+dependabot[bot]@users.noreply.github.com", "Bot")]
    [InlineData("dependabot[bot]@users.noreply.github.com", "Bot")]
    [InlineData("29139614+renovate[bot]@users.noreply.github.com", "Bot")]
    [InlineData("41898282+github-actions[bot]@users.noreply.github.com", "Bot")]
    [InlineData("1+some-release[bot]@users.noreply.github.com", "Bot")]
    [InlineData("noreply@weblate.org", "Bot")]
    [InlineData("l10n-bot@translatewiki.net", "Bot")]
    [InlineData("ada@example.com", null)]
    [InlineData("12345+ada@users.noreply.github.com", null)]
    [InlineData("noreply@github.com", null)]
    [InlineData("noreply@anthropic.com.example.org", null)]
    [InlineData("x-noreply@anthropic.com", null)]
    [InlineData("198982749+Copilot@example.com", null)]
    [InlineData("claude[bot]@example.com", null)]
    [InlineData("198982749", null)]
    [InlineData("@users.noreply.github.com", null)]
    [InlineData("+@users.noreply.github.com", null)]
    [InlineData("", null)]
    public void An_address_tells_the_tool_and_what_its_commits_show(string address, string? expected)
    {
        var identity = CommitIdentities.Recognise(address);
        Assert.Equal(expected, identity == null ? null : $"{identity.Tool} {identity.Kind}".Trim());
    }

    [Theory]
    [InlineData("noreply@anthropic.com", true)]
    [InlineData("198982749+Copilot@users.noreply.github.com", true)]
    [InlineData("49699333+dependabot[bot]@users.noreply.github.com", true)]
    [InlineData("opensource@block.xyz", false)]
    [InlineData("12345+lovable-dev[bot]@users.noreply.github.com", false)]
    [InlineData("12345+Copilot@users.noreply.github.com", false)]
    public void What_nobody_has_seen_in_a_commit_says_so(string address, bool isVerified) =>
        Assert.Equal(isVerified, CommitIdentities.Recognise(address)!.IsVerified);

    [Fact]
    public void Every_identity_of_the_catalogue_is_recognised()
    {
        Assert.All(
            ToolFacts.Of(ToolFactKind.Address),
            fact => Assert.Equal((fact.Tool, fact.Account), Of(fact.Value)));
        Assert.All(
            ToolFacts.Of(ToolFactKind.Account),
            fact => Assert.Equal((fact.Tool, fact.Account), Of($"{fact.Number}+{fact.Value}@users.noreply.github.com")));
        Assert.All(
            KnownBots.All,
            bot => Assert.Equal((null, AccountKind.Bot), Of($"{bot.Number}+{bot.Account}[bot]@users.noreply.github.com")));

        static (string?, AccountKind?) Of(string address) =>
            CommitIdentities.Recognise(address) is { } identity ? (identity.Tool, identity.Kind) : (null, null);
    }
}
