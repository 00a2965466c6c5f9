namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>Who a commit names: a human, an agent's account or a bot.</summary>
internal sealed record HistoryPerson(string Name, string Address)
{
    public override string ToString() => $"{Name} <{Address}>";
}

/// <summary>An AI tool and the account that it commits with.</summary>
/// <param name="Tool">The id of the tool, as an annotation has it.</param>
/// <param name="Account">The author of its commits.</param>
internal sealed record HistoryAgent(string Tool, HistoryPerson Account);

/// <summary>Everybody who is in the labelled history.</summary>
internal static class HistoryPeople
{
    private const string Host = "users.noreply.github.com";

    public static HistoryPerson Bob { get; } = new("Bob Baker", "bob@example.com");

    /// <summary>Whose address the <c>.mailmap</c> says is an AI's.</summary>
    public static HistoryPerson Carl { get; } = new("Carl Cooper", "carl@example.com");

    /// <summary>A person who never writes code, and so may review any.</summary>
    public static HistoryPerson Vera { get; } = new("Vera Voss", "vera@example.com");

    public static HistoryPerson Formatter { get; } = new("Fay Frame", "fay@example.com");

    /// <summary>What the host itself commits with.</summary>
    public static HistoryPerson WebFlow { get; } = new("GitHub", "noreply@github.com");

    public static IReadOnlyList<HistoryPerson> Humans { get; } =
    [
        new("Ada Abbot", "ada@example.com"), Bob, new("Chika Okafor", "chika@example.org"), new("Dmitri Orlov", "dmitri@example.net"),
        new("Étienne Roux", "etienne@example.fr"),
    ];

    public static IReadOnlyList<HistoryPerson> Requesters { get; } =
    [
        new("gracehop", $"3141592+gracehop@{Host}"), new("linusp", $"2718281+linusp@{Host}"), new("mona-lee", $"1618033+mona-lee@{Host}"),
    ];

    /// <summary>Who commit under the address of the host, and so are a squash's co-authors for asking or for what they wrote.</summary>
    public static IReadOnlyList<HistoryPerson> Pushers { get; } =
    [
        new("katjohn", $"1414213+katjohn@{Host}"), new("alant", $"1732050+alant@{Host}"),
    ];

    public static IReadOnlyList<HistoryAgent> Agents { get; } =
    [
        new("github-copilot", new("copilot-swe-agent[bot]", $"198982749+Copilot@{Host}")),
        new("claude-code", new("Claude", "noreply@anthropic.com")),
        new("cursor", new("Cursor Agent", "cursoragent@cursor.com")),
        new("devin", new("devin-ai-integration[bot]", $"158243242+devin-ai-integration[bot]@{Host}")),
        new("codex", new("Codex", "noreply@openai.com")),
        new("jules", new("google-labs-jules[bot]", $"161369871+google-labs-jules[bot]@{Host}")),
    ];

    public static IReadOnlyList<HistoryPerson> CalledLikeTools { get; } =
    [
        new("Devin Booker", "db@example.com"), new("Claude Martin", "claude.martin@example.fr"), new("Junie Kim", "junie@example.kr"),
        new("claude", $"12345+claude@{Host}"), new("Jules Verne", "jules@example.org"), new("Copilot", "copilot.pete@example.com"),
    ];

    public static IReadOnlyList<HistoryPerson> Bots { get; } =
    [
        new("dependabot[bot]", $"49699333+dependabot[bot]@{Host}"), new("renovate[bot]", $"29139614+renovate[bot]@{Host}"),
        new("github-actions[bot]", $"41898282+github-actions[bot]@{Host}"),
        new("dotnet-maestro[bot]", $"42748379+dotnet-maestro[bot]@{Host}"),
        new("pre-commit-ci[bot]", $"66853113+pre-commit-ci[bot]@{Host}"),
    ];

    /// <summary>Co-authors that say that a suggestion or an automatic fix was accepted.</summary>
    public static IReadOnlyList<HistoryPerson> Suggesters { get; } =
    [
        new("Copilot", $"175728472+Copilot@{Host}"),
        new("Copilot Autofix powered by AI", $"62310815+github-advanced-security[bot]@{Host}"),
        new("gemini-code-assist[bot]", $"176961590+gemini-code-assist[bot]@{Host}"),
    ];
}
