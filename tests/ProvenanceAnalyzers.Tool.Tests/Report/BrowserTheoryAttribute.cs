namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>As <see cref="BrowserFactAttribute"/>, of a test with several rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Missing;
}
