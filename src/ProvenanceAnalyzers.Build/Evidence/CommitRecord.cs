namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What a commit says of itself, without what a <c>.mailmap</c> makes of it.</summary>
/// <param name="Author">The author's address as the commit has it.</param>
/// <param name="Message">The message.</param>
internal sealed record CommitRecord(string Author, string Message);
