namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>An environment variable that an AI agent sets for what it starts.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">The value that it has; null where any will do.</param>
/// <param name="source">Where that is documented.</param>
internal sealed class AgentVariable(string name, string? value, string source)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The value that it has; null where any will do.</summary>
    public string? Value { get; } = value;

    /// <summary>Where that is documented.</summary>
    public string Source { get; } = source;
}
