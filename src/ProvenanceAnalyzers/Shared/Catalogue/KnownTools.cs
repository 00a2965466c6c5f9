namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// The AI coding tools this version knows: data, each row as of <see cref="AsOf"/>; options can add to it and override it.
/// </summary>
internal static class KnownTools
{
    /// <summary>The day on which the rows were last checked, <c>yyyy-MM-dd</c>.</summary>
    public static string AsOf => "2026-11-24";

    /// <summary>Every known tool, those that write code first.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new("claude-code", ToolKind.Author, "anthropic")
        {
            Aliases = ["claude", "claude-web"],
            Emails = ["noreply@anthropic.com", "claude@anthropic.ai"],
            Bots = ["claude[bot]", "claude-code-action[bot]", "anthropic-claude[bot]"],
            Trailers = ["Claude-Session"],
        },
        new("codex", ToolKind.Author, "openai")
        {
            Aliases = ["codex-cloud", "codex-cli", "chatgpt"],
            Emails = ["noreply@openai.com", "codex@openai.com"],
            Bots = ["chatgpt-codex-connector[bot]", "openai-codex[bot]"],
        },
        new("github-copilot", ToolKind.Author, "github")
        {
            Aliases = ["copilot", "github-copilot-cli", "github-copilot-agent"],
            Emails = ["copilot@github.com"],
            Bots = ["Copilot", "copilot[bot]", "copilot-swe-agent[bot]"],
            Trailers = ["Agent-Logs-Url"],
        },
        new("cursor", ToolKind.Author, "cursor")
        {
            Aliases = ["cursor-agent"],
            Emails = ["cursoragent@cursor.com"],
            Bots = ["cursor[bot]"],
        },
        new("gemini-cli", ToolKind.Author, "google")
        {
            Aliases = ["gemini"],
            Emails = ["gemini-cli-agent@google.com", "gemini-cli@google.com"],
            Bots = ["gemini-code-assist[bot]"],
        },
        new("jules", ToolKind.Author, "google") { Emails = ["jules@google.com"], Bots = ["google-labs-jules[bot]", "jules-fleet[bot]"] },
        new("antigravity", ToolKind.Author, "google") { Emails = ["antigravity@google.com"] },
        new("devin", ToolKind.Author, "cognition") { Bots = ["devin-ai-integration[bot]"] },
        new("windsurf", ToolKind.Author, "cognition")
        {
            Aliases = ["codeium", "cascade"],
            Emails = ["noreply@windsurf.com", "noreply@codeium.com"],
        },
        new("aider", ToolKind.Author, null) { Emails = ["aider@aider.chat", "noreply@aider.chat"] },
        new("amazon-q", ToolKind.Author, "amazon")
        {
            Aliases = ["amazonq", "q-developer"],
            Emails = ["noreply@amazon.com"],
            Bots = ["amazon-q-developer[bot]"],
        },
        new("kiro", ToolKind.Author, "amazon") { Emails = ["noreply@kiro.dev"] },
        new("cline", ToolKind.Author, null) { Emails = ["noreply@cline.bot"], Bots = ["cline[bot]"] },
        new("roo-code", ToolKind.Author, null) { Aliases = ["roo", "roo-background"], Emails = ["roomote@roocode.com"] },
        new("kilo-code", ToolKind.Author, null) { Aliases = ["kilo"], Emails = ["noreply@kilocode.ai"] },
        new("opencode", ToolKind.Author, null) { Emails = ["noreply@opencode.ai"], Bots = ["opencode-agent[bot]"] },
        new("amp", ToolKind.Author, "sourcegraph") { Emails = ["amp@ampcode.com"], Trailers = ["Amp-Thread-ID"] },
        new("junie", ToolKind.Author, "jetbrains")
        {
            Aliases = ["jetbrains-ai"],
            Emails = ["noreply@jetbrains.com"],
            Bots = ["jetbrains-ai[bot]"],
        },
        new("continue", ToolKind.Author, null) { Aliases = ["continue-cli"], Bots = ["continue[bot]"] },
        new("droid", ToolKind.Author, "factory") { Aliases = ["factory"], Emails = ["droid@factory.ai"], Bots = ["factory-droid[bot]"] },
        new("goose", ToolKind.Author, null) { Emails = ["opensource@block.xyz", "goose@opensource.block.xyz"] },
        new("qwen-code", ToolKind.Author, "alibaba") { Aliases = ["qwen-coder"], Emails = ["qwen-coder@alibabacloud.com"] },
        new("kimi-code", ToolKind.Author, "moonshotai") { Aliases = ["kimi"] },
        new("grok-build", ToolKind.Author, "xai") { Aliases = ["grok"], Emails = ["grok@x.ai"] },
        new("mistral-vibe", ToolKind.Author, "mistral") { Aliases = ["vibe"], Emails = ["noreply@mistral.ai"] },
        new("trae", ToolKind.Author, "bytedance") { Emails = ["traecli@bytedance.com"] },
        new("openhands", ToolKind.Author, null) { Emails = ["openhands@all-hands.dev"] },
        new("replit-agent", ToolKind.Author, "replit")
        {
            Aliases = ["replit"],
            Trailers = ["Replit-Commit-Author", "Replit-Commit-Session-Id"],
        },
        new("lovable", ToolKind.Author, "lovable") { Bots = ["lovable-dev[bot]", "gpt-engineer-app[bot]"] },
        new("v0", ToolKind.Author, "vercel") { Bots = ["v0[bot]"] },
        new("crush", ToolKind.Author, null) { Emails = ["crush@charm.land"] },
        new("pi", ToolKind.Author, null) { Emails = ["noreply@pi.dev"] },
        new("rovo-dev", ToolKind.Author, "atlassian"),
        new("tabnine", ToolKind.Author, "tabnine"),
        new("ibm-bob", ToolKind.Author, "ibm"),
        new("metacode", ToolKind.Author, "meta"),
        new("coderabbit", ToolKind.Reviewer, "coderabbit") { Bots = ["coderabbitai[bot]"] },
        new("qodo", ToolKind.Reviewer, "qodo") { Bots = ["qodo-code-review[bot]"] },
        new("greptile", ToolKind.Reviewer, "greptile") { Bots = ["greptile-apps[bot]"] },
        new("sourcery", ToolKind.Reviewer, "sourcery") { Bots = ["sourcery-ai[bot]"] },
        new("cody", ToolKind.Reviewer, "sourcegraph") { Bots = ["sourcegraph-cody[bot]"] },
    ];

    /// <summary>
    /// How a model's name begins and who provides it, for models written without their provider (<c>gpt-5.2</c> instead of
    /// <c>openai/gpt-5.2</c>).
    /// </summary>
    public static IReadOnlyList<(string Prefix, string Provider)> ModelPrefixes { get; } =
    [
        ("claude-", "anthropic"),
        ("gpt-", "openai"),
        ("o1", "openai"),
        ("o3", "openai"),
        ("o4", "openai"),
        ("gemini-", "google"),
        ("grok-", "xai"),
        ("deepseek-", "deepseek"),
        ("qwen", "alibaba"),
        ("kimi-", "moonshotai"),
        ("mistral-", "mistral"),
        ("codestral", "mistral"),
        ("llama-", "meta"),
    ];
}
