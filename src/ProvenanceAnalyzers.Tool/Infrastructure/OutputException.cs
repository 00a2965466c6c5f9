namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Standard output takes no more, so that nothing that a command does can be said.</summary>
/// <param name="message">A sentence that says why.</param>
internal sealed class OutputException(string message) : Exception(message);
