using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>What is to be declared of whatever changed.</summary>
/// <param name="Tool">The tool that made the changes, as somebody wrote it.</param>
/// <param name="Told">What else is known of them.</param>
/// <param name="IsAutonomous">Whether the tool worked without a human who asked for this very code.</param>
internal sealed record DeclareRequest(string Tool, ToldFields Told, bool IsAutonomous);
