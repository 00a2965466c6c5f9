using ProvenanceAnalyzers.Tool.Declare;

namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>A file that an agent has edited.</summary>
/// <param name="Path">Its path as the payload has it.</param>
/// <param name="Edits">What was edited; none: that is not said.</param>
/// <param name="Original">What the file was before; null: that is not said.</param>
internal sealed record EditedFile(string Path, IReadOnlyList<FileEdit> Edits, string? Original = null);
