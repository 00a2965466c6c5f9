using System.Globalization;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>Fixture files, from the project's folder through the build to the compiler and the fixes.</summary>
public sealed class FixtureTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string List = "obj/Debug/net10.0/Provenance.Fixtures.tsv";

    // printf 'a\n' | sha256sum, and so on.
    private const string DigestOfA = "h1:87428fc522803d31065e7bce3cf03fe4";
    private const string DigestOfB = "h1:0263829989b6fd954f72baaf2fc64bc2";
    private const string DigestOfBinary = "h1:5016d27e02b85de4602313289699acbf";

    private static readonly TestProject Tests = new TestProject().With("IsTestProject", "true");

    [Fact]
    public async Task In_a_test_project_the_usual_names_are_fixture_files()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("Outside/x/one.csv", "a\n").Write("Outside/two.csv", "a\n");
        workspace.Add(
            "T",
            Tests with
            {
                Items = """
                    <ProvenanceFixture Remove="Fixtures/removed.json" />
                    <ProvenanceFixture Include="Data/*.xml" Exclude="Data/b.xml" />
                    <ProvenanceFixture Include="../Outside/x/**/*.csv" LinkBase="Shared" />
                    <ProvenanceFixture Include="../Outside/two.csv" Link="Data\two.csv" />
                    <Compile Remove="Fixtures/NotCompiled.cs" />
                    """,
            },
            [
                .. new[]
                {
                    "Fixtures/a.json", "Fixtures/removed.json", "Fixtures/deep/LICENSE", "Sub/TestData/a b#c.json",
                    "Sub/__snapshots__/ünï 日本.txt", "Sub/fixtures/[x]{y}.json", "Sub/Fixtures/a%41;'(@$)&b.json", "X.verified.txt",
                    "Sub/X.golden.csv", "Sub/y.snap", "Data/a.xml", "Data/b.xml", "Fixtures/bin/no.json", "Sub/Fixtures/obj/no.json",
                    "Fixtures/.gitattributes", "Fixtures/.git/no", "Fixtures/NotCompiled.cs", "Other/no.json",
                }.Select(path => (path, "a\n")),
                ("Fixtures/Compiled.cs", "namespace N;\n"),
                ("A.cs", "namespace N;\n"),
            ]);
        if (!OperatingSystem.IsWindows())
        {
            // A cycle of links ends somewhere.
            Directory.CreateSymbolicLink(workspace.PathOf("T/Fixtures/deep/up"), "..");
            File.CreateSymbolicLink(workspace.PathOf("T/Fixtures/link.json"), "a.json");
            File.CreateSymbolicLink(workspace.PathOf("T/Fixtures/nowhere.json"), "gone.json");
        }

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.DoesNotContain(build.Messages, message => message.Code.StartsWith("PROVMSB", StringComparison.Ordinal));
        Assert.Equal(
            new[]
            {
                "Data/a.xml", "Data/two.csv", "Fixtures/NotCompiled.cs", "Fixtures/a.json", "Fixtures/deep/LICENSE",
                OperatingSystem.IsWindows() ? "" : "Fixtures/link.json", "Shared/one.csv", "Sub/Fixtures/a%41;'(@$)&b.json",
                "Sub/TestData/a b#c.json", "Sub/X.golden.csv", "Sub/__snapshots__/ünï 日本.txt", "Sub/fixtures/[x]{y}.json",
                "Sub/y.snap", "X.verified.txt",
            }.Where(path => path.Length > 0),
            Listed(workspace, "T").Where(path => !path.StartsWith("Fixtures/deep/up/", StringComparison.Ordinal)));
        Assert.All(workspace.Read($"T/{List}").Split('\n').Where(line => line.StartsWith("h1:", StringComparison.Ordinal)), line =>
            Assert.StartsWith($"{DigestOfA}\t2\t", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elsewhere_and_with_the_defaults_off_there_are_none_but_those_named()
    {
        using var workspace = package.NewWorkspace();
        (string, string)[] files = [("Fixtures/a.json", "a\n"), ("A.cs", "namespace N;\n")];
        workspace.Add("Lib", new TestProject(), files);
        workspace.Add("Off", Tests.With("ProvenanceDefaultFixtures", "false"), files);
        workspace.Add(
            "Named",
            new TestProject { Items = """<ProvenanceFixture Include="**/*.json" Exclude="$(DefaultItemExcludes)" />""" },
            files);
        workspace.Add(
            "Platform",
            new TestProject().With("IsTestingPlatformApplication", "true").With("GenerateTestingPlatformEntryPoint", "false"),
            files);

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(["Named/A.cs(1,1): warning PROV1003", "Platform/A.cs(1,1): warning PROV1003"], build.Provenance);
        Assert.False(File.Exists(workspace.PathOf($"Lib/{List}")));
        Assert.False(File.Exists(workspace.PathOf($"Off/{List}")));
        Assert.Equal(["Fixtures/a.json"], Listed(workspace, "Named"));
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task One_fix_declares_all_by_the_fewest_globs_and_the_second_run_changes_nothing()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.default_origin = unknown");
        var files = Enumerable.Range(0, 200).Select(number => (
            Path: $"Fixtures/{(number % 12).ToString("D2", CultureInfo.InvariantCulture)}/{number}."
                + (number % 12 < 4 && number % 24 < 12 ? "csv" : "json"),
            Content: $"{number}\n")).ToList();
        workspace.Add("T", Tests, [.. files, ("GlobalUsings.cs", "global using System.Text;\n"), ("A.cs", "namespace N;\n")]);
        var before = (await workspace.BuildAsync()).MustSucceed();
        await workspace.CommitAsync();
        Assert.Equal(16, before.Provenance.Count);

        await workspace.FormatAsync("PROV1003");
        Assert.Equal(
            [
                "+[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Fixtures/**/*.csv\")]",
                "+[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Fixtures/**/*.json\")]",
            ],
            await workspace.ChangedLinesAsync());
        Assert.StartsWith("global using System.Text;\n[assembly: ", workspace.Read("T/GlobalUsings.cs"), StringComparison.Ordinal);
        Assert.All((await workspace.BuildAsync()).MustBeClean().OurOwn, diagnostic => Assert.Equal("PROV1006", diagnostic.Id));
        await workspace.CommitAsync();

        await workspace.FormatAsync("PROV1003");
        Assert.Empty(await workspace.ChangedLinesAsync());

        // What comes to a folder that is declared is declared with it; what comes to another is one line more.
        workspace.Write("T/Fixtures/00/new.json", "new\n").Write("T/Other/Fixtures/a.txt", "new\n");
        await workspace.CommitAsync();
        (await workspace.BuildAsync()).MustSucceed();
        await workspace.FormatAsync("PROV1003");
        Assert.Equal(
            ["+[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Other/Fixtures/*.txt\")]"],
            await workspace.ChangedLinesAsync());
    }

    [Fact]
    public async Task The_compiler_runs_when_a_fixture_file_has_changed_and_only_then()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "T",
            Tests,
            ("Fixtures/a.json", "a\n"),
            ("Provenance.cs", $$"""
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Fixtures/*.json")]
                [assembly: HumanReviewed("bob@example.com", "2026-11-21", Target = "Fixtures/a.json", Digest = "{{DigestOfA}}")]
                """));
        Assert.Empty((await workspace.BuildAsync()).MustBeClean().Provenance);
        Assert.Empty((await workspace.BuildAsync()).MustBeClean().ErrorLogs);

        // Touched, with other line ends even: the review still holds, and the list has only another size.
        File.SetLastWriteTimeUtc(workspace.PathOf("T/Fixtures/a.json"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Empty((await workspace.BuildAsync()).MustBeClean().ErrorLogs);
        workspace.Write("T/Fixtures/a.json", "a\r\n");
        Assert.Empty((await workspace.BuildAsync()).MustBeClean().Provenance);

        workspace.Write("T/Fixtures/a.json", "b\n");
        Assert.Equal(["T/Provenance.cs(2,96): warning PROV2003"], (await workspace.BuildAsync()).MustSucceed().Provenance);
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().ErrorLogs);

        workspace.Write("T/Fixtures/b.json", "b\n");
        Assert.Equal(
            ["T/Provenance.cs(1,12): warning PROV2002", "T/Provenance.cs(2,96): warning PROV2003"],
            (await workspace.BuildAsync()).MustSucceed().Provenance);

        // The last one gone is a change too.
        File.Delete(workspace.PathOf("T/Fixtures/a.json"));
        File.Delete(workspace.PathOf("T/Fixtures/b.json"));
        Assert.Equal(
            ["T/Provenance.cs(1,70): warning PROV0004", "T/Provenance.cs(2,68): warning PROV0004"],
            (await workspace.BuildAsync()).MustSucceed().Provenance);
        (await workspace.BuildAsync("--no-incremental")).MustSucceed();
        Assert.Equal(
            ["T/Provenance.cs(1,70): warning PROV0004", "T/Provenance.cs(2,68): warning PROV0004"],
            (await workspace.BuildAsync("-t:Rebuild")).MustSucceed().Provenance);
    }

    [Fact]
    public async Task A_design_time_build_gives_the_list_to_the_editor()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("T", Tests, ("Fixtures/a.json", "a\n"), ("A.cs", "namespace N;\n"));
        (await workspace.DotnetAsync("restore", "T")).MustSucceed();

        var build = (await workspace.DotnetAsync(
            "msbuild",
            "T",
            "-t:Compile",
            "-p:DesignTimeBuild=true",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
            "-getItem:AdditionalFiles,EditorConfigFiles"))
            .MustSucceed();

        Assert.Contains("\"Identity\": \"obj/Debug/net10.0/Provenance.Fixtures.tsv\"", build.Text, StringComparison.Ordinal);
        Assert.Contains($"{DigestOfA}\t2\t*.json\tFixtures/a.json\n", workspace.Read($"T/{List}"), StringComparison.Ordinal);
        Assert.Contains("\"Identity\": \"obj/Debug/net10.0/T.net10.0.Provenance.Facts.tsv\"", build.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\ndefault-fixtures\n", workspace.Read("T/obj/Debug/net10.0/T.net10.0.Provenance.Facts.tsv"), StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("T/obj/Debug/net10.0/T.dll")));
    }

    [Fact]
    public async Task What_is_wrong_with_one_file_is_said_and_nothing_else_is_lost()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "T",
            Tests with { Items = """<ProvenanceFixture Include="Fixtures/folder;Fixtures/gone.json" />""" },
            ("Fixtures/a.json", "a\n"),
            ("Fixtures/folder/b.bin", "\0\r\n"),
            ("A.cs", "namespace N;\n"));

        var build = (await workspace.BuildAsync("-v:normal")).MustSucceed();

        var warning = Assert.Single(build.Messages.Distinct(), message => message.Code == "PROVMSB0020");
        Assert.Equal(workspace.PathOf("T/Fixtures/folder"), warning.Origin);
        Assert.Contains(
            "The fixture file 'Fixtures/gone.json' does not exist any more, and is left out.",
            build.Text,
            StringComparison.Ordinal);
        Assert.Equal(
            $"{DigestOfA}\t2\t*.json\tFixtures/a.json\n-\t-\tfolder\tFixtures/folder\n{DigestOfBinary}\t3\t*.bin\tFixtures/folder/b.bin\n",
            workspace.Read($"T/{List}").Split('\n', 2)[1]);
    }

    [Fact]
    public async Task A_baseline_and_a_manifest_have_them_like_code()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "T",
            Tests.With("LangVersion", "latest") with { Framework = "net10.0;netstandard2.0" },
            ("Fixtures/a b.json", "a\n"),
            ("Fixtures/c.json", "b\n"),
            ("Fixtures/x.csv", "a\n"),
            ("Provenance.cs", $"[assembly: AIProvenance(AIOrigin.Human, Target = \"Fixtures/x.csv\")]\n"));

        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        Assert.Equal(
            [$"Fixtures/a b.json {DigestOfA}", $"Fixtures/c.json {DigestOfB}"],
            workspace.Read("T/Provenance.Baseline.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#'));
        Assert.Empty((await workspace.BuildAsync()).MustBeClean().Provenance);

        workspace.Write("T/Fixtures/c.json", "a\n");
        var build = (await workspace.BuildAsync("-p:ProvenanceManifest=true")).MustSucceed();
        Assert.Equal(["T/Provenance.cs(1,12): warning PROV1003", "T/Provenance.cs(1,12): warning PROV1003"], build.Provenance);
        var manifest = await ManifestFile.ReadAsync(workspace.PathOf("T/bin/Debug/T.provenance.json"));
        Assert.Equal((3, 2), ((int)manifest["summary"]!["units"]!, (int)manifest["summary"]!["undeclared"]!));
        Assert.Equal(
            [
                "Fixtures/a b.json | Fixtures/a b.json(-) | fixture | test | unknown | none | due PROV1003 | undeclared | baseline",
                "Fixtures/c.json | Fixtures/c.json(-) | fixture | test | unknown | none | due PROV1003 | undeclared | PROV1003(1)",
                "Fixtures/x.csv | Fixtures/x.csv(-) | fixture | test | human | file",
            ],
            manifest["units"]!.Select(ManifestFile.Summary));
        Assert.Equal([2, 2, 2], manifest["units"]!.Select(unit => (int)unit["size"]!));

        Assert.Equal(
            "PROVMSB0009",
            Assert.Single(
                (await workspace.BuildAsync("-p:ProvenanceBaseline=check")).MustFail().Messages,
                message => message.Level == "error").Code);
    }

    private static IEnumerable<string> Listed(Workspace workspace, string project) => workspace.Read($"{project}/{List}").Split('\n')
        .Where(line => line.Contains('\t', StringComparison.Ordinal))
        .Select(line => line.Split('\t')[3]);
}
