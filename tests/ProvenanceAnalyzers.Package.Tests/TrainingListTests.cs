using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenanceTrainingLists</c>.</summary>
public sealed class TrainingListTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Trait("Case", "P26")]
    [Fact]
    public async Task Files_of_several_frameworks_are_listed_with_what_stands_against_them()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject { Framework = "net10.0;netstandard2.0" }.With("LangVersion", "latest"),
            (
                "Allowed.cs",
                "[AIProvenance(AIOrigin.Human)]\npublic class Allowed { }\n#if NET\n[AIProvenance(AIOrigin.Human)]\n"
                + "public class OnlyNet { }\n#endif\n"),
            ("Whole.cs", "#if NET\n[AIProvenance(AIOrigin.Human)]\npublic class Whole { }\n#endif\n"),
            ("LeftOut.cs", "[AIProvenance(AIOrigin.Human)]\npublic class LeftOut { }\n#if NEVER\npublic class Never { }\n#endif\n"),
            (
                "Mixed.cs",
                "[AIProvenance(AIOrigin.Human)]\npublic class Mixed\n{\n    [AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
                + "    public int M() => 1;\n}\n"),
            ("Suppressed.cs", "#pragma warning disable PROV1001\npublic class Suppressed { }\n"),
            ("Vendor/Excluded.cs", "public class Excluded { }\n"),
            ("Usings.cs", "global using System.Text;\n"));
        workspace.Write(
            ".editorconfig",
            "root = true\n[*.cs]\nprovenance.review_required = none\ndotnet_diagnostic.PROV3001.severity = none\n"
                + "provenance.denied_tools = codex\n"
                + "[Lib/Vendor/**.cs]\nprovenance.exclude = true\n");

        var build = (await workspace.BuildAsync("-p:ProvenanceTrainingLists=true", "-v:normal")).MustSucceed();

        Assert.Equal("Lib/Allowed.cs\nLib/Whole.cs\n", workspace.Read("Lib/bin/Debug/Lib.training/include.txt"));
        Assert.Equal(
            [
                "Lib/LeftOut.cs\t4-4\tcodeOutsideUnits",
                "Lib/Mixed.cs\t4-5\trestricted\tM:Mixed.M: openai, Terms of Use (2026-07-26)",
                "Lib/Mixed.cs\t4-5\tpolicy\tM:Mixed.M: PROV3001",
                "Lib/Suppressed.cs\t2-2\tundeclared\tT:Suppressed: PROV1001",
                "Lib/Usings.cs\t-\tnoUnit",
                "Lib/Vendor/Excluded.cs\t1-1\texcluded\tT:Excluded",
            ],
            workspace.Read("Lib/bin/Debug/Lib.training/exclude.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.EndsWith("\tgenerated", StringComparison.Ordinal)));
        // What is injected is no file of the repository.
        Assert.All(
            new[] { "AIOrigin.cs", "AIProvenanceAttribute.cs", "HumanReviewedAttribute.cs", "EmbeddedAttribute.cs" },
            injected => Assert.DoesNotContain(
                injected, workspace.Read("Lib/bin/Debug/Lib.training/exclude.txt"), StringComparison.Ordinal));
        Assert.Contains(
            $"Provenance: 2 files may go into a training set: {workspace.PathOf("Lib/bin/Debug/Lib.training/include.txt")}",
            build.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            $"Provenance: the manifest is written: {workspace.PathOf("Lib/bin/Debug/Lib.provenance.json")}",
            build.Text,
            StringComparison.Ordinal);
        await ManifestFile.ReadAsync(workspace.PathOf("Lib/bin/Debug/Lib.provenance.json"));

        (await workspace.DotnetAsync("clean", "All.slnx")).MustSucceed();
        Assert.False(Directory.Exists(workspace.PathOf("Lib/bin/Debug/Lib.training")));
    }

    private const string Human = "[AIProvenance(AIOrigin.Human)]\n";
    private const string Codex = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]";

    /// <summary>Files of a library that is declared to be a human's, and whether they may go into a training set.</summary>
    private static readonly (string Name, string Text, bool IsIncluded)[] Files =
    [
        ("Clean.cs", $"{Human}public class Clean\n{{\n    public int M() => 1;\n}}\n", true),
        ("Comment.cs", InHuman("Comment", $"\n#if NEVER\n    // {Codex}\n#endif\n"), true),
        ("LocalFunction.cs", InHuman("LocalFunction", $"public int M() {{ {Codex} int L() => 42; return L(); }}"), false),
        ("StaticLocal.cs", InHuman("StaticLocal", $"public int M() {{ {Codex} static int L() => 42; return L(); }}"), false),
        ("Lambda.cs", InHuman("Lambda", $"public System.Func<int> F = {Codex} () => 42;"), false),
        ("Field.cs", InHuman("Field", $"{Codex.Replace("[", "[field: ", StringComparison.Ordinal)} public int P {{ get; set; }}"), false),
        ("Accessor.cs", InHuman("Accessor", $"public int P {{ {Codex} get {{ return 1; }} }}"), false),
        ("EventAccessor.cs", InHuman("EventAccessor", $"public event System.Action E {{ {Codex} add {{ }} remove {{ }} }}"), false),
        ("Inactive.cs", InHuman("Inactive", $"\n#if NEVER\n    {Codex} public int M() => 1;\n#endif\n"), false),
        ("NestedInactive.cs", InHuman("NestedInactive", $"\n#if NEVER\n#if EVER\n    {Codex}\n#endif\n#endif\n"), false),
        ("Member.cs", InHuman("Member", $"{Codex} public int M() => 1;"), false),
        ("Partial.cs", $"{Human}public partial class Partial {{ }}\n", false),
        ("Partial.More.cs", $"{Codex} public partial class Partial {{ }}\n", false),
        ("Generated.g.cs", $"{Human}public class Generated {{ }}\n", false),
        ("Marked.cs", $"// <auto-generated/>\n{Human}public class Marked {{ }}\n", false),
    ];

    [Fact]
    public async Task A_file_is_included_only_if_nothing_in_its_text_stands_against_it_and_by_the_place_where_it_lies()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.review_required = none");
        var project = new TestProject
        {
            Items = """
                <Compile Include="../outside/Real.cs" Link="Data/Linked.cs" />
                <Compile Include="../outside/Bad.cs" Link="Clean2.cs" />
                <Compile Include="../outside/X.cs" />
                <ProvenanceFixture Include="../outside/data.json" Link="Fixtures/data.json" />
                """,
        };
        workspace.Add(
            "Lib",
            project,
            [
                .. Files.Select(file => (file.Name, file.Text)),
                ("Assembly.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"Fixtures/data.json\")]\n"),
                (
                    "Two.cs",
                    "[AIProvenance(AIOrigin.Generated, Tool = \"codex\", Model = \"anthropic/claude-opus-4-5\")]\npublic class Two { }\n"),
            ]);
        workspace.Write("outside/Real.cs", $"{Human}public class Real {{ }}\n");
        workspace.Write("outside/Bad.cs", $"{Codex}\npublic class Bad {{ }}\n");
        workspace.Write("outside/X.cs", $"{Human}public class X {{ }}\n");
        workspace.Write("outside/data.json", "1\n");

        (await workspace.BuildAsync("-p:ProvenanceTrainingLists=true", "-p:NoWarn=CS8321%3bCS0067%3bCS1591")).MustSucceed();

        const string Lists = "Lib/bin/Debug/net10.0/Lib.training/";
        string[] included = [.. workspace.Read(Lists + "include.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        string[] excluded = [.. workspace.Read(Lists + "exclude.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(
            Files.Where(file => file.IsIncluded).Select(file => $"Lib/{file.Name}")
                .Concat(["outside/Real.cs", "outside/X.cs", "outside/data.json"])
                .Order(StringComparer.Ordinal),
            included);
        Assert.Subset(
            excluded.Select(line => line.Split('\t')[0]).ToHashSet(),
            Files.Where(file => !file.IsIncluded).Select(file => $"Lib/{file.Name}").Append("outside/Bad.cs").ToHashSet());
        Assert.Equal(
            ["restricted T:Two: anthropic", "restricted T:Two: openai"],
            excluded.Where(line => line.StartsWith("Lib/Two.cs\t", StringComparison.Ordinal))
                .Select(line => string.Join(' ', line.Split('\t')[2..]).Split(',')[0]));

        // What the package adds is nobody's code here.
        Assert.DoesNotContain(excluded, line => line.Contains("AIOrigin", StringComparison.Ordinal));
        Assert.All(excluded, line => Assert.Matches("^(Lib|outside)/", line));
    }

    /// <summary>Who joins the lists of several projects does what the page says, line by line.</summary>
    [FactNeeding(Needs.Linux)]
    public async Task The_lines_of_the_page_join_the_lists_of_several_projects()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.review_required = none");
        workspace.Write("Shared/S.cs", "public class S { }\n");
        workspace.Write("Shared/Both.cs", $"{Human}public class Both {{ }}\n");
        foreach (var (name, declared) in new[] { ("A", "AIOrigin.Human"), ("B", "AIOrigin.Generated, Tool = \"codex\"") })
        {
            workspace.Add(
                name,
                new TestProject { Items = """<Compile Include="../Shared/*.cs" LinkBase="Linked" />""" },
                ("Assembly.cs", $"[assembly: AIProvenance({declared}, Target = \"Linked/S.cs\")]\n"),
                ("Own.cs", $"{Human}public class Own {{ }}\n"));
        }

        (await workspace.BuildAsync(
            "-p:ProvenanceTrainingLists=true", $"-p:ProvenanceManifestDirectory={workspace.PathOf("manifests")}")).MustSucceed();
        Assert.Contains("Shared/S.cs\n", workspace.Read("manifests/A.training/include.txt"), StringComparison.Ordinal);
        Assert.Contains("Shared/S.cs\t", workspace.Read("manifests/B.training/exclude.txt"), StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(
            Path.Combine(PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Package/docs/manifest.md"));
        var lines = page.ReplaceLineEndings("\n")
            .Split("<!-- The tests run these lines. -->\n\n```shell\n")[1]
            .Split("```")[0];

        (await ChildProcess.ShellAsync(workspace.Root, lines)).MustSucceed();

        Assert.Equal("A/Own.cs\nB/Own.cs\nShared/Both.cs\n", workspace.Read("corpus.txt"));
    }

    private static string InHuman(string name, string member) => $"{Human}public class {name}\n{{\n    {member}\n}}\n";

    [Fact]
    public async Task A_wrong_value_is_an_error()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", "class A { }"));

        var message = Assert.Single((await workspace.BuildAsync("-p:ProvenanceTrainingLists=maybe")).MustFail().Messages);

        Assert.Equal(("PROVMSB0015", "ProvenanceTrainingLists is 'maybe'. Allowed are true and false."), (message.Code, message.Text));
    }

    [Fact]
    public async Task With_history_since_a_base_alone_nobody_knows_what_to_leave_out()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", "class A { }"));

        var message = Assert.Single((await workspace.BuildAsync(
            "-p:ProvenanceTrainingLists=true", "-p:ProvenanceEvidence=true", "-p:ProvenanceEvidenceBase=main")).MustFail().Messages);

        Assert.Equal("PROVMSB0022", message.Code);
        Assert.EndsWith("Leave out ProvenanceEvidenceBase.", message.Text, StringComparison.Ordinal);
    }
}
