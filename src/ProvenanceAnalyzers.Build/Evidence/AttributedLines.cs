namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Lines of a file that a record says somebody wrote.</summary>
/// <param name="Path">The file, relative to the repository, with <c>/</c>.</param>
/// <param name="Lines">The lines, by their numbers in the commit that the record is about.</param>
/// <param name="By">Who wrote them.</param>
internal sealed record AttributedLines(string Path, IReadOnlyList<LineSpan> Lines, Contributor By);
