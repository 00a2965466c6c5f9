namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>What an AI tool mostly does.</summary>
internal enum ToolKind
{
    /// <summary>It writes code.</summary>
    Author,

    /// <summary>It reviews code; its review is not a human review.</summary>
    Reviewer,
}

/// <summary>An AI coding tool and the names that people write for it.</summary>
/// <param name="id">The canonical id, lower case with hyphens: <c>claude-code</c>.</param>
/// <param name="kind">What the tool mostly does.</param>
/// <param name="provider">The id of the company behind it, or null where it routes to models of others.</param>
internal sealed class Tool(string id, ToolKind kind, string? provider)
{
    /// <summary>The canonical id, lower case with hyphens: <c>claude-code</c>.</summary>
    public string Id { get; } = id;

    /// <summary>What the tool mostly does.</summary>
    public ToolKind Kind { get; } = kind;

    /// <summary>The id of the company behind the tool, or null where it routes to models of others.</summary>
    public string? Provider { get; } = provider;

    /// <summary>Other ids in use for the same tool: <c>claude</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
