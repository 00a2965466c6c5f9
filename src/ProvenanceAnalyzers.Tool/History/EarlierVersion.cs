namespace ProvenanceAnalyzers.Tool.History;

/// <summary>Code as it was in a commit, when somebody reviewed it.</summary>
/// <param name="Commit">The id of the newest commit that has it so.</param>
/// <param name="Text">The text of the declaration or the file.</param>
internal sealed record EarlierVersion(string Commit, string Text);
