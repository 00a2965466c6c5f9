using Xunit;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>A test that need not run each time: <c>.ci/slow</c> runs it, before a release and whenever what it holds is touched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowFactAttribute : FactAttribute
{
    /// <summary>The trait by which <c>.ci/slow</c> finds these tests, and its value.</summary>
    public const string Trait = "Cost", Value = "Slow";

    /// <param name="needs">What it needs beside time, as <see cref="Needs"/> names it.</param>
    public SlowFactAttribute(params string[] needs) => Skip = ReasonToSkip ?? Needs.Missing(needs);

    /// <summary>Why such a test is not run now; null: it is.</summary>
    internal static string? ReasonToSkip =>
        Environment.GetEnvironmentVariable("PROVENANCE_SLOW") == "true" ? null : "It takes long, and is run by .ci/slow.";
}
