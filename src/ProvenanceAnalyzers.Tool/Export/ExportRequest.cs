namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>What is exported.</summary>
internal sealed record ExportRequest
{
    /// <summary>Manifests, and folders that are looked through for them.</summary>
    public required IReadOnlyList<string> Manifests { get; init; }

    /// <summary>The day that the export says it is of, as <c>2026-11-27</c>; null where it says none.</summary>
    public string? Day { get; init; }

    /// <summary>Whether people are named by a hash.</summary>
    public bool HashesPeople { get; init; }
}
