namespace ProvenanceAnalyzers.Tool.Tests.Commands;

/// <summary>A table that runs where a shell is installed, on Linux, whose <c>script</c> opens a terminal for it.</summary>
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    /// <param name="shell">The program.</param>
    public ShellTheoryAttribute(string shell)
    {
        Shell = shell;
        Skip = !OperatingSystem.IsLinux() ? "This needs Linux."
            : PathFolders().Any(folder => File.Exists(Path.Combine(folder, shell))) ? null
            : $"This needs {shell} on the PATH.";
    }

    /// <summary>The program.</summary>
    public string Shell { get; }

    private static string[] PathFolders() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
}
