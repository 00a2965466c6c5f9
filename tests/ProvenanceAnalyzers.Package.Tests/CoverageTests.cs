using System.Xml.Linq;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>What the package brings into a project is no code that a test of the project would have to cover.</summary>
[Trait("Case", "P3")]
public sealed class CoverageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task Code_that_is_fully_tested_is_fully_covered()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("Calculator.cs", """
            namespace Lib;

            [AIProvenance(AIOrigin.Human)]
            public static class Calculator
            {
                public static int Twice(int number)
                {
                    return 2 * number;
                }
            }
            """));
        workspace.Add(
            "Tests",
            new TestProject
            {
                Packages = ["coverlet.collector/6.0.4", "Microsoft.NET.Test.Sdk/18.11.0", "xunit/2.9.3", "xunit.runner.visualstudio/3.1.5"],
                References = ["Lib"],
            }.With("IsTestProject", "true"),
            ("CalculatorTests.cs", """
                [AIProvenance(AIOrigin.Human)]
                public sealed class CalculatorTests
                {
                    [Xunit.Fact]
                    public void Doubles() => Xunit.Assert.Equal(4, Lib.Calculator.Twice(2));
                }
                """));

        (await workspace.DotnetAsync(
            "test", "Tests/Tests.csproj", "--collect", "XPlat Code Coverage", "--results-directory", "coverage")).MustSucceed();

        var reports = Directory.EnumerateFiles(workspace.PathOf("coverage"), "coverage.cobertura.xml", SearchOption.AllDirectories);
        var coverage = XElement.Load(Assert.Single(reports));
        Assert.Equal("1", coverage.Attribute("line-rate")!.Value);
        Assert.Equal(
            [("Lib", "1")],
            coverage.Descendants("package").Select(lib => (lib.Attribute("name")!.Value, lib.Attribute("line-rate")!.Value)));
        Assert.Equal(["Lib.Calculator"], coverage.Descendants("class").Select(type => type.Attribute("name")!.Value));
    }
}
