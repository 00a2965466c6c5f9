namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>What somebody wants to have verified.</summary>
internal sealed record VerifyRequest
{
    /// <summary>The manifests: files, and folders that are looked through.</summary>
    public required IReadOnlyList<string> Manifests { get; init; }

    /// <summary>The policy files that must have been in force.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>A checkout of which each C# project must have a manifest of its revision; null: nobody asks.</summary>
    public string? Sources { get; init; }

    /// <summary>Globs of the projects, relative to <see cref="Sources"/>, that need none.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>The manifests of an earlier revision, against which no baseline may grow and nothing may vanish.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>How many units may be undeclared.</summary>
    public int AllowedUndeclared { get; init; }

    /// <summary>How many units may wait for a review.</summary>
    public int AllowedUnreviewed { get; init; }
}
