using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

public sealed class ProvenanceResolutionTests
{
    private const string Source = """
        using ProvenanceAnalyzers;
        [assembly: AIProvenance(AIOrigin.Generated, Tool = "assembly")]
        [assembly: AIProvenance(AIOrigin.Generated, Tool = "glob", Target = "src/**")]
        [assembly: AIProvenance(AIOrigin.Generated, Tool = "longer-glob", Target = "src/a/*.cs")]
        [assembly: AIProvenance(AIOrigin.Generated, Tool = "also-longer-glob", Target = "src/a/?.cs")]
        [assembly: AIProvenance(AIOrigin.Generated, Tool = "path", Target = "src/a/C.cs")]
        [assembly: AIProvenance(AIOrigin.Human, Target = "**")]
        """;

    [Theory]
    [InlineData("Elsewhere.cs", "class T { }", "T", nameof(ProvenanceLevel.Assembly), "assembly")]
    [InlineData("src/T.cs", "class T { }", "T", nameof(ProvenanceLevel.File), "glob")]
    [InlineData("src/a/T.cs", "class T { }", "T", nameof(ProvenanceLevel.File), "longer-glob, also-longer-glob")]
    [InlineData("src/a/C.cs", "class T { }", "T", nameof(ProvenanceLevel.File), "path")]
    [InlineData("src/a/C.cs", "[AIProvenance(AIOrigin.Generated, Tool = \"type\")] class T { }", "T", nameof(ProvenanceLevel.Type), "type")]
    [InlineData(
        "src/a/C.cs",
        "[AIProvenance(AIOrigin.Generated, Tool = \"outer\")] class Outer { class T { } }",
        "Outer+T",
        nameof(ProvenanceLevel.Type),
        "outer")]
    [InlineData(
        "src/a/C.cs",
        """
        [AIProvenance(AIOrigin.Generated, Tool = "outer")] class Outer
        {
            [AIProvenance(AIOrigin.Generated, Tool = "inner"), AIProvenance(AIOrigin.Assisted, Tool = "inner-too")] class T { }
        }
        """,
        "Outer+T",
        nameof(ProvenanceLevel.Type),
        "inner, inner-too")]
    [InlineData("A.cs", "[Alias] class T { } class AliasAttribute : System.Attribute { }", "T", nameof(ProvenanceLevel.Type), "from-alias")]
    [InlineData(
        "A.cs",
        "[N.FullAlias] class T { } namespace N { class FullAlias : System.Attribute { } }",
        "T",
        nameof(ProvenanceLevel.Type),
        "")]
    [InlineData(
        "A.cs",
        "[Review] class T { } class ReviewAttribute : System.Attribute { }",
        "T",
        nameof(ProvenanceLevel.Assembly),
        "assembly")]
    public void The_nearest_annotations_hold(string path, string source, string typeName, string level, string tools)
    {
        var type = Compile(path, source, out var context).GetTypeByMetadataName(typeName)!;

        var provenance = context.Resolution.Of(type);

        Assert.Equal(level, provenance.Level.ToString());
        Assert.Equal(tools, string.Join(", ", provenance.Annotations.Select(annotation => annotation.Tool)));
    }

    [Fact]
    public void A_members_own_annotation_is_nearest_of_all()
    {
        var compilation = Compile(
            "A.cs",
            """
            [AIProvenance(AIOrigin.Generated, Tool = "type")]
            class T
            {
                [AIProvenance(AIOrigin.Assisted, Tool = "member", Model = "m", RequestedBy = "r", On = "2026-01-02", Reference = "f")] void M() { }
                void N() { }
            }
            """,
            out var context);
        var type = compilation.GetTypeByMetadataName("T")!;

        var own = context.Resolution.Of(type.GetMembers("M").Single());
        var inherited = context.Resolution.Of(type.GetMembers("N").Single());

        Assert.Equal(ProvenanceLevel.Member, own.Level);
        var annotation = Assert.Single(own.Annotations);
        Assert.Equal(
            (Origin.Assisted, "member", "m", "r", "2026-01-02", "f", null),
            (annotation.Origin!.Value, annotation.Tool, annotation.Model, annotation.RequestedBy, annotation.On, annotation.Reference,
                annotation.Target));
        Assert.Equal(ProvenanceLevel.Type, inherited.Level);
        Assert.Equal("type", Assert.Single(inherited.Annotations).Tool);
    }

    [Fact]
    public void Nothing_holds_where_nothing_is_said()
    {
        var compilation = CSharpCompilation.Create(
            "Test", [CSharpSyntaxTree.ParseText("class T { }", path: "/0/T.cs")], TestReferences.Net);
        var context = ProvenanceContext.For(compilation, new AnalyzerOptions([], new InMemoryConfig([])));

        Assert.Equal(ProvenanceLevel.None, context.Resolution.Of(compilation.GetTypeByMetadataName("T")!).Level);
    }

    private static CSharpCompilation Compile(string path, string source, out ProvenanceContext context)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [
                CSharpSyntaxTree.ParseText(Source, path: "/0/AssemblyInfo.cs"),
                CSharpSyntaxTree.ParseText("using ProvenanceAnalyzers; " + source, path: "/0/" + path),
                .. ProvenanceAnalyzers.Tests.Infrastructure.Annotations.Sources.Select(file =>
                    CSharpSyntaxTree.ParseText(file.Text, path: "/0/" + file.FileName)),
            ],
            TestReferences.Net,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        context = ProvenanceContext.For(compilation, new AnalyzerOptions([TestFacts.File()], new InMemoryConfig(new()
        {
            ["provenance.custom_tools"] = "from-alias=us",
            ["provenance.attribute_aliases"] = "Alias:generated:from-alias, N.FullAlias:assisted, Review:review",
        })));
        return compilation;
    }
}
