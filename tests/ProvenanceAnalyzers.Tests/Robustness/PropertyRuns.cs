using System.Globalization;
using System.Reflection;

namespace ProvenanceAnalyzers.Tests.Robustness;

/// <summary>
/// How many inputs a property test tries: as many as the project of the tests says, or the environment variable PROVENANCE_PROPERTY_RUNS.
/// </summary>
internal static class PropertyRuns
{
    public static int Count { get; } = int.Parse(
        Environment.GetEnvironmentVariable("PROVENANCE_PROPERTY_RUNS")
            ?? typeof(PropertyRuns).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(metadata => metadata.Key == nameof(PropertyRuns)).Value!,
        CultureInfo.InvariantCulture);
}
