namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Some lines of a file that follow one another.</summary>
/// <param name="First">The first of them, counted from 1.</param>
/// <param name="Last">The last of them; never before the first.</param>
internal sealed record LineSpan(int First, int Last)
{
    /// <summary>Whether a line is one of them.</summary>
    public bool Contains(int line) => line >= First && line <= Last;
}
