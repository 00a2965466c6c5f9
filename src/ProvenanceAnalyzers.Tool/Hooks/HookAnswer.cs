namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>In which form an agent is told that a file is no longer as it wrote it.</summary>
internal enum HookAnswer
{
    /// <summary>The agent reads nothing that a hook writes.</summary>
    None,

    /// <summary><c>hookSpecificOutput.additionalContext</c>; nothing where there is nothing to tell.</summary>
    HookSpecific,

    /// <summary>The same, and <c>{}</c> where there is nothing to tell.</summary>
    HookSpecificOrEmpty,

    /// <summary><c>additionalContext</c>, and beside it the form of VS Code where the payload is of that.</summary>
    Copilot,

    /// <summary><c>additional_context</c> after a tool, else <c>{}</c>.</summary>
    Cursor,

    /// <summary><c>cancel</c> and <c>contextModification</c>.</summary>
    Cline,
}
