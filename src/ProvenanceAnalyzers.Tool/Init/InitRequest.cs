using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>What <c>provenance init</c> is asked for.</summary>
internal sealed record InitRequest
{
    /// <summary>The package that a project needs.</summary>
    public const string Package = "ProvenanceAnalyzers";

    /// <summary>The version of this tool, which that of the package must be.</summary>
    public string Version { get; init; } = ToolVersion.Current;

    /// <summary>The presets that are to hold; mostly none.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>The locked policy file, relative to the top folder; null: none is asked for.</summary>
    public string? Policy { get; init; }

    /// <summary>The tools that the fixes are to offer, in order.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Whether the hooks of the agents are written that the repository is configured for.</summary>
    public bool FindsAgents { get; init; } = true;

    /// <summary>The agents whose hooks are written in any case.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>The host whose CI gets a recipe; null: the one that is found.</summary>
    public string? Host { get; init; }

    /// <summary>Who must approve changes of policy and baseline.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];
}
