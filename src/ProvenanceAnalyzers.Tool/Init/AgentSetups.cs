using System.Text.Json.Nodes;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>
/// The agents whose hooks a repository can hold in a file of JSON: data, each row with where its form can be seen. Others keep hooks
/// with the user, in scripts or in a file for each agent of their own.
/// </summary>
internal static class AgentSetups
{
    /// <summary>Every such agent.</summary>
    public static IReadOnlyList<AgentSetup> All { get; } =
    [
        new("claude-code", [".claude", "CLAUDE.md"], ".claude/settings.json", "PostToolUse", "code.claude.com/docs/en/hooks, 2026-11-27")
        {
            Matcher = "Write|Edit|MultiEdit",
            Extra = Typed(),
        },
        new("codex", [".codex"], ".codex/hooks.json", "PostToolUse", "developers.openai.com/codex/hooks, 2026-11-27")
        {
            Matcher = "apply_patch|Write|Edit",
            Extra = Typed(),
            Trust = "Codex runs this hook for whoever has reviewed it: it asks at its next start. codex exec does not ask, and runs none.",
        },
        new(
            "copilot",
            [".github/hooks", ".github/copilot-instructions.md", ".github/copilot"],
            ".github/hooks/provenance.json",
            "postToolUse",
            "github/docs@05da5bc3, content/copilot/reference/hooks-reference.md, 2026-11-27")
        {
            Head = new JsonObject { ["version"] = 1 },
            Extra = Typed(),
            Trust = "Copilot CLI runs this hook in a folder that it trusts; copilot -p does where COPILOT_ALLOW_ALL is true.",
        },
        new("cursor", [".cursor", ".cursorrules"], ".cursor/hooks.json", "afterFileEdit", "cursor.com/docs/agent/hooks, 2026-11-27")
        {
            Head = new JsonObject { ["version"] = 1 },
        },
        new(
            "gemini-cli",
            [".gemini", "GEMINI.md"],
            ".gemini/settings.json",
            "AfterTool",
            "google-gemini/gemini-cli@06c0d810, docs/hooks/reference.md, 2026-11-27")
        {
            Matcher = "write_file|replace",
            Extra = Typed(),
            Trust = "Gemini CLI runs this hook in a folder that it trusts; gemini -p does where GEMINI_CLI_TRUST_WORKSPACE is true.",
        },
        new(
            "windsurf",
            [".windsurf", ".windsurfrules"],
            ".windsurf/hooks.json",
            "post_write_code",
            "docs.windsurf.com/windsurf/cascade/hooks, 2026-11-27")
        {
            Extra = new JsonObject { ["show_output"] = false },
        },

        // A hooks.json beside it would hide the hooks of the settings.
        new("droid", [".factory"], ".factory/settings.json", "PostToolUse", "docs.factory.ai/harness/hooks, 2026-11-27")
        {
            Matcher = "Write|Create|Edit|MultiEdit|ApplyPatch",
            Extra = Typed(),
        },
        new(
            "qwen-code",
            [".qwen", "QWEN.md"],
            ".qwen/settings.json",
            "PostToolUse",
            "QwenLM/qwen-code@00d06c80, docs/users/features/hooks.md, 2026-11-27")
        {
            Matcher = "write_file|edit|replace",
            Extra = Typed(),
        },
    ];

    /// <summary>The agents that a repository is configured for.</summary>
    public static IEnumerable<AgentSetup> In(string root) => All.Where(setup => setup.Signs
        .Select(sign => Path.Combine(root, sign))
        .Any(path => File.Exists(path) || Directory.Exists(path)));

    private static JsonObject Typed() => new() { ["type"] = "command" };
}
