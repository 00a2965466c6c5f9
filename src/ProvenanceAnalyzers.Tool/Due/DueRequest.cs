namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>What somebody wants to see of all that is due.</summary>
internal sealed record DueRequest
{
    /// <summary>The solution, filter, project or folder.</summary>
    public required string Path { get; init; }

    /// <summary>Files changed since this revision alone; null: all.</summary>
    public string? Since { get; init; }

    /// <summary>What this person may review alone; null: all.</summary>
    public string? For { get; init; }

    /// <summary>What these rules find alone; empty: all.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The folder with manifests that are read instead of the code; null: the code.</summary>
    public string? Manifests { get; init; }

    /// <summary>Whether packages are restored first.</summary>
    public bool Restore { get; init; } = true;
}
