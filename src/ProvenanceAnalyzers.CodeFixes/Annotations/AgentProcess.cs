namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>
/// Tells whether an AI agent started this process, by the environment variables that agents set for what they start. What an editor sets
/// for every terminal is none of them: a human may sit there.
/// </summary>
internal static class AgentProcess
{
    /// <summary>The variables; each with where it is documented.</summary>
    public static IReadOnlyList<AgentVariable> Variables { get; } =
    [
        new("AI_AGENT", null, "@vercel/detect-agent, README: the variable for agents of any name"),
        new("AGENT", "amp", "anthropics/claude-code, issue 24838: Amp sets AGENT=amp"),
        new("AGENT", "goose", "block/goose, pull request 7017"),
        new("CLAUDECODE", null, "code.claude.com/docs/en/env-vars: set in shell environments that Claude Code spawns"),
        new("CLINE_ACTIVE", null, "cline/cline, discussion 5366, and Cline's documentation of terminal pagers"),
        new("CODEX_SANDBOX", null, "openai/codex, AGENTS.md: set on child processes under the sandbox"),
        new("CODEX_SANDBOX_NETWORK_DISABLED", null, "openai/codex, AGENTS.md: set whenever the shell tool is used"),
        new("CODEX_THREAD_ID", null, "openai/codex, issue 36883"),
        new("CURSOR_AGENT", null, "forum.cursor.com, topic 132427"),
        new("GEMINI_CLI", null, "geminicli.com/docs/tools/shell: set in the environment of the subprocess"),
        new("GOOSE_TERMINAL", null, "anthropics/claude-code, issue 24838: Goose sets GOOSE_TERMINAL=1"),
        new("OPENCODE", null, "anomalyco/opencode, pull request 3843"),
    ];

    /// <summary>Whether one of the variables is set.</summary>
    public static bool IsThisOne() => Variables.Any(variable =>
        Environment.GetEnvironmentVariable(variable.Name) is { Length: > 0 } value
        && (variable.Value == null || string.Equals(variable.Value, value, StringComparison.OrdinalIgnoreCase)));
}
