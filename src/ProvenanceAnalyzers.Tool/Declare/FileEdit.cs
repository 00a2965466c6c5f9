namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>What a hook says was edited in a file: a piece of text that became another.</summary>
/// <param name="Before">The text that was there; empty where something was inserted.</param>
/// <param name="After">The text that is there now; empty where something was removed.</param>
internal sealed record FileEdit(string Before, string After);
