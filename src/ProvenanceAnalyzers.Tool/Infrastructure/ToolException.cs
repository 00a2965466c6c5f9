namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Why a command cannot do what it was asked for, as sentences that say what to do.</summary>
/// <param name="message">The sentences.</param>
internal class ToolException(string message) : Exception(message);
