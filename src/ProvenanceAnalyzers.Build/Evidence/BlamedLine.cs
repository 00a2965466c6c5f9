namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Where a line of a file comes from.</summary>
/// <param name="Commit">The id of the commit that wrote it; null of one that is not committed.</param>
/// <param name="Path">The file that it was in then, relative to the repository.</param>
/// <param name="Line">Its number there, counted from 1.</param>
internal sealed record BlamedLine(string? Commit, string Path, int Line)
{
    /// <summary>
    /// Whether history ends at the commit: it is the first of all, or the oldest that a shallow clone has. Of the latter nobody knows who
    /// wrote the line.
    /// </summary>
    public bool IsAtBoundary { get; init; }

    /// <summary>The commit before, which has the file too; null where the file was new.</summary>
    public string? PreviousCommit { get; init; }

    /// <summary>What the file was called there.</summary>
    public string? PreviousPath { get; init; }
}
