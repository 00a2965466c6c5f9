namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>The line that another one was before a commit changed it.</summary>
/// <param name="Commit">The id of a commit that has the line.</param>
/// <param name="Path">The file that has it there.</param>
/// <param name="Line">Its number, counted from 1.</param>
/// <param name="Text">Its text.</param>
internal sealed record EarlierLine(string Commit, string Path, int Line, string Text);
