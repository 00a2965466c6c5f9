using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenanceTrainingLists</c>.</summary>
public sealed class TrainingListTests(PackedPackage package) : IClassFixture<PackedPackage>
{
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

        Assert.Equal("Allowed.cs\nWhole.cs\n", workspace.Read("Lib/bin/Debug/Lib.training/include.txt"));
        Assert.Equal(
            [
                "LeftOut.cs\t4-4\tcodeOutsideUnits",
                "Mixed.cs\t4-5\trestricted\tM:Mixed.M: openai, Terms of Use (2026-07-26)",
                "Mixed.cs\t4-5\tpolicy\tM:Mixed.M: PROV3001",
                "Suppressed.cs\t2-2\tundeclared\tT:Suppressed: PROV1001",
                "Usings.cs\t-\tnoUnit",
                "Vendor/Excluded.cs\t1-1\texcluded\tT:Excluded",
            ],
            workspace.Read("Lib/bin/Debug/Lib.training/exclude.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.EndsWith("\tgenerated", StringComparison.Ordinal)));
        Assert.Contains("Provenance: 2 files may go into a training set: ", build.Text, StringComparison.Ordinal);
        await ManifestFile.ReadAsync(workspace.PathOf("Lib/bin/Debug/Lib.provenance.json"));

        (await workspace.DotnetAsync("clean", "All.slnx")).MustSucceed();
        Assert.False(Directory.Exists(workspace.PathOf("Lib/bin/Debug/Lib.training")));
    }

    [Fact]
    public async Task A_wrong_value_is_an_error()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", "class A { }"));

        var message = Assert.Single((await workspace.BuildAsync("-p:ProvenanceTrainingLists=maybe")).MustFail().Messages);

        Assert.Equal(("PROVMSB0015", "ProvenanceTrainingLists is 'maybe'. Allowed are true and false."), (message.Code, message.Text));
    }
}
