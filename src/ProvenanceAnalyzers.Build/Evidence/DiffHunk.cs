namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Lines that follow one another, and that a commit took away, put in their place, or both.</summary>
/// <param name="OldPath">The file that had the lines which were taken away.</param>
/// <param name="OldFirst">The number of the first of them.</param>
/// <param name="Removed">Them.</param>
/// <param name="NewPath">The file that has the lines which were added.</param>
/// <param name="NewFirst">The number of the first of them.</param>
/// <param name="Added">Them.</param>
internal sealed record DiffHunk(
    string OldPath, int OldFirst, IReadOnlyList<string> Removed, string NewPath, int NewFirst, IReadOnlyList<string> Added);
