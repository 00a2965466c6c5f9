using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>What was declared.</summary>
/// <param name="File">The file that was declared, or in which the code is.</param>
/// <param name="Name">The type or member; empty for a file as a whole.</param>
/// <param name="Claim">What is said of it.</param>
internal sealed record DeclaredChange(string File, string Name, ProvenanceClaim Claim);
