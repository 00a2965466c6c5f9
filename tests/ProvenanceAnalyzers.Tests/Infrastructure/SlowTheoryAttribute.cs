using Xunit;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>A table of tests that need not run each time, as <see cref="SlowFactAttribute"/> is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowTheoryAttribute : TheoryAttribute
{
    public SlowTheoryAttribute() => Skip = SlowFactAttribute.ReasonToSkip;
}
