using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>
/// Tells whether an AI agent started this process, by the environment variables that agents set for what they start. What an editor sets
/// for every terminal is none of them: a human may sit there.
/// </summary>
internal static class AgentProcess
{
    /// <summary>The variables, as the catalogue has them.</summary>
    public static IReadOnlyList<AgentVariable> Variables { get; } =
    [
        .. ToolFacts.Of(ToolFactKind.Variable)
            .Select(fact => fact.Value.Split('='))
            .Select(parts => new AgentVariable(parts[0], parts.Length > 1 ? parts[1] : null)),
    ];

    /// <summary>The name of a variable that is set; null where none is.</summary>
    public static string? SetVariable => Variables.FirstOrDefault(variable =>
        Environment.GetEnvironmentVariable(variable.Name) is { Length: > 0 } value
        && (variable.Value == null || string.Equals(variable.Value, value, StringComparison.OrdinalIgnoreCase)))?.Name;

    /// <summary>Whether one of the variables is set.</summary>
    public static bool IsThisOne() => SetVariable != null;
}
