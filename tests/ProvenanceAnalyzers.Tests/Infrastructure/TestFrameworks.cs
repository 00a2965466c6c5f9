using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>The real assemblies of the test frameworks.</summary>
public enum Framework
{
    XUnit2,
    XUnit3,
    XUnit4,
    NUnit3,
    NUnit4,
    NUnit5,
    MSTest2,
    MSTest3,
    MSTest4,
    TUnit,
}

internal static class TestFrameworks
{
    private static readonly Dictionary<string, MetadataReference> Read = Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(metadata => metadata.Value?.EndsWith(".dll", StringComparison.Ordinal) == true)
        .ToDictionary(metadata => metadata.Key, metadata => (MetadataReference)MetadataReference.CreateFromFile(metadata.Value!));

    public static IEnumerable<MetadataReference> References(Framework framework) => (framework switch
    {
        Framework.XUnit2 => ["xunit.extensibility.core 2.9.3", "xunit.abstractions 2.0.3"],
        Framework.XUnit3 => ["xunit.v3.extensibility.core 3.2.2", "xunit.v3.common 3.2.2"],
        Framework.XUnit4 => ["xunit.v3.extensibility.core 4.0.2", "xunit.v3.common 4.0.2"],
        Framework.NUnit3 => ["nunit 3.14.0"],
        Framework.NUnit4 => ["nunit 4.6.1"],
        Framework.NUnit5 => ["nunit 5.0.0"],
        Framework.MSTest2 => ["mstest.testframework 2.2.10"],
        Framework.MSTest3 => ["mstest.testframework 3.11.1"],
        Framework.MSTest4 => ["mstest.testframework 4.5.3"],
        Framework.TUnit => new[] { "tunit.core 1.81.10" },
        _ => throw new ArgumentOutOfRangeException(nameof(framework)),
    }).Select(package => Read[package]);
}
