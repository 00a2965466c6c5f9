namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>What the command line of a hook says beside the agent's name.</summary>
/// <param name="Tool">The tool; null: the agent's own.</param>
/// <param name="Model">The model; null: the payload says which.</param>
/// <param name="RequestedBy">Who asked for it; null: the payload says who.</param>
/// <param name="IsAutonomous">Whether the agent works without a human who asked for this very code.</param>
internal sealed record HookSaid(string? Tool, string? Model, string? RequestedBy, bool IsAutonomous);
