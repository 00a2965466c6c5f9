namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary>A test that needs a terminal, as Linux opens one for a program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "There is no terminal to be had here.";
}
