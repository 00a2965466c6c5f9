using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>Lists that begin with a plus, in the configuration files of nested folders.</summary>
public sealed class ListOptionTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Code = """
        namespace N;

        [AIProvenance(AIOrigin.Generated, Tool = "codex")] public class Codex { }

        [AIProvenance(AIOrigin.Generated, Tool = "cursor")] public class Cursor { }

        [AIProvenance(AIOrigin.Generated, Tool = "aider")] public class Aider { }
        """;

    [Fact]
    public async Task They_add_to_what_the_folders_above_and_global_files_say()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.review_required = none\nprovenance.denied_tools = +, codex");
        workspace.Write("T/.editorconfig", "[Inner/**.cs]\nprovenance.denied_tools = +, cursor\n");
        workspace.Write(
            "T/Cut/.editorconfig",
            "root = true\n[*.cs]\nprovenance.review_required = none\nprovenance.denied_tools = +, cursor\n");
        workspace.Write("global.config", "is_global = true\nprovenance.denied_tools = aider\n");
        workspace.Add(
            "T",
            new TestProject { Items = """<GlobalAnalyzerConfigFiles Include="../global.config" />""" },
            ("A.cs", Code),
            ("Inner/B.cs", Code.Replace("namespace N", "namespace N.Inner", StringComparison.Ordinal)),
            ("Cut/C.cs", Code.Replace("namespace N", "namespace N.Cut", StringComparison.Ordinal)));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(
            [
                "T/A.cs(3,42): warning PROV3001",
                "T/A.cs(7,42): warning PROV3001",
                "T/Cut/C.cs(5,42): warning PROV3001",
                "T/Cut/C.cs(7,42): warning PROV3001",
                "T/Inner/B.cs(3,42): warning PROV3001",
                "T/Inner/B.cs(5,42): warning PROV3001",
                "T/Inner/B.cs(7,42): warning PROV3001",
            ],
            build.Provenance);
    }

    [Fact]
    public async Task What_adds_to_nothing_is_reported_where_it_stands()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.denied_tools = codex");
        workspace.Write("T/.editorconfig", "root = true\n[*.cs]\nprovenance.denied_tools = +, cursor\n");
        workspace.Add("T", new TestProject(), ("A.cs", "namespace N;\n"));

        Assert.Equal(["T/.editorconfig(3,1): warning PROV0001"], (await workspace.BuildAsync()).MustSucceed().Provenance);
    }
}
