namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>A line of a baseline: code that was undeclared when the baseline was written, as it was then.</summary>
/// <param name="Id">
/// The documentation-comment id of a type or member, without a hash of the compiler's in it, or the path of a fixture file or of a file of
/// top-level statements.
/// </param>
/// <param name="Digest">The digest of all hand-written parts, or of the file.</param>
internal readonly record struct BaselineEntry(string Id, string Digest)
{
    /// <summary>The line as it is written.</summary>
    public override string ToString() => $"{Id} {Digest}";
}
