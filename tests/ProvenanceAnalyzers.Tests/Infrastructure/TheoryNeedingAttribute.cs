using Xunit;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>A table of tests that is skipped where the machine lacks what it needs, as <see cref="Needs"/> names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryNeedingAttribute : TheoryAttribute
{
    public TheoryNeedingAttribute(params string[] needs) => Skip = Needs.Missing(needs);
}
