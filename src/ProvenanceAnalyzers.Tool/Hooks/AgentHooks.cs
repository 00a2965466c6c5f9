namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>The agents whose hooks are known: data, each row with where its form can be seen.</summary>
internal static class AgentHooks
{
    private const string GitAI = "git-ai-project/git-ai@55a1d728, src/commands/checkpoint_agent, 2026-11-27";

    /// <summary>Every agent.</summary>
    public static IReadOnlyList<AgentHook> All { get; } =
    [
        new(
            "claude-code",
            "claude-code",
            ["PostToolUse"],
            ["Write", "Edit", "MultiEdit"],
            HookAnswer.HookSpecific,
            "npm @anthropic-ai/claude-code 2.1.197, recorded, 2026-11-28",
            "anthropics/claude-code, plugins/plugin-dev/skills/hook-development, 2026-11-27",
            GitAI)
        {
            OriginalPaths = ["tool_response.originalFile"],
            TranscriptPath = "transcript_path",
        },
        new(
            "codex",
            "codex",
            ["PostToolUse"],
            ["apply_patch", "functions.apply_patch", "Write", "Edit"],
            HookAnswer.HookSpecific,
            "npm @openai/codex 0.171.0, recorded, 2026-11-28",
            "openai/codex@04294e00, codex-rs/hooks/src/schema.rs, 2026-11-27",
            GitAI),

        // The command line, the coding agent and the editor: camelCase or snake_case, by how the event is written in the configuration.
        new(
            "copilot",
            "github-copilot",
            ["PostToolUse", "postToolUse"],
            [
                "create", "edit", "str_replace", "str_replace_editor", "apply_patch", "git_apply_patch", "Write", "Edit", "MultiEdit",
                "create_file", "replace_string_in_file", "multi_replace_string_in_file", "insert_edit_into_file",
            ],
            HookAnswer.Copilot,
            "npm @github/copilot 1.0.102, recorded, 2026-11-28",
            "github/docs@05da5bc3, content/copilot/reference/hooks-reference.md, 2026-11-27",
            GitAI)
        {
            InputPaths = ["tool_input", "toolArgs", "toolInput"],
            SuccessPaths = ["toolResult.resultType", "tool_result.result_type"],
        },
        new(
            "cursor",
            "cursor",
            ["afterFileEdit", "afterTabFileEdit", "postToolUse"],
            ["Write", "StrReplace", "ApplyPatch"],
            HookAnswer.Cursor,
            "cursor.com/docs/agent/hooks, as CorridorSecurity/hookshot@51559cdf, docs/reference-cursor.md, has it, 2026-11-27",
            "cupcake.eqtylab.io/reference/harnesses/cursor, 2026-11-27",
            GitAI)
        {
            InputPaths = ["tool_input", ""],
            RequesterPaths = ["user_email"],
            FolderPaths = ["workspace_roots"],
        },
        new(
            "gemini-cli",
            "gemini-cli",
            ["AfterTool"],
            ["write_file", "replace"],
            HookAnswer.HookSpecificOrEmpty,
            "npm @google/gemini-cli 0.61.0, recorded, 2026-11-28",
            "google-gemini/gemini-cli@5411f113, docs/hooks/reference.md, 2026-11-27")
        {
            OriginalPaths = ["tool_response.returnDisplay.originalContent"],
            TranscriptPath = "transcript_path",
        },
        new(
            "windsurf",
            "windsurf",
            ["post_write_code"],
            [],
            HookAnswer.None,
            "docs.windsurf.com/windsurf/cascade/hooks, 2026-11-27",
            GitAI)
        {
            EventPaths = ["agent_action_name"],
            InputPaths = ["tool_info"],
            ModelPaths = ["model_name"],
            FolderPaths = ["tool_info.cwd", "cwd"],
        },
        new(
            "droid",
            "droid",
            ["PostToolUse"],
            ["Write", "Edit", "MultiEdit", "Create", "ApplyPatch"],
            HookAnswer.HookSpecific,
            "Factory-AI/factory@2a4debce, docs/reference/hooks-reference.mdx, 2026-11-27",
            GitAI),
        new(
            "qwen-code",
            "qwen-code",
            ["PostToolUse"],
            ["write_file", "edit", "replace"],
            HookAnswer.HookSpecificOrEmpty,
            "npm @qwen-code/qwen-code 0.15.10, recorded, 2026-11-28",
            "QwenLM/qwen-code@00d06c80, docs/users/features/hooks.md, 2026-11-27")
        {
            OriginalPaths = ["tool_response.returnDisplay.originalContent"],
            TranscriptPath = "transcript_path",
        },
        new(
            "kiro",
            "kiro",
            ["postToolUse", "PostToolUse"],
            ["fs_write", "write"],
            HookAnswer.None,
            "kiro.dev/docs/cli/hooks, 2026-11-27"),
        new(
            "kimi-code",
            "kimi-code",
            ["PostToolUse"],
            ["Write", "Edit", "WriteFile", "StrReplaceFile"],
            HookAnswer.None,
            "npm @moonshot-ai/kimi-code 2.1.0, recorded, 2026-11-28",
            "MoonshotAI/kimi-code@039dd3fc, docs/en/customization/hooks.md, 2026-11-27")
        {
            Place = "`[[hooks]]` in `~/.kimi-code/config.toml`",
        },
        new(
            "cline",
            "cline",
            ["PostToolUse", "tool_result"],
            ["write_to_file", "replace_in_file", "apply_patch", "editor"],
            HookAnswer.Cline,
            "npm cline 3.0.65, recorded, 2026-11-28",
            "docs.cline.bot/features/hooks/hook-reference, 2026-11-27",
            GitAI)
        {
            Place = "the script `.clinerules/hooks/PostToolUse`",
            EventPaths = ["hookName"],
            ToolPaths = ["postToolUse.toolName"],
            InputPaths = ["postToolUse.parameters"],
            ModelPaths = ["model.provider+model.slug"],
            FolderPaths = ["workspaceRoots"],

            // The command line's second says that its tool was there, also where the first says that it changed nothing.
            ErrorPaths = ["tool_result.output.error", "tool_result.error"],
            SuccessPaths = ["tool_result.output.success", "postToolUse.success"],
        },
        new(
            "firebender",
            "firebender",
            ["postToolUse"],
            ["Write", "Edit"],
            HookAnswer.None,
            GitAI)
        {
            FolderPaths = ["repo_working_dir", "workspace_roots"],
        },
    ];

    /// <summary>The hook of a name, or of the id of its tool; null where none is known.</summary>
    public static AgentHook? Find(string name) =>
        All.FirstOrDefault(hook => string.Equals(hook.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(hook => hook.Tool == Shared.Catalogue.ToolIndex.Catalogue.IdOf(name));
}
