namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>What is reported on.</summary>
internal sealed record ReportRequest
{
    /// <summary>Manifests, and folders that are looked through for them.</summary>
    public required IReadOnlyList<string> Manifests { get; init; }

    /// <summary>
    /// Folders with earlier manifests, or with tables that were written of them, for the trend and for what has changed; may have those of
    /// today among them.
    /// </summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>
    /// The folder that tables are going to be added to; null where none are. It is not there before the first time, and may be named as
    /// history all the same.
    /// </summary>
    public string? GrowingTables { get; init; }

    /// <summary>The repository of manifests that lie in no folder <c>repository=NAME</c>; empty where nobody says.</summary>
    public string Repository { get; init; } = string.Empty;

    /// <summary>The day of manifests that lie in no folder <c>day=2026-11-27</c>.</summary>
    public required string Day { get; init; }
}
