using Xunit;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>A table of tests that need not run each time, as <see cref="SlowFactAttribute"/> is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowTheoryAttribute : TheoryAttribute
{
    /// <param name="needs">What it needs beside time, as <see cref="Needs"/> names it.</param>
    public SlowTheoryAttribute(params string[] needs) => Skip = SlowFactAttribute.ReasonToSkip ?? Needs.Missing(needs);
}
