namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>A test that needs a shell which closes streams.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "There is no such shell here.";
}
