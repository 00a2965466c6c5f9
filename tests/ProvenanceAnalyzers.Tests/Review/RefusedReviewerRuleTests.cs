using CsCheck;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class RefusedReviewerRuleTests
{
    private static readonly ToolFact[] Accounts = [.. ToolFacts.Of(ToolFactKind.Account)];

    /// <summary>Every name, account and address under which a tool of the catalogue acts.</summary>
    private static readonly string[] CatalogueIdentities =
    [
        .. KnownTools.All.SelectMany(tool => tool.Aliases.Append(tool.Id).Append(tool.Id.Replace('-', ' '))),
        .. ToolFacts.Of(ToolFactKind.Address).SelectMany(address => new[] { address.Value, $"Ada Lovelace <{address.Value}>" }),
        .. Accounts.Where(CommitIdentities.IsWithoutNumber).Select(account => account.Value),
        .. Accounts.Select(account => $"{account.Number}+{account.Value}@users.noreply.github.com"),
    ];

    public static TheoryData<string> Identities => [.. AllIdentities.Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> AllIdentities =>
    [
        .. CatalogueIdentities,
        .. Accounts.Where(CommitIdentities.IsWithoutNumber).Select(account => $"12345+{account.Value}@users.noreply.github.com"),
        "dependabot[bot] <support@example.com>", "claude[bot]@example.com", "Claude (noreply@anthropic.com)",
        "noreply@anthropic.com (Claude)",
        "mailto:noreply@anthropic.com", "Claude <noreply@anthropic.com>.", "claude\u200B", "noreply@anthropic.com\u200B",
        "github-actions[bot]", "dependabot[bot]@users.noreply.github.com", "49699333+dependabot[bot]@users.noreply.github.com", "CLAUDE",
        "Noreply@Anthropic.com",
    ];

    [Theory]
    [MemberData(nameof(Identities))]
    public void Every_known_identity_is_refused(string reviewer) => Assert.NotNull(Refusal(reviewer));

    [Trait("Case", "N4")]
    [Fact]
    public void No_identity_is_accepted_however_it_is_written() => Disguise.OneOf(CatalogueIdentities)
        .SelectMany(Disguise.Of)
        .Sample(reviewer => Assert.NotNull(Refusal(reviewer)), iter: PropertyRuns.Count);

    [Trait("Case", "N4")]
    [Theory]
    [InlineData("...")]
    [InlineData("\u2026")]
    [InlineData("[...]")]
    [InlineData("TODO")]
    [InlineData("tbd.")]
    [InlineData("tbd")]
    [InlineData("xxx")]
    [InlineData("you")]
    [InlineData("me")]
    [InlineData("name")]
    [InlineData("reviewer")]
    [InlineData("Reviewer name")]
    [InlineData("Your name here")]
    [InlineData("Name <address>")]
    [InlineData("Microsoft Copilot")]
    [InlineData("Gemini Code Assist")]
    [InlineData("Copilot Chat")]
    [InlineData("GitHub Copilot Chat")]
    [InlineData("Copilot coding agent")]
    [InlineData("Copilot code review")]
    [InlineData("Claude Assistant")]
    [InlineData("Codex reviewer")]
    [InlineData("ChatGPT")]
    [InlineData("ChatGPT Plugin")]
    [InlineData("OpenAI Codex")]
    [InlineData("Amazon Q")]
    [InlineData("Amazon Q Developer")]
    [InlineData("JetBrains Junie")]
    [InlineData("Factory Droid")]
    [InlineData("Google Jules")]
    [InlineData("Cognition Devin")]
    [InlineData("Sourcegraph Amp")]
    [InlineData("Grok Build")]
    [InlineData("Roo Code")]
    [InlineData("Kilo Code")]
    [InlineData("Qwen Code")]
    [InlineData("Kimi Code")]
    [InlineData("Mistral Vibe")]
    [InlineData("Replit Agent")]
    [InlineData("IBM Bob")]
    [InlineData("Rovo Dev")]
    [InlineData("CodeRabbit AI")]
    [InlineData("Windsurf")]
    [InlineData("Q Developer")]
    [InlineData("Cursor Agent")]
    [InlineData("v0")]
    [InlineData("OpenHands")]
    [InlineData("Microsoft Copilot 365")]
    [InlineData("OpenAI ChatGPT")]
    [InlineData("devin@cognition.ai")]
    [InlineData("Devin <devin@cognition.ai>")]
    [InlineData("agent@cognition.ai")]
    [InlineData("cody@sourcegraph.com")]
    [InlineData("tabnine@tabnine.com")]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("???")]
    [InlineData("<TODO>")]
    [InlineData("N/A")]
    [InlineData("(none)")]
    [InlineData("your name")]
    [InlineData("AI")]
    [InlineData("an AI agent")]
    [InlineData("Agent")]
    [InlineData("Claude Code")]
    [InlineData("claude_code")]
    [InlineData("Claude Code 2.1")]
    [InlineData("GitHub Copilot")]
    [InlineData("Devin AI")]
    [InlineData("Google Gemini")]
    [InlineData("Codex, Claude")]
    [InlineData("claude-opus-4-5")]
    [InlineData("Claude Opus 4.5")]
    [InlineData("Claude Opus")]
    [InlineData("anthropic/claude-opus-4-5")]
    [InlineData("gpt-5")]
    [InlineData("GPT")]
    [InlineData("GPT 5.2")]
    [InlineData("o3")]
    [InlineData("OpenAI")]
    [InlineData("openai / gpt\u20115")]
    [InlineData("claude-code@anthropic.com")]
    [InlineData("Ada <claude@anthropic.com>")]
    [InlineData("ada@example.com, claude-code@anthropic.com")]
    [InlineData("Junie <junie@jetbrains.com>")]
    [InlineData("dependabot")]
    [InlineData("Renovate Bot")]
    [InlineData("claude [bot]")]
    [InlineData("coderabbitai")]
    [InlineData("noreply@github.com")]
    [InlineData("GitHub <noreply@github.com>")]
    [InlineData("no-reply@google.com")]
    [InlineData("noreply+1@github.com")]
    [InlineData("cursoragent+1@cursor.com")]
    [InlineData("agent@cursor.com")]
    [InlineData("49699333+dependabot@users.noreply.github.com")]
    [InlineData("@claude")]
    [InlineData("ClaudeCode")]
    [InlineData("C l a u d e")]
    [InlineData("A.I.")]
    [InlineData("n. a.")]
    [InlineData("anonymous")]
    [InlineData("human reviewer")]
    [InlineData("Your Name <you@example.com>")]
    [InlineData("your.name@example.com")]
    [InlineData("Firstname Lastname <firstname.lastname@contoso.com>")]
    [InlineData("Ada Lovelace <ada@your-company.com>")]
    [InlineData("user.name@mail.yourdomain.org")]
    [InlineData("todo@example.com")]
    public void What_stands_for_no_human_is_refused(string reviewer) => Assert.NotNull(Refusal(reviewer));

    [Trait("Case", "N4")]
    [Theory]
    [InlineData("Claude Debussy")]
    [InlineData("Cody Code <cody@example.com>")]
    [InlineData("Jules Chat <jules@example.com>")]
    [InlineData("Kiro Nakamura")]
    [InlineData("Devin Plummer")]
    [InlineData("Cody Bellinger <c@example.com>")]
    [InlineData("Kiro Gligorov")]
    [InlineData("Ai Weiwei <aw@example.com>")]
    [InlineData("Agent Smith <smith@example.com>")]
    [InlineData("Devin <devin@example.com>")]
    [InlineData("devin@cognition.example.com")]
    [InlineData("devin.wu@cognition.ai")]
    [InlineData("ada@cognition.ai")]
    [InlineData("Na Li")]
    [InlineData("Yu <you@example.com>")]
    [InlineData("Mimi Todd")]
    [InlineData("Junie Kim <jk@example.com>")]
    [InlineData("Junie Kim")]
    [InlineData("Devin Booker")]
    [InlineData("Devin Claude <devin.claude@example.com>")]
    [InlineData("Jules Verne")]
    [InlineData("Jules <jules@example.com>")]
    [InlineData("jules.winnfield@google.com")]
    [InlineData("claude@google.com")]
    [InlineData("claude.shannon@anthropic.com")]
    [InlineData("devin@jetbrains.com")]
    [InlineData("cody@example.com")]
    [InlineData("Cody Banks")]
    [InlineData("Claude Monet <claude@giverny.example>")]
    [InlineData("Nova")]
    [InlineData("Nova Scott")]
    [InlineData("Phi Nguyen")]
    [InlineData("Ernie")]
    [InlineData("Mercury Jones")]
    [InlineData("Gemini Ganesan")]
    [InlineData("Titan Ross <titan@example.com>")]
    [InlineData("Goose Gossage")]
    [InlineData("Bob")]
    [InlineData("Bob Martin")]
    [InlineData("ibm-bob@example.com")]
    [InlineData("Amp Fiddler")]
    [InlineData("Pi Patel")]
    [InlineData("Kimi Raikkonen")]
    [InlineData("Kimi <kimi@example.com>")]
    [InlineData("Roo Panes")]
    [InlineData("Trae Young")]
    [InlineData("Vibe Sorensen")]
    [InlineData("Agent Smith")]
    [InlineData("Todo Fernandez")]
    [InlineData("Ai Weiwei")]
    [InlineData("Bot <bot@example.com>")]
    [InlineData("TODO <ada@example.com>")]
    [InlineData("copilot@airline.example")]
    [InlineData("noreply.smith@example.com")]
    [InlineData("4711")]
    [InlineData("@claude-martin")]
    [InlineData("staff:1")]
    [InlineData("Xia Ming")]
    [InlineData("GPTeo Rossi")]
    [InlineData("Codex, Bob")]
    [InlineData("Bob, Codex")]
    public void People_who_are_called_like_tools_are_accepted(string reviewer) => Assert.Null(Refusal(reviewer));

    [Theory]
    [InlineData("claude.martin@example.com")]
    [InlineData("Devin Booker <db@example.com>")]
    [InlineData("jules@corp.example")]
    [InlineData("Copilot Smith <cs@example.com>")]
    [InlineData("12345+claude@users.noreply.github.com")]
    [InlineData("Claude Martin")]
    [InlineData("staff:4711")]
    [InlineData("noreply@anthropic.com.example.org")]
    [InlineData("x-noreply@openai.com")]
    [InlineData("Bot Ross")]
    [InlineData("Åsa <åsa@exämple.se>")]
    [InlineData("Ada (Robot [bot] fan) <ada@example.com>")]
    public Task Near_misses_are_accepted(string reviewer) => ReviewedCode.Test(
        ReviewedCode.Marked($"[HumanReviewed(\"{reviewer}\", \"2026-11-21\", Digest = \"{{digest}}\")]")).RunAsync();

    [Theory]
    [InlineData(
        "\"devin\"",
        "'devin' is the name of an AI tool, and a human must review; if this is a person, write an address or 'Name <address>'")]
    [InlineData(
        "\"noreply@openai.com\"",
        "'noreply@openai.com' is the address of an AI tool, and a human must review: its review is not one")]
    [InlineData(
        "\"TODO\"",
        "'TODO' stands for nobody: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "\"gpt-5\"",
        "'gpt-5' is the name of an AI model or of its provider, and a human must review; "
        + "if this is a person, write an address or 'Name <address>'")]
    [InlineData(
        "\"noreply@github.com\"",
        "'noreply@github.com' is an address that nobody reads, and a human must review: write that person's own")]
    [InlineData("\"coderabbitai[bot]\"", "'coderabbitai[bot]' is a bot's account, and a human must review: its review is not one")]
    [InlineData(
        "\"...\"",
        "'...' stands for nobody: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "\"Bob <?>\"",
        "The marker names no reviewer: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "\"\"",
        "The marker names no reviewer: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "\" \"",
        "The marker names no reviewer: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "null",
        "The marker names no reviewer: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "\"Bob <>\"",
        "The marker names no reviewer: whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "\"bob\\u2028ada\"",
        "The reviewer is written on several lines or with control characters: "
        + "write an address, 'Name <address>' or a pseudonym on one line")]
    [InlineData(
        "\"bob\\nada\"",
        "The reviewer is written on several lines or with control characters: "
        + "write an address, 'Name <address>' or a pseudonym on one line")]
    public async Task A_refused_reviewer_is_told_why(string reviewer, string message)
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked($"[HumanReviewed({{|#0:{reviewer}|}}, \"2026-11-21\", Digest = \"{{digest}}\")]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RefusedReviewer).WithLocation(0).WithMessage(message));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("bob@example.com", true)]
    [InlineData("BOB@EXAMPLE.COM", true)]
    [InlineData("Bob <bob@example.com>", true)]
    [InlineData("staff:4711", true)]
    [InlineData("staff:47110", false)]
    [InlineData("bob@example.org", false)]
    [InlineData("mallory@evil.org, x@example.com", false)]
    [InlineData("Bob@example.com <bob@example.org>", false)]
    public Task Only_those_who_may_review_count(string reviewer, bool isAllowed)
    {
        var argument = isAllowed ? $"\"{reviewer}\"" : $"{{|PROV2004:\"{reviewer}\"|}}";
        return ReviewedCode.Test(
            ReviewedCode.Marked($"[HumanReviewed({argument}, \"2026-11-21\", Digest = \"{{digest}}\")]"),
            "provenance.reviewers = *@example.com, staff:????").RunAsync();
    }

    [Fact]
    public async Task Those_who_may_review_are_named()
    {
        var test = ReviewedCode.Test(
            ReviewedCode.Marked("[HumanReviewed({|#0:\"eve@example.org\"|}, \"2026-11-21\", Digest = \"{digest}\")]"),
            "provenance.reviewers = *@example.com, staff:????");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RefusedReviewer).WithLocation(0).WithMessage(
            "'eve@example.org' is none of those who may review here: *@example.com, staff:???? (provenance.reviewers)"));
        await test.RunAsync();
    }

    [Fact]
    public Task Who_may_review_depends_on_where_the_code_is() => new ProvenanceTest
    {
        Files =
        [
            ("Core/A.cs", ReviewedCode.Marked("[HumanReviewed({|PROV2004:\"eve@example.org\"|}, \"2026-11-21\", Digest = \"{digest}\")]")),
            ("Tools/B.cs", ReviewedCode.Marked("[HumanReviewed(\"eve@example.org\", \"2026-11-21\", Digest = \"{digest}\")]")
                .Replace("class C", "file class C", StringComparison.Ordinal)
                .Replace(ReviewedCode.Digest, IndependentDigest.Compute("file " + ReviewedCode.Code), StringComparison.Ordinal)),
        ],
        Options = "[Core/*.cs]\nprovenance.reviewers = *@example.com",
        RequiresReview = true,
    }.RunAsync();

    private static string? Refusal(string reviewer) => ReviewerRefusal.Of(
        new Person(reviewer), ProvenanceOptions.Read(new InMemoryConfig([]).GlobalOptions, AnalysisMode.Default, [], [], null));
}
