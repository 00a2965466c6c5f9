using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Symbols;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Symbols;

/// <summary>Holds the table of framework types against the real packages.</summary>
public sealed class TestFrameworkTests
{
    [Fact]
    public void Every_type_exists_in_a_real_package()
    {
        var existing = Enum.GetValues<Framework>().SelectMany(TypesOf).ToHashSet();

        Assert.All(TestFramework.Types, type => Assert.Contains(type.MetadataName, existing));
    }

    [Theory]
    [InlineData(
        Framework.XUnit2,
        "Xunit.FactAttribute Xunit.CollectionDefinitionAttribute Xunit.IClassFixture`1 Xunit.ICollectionFixture`1")]
    [InlineData(Framework.XUnit3, "Xunit.FactAttribute Xunit.v3.IFactAttribute Xunit.IClassFixture`1 Xunit.AssemblyFixtureAttribute")]
    [InlineData(Framework.XUnit4, "Xunit.FactAttribute Xunit.v3.IFactAttribute Xunit.IClassFixture`1 Xunit.AssemblyFixtureAttribute")]
    [InlineData(Framework.NUnit3, "NUnit.Framework.Interfaces.ITestBuilder NUnit.Framework.Interfaces.IFixtureBuilder")]
    [InlineData(Framework.NUnit4, "NUnit.Framework.Interfaces.ITestBuilder NUnit.Framework.Interfaces.IFixtureBuilder")]
    [InlineData(Framework.NUnit5, "NUnit.Framework.Interfaces.ITestBuilder NUnit.Framework.Interfaces.IFixtureBuilder")]
    [InlineData(Framework.MSTest2, "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute")]
    [InlineData(Framework.MSTest3, "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute")]
    [InlineData(Framework.MSTest4, "Microsoft.VisualStudio.TestTools.UnitTesting.GlobalTestInitializeAttribute")]
    [InlineData(Framework.TUnit, "TUnit.Core.BaseTestAttribute TUnit.Core.HookAttribute")]
    public void Each_framework_has_the_types_it_is_known_by(Framework framework, string types)
    {
        var existing = TypesOf(framework);

        Assert.All(types.Split(' '), type => Assert.Contains(type, existing));
        Assert.All(types.Split(' '), type => Assert.Contains(type, TestFramework.Types.Select(row => row.MetadataName)));
    }

    private static HashSet<string> TypesOf(Framework framework)
    {
        var compilation = CSharpCompilation.Create("Test", references: TestFrameworks.References(framework));
        return
        [
            .. TestFramework.Types.Select(type => type.MetadataName)
                .Where(name => !compilation.GetTypesByMetadataName(name).IsEmpty),
        ];
    }
}
