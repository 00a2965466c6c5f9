using Xunit;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>A test that is skipped where the machine lacks what it needs, as <see cref="Needs"/> names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] needs) => Skip = Needs.Missing(needs);
}
