using System.Collections.Immutable;

namespace ProvenanceAnalyzers.Symbols;

/// <summary>What a type of a test framework says of the code that uses it.</summary>
internal enum TestRole
{
    /// <summary>An attribute class, or an interface of attribute classes: a method that has it is a test.</summary>
    TestMethod,

    /// <summary>An attribute class, or an interface of attribute classes: a type that has it holds tests or is a fixture.</summary>
    TestClass,

    /// <summary>An attribute class: a type that has a method with it is a class-level fixture.</summary>
    FixtureMethod,

    /// <summary>A generic interface: its type argument is a class-level fixture, and so is a type that implements it.</summary>
    FixtureInterface,

    /// <summary>An attribute class of assemblies: the type it is given is a class-level fixture.</summary>
    AssemblyFixture,
}

/// <summary>
/// The types by which the test frameworks mark tests and fixtures. Derived attributes and other versions have them as base types.
/// </summary>
internal static class TestFramework
{
    /// <summary>Metadata names and what they mean, framework by framework.</summary>
    public static ImmutableArray<(string MetadataName, TestRole Role)> Types { get; } =
    [
        // xUnit.net 2 and 3
        ("Xunit.FactAttribute", TestRole.TestMethod),
        ("Xunit.v3.IFactAttribute", TestRole.TestMethod),
        ("Xunit.CollectionDefinitionAttribute", TestRole.TestClass),
        ("Xunit.IClassFixture`1", TestRole.FixtureInterface),
        ("Xunit.ICollectionFixture`1", TestRole.FixtureInterface),
        ("Xunit.AssemblyFixtureAttribute", TestRole.AssemblyFixture),

        // NUnit 3 to 5
        ("NUnit.Framework.Interfaces.ITestBuilder", TestRole.TestMethod),
        ("NUnit.Framework.Interfaces.ISimpleTestBuilder", TestRole.TestMethod),
        ("NUnit.Framework.Interfaces.IFixtureBuilder", TestRole.TestClass),
        ("NUnit.Framework.SetUpFixtureAttribute", TestRole.TestClass),

        // MSTest 2 to 4
        ("Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute", TestRole.TestMethod),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.TestClassAttribute", TestRole.TestClass),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.AssemblyInitializeAttribute", TestRole.FixtureMethod),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.AssemblyCleanupAttribute", TestRole.FixtureMethod),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.ClassInitializeAttribute", TestRole.FixtureMethod),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.ClassCleanupAttribute", TestRole.FixtureMethod),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.GlobalTestInitializeAttribute", TestRole.FixtureMethod),
        ("Microsoft.VisualStudio.TestTools.UnitTesting.GlobalTestCleanupAttribute", TestRole.FixtureMethod),

        // TUnit
        ("TUnit.Core.BaseTestAttribute", TestRole.TestMethod),
        ("TUnit.Core.HookAttribute", TestRole.FixtureMethod),
    ];
}
