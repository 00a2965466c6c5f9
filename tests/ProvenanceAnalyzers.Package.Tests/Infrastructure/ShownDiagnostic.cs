namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>One finding that a language server has an editor show; lines and columns count from 1, the end is exclusive.</summary>
internal sealed record ShownDiagnostic(
    string Id, string Level, string File, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    public string Summary => $"{File}({Line},{Column})-({EndLine},{EndColumn}): {Level} {Id}";
}
