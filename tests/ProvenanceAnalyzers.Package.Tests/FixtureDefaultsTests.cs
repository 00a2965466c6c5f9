using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>Which data files of a test project are fixture files though nobody has named them.</summary>
public sealed class FixtureDefaultsTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Trait("Case", "P5")]
    [Fact]
    public Task What_npm_installs_is_none() => AssertFixturesAsync(
        "",
        fixtures: ["Web/Fixtures/a.json"],
        others: ["node_modules/pkg/test/fixtures/z.json", "Web/node_modules/pkg/__snapshots__/a.snap"]);

    [Trait("Case", "P6")]
    [Fact]
    public Task What_runs_failed_tests_and_programs_leave_behind_is_none() => AssertFixturesAsync(
        "",
        fixtures: ["Fixtures/a.json", "__snapshots__/a.snap"],
        others:
        [
            "TestResults/x/Fixtures/q.json", "__snapshots__/__mismatch__/a.snap", "A.Test.received.txt", "Fixtures/A.received.json",
            "A.Test.received/Fixtures/a.txt", "Fixtures/.a.json.swp", "Fixtures/~$x.xlsx", "Fixtures/a.json.orig", "Fixtures/Thumbs.db",
            "Fixtures/a.json~", "Fixtures/.DS_Store",
        ]);

    [Trait("Case", "P7")]
    [Fact]
    public Task The_snapshots_of_each_library_are_some() => AssertFixturesAsync(
        "",
        fixtures:
        [
            "OrderTests.Parses.approved.txt", "Sub/OrderTests.Parses.approved.json", "_snapshots/OrderTests_Parses.json",
            "Snapshots/OrderTests.Parses.txt", "Golden/orders.csv", "Sub/OrderTests.Parses.verified.txt",
            "Sub/OrderTests.Parses.verified/one.txt", "Sub/__snapshots__/OrderTests.Parses.snap",
        ],
        others: ["approved.txt", "Sub/OrderTests.Parses.txt", "MySnapshots/a.txt"]);

    [Trait("Case", "P24")]
    [Fact]
    public Task What_a_test_project_copies_or_embeds_is_some_but_not_its_configuration() => AssertFixturesAsync(
        """
        <None Update="Test Data/**;README.md;**/*.runsettings" CopyToOutputDirectory="PreserveNewest" />
        <None Update="TestFiles/never.csv" CopyToOutputDirectory="Never" />
        <Content Include="TestFiles/b.csv;*.json;app.config" CopyToOutputDirectory="Always" />
        <EmbeddedResource Include="Resources/**" />
        <ProvenanceFixture Remove="Test Data/vendor/**" />
        <ProvenanceFixture Include="Named/a.json" />
        """,
        fixtures:
        [
            "Test Data/a b.xlsx", "Test Data/deep/a", "TestFiles/b.csv", "Resources/c.xml", "orders.json", "Named/a.json",
            "Fixtures/not copied.json",
        ],
        others:
        [
            "Test Data/.gitkeep", "Test Data/README.txt", "README.md", "Test Data/vendor/v.json", "TestFiles/never.csv",
            "TestFiles/not.csv", "appsettings.json", "appsettings.Test.json", "x.runsettings", "xunit.runner.json", "testconfig.json",
            "app.config", "Resources/.editorconfig", "Test Data/ci.runsettings",
        ]);

    [Fact]
    public Task Configuration_is_known_by_the_name_that_it_has_in_the_output() => AssertFixturesAsync(
        """
        <None Update="xunit.runner.linux.json" Link="xunit.runner.json" CopyToOutputDirectory="PreserveNewest" />
        <None Update="Settings/linux.json" TargetPath="T.testconfig.json" CopyToOutputDirectory="PreserveNewest" />
        <Content Include="Settings/test.json" Link="AppSettings.Test.json" CopyToOutputDirectory="Always" />
        <Content Include="Settings/windows.xml" Link="Sub/T.dll.config" CopyToOutputDirectory="Always" />
        <None Update="Data/it's a (test).json" Link="Cases/it's a (test).json" CopyToOutputDirectory="Always" />
        <None Update="Data/runner.json" Link="Cases/my-xunit.runner.json" CopyToOutputDirectory="Always" />
        <None Update="Data/nested.json" Link="launchSettings.json/a.json" CopyToOutputDirectory="Always" />
        <None Update="Fixtures/*.json" Link="appsettings.json" CopyToOutputDirectory="Always" />
        <EmbeddedResource Include="Data/embedded.json" Link="testconfig.json" />
        """,
        fixtures:
        [
            "Data/it's a (test).json", "Data/runner.json", "Data/nested.json", "Data/embedded.json", "Fixtures/by folder.json",
        ],
        others: ["xunit.runner.linux.json", "Settings/linux.json", "Settings/test.json", "Settings/windows.xml"]);

    [Trait("Case", "P24")]
    [Fact]
    public async Task A_policy_sees_that_such_data_is_left_out()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("company.provenance", "provenance.tests.required_on = classes\n");
        workspace.Add(
            "T",
            new TestProject
            {
                Items = """
                    <None Update="Data/a.csv" CopyToOutputDirectory="Always" />
                    <ProvenancePolicyFile Include="../company.provenance" />
                    """,
            }.With("IsTestProject", "true").With("ProvenanceDefaultFixtures", "false"),
            ("A.cs", "namespace N;\n"),
            ("Data/a.csv", "a\n"));

        Assert.Contains("PROV0006", (await workspace.BuildAsync()).MustFail().Messages.Select(message => message.Code));
    }

    private async Task AssertFixturesAsync(string items, string[] fixtures, string[] others)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "T",
            new TestProject { Items = items }.With("IsTestProject", "true"),
            [.. fixtures.Concat(others).Select(path => (path, path.EndsWith(".config", StringComparison.Ordinal) ? "<a />" : "{}\n"))]);
        workspace.Write("T/A.cs", "namespace N;\n");

        (await workspace.BuildAsync()).MustSucceed();

        var listed = workspace.Read("T/obj/Debug/net10.0/Provenance.Fixtures.tsv").Split('\n')
            .Where(line => line.Contains('\t', StringComparison.Ordinal))
            .Select(line => line.Split('\t')[3]);
        Assert.Equal(fixtures.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
