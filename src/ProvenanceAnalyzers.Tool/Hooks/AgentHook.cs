namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>The hook of an agent: where in its payload stands what was edited, and how it is answered.</summary>
/// <param name="Name">What <c>--hook</c> calls it.</param>
/// <param name="Tool">The id of the tool.</param>
/// <param name="Events">The events after an edit; any of a payload that names none and has a result.</param>
/// <param name="EditTools">The agent's tools that edit files; none: the event itself says that one was.</param>
/// <param name="Answer">How it is answered.</param>
/// <param name="Sources">Where that can be seen, and on which day it was looked at.</param>
internal sealed record AgentHook(
    string Name, string Tool, string[] Events, string[] EditTools, HookAnswer Answer, params string[] Sources)
{
    /// <summary>The paths of the event's name in the payload, with <c>.</c> between names.</summary>
    public string[] EventPaths { get; init; } = ["hook_event_name", "hookEventName"];

    /// <summary>The paths of the tool's name.</summary>
    public string[] ToolPaths { get; init; } = ["tool_name", "toolName"];

    /// <summary>The paths of what the tool was given.</summary>
    public string[] InputPaths { get; init; } = ["tool_input", "toolInput"];

    /// <summary>The paths of the model; <c>+</c> between those of provider and model.</summary>
    public string[] ModelPaths { get; init; } = ["model"];

    /// <summary>The paths of the person for whom the agent works; mostly none says that.</summary>
    public string[] RequesterPaths { get; init; } = [];

    /// <summary>The paths of the folders that the agent works in.</summary>
    public string[] FolderPaths { get; init; } = ["cwd"];

    /// <summary>The paths of what the file was before the agent wrote it as a whole.</summary>
    public string[] OriginalPaths { get; init; } = [];

    /// <summary>Where a person writes the hook that <c>provenance init</c> does not write.</summary>
    public string Place { get; init; } = "where its documentation says";

    /// <summary>The paths of what went wrong: an edit that has one was not made.</summary>
    public string[] ErrorPaths { get; init; } = ["tool_response.error"];

    /// <summary>The paths of whether it went well: an edit was not made where one is false, or a word for that.</summary>
    public string[] SuccessPaths { get; init; } = ["tool_response.success"];

    /// <summary>The path of the log of the session, whose last answer of the model says which it is; null: it is not asked.</summary>
    public string? TranscriptPath { get; init; }
}
