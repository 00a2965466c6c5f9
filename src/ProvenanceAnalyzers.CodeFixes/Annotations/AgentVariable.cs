namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>An environment variable that an AI agent sets for what it starts.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">The value that it has; null where any will do.</param>
internal sealed class AgentVariable(string name, string? value)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The value that it has; null where any will do.</summary>
    public string? Value { get; } = value;
}
