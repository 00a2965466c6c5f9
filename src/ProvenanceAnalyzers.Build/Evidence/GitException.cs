namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Something that git cannot tell, as a sentence without its end that says what is missing and what mends it.</summary>
/// <param name="message">The sentence.</param>
internal sealed class GitException(string message) : Exception(message)
{
    /// <summary>Whether it took longer than it may.</summary>
    public bool IsTimeout { get; init; }
}
