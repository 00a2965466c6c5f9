namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>Something that stands against a project.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Project">The project file, relative to the repository.</param>
/// <param name="Path">The file, relative to the repository; empty where it is about the project.</param>
/// <param name="Line">Its line, from 1; 0 where there is none.</param>
/// <param name="Name">The unit; empty where it is about none.</param>
/// <param name="Message">What is wrong and what is allowed, a sentence without its end.</param>
internal sealed record VerifyProblem(VerifyKind Kind, string Project, string Path, int Line, string Name, string Message);
