using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenanceManifest</c>.</summary>
public sealed class ManifestTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Code = """
        namespace N;

        [AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada@example.com")]
        [HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:00000000000000000000000000000000")]
        public class Generated { }

        public class Undeclared { }

        #if NET
        public class OnlyNet { }
        #endif
        """;

    [Fact]
    public async Task A_plain_build_writes_nothing_and_records_nothing()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", Code));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.DoesNotContain(build.Diagnostics, diagnostic => diagnostic.Id == "PROV9001");
        Assert.DoesNotContain("Provenance:", build.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Lib.net10.0.Provenance.Facts.tsv"],
            Directory.EnumerateFileSystemEntries(workspace.PathOf("Lib"), "*", SearchOption.AllDirectories)
                .Where(path => Path.GetRelativePath(workspace.Root, path).Contains("provenance", StringComparison.OrdinalIgnoreCase))
                .Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task It_is_written_beside_the_output_and_into_a_folder_whatever_was_built_before()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject().With("AssemblyName", "My.Lib"), ("A.cs", Code));
        var folder = workspace.PathOf("manifests");
        (await workspace.BuildAsync()).MustSucceed();

        var build = (await workspace.BuildAsync(
            "-p:ProvenanceManifest=true",
            $"-p:ProvenanceManifestDirectory={folder}",
            "-v:normal")).MustSucceed();

        Assert.Contains("Provenance: 3 units, 2 undeclared, 1 AI-made, 0 unreviewed, 1 stale", build.Text, StringComparison.Ordinal);
        var beside = workspace.PathOf("Lib/bin/Debug/net10.0/My.Lib.provenance.json");
        Assert.Equal(await File.ReadAllBytesAsync(beside), await File.ReadAllBytesAsync(Path.Combine(folder, "My.Lib.provenance.json")));
        var manifest = await ManifestFile.ReadAsync(beside);
        Assert.Equal(
            [
                "T:N.Generated | A.cs(3-5) | class | generated | codex | type | stale 1 | bob@example.com:stale | PROV2003(4)",
                "T:N.OnlyNet | A.cs(10-10) | class | unknown | none | due PROV1001 | undeclared | PROV1001(10)",
                "T:N.Undeclared | A.cs(7-7) | class | unknown | none | due PROV1001 | undeclared | PROV1001(7)",
            ],
            manifest["units"]!.Select(ManifestFile.Summary));

        // A build without the property leaves it; one with it compiles again, and makes the same.
        (await workspace.BuildAsync()).MustSucceed();
        Assert.True(File.Exists(beside));
        File.Delete(beside);
        (await workspace.BuildAsync("-p:ProvenanceManifest=true")).MustSucceed();
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, "My.Lib.provenance.json")), await File.ReadAllBytesAsync(beside));
        (await workspace.DotnetAsync("clean", "All.slnx")).MustSucceed();
        Assert.False(File.Exists(beside));
    }

    [Fact]
    public async Task Files_without_units_are_listed_with_the_reason_and_without_a_machines_own_paths()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", Code), ("Usings.cs", "global using System.Text;"), ("G.g.cs", "class G { }"));

        (await workspace.BuildAsync("-p:ProvenanceManifest=true")).MustSucceed();

        var sources = $"(packages)/provenanceanalyzers/{workspace.PackageVersion}/sources/";
        var manifest = await ManifestFile.ReadAsync(workspace.PathOf("Lib/bin/Debug/net10.0/Lib.provenance.json"));
        Assert.Equal(
            [
                $"{sources}AIOrigin.cs generated",
                $"{sources}AIProvenanceAttribute.cs generated",
                $"{sources}EmbeddedAttribute.cs generated",
                $"{sources}HumanReviewedAttribute.cs generated",
                "G.g.cs generated",
                "Usings.cs noDeclarations",
                "obj/Debug/net10.0/.NETCoreApp,Version=v10.0.AssemblyAttributes.cs generated",
                "obj/Debug/net10.0/Lib.AssemblyInfo.cs generated",
                "obj/Debug/net10.0/Lib.GlobalUsings.g.cs generated",
            ],
            manifest["files"]!.Select(file => $"{file["path"]} {file["reason"]}"));
    }

    [Fact]
    public async Task Several_frameworks_have_one_which_is_the_same_in_any_folder_and_in_parallel()
    {
        using var workspace = package.NewWorkspace();
        using var other = package.NewWorkspace();
        foreach (var place in new[] { workspace, other })
        {
            place.Add("Multi", new TestProject { Framework = "net10.0;netstandard2.0" }.With("LangVersion", "latest"), ("A.cs", Code));
        }

        (await workspace.BuildAsync("-p:ProvenanceManifest=true")).MustSucceed();
        (await other.BuildAsync("-p:ProvenanceManifest=true", "-m")).MustSucceed();

        var path = workspace.PathOf("Multi/bin/Debug/Multi.provenance.json");
        Assert.Equal(await File.ReadAllTextAsync(path), await File.ReadAllTextAsync(other.PathOf("Multi/bin/Debug/Multi.provenance.json")));
        Assert.Equal(
            ["T:N.Generated net10.0+netstandard2.0", "T:N.OnlyNet net10.0", "T:N.Undeclared net10.0+netstandard2.0"],
            (await ManifestFile.ReadAsync(path))["units"]!.Select(unit => $"{unit["id"]} {string.Join("+", unit["frameworks"]!)}"));
    }

    [Fact]
    public async Task JSON_Lines_and_hashed_people()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject(),
            ("A.cs", Code),
            ("Suppressed.cs", """
                [System.Diagnostics.CodeAnalysis.SuppressMessage("Provenance.Declaration", "PROV1001", Justification = "Copied from elsewhere.")]
                public class Suppressed { }
                """),
            (
                "Fixtures.cs",
                """[assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada@example.com", Target = "None.cs")]"""));

        (await workspace.BuildAsync(
            "-p:ProvenanceManifest=true",
            "-p:ProvenanceManifestFormat=jsonl",
            "-p:ProvenanceManifestPrivacy=hash")).MustSucceed();

        var path = workspace.PathOf("Lib/bin/Debug/net10.0/Lib.provenance.jsonl");
        var text = await File.ReadAllTextAsync(path);
        Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
        var lines = await ManifestFile.ReadLinesAsync(path);
        Assert.Equal(
            [
                "project Lib/Lib.csproj", "annotation None.cs", "unit T:N.Generated", "unit T:N.OnlyNet", "unit T:N.Undeclared",
                "unit T:Suppressed", "file Fixtures.cs", "finding PROV0004",
            ],
            lines
                .Where(line => (string?)line["record"] != "file" || (string?)line["reason"] == "noDeclarations")
                .Select(line => $"{line["record"]} {line["target"] ?? line["id"] ?? line["rule"] ?? line["path"] ?? line["project"]}"));

        Assert.Equal(
            ["T:Suppressed Copied from elsewhere."],
            lines.Where(line => (bool?)line["suppressed"] == true && line["id"] != null)
                .Select(line => $"{line["id"]} {line["justification"]}"));

        // printf ada@example.com | sha256sum
        Assert.Contains("sha256:b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72", text, StringComparison.Ordinal);
    }

    // The reference builds one framework of the library before the library itself is built.
    [Theory]
    [InlineData("-m:1")]
    [InlineData("-graph")]
    public async Task What_a_reference_has_built_before_is_in_it(string argument)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "App",
            new TestProject { References = ["Multi"] },
            ("App.cs", "namespace N; [AIProvenance(AIOrigin.Human)] public class App { }"));
        workspace.Add("Multi", new TestProject { Framework = "net10.0;netstandard2.0" }.With("LangVersion", "latest"), ("A.cs", Code));

        // The second time there are records of the first.
        for (var time = 0; time < 2; time++)
        {
            (await workspace.BuildAsync("-p:ProvenanceManifest=true", argument)).MustSucceed();
        }

        Assert.Equal(
            ["net10.0", "netstandard2.0"],
            (await ManifestFile.ReadAsync(workspace.PathOf("Multi/bin/Debug/Multi.provenance.json")))["frameworks"]!
                .Select(framework => (string?)framework));
    }

    [Fact]
    public async Task Two_projects_with_one_assembly_name_do_not_overwrite_each_other_in_a_folder()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("First", new TestProject().With("AssemblyName", "Same"), ("A.cs", Code));
        workspace.Add("Second", new TestProject().With("AssemblyName", "Same"), ("A.cs", Code));
        var manifest = workspace.PathOf("manifests/Same.provenance.json");

        var build = (await workspace.BuildAsync(
            "-p:ProvenanceManifest=true",
            $"-p:ProvenanceManifestDirectory={workspace.PathOf("manifests")}",
            "-m")).MustFail();

        var written = (string?)(await ManifestFile.ReadAsync(manifest))["project"];
        var other = written == "First/First.csproj" ? "Second/Second.csproj" : "First/First.csproj";
        var error = Assert.Single(build.Messages, message => message.Level == "error");
        Assert.Equal("PROVMSB0012", error.Code);
        Assert.StartsWith(
            $"'{manifest}' is the manifest of '{written}', which has the same assembly name as '{other}'.",
            error.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "-p:ProvenanceManifestDirectory=x",
        "-p:ProvenanceManifest=maybe",
        "PROVMSB0004",
        "ProvenanceManifest is 'maybe'. Allowed are true and false.")]
    [InlineData(
        "-p:ProvenanceManifest=true",
        "-p:ProvenanceManifestPrivacy=salt",
        "PROVMSB0005",
        "ProvenanceManifestPrivacy is 'salt'. Allowed are none and hash.")]
    [InlineData(
        "-p:ProvenanceManifest=true",
        "-p:ProvenanceManifestFormat=xml",
        "PROVMSB0006",
        "ProvenanceManifestFormat is 'xml'. Allowed are json and jsonl.")]
    [InlineData(
        "-p:ProvenanceManifest=true",
        "-p:ProvenanceBaseline=grow",
        "PROVMSB0003",
        "ProvenanceBaseline is 'grow'. Allowed are update and check, or nothing.")]
    public async Task Wrong_values_are_errors(string first, string second, string code, string text)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", Code));

        var message = Assert.Single((await workspace.BuildAsync(first, second)).MustFail().Messages);

        Assert.Equal((code, text), (message.Code, message.Text));
    }

    [Theory]
    [InlineData("-p:RunAnalyzers=false", "PROVMSB0008")]
    [InlineData("-p:RunAnalyzersDuringBuild=false", "PROVMSB0008")]
    [InlineData("-p:ErrorLog=old.json", "PROVMSB0007")]
    public async Task Without_records_it_fails_and_leaves_the_file_that_is_there(string argument, string code)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", Code));
        workspace.Write("Lib/bin/Debug/net10.0/Lib.provenance.json", "kept");

        var build = (await workspace.BuildAsync("-p:ProvenanceManifest=true", argument)).MustFail();

        Assert.Equal(code, Assert.Single(build.Messages, message => message.Level == "error").Code);
        Assert.Equal("kept", workspace.Read("Lib/bin/Debug/net10.0/Lib.provenance.json"));
    }

    /// <summary>And which mode helps.</summary>
    [Trait("Case", "P14")]
    [Theory]
    [InlineData("-p:ProvenanceManifest=true", "so this build leaves no manifest. ")]
    [InlineData("-p:ProvenanceTrainingLists=true", "so this build leaves no manifest, no training lists. ")]
    [InlineData("-p:ProvenanceBaseline=check", "so this build leaves no check of the baseline. ")]
    public async Task Where_the_compiler_fails_one_line_says_what_is_not_written(string wanted, string says)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject().With("TreatWarningsAsErrors", "true"), ("A.cs", "public class Undeclared { }\n"));

        var line = Assert.Single((await workspace.BuildAsync(wanted)).MustFail().Messages, message => message.Code == "PROVMSB0034");

        Assert.Contains(says, line.Text, StringComparison.Ordinal);
        Assert.Contains("-p:ProvenanceAnalysisMode=Audit", line.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(workspace.PathOf("Lib"), "*.provenance.json", SearchOption.AllDirectories));
        Assert.DoesNotContain((await workspace.BuildAsync()).MustFail().Messages, message => message.Code == "PROVMSB0034");
        var audited = await workspace.BuildAsync(wanted, "-p:ProvenanceAnalysisMode=Audit");
        Assert.DoesNotContain(audited.Messages, message => message.Code == "PROVMSB0034");
        Assert.Equal(wanted.Contains("check", StringComparison.Ordinal), audited.ExitCode != 0);
    }

    [Fact]
    public async Task For_a_log_of_its_own_the_compiler_runs_what_warns_and_not_what_only_informs()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("dotnet_diagnostic.CA1822.severity = warning");
        workspace.Add("Lib", new TestProject(), ("A.cs", """
            public class Code
            {
                public int Constant() => 1;

                public static void Check(string text)
                {
                    if (text == null)
                    {
                        throw new ArgumentNullException(nameof(text));
                    }
                }

                public static void Rethrow()
                {
                    try
                    {
                        Check("");
                    }
                    catch (ArgumentException exception)
                    {
                        throw exception;
                    }
                }
            }
            """));

        var plain = (await workspace.BuildAsync()).MustSucceed();
        var own = (await workspace.BuildAsync("-p:ProvenanceManifest=true", "-p:ErrorLog=")).MustSucceed();

        Assert.Equal(["CA1822", "CA2200", "PROV1001"], own.Messages.Select(message => message.Code).Order(StringComparer.Ordinal));
        Assert.Equal(plain.Messages.Select(message => message.Text).Order(), own.Messages.Select(message => message.Text).Order());
        Assert.Contains(plain.Diagnostics, diagnostic => diagnostic.Id == "CA1510");
        Assert.DoesNotContain(
            Diagnostic.ReadErrorLog(workspace.PathOf("Lib/obj/Debug/net10.0/Lib.provenance.sarif"), workspace.Root),
            diagnostic => diagnostic.Id == "CA1510");

        // What is said of all ids at once is weaker than what is said of one, so that it would not hold.
        workspace.Configure("dotnet_analyzer_diagnostic.category-Performance.severity = warning");
        Assert.Equal(
            (await workspace.BuildAsync()).Messages.Count,
            (await workspace.BuildAsync("-p:ProvenanceManifest=true", "-p:ErrorLog=")).Messages.Count);
    }

    [Fact]
    public async Task A_log_for_two_frameworks_is_an_error()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Multi", new TestProject { Framework = "net10.0;netstandard2.0" }.With("LangVersion", "latest"), ("A.cs", Code));
        workspace.Write("Directory.Build.targets", "<Project />");

        var build = (await workspace.BuildAsync(
            "-p:ProvenanceManifest=true",
            $"-p:ErrorLog={workspace.PathOf("one.sarif")},version=2.1",
            "-m")).MustFail();

        Assert.Contains(build.Messages, message => message.Level == "error");
        Assert.False(File.Exists(workspace.PathOf("Multi/bin/Debug/Multi.provenance.json")));
    }

    /// <summary>As two projects leave it that write one log at once: the other's, or a torn one.</summary>
    [Trait("Case", "P4")]
    [Theory]
    [InlineData("-p:ProvenanceManifest=true", "foreign", "is of the assembly 'A' and not of 'B'.")]
    [InlineData("-p:ProvenanceBaseline=check", "foreign", "is of the assembly 'A' and not of 'B'.")]
    [InlineData("-p:ProvenanceManifest=true", "torn", "cannot be read")]
    [InlineData("-p:ProvenanceBaseline=check", "torn", "cannot be read")]
    public async Task A_log_that_is_torn_or_of_another_project_is_an_error(string wanted, string what, string says)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("A", new TestProject(), ("A.cs", Code));
        workspace.Add("B", new TestProject { References = ["A"] }, ("B.cs", "[AIProvenance(AIOrigin.Human)]\npublic class B { }\n"));
        workspace.Write(
            "Directory.Build.targets",
            workspace.Read("Directory.Build.targets").Replace(".sarif/", "logs/", StringComparison.Ordinal).Replace(
                "</Project>",
                """
                  <Target Name="Overwrite" BeforeTargets="ProvenanceReadLog" Condition="'$(MSBuildProjectName)' == 'B'">
                    <Copy Condition="'$(What)' == 'foreign'" SourceFiles="$(ErrorLogs)A.net10.0.sarif"
                          DestinationFiles="$(ErrorLogs)B.net10.0.sarif" />
                    <WriteLinesToFile Condition="'$(What)' == 'torn'" File="$(ErrorLogs)B.net10.0.sarif" Overwrite="true"
                                      Lines="{ &quot;runs&quot;: [ { &quot;results&quot;: [ { &quot;ruleId&quot;: " />
                  </Target>
                </Project>
                """,
                StringComparison.Ordinal));
        workspace.Write("logs/.gitignore", "*\n");
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();

        var build = (await workspace.BuildAsync(wanted, $"-p:What={what}", $"-p:ErrorLogs={workspace.PathOf("logs/")}")).MustFail();

        var error = Assert.Single(build.Messages.Distinct(), message => message.Level == "error");
        Assert.Equal("PROVMSB0008", error.Code);
        Assert.Contains($"'{workspace.PathOf("logs/B.net10.0.sarif")}' {says}", error.Text, StringComparison.Ordinal);
        Assert.Contains("with $(MSBuildProjectName) and $(TargetFramework) in ErrorLog", error.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("B/bin/Debug/net10.0/B.provenance.json")));
    }

    /// <summary>
    /// Each waits for the other, so that B writes the log behind A and before A's is read; without that who reads first is chance.
    /// </summary>
    [Trait("Case", "P4")]
    [Theory]
    [InlineData("-p:ProvenanceManifest=true")]
    [InlineData("-p:ProvenanceBaseline=check")]
    public async Task One_log_that_two_projects_write_at_once_is_an_error(string wanted)
    {
        using var workspace = package.NewWorkspace();
        const string Declared = "[AIProvenance(AIOrigin.Human)]\npublic class Declared { }\n";
        workspace.Add("A", new TestProject(), ("A.cs", Declared));
        workspace.Add("B", new TestProject(), ("B.cs", Declared));
        workspace.Write(
            "Directory.Build.targets",
            """
            <Project>
              <UsingTask TaskName="WaitForFile" TaskFactory="RoslynCodeTaskFactory"
                         AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll">
                <ParameterGroup><File ParameterType="System.String" Required="true" /></ParameterGroup>
                <Task>
                  <Code Type="Fragment" Language="cs"><![CDATA[
                    for (var tries = 0; tries < 1200 && !System.IO.File.Exists(File); tries++) System.Threading.Thread.Sleep(100);
                  ]]></Code>
                </Task>
              </UsingTask>
              <!-- Behind the compiler, which writes the log after the assembly. -->
              <Target Name="SayThatItIsCompiled" AfterTargets="CoreCompile" Condition="'$(MSBuildProjectName)' == 'B'">
                <Touch Files="$(MSBuildThisFileDirectory)B.compiled" AlwaysCreate="true" />
              </Target>
              <Target Name="CompileAfterTheOther" BeforeTargets="CoreCompile" Condition="'$(MSBuildProjectName)' == 'B'">
                <WaitForFile File="$(MSBuildThisFileDirectory)A.compiled" />
              </Target>
              <Target Name="ReadAfterTheOther" BeforeTargets="ProvenanceReadLog" Condition="'$(MSBuildProjectName)' == 'A'">
                <Touch Files="$(MSBuildThisFileDirectory)A.compiled" AlwaysCreate="true" />
                <WaitForFile File="$(MSBuildThisFileDirectory)B.compiled" />
              </Target>
            </Project>
            """);

        var build = (await workspace.BuildAsync(wanted, $"-p:ErrorLog={workspace.PathOf("one.sarif")}%2cversion=2.1", "-m:2")).MustFail();

        var error = Assert.Single(build.Messages.Distinct(), message => message.Level == "error");
        Assert.Equal("PROVMSB0008", error.Code);
        Assert.Contains($"'{workspace.PathOf("one.sarif")}' is of the assembly 'B' and not of 'A'.", error.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("A/bin/Debug/net10.0/A.provenance.json")));
    }

    /// <summary>One is in a solution to run targets, and <c>dotnet build</c> of the solution wants a record of it too.</summary>
    [Trait("Case", "P9")]
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task A_project_that_compiles_nothing_has_no_record_and_no_error(string frameworks)
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", Code));
        workspace.Add("Nothing", new TestProject { Framework = frameworks });
        workspace.Write(
            "Nothing/Nothing.csproj",
            workspace.Read("Nothing/Nothing.csproj").Replace(
                "\"Microsoft.NET.Sdk\"", "\"Microsoft.Build.NoTargets/3.7.0\"", StringComparison.Ordinal));

        foreach (var wanted in new[] { "-p:ProvenanceManifest=true", "-p:ProvenanceBaseline=update", "-p:ProvenanceBaseline=check" })
        {
            (await workspace.BuildAsync(wanted, "-p:ProvenanceTrainingLists=true")).MustSucceed();
        }

        Assert.True(File.Exists(workspace.PathOf("Lib/bin/Debug/net10.0/Lib.provenance.json")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace.PathOf("Nothing/bin"), "*.provenance.*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace.PathOf("Nothing/bin"), "*.training", SearchOption.AllDirectories));
        Assert.False(File.Exists(workspace.PathOf("Nothing/Provenance.Baseline.txt")));
    }

    [Fact]
    public async Task A_design_time_build_writes_nothing()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", Code));
        (await workspace.DotnetAsync("restore", "All.slnx")).MustSucceed();

        (await workspace.DotnetAsync(
            "msbuild",
            "Lib/Lib.csproj",
            "-t:Compile",
            "-p:DesignTimeBuild=true",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
            "-p:ProvenanceManifest=true", "-p:ProvenanceBaseline=update")).MustSucceed();

        Assert.Empty(Directory.EnumerateFiles(workspace.PathOf("Lib"), "*.provenance.*", SearchOption.AllDirectories));
        Assert.False(File.Exists(workspace.PathOf("Lib/Provenance.Baseline.txt")));
    }

    // WPF compiles a project once under such a name to know its types, and then as itself.
    [Fact]
    public async Task A_temporary_project_of_WPF_writes_nothing_and_is_not_kept_from_compiling()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib_abc_wpftmp",
            new TestProject().With("ProvenanceAnalysisMode", "Strict"),
            ("A.cs", "namespace N; public class A { }"));

        (await workspace.BuildAsync("-p:ProvenanceManifest=true", "-p:ProvenanceBaseline=update")).MustSucceed();

        Assert.Empty(Directory.EnumerateFiles(workspace.PathOf("Lib_abc_wpftmp"), "*.provenance.*", SearchOption.AllDirectories));
        Assert.False(File.Exists(workspace.PathOf("Lib_abc_wpftmp/Provenance.Baseline.txt")));
    }

    [Fact]
    public async Task Mode_audit_says_the_line_in_incremental_builds_too_and_mode_none_can_record()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject().With("ProvenanceAnalysisMode", "Audit"), ("A.cs", Code));
        workspace.Write(
            ".editorconfig",
            "root = true\n[Silent/**.cs]\ndotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.PROV9001.severity = none\n");
        workspace.Add(
            "Silent", new TestProject().With("ProvenanceAnalysisMode", "None").With("NoWarn", "$(NoWarn);PROV9001"), ("A.cs", Code));
        const string Line = "Provenance: 3 units, 2 undeclared, 1 AI-made, 0 unreviewed, 1 stale";

        Assert.Contains(Line, (await workspace.BuildAsync("-v:minimal")).MustSucceed().Text, StringComparison.Ordinal);
        var again = (await workspace.BuildAsync("-v:minimal")).MustSucceed();
        Assert.Empty(again.ErrorLogs);
        Assert.False(File.Exists(workspace.PathOf("Silent/bin/Debug/net10.0/Silent.provenance.json")));

        var recorded = (await workspace.BuildAsync("-v:minimal", "-p:ProvenanceManifest=true")).MustSucceed();
        Assert.Equal(2, recorded.Text.Split(Line).Length - 1);
        Assert.Equal(
            3,
            (await ManifestFile.ReadAsync(workspace.PathOf("Silent/bin/Debug/net10.0/Silent.provenance.json")))["units"]!.Count());
    }
}
