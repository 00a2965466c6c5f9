using System.Globalization;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenanceBaseline</c>.</summary>
public sealed class BaselineTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task An_old_solution_is_adopted_and_then_only_what_changes_is_due()
    {
        const int Projects = 12;
        const int TypesPerProject = 250;
        using var workspace = package.NewWorkspace();
        for (var project = 0; project < Projects; project++)
        {
            workspace.Add($"P{project}", new TestProject(), [
                .. Enumerable.Range(0, TypesPerProject).Select(type => (
                    $"Type{type}.cs",
                    $"namespace P{project};\n\npublic class Type{type}\n{{\n    public int Value() => {type};\n}}\n")),
            ]);
        }

        Assert.Equal(Projects * TypesPerProject, (await workspace.BuildAsync()).MustSucceed().Provenance.Count);

        (await workspace.BuildAsync("-p:ProvenanceBaseline=update", "-m")).MustSucceed();
        (await workspace.BuildAsync()).MustBeClean();

        workspace.Write("P3/Type7.cs", "namespace P3;\n\npublic class Type7\n{\n    public int Value() => 8;\n}\n");
        var changed = (await workspace.BuildAsync()).MustSucceed();
        Assert.Equal(["P3/Type7.cs(3,14): warning PROV1001"], changed.Provenance);
        Assert.Contains(
            "it has changed since the baseline took it",
            Assert.Single(changed.OurOwn).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "PROVMSB0009",
            Assert.Single(
                (await workspace.BuildAsync("-p:ProvenanceBaseline=check")).MustFail().Messages,
                message => message.Level == "error").Code);

        workspace.Write(
            "P3/Type7.cs", "namespace P3;\n\n[AIProvenance(AIOrigin.Human)]\npublic class Type7\n{\n    public int Value() => 8;\n}\n");
        Assert.Equal(
            ["P3/Provenance.Baseline.txt: note PROV0005 T:P3.Type7"], Noted(await workspace.BuildAsync()));

        (await workspace.BuildAsync("-p:ProvenanceBaseline=check")).MustSucceed();

        // What is declared has left the baseline with the next update, of this project alone; then a type is deleted in another.
        (await workspace.DotnetAsync("build", "P3", "-p:ProvenanceBaseline=update")).MustSucceed();
        File.Delete(workspace.PathOf("P5/Type9.cs"));
        Assert.Equal(["P5/Provenance.Baseline.txt: note PROV0005 T:P5.Type9"], Noted(await workspace.BuildAsync()));

        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        Assert.Empty((await workspace.BuildAsync()).MustBeClean().Provenance);
        Assert.DoesNotContain("T:P3.Type7 ", workspace.Read("P3/Provenance.Baseline.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("T:P5.Type9 ", workspace.Read("P5/Provenance.Baseline.txt"), StringComparison.Ordinal);
        Assert.Equal(
            (Projects * TypesPerProject) - 2,
            Enumerable.Range(0, Projects)
                .Sum(project => workspace.Read($"P{project.ToString(CultureInfo.InvariantCulture)}/Provenance.Baseline.txt")
                .Split('\n').Count(line => line.StartsWith("T:", StringComparison.Ordinal))));
    }

    /// <summary>What a build server writes takes in whatever the change brings, and nobody sees the difference.</summary>
    [Theory]
    [InlineData("CI", "true", "")]
    [InlineData("CI", "True", "-p:CI=false")]
    [InlineData("CI", "1", "-p:_ProvenanceIsCI=false")]
    [InlineData("CI", "false", "-p:CI=true")]
    [InlineData("OTHER", "true", "-p:CI=1")]
    [InlineData("OTHER", "true", "-p:ContinuousIntegrationBuild=true")]
    [InlineData("ContinuousIntegrationBuild", "true", "")]
    public async Task A_build_server_writes_none(string variable, string value, string property)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject { Framework = "netstandard2.0;net10.0" }, ("C.cs", "public class C { }\n"));
        (await workspace.DotnetAsync("restore", "All.slnx")).MustSucceed();

        var update = (await BuildAsync("-p:ProvenanceBaseline=update")).MustFail();
        Assert.Contains("error PROVMSB0019: ProvenanceBaseline is update in a build", update.Text, StringComparison.Ordinal);
        Assert.Contains("Use check there", update.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PROV1001", update.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("Lib/Provenance.Baseline.txt")));

        Task<CommandOutput> BuildAsync(string baseline) => ChildProcess.DotnetAsync(
            workspace.Root,
            new Dictionary<string, string> { [variable] = value },
            new[] { "build", "All.slnx", "--no-restore", "-nologo", "-tl:off", baseline, property }.Where(text => text.Length > 0));
    }

    [Theory]
    [InlineData("CI", "false")]
    [InlineData("CI", "")]
    [InlineData("OTHER", "true")]
    public async Task A_build_that_is_none_of_a_build_server_writes_one(string variable, string value)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("C.cs", "public class C { }\n"));

        (await ChildProcess.DotnetAsync(
            workspace.Root,
            new Dictionary<string, string> { [variable] = value },
            ["build", "All.slnx", "-nologo", "-tl:off", "-p:ProvenanceBaseline=update"])).MustSucceed();

        Assert.Contains("T:C h1:", workspace.Read("Lib/Provenance.Baseline.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_deleted_holds_nothing_in_an_incremental_build()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("C.cs", "public class C { }\n"));
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        (await workspace.BuildAsync()).MustBeClean();

        File.Delete(workspace.PathOf("Lib/Provenance.Baseline.txt"));

        Assert.Equal(["Lib/C.cs(1,14): warning PROV1001"], (await workspace.BuildAsync()).MustSucceed().Provenance);
    }

    [Fact]
    public async Task An_update_works_where_what_is_undeclared_is_an_error_and_leaves_out_what_is_suppressed()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject().With("ProvenanceAnalysisMode", "Strict").With("TreatWarningsAsErrors", "true"),
            ("A.cs", """
                namespace N;

                public class Undeclared { }

                #pragma warning disable PROV1001
                public class Suppressed { }
                #pragma warning restore PROV1001

                file class Local { }
                """));
        (await workspace.BuildAsync()).MustFail();

        Assert.Empty((await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed().Messages);
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().Messages);
        Assert.Empty((await workspace.BuildAsync("-p:ProvenanceBaseline=check")).MustSucceed().Messages);

        Assert.Equal(
            ["T:N.Local@A.cs", "T:N.Undeclared"],
            workspace.Read("Lib/Provenance.Baseline.txt").Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Several_frameworks_share_one_file_and_none_calls_the_others_code_gone()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Multi",
            new TestProject { Framework = "net10.0;netstandard2.0" }.With("LangVersion", "latest"),
            ("A.cs", """
                namespace N;

                public class Both { }

                public partial class Differs { }

                #if NET
                public partial class Differs { public int More { get; set; } }

                public class OnlyNet { }
                #else
                public class OnlyStandard { }
                #endif
                """));

        (await workspace.BuildAsync("-p:ProvenanceBaseline=update", "-m")).MustSucceed();
        var build = (await workspace.BuildAsync()).MustBeClean();

        Assert.Empty(build.Provenance);
        Assert.Equal(
            ["T:N.Both", "T:N.Differs", "T:N.Differs", "T:N.OnlyNet", "T:N.OnlyStandard"],
            workspace.Read("Multi/Provenance.Baseline.txt")
                .Split('\n')
                .Where(line => line.StartsWith("T:", StringComparison.Ordinal))
                .Select(line => line.Split(' ')[0]));

        // Only all frameworks together can tell what is gone.
        workspace.Write("Multi/A.cs", "namespace N;\n\npublic class Both { }\n\n#if NET\npublic class OnlyNet { }\n#endif\n");
        var gone = new[] { (4, "Differs"), (5, "Differs"), (7, "OnlyStandard") };
        var check = (await workspace.BuildAsync("-p:ProvenanceBaseline=check", "-p:ProvenanceManifest=true", "-v:minimal")).MustSucceed();
        Assert.All(gone, entry => Assert.Contains(
            $"Provenance.Baseline.txt({entry.Item1},1): message PROV0005: The baseline entry 'T:N.{entry.Item2}' no longer applies: "
                + "it does not exist any more; dotnet build -p:ProvenanceBaseline=update removes it",
            check.Text,
            StringComparison.Ordinal));
        Assert.Equal(
            gone.Select(entry => $"PROV0005 Provenance.Baseline.txt {entry.Item1}"),
            (await ManifestFile.ReadAsync(workspace.PathOf("Multi/bin/Debug/Multi.provenance.json")))["findings"]!
                .Select(finding => $"{finding["rule"]} {finding["path"]} {finding["line"]}"));
    }

    /// <summary>An update of one took the other's lines for old ones.</summary>
    [Trait("Case", "P10")]
    [Fact]
    public async Task Two_projects_in_one_folder_have_a_file_each()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(
            "Directory.Build.props",
            """
            <Project>
              <PropertyGroup>
                <BaseIntermediateOutputPath>obj/$(MSBuildProjectName)/</BaseIntermediateOutputPath>
              </PropertyGroup>
            </Project>
            """);
        var project = new TestProject().With("EnableDefaultCompileItems", "false");
        workspace.Add("App", project with { Items = "<Compile Include=\"One.cs\" />" }, ("One.cs", "namespace N; public class One { }"));
        workspace.Write("App/Two.cs", "namespace N; public class Two { }");
        var other = project with { Items = "<Compile Include=\"Two.cs\" />" };
        workspace.Write("App/App.Tests.csproj", other.ToXml(workspace.PackageVersion));
        workspace.Write(
            "All.slnx", "<Solution><Project Path=\"App/App.csproj\" /><Project Path=\"App/App.Tests.csproj\" /></Solution>");

        for (var run = 0; run < 2; run++)
        {
            (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
            Assert.Equal(["T:N.One"], IdsIn("App/Provenance.Baseline.App.txt"));
            Assert.Equal(["T:N.Two"], IdsIn("App/Provenance.Baseline.App.Tests.txt"));
            Assert.Empty((await workspace.BuildAsync("-p:ProvenanceBaseline=check")).MustBeClean().Provenance);
        }

        Assert.False(File.Exists(workspace.PathOf("App/Provenance.Baseline.txt")));
        workspace.Write("App/Two.cs", "namespace N; public class Two { public int More; }");
        Assert.Equal(
            ["PROVMSB0009"],
            (await workspace.BuildAsync("-p:ProvenanceBaseline=check")).MustFail().Messages
                .Where(message => message.Level == "error")
                .Select(message => message.Code));

        IEnumerable<string> IdsIn(string path) => workspace.Read(path).Split('\n')
            .Where(line => line.StartsWith("T:", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]);
    }

    [Theory]
    [InlineData("update")]
    [InlineData("check")]
    public async Task Conflict_marks_are_an_error_with_file_and_line_and_the_file_stays(string mode)
    {
        const string Conflict = "<<<<<<< HEAD\nT:N.A h1:11111111111111111111111111111111\n=======\n>>>>>>> other\n";
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", "namespace N; public class A { }"), ("Provenance.Baseline.txt", Conflict));

        var build = (await workspace.BuildAsync($"-p:ProvenanceBaseline={mode}")).MustFail();

        var error = Assert.Single(build.Messages, message => message.Level == "error");
        Assert.Equal("PROVMSB0010", error.Code);
        Assert.EndsWith("Provenance.Baseline.txt(1)", error.Origin, StringComparison.Ordinal);
        Assert.Equal(Conflict, workspace.Read("Lib/Provenance.Baseline.txt"));
        Assert.Contains(build.Messages, message => message is { Code: "PROV0007", Level: "warning" });
    }

    [Fact]
    public async Task Two_updates_at_once_and_an_aborted_one_leave_a_whole_file()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", "namespace N; public class A { } public class B { }"));
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        var whole = workspace.Read("Lib/Provenance.Baseline.txt");

        // The builds may disturb each other, as any two builds of one project do.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => workspace.DotnetAsync(
            "build", "Lib", "--no-restore", "-p:ProvenanceBaseline=update")));
        Assert.Equal(whole, workspace.Read("Lib/Provenance.Baseline.txt"));
        Assert.Empty(Directory.EnumerateFiles(workspace.PathOf("Lib"), "*.tmp"));

        // What a build leaves whose compiler was ended while it wrote its log.
        workspace.Write(".sarif/Lib.net10.0.sarif", "{ \"runs\": [ {");
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        Assert.Equal(whole, workspace.Read("Lib/Provenance.Baseline.txt"));
    }

    private static IEnumerable<string> Noted(BuildResult build) => build.MustBeClean().OurOwn
        .Select(diagnostic => $"{diagnostic.File}: {diagnostic.Level} {diagnostic.Id} {diagnostic.Message.Split('\'')[1]}");
}
