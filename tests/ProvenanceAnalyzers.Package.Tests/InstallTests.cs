using System.Text.Json;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The ways a package gets into a project, and that it goes no further.</summary>
public sealed class InstallTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string UsesAnnotation = """
        namespace Lib;

        public class Undeclared { }

        [AIProvenance(AIOrigin.Human)]
        public class Declared { }
        """;

    private static readonly string[] UndeclaredIsReported = ["Lib/A.cs(3,14): warning PROV1001"];

    [Fact]
    public async Task Added_by_hand_with_private_assets()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject { Package = Installed.ByHand }, ("A.cs", UsesAnnotation));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(UndeclaredIsReported, build.Provenance);

        // Code scanning filters by them what it gets of this log.
        using var log = JsonDocument.Parse(workspace.Read(".sarif/Lib.net10.0.sarif"));
        var rule = log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "PROV1001");
        Assert.Equal(
            ["provenance", "declaration"],
            rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
    }

    [Trait("Case", "H13")]
    [Fact]
    public async Task Added_by_dotnet_add_package()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject { Package = Installed.NotHere }, ("A.cs", UsesAnnotation));
        var add = await workspace.DotnetAsync(
            "add", "Lib/Lib.csproj", "package", "ProvenanceAnalyzers", "--version", workspace.PackageVersion);
        add.MustSucceed();

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Contains("<PrivateAssets>all</PrivateAssets>", workspace.Read("Lib/Lib.csproj"), StringComparison.Ordinal);
        Assert.Equal(UndeclaredIsReported, build.Provenance);
    }

    [Fact]
    public async Task Under_central_package_management()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="ProvenanceAnalyzers" Version="{workspace.PackageVersion}" /></ItemGroup>
            </Project>
            """);
        workspace.Add(
            "Lib",
            new TestProject
            {
                Package = Installed.NotHere,
                Items = """<PackageReference Include="ProvenanceAnalyzers" PrivateAssets="all" />""",
            },
            ("A.cs", UsesAnnotation));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(UndeclaredIsReported, build.Provenance);
    }

    [Fact]
    public async Task As_a_global_package_reference_it_is_in_every_csharp_project()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="ProvenanceAnalyzers" Version="{workspace.PackageVersion}" /></ItemGroup>
            </Project>
            """);
        var plain = new TestProject { Package = Installed.NotHere };
        workspace.Add("Lib", plain, ("A.cs", UsesAnnotation));
        workspace.Add(
            "Several",
            (plain with { Framework = "netstandard2.0;net10.0" }).With("LangVersion", "latest"),
            ("A.cs", UsesAnnotation));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(
            [.. UndeclaredIsReported, "Several/A.cs(3,14): warning PROV1001", "Several/A.cs(3,14): warning PROV1001"],
            build.Provenance);
    }

    [Fact]
    public async Task A_visual_basic_project_that_has_it_builds_as_before()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="ProvenanceAnalyzers" Version="{workspace.PackageVersion}" /></ItemGroup>
            </Project>
            """);
        workspace.Write("Basic/Basic.vbproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ProvenanceAnalysisMode>Strict</ProvenanceAnalysisMode>
              </PropertyGroup>
            </Project>
            """);
        workspace.Write("Basic/A.vb", "Public Class A\nEnd Class\n");

        var build = await workspace.DotnetAsync(
            "build", "Basic/Basic.vbproj", "--disable-build-servers", "-nologo", "-tl:off", "-v:quiet", "-clp:NoSummary", "-warnaserror");

        build.MustSucceed();
    }

    [Theory]
    [InlineData("by hand")]
    [InlineData("dotnet add package")]
    public async Task A_project_that_references_the_one_that_has_it_gets_nothing_of_it(string way)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject { Package = way == "by hand" ? Installed.ByHand : Installed.NotHere },
            ("A.cs", UsesAnnotation));
        if (way != "by hand")
        {
            (await workspace.DotnetAsync("add", "Lib/Lib.csproj", "package", "ProvenanceAnalyzers", "--version", workspace.PackageVersion))
                .MustSucceed();
        }

        workspace.Add(
            "User",
            new TestProject { Package = Installed.NotHere, References = ["Lib"] },
            ("A.cs", """
                namespace User;

                public class Undeclared : Lib.Declared { }

                [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)]
                public class Declared { }
                """));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(UndeclaredIsReported, build.Provenance);
        // Neither the attribute nor its argument is there; the compiler looks for the attribute under two names.
        Assert.Equal(
            ["User/A.cs(5,22): error CS0234", "User/A.cs(5,22): error CS0234", "User/A.cs(5,35): error CS0234"],
            build.ErrorLogs["User.net10.0"]
                .Where(diagnostic => diagnostic.Level == "error")
                .Select(diagnostic => diagnostic.Summary)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_package_made_of_a_project_that_has_it_does_not_depend_on_it()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", UsesAnnotation));

        (await workspace.DotnetAsync("pack", "Lib", "--output", "packed", "--disable-build-servers", "-tl:off")).MustSucceed();

        using var content = System.IO.Compression.ZipFile.OpenRead(workspace.PathOf("packed/Lib.1.0.0.nupkg"));
        using var manifest = new StreamReader(content.GetEntry("Lib.nuspec")!.Open());
        Assert.DoesNotContain("ProvenanceAnalyzers", await manifest.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(content.Entries, entry => entry.FullName.Contains("Provenance", StringComparison.Ordinal));
    }

    /// <summary>Neither its documentation file nor its package of sources.</summary>
    [Trait("Case", "P2")]
    [Trait("Case", "P13")]
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task What_a_project_ships_holds_nothing_of_what_is_injected(string frameworks)
    {
        using var workspace = package.NewWorkspace();
        var project = (new TestProject { Framework = frameworks })
            .With("AssemblyName", "Shipped")
            .With("LangVersion", "latest")
            .With("GenerateDocumentationFile", "true");
        const string Code = """
            namespace Lib;

            /// <summary>Says <c>&lt;member name="T:ProvenanceAnalyzers.AIOrigin"&gt;</c>.</summary>
            {0}
            public class Documented
            {
                /// <summary>Ends with &lt;/member&gt;.</summary>
                public int Number => 1;
            }
            """;
        workspace.Add("With", project, ("A.cs", Code.Replace("{0}", "[AIProvenance(AIOrigin.Human)]", StringComparison.Ordinal)));
        workspace.Add(
            "Without",
            project with { Package = Installed.NotHere },
            ("A.cs", Code.Replace("{0}", string.Empty, StringComparison.Ordinal)));

        foreach (var name in new[] { "With", "Without" })
        {
            (await workspace.DotnetAsync(
                "pack", name, "--include-source", "--output", $"packed/{name}", "--disable-build-servers", "-tl:off")).MustSucceed();
        }

        Assert.Equal(await EntriesAsync("Without"), await EntriesAsync("With"));

        async Task<IEnumerable<string>> EntriesAsync(string name)
        {
            var entries = new List<string>();
            await using var symbols = await System.IO.Compression.ZipFile.OpenReadAsync(
                workspace.PathOf($"packed/{name}/Shipped.1.0.0.symbols.nupkg"));
            foreach (var entry in symbols.Entries.Where(entry =>
                Path.GetExtension(entry.Name) is ".cs" or ".xml"
                && !entry.Name.StartsWith('[')
                && !entry.Name.EndsWith(".GlobalUsings.g.cs", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(await entry.OpenAsync());
                var text = await reader.ReadToEndAsync();
                entries.Add(entry.FullName.EndsWith(".xml", StringComparison.Ordinal) ? $"{entry.FullName}: {text}" : entry.Name);
            }

            Assert.Contains(entries, entry => entry.Contains("P:Lib.Documented.Number", StringComparison.Ordinal));
            Assert.Contains("A.cs", entries);
            return entries.Order(StringComparer.Ordinal);
        }
    }
}
