namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>A file was changed after it was read, so that it is not written; who reads it anew may.</summary>
/// <param name="path">The file.</param>
internal sealed class ChangedMeanwhileException(string path)
    : ToolException($"'{path}' was changed while it was looked at, so it is left as it is. Run again.");
