using System.Globalization;

namespace ProvenanceAnalyzers.Tests.Robustness;

/// <summary>How many inputs a property test tries: 1,000, or as many as the environment variable PROVENANCE_PROPERTY_RUNS says.</summary>
internal static class PropertyRuns
{
    private const int Default = 1_000;

    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PROVENANCE_PROPERTY_RUNS"), CultureInfo.InvariantCulture, out var runs)
            ? runs
            : Default;
}
