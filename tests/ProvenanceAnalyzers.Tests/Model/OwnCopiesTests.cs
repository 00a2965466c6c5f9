using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>What a project's own copies of our attributes say: what ours would, or it is reported.</summary>
public sealed class OwnCopiesTests
{
    private const string Origins = "enum AIOrigin { Unknown, Human, Assisted, Generated, Autonomous }";

    private const string Provenance =
        "class AIProvenanceAttribute : System.Attribute { public AIProvenanceAttribute(AIOrigin origin) { } "
        + "public string Tool { get; set; } public string Target { get; set; } }";

    private const string Marker =
        "class HumanReviewedAttribute : System.Attribute { public HumanReviewedAttribute(string reviewer = null, string on = null) { } "
        + "public string Digest { get; set; } }";

    [Theory]
    [InlineData("enum AIOrigin { Generated, Unknown, Human, Assisted, Autonomous }", "Generated", "PROV0002, PROV2001")]
    [InlineData("enum AIOrigin { Generated, Unknown, Human, Assisted, Autonomous }", "Human", "")]
    [InlineData("enum AIOrigin : byte { Human = 3, Generated = 1 }", "Generated", "PROV0002, PROV2001")]
    [InlineData("enum AIOrigin : long { Human = 3, Generated = 1 }", "Human", "")]
    [InlineData("enum AIOrigin { Human = 1, Generated = 1 }", "Human", "PROV0002, PROV2001")]
    [InlineData("enum AIOrigin { Robot = 1, Human = 2 }", "Robot", "PROV0002, PROV1001")]
    public async Task An_origin_is_what_its_name_says(string origins, string origin, string ids) => Assert.Equal(
        ids, await IdsAsync($"{origins} {Provenance} {Marker}", $"[AIProvenance(AIOrigin.{origin})] class C {{ }}"));

    [Theory]
    [InlineData("public AIProvenanceAttribute(AIOrigin origin, string Tool) { }", "AIOrigin.Human, \"codex\"")]
    [InlineData("public AIProvenanceAttribute(AIOrigin origin, string Tool = null) { }", "AIOrigin.Human")]
    [InlineData("public AIProvenanceAttribute(string tool, AIOrigin origin) { }", "\"codex\", AIOrigin.Human")]
    [InlineData("public AIProvenanceAttribute() { }", "")]
    [InlineData("public AIProvenanceAttribute(AIOrigin origin) { } public string By { get; set; }", "AIOrigin.Human, By = \"codex\"")]
    public async Task A_copy_that_says_what_nobody_reads_is_reported(string members, string arguments)
    {
        var ids = await IdsAsync(
            $"{Origins} class AIProvenanceAttribute : System.Attribute {{ {members} }} {Marker}",
            $"[AIProvenance({arguments})] class C {{ }}");

        Assert.Contains("PROV0002", ids, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ByCodex] class C { }", "PROV0002, PROV1001")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { [ByCodex] void M() { } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { [ByCodex] int f; }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M() { [ByCodex] void L() { } L(); } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { System.Action f = [ByCodex] () => { }; }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { System.Action<int> f = ([ByCodexAttribute] int p) => { }; }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([ByCodex] int p) { } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { [return: ByCodex] int M() => 1; }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { int P { [ByCodex] get => 1; } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C<[ByCodex] T> { }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([ProvenanceAnalyzers.ByCodex] int p) { } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([Outer.Nested] int p) { } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([Further] int p) { } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([ProvenanceAnalyzers.Called.Shadowing] int p) { } }", "PROV0002")]
    [InlineData("[ProvenanceAnalyzers.Called.Shadowing] [AIProvenance(AIOrigin.Human)] class C { }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([By<int>] int p) { } }", "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([Signed] int p) { } }", "PROV0002")]
    [InlineData(
        "using Robot = ProvenanceAnalyzers.ByCodexAttribute; [AIProvenance(AIOrigin.Human)] class C { void M([Robot] int p) { } }",
        "PROV0002")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([Plain] int p) { ByCodexAttribute x = null; } }", "")]
    public async Task An_attribute_that_derives_from_a_copy_declares_nothing_and_is_reported(string code, string ids) => Assert.Equal(
        ids,
        await IdsAsync(
            $"{Origins} {Provenance} {Marker} class ByCodexAttribute : AIProvenanceAttribute {{ "
                + "public ByCodexAttribute() : base(AIOrigin.Generated) { Tool = \"codex\"; } } "
                + "class FurtherAttribute : ByCodexAttribute { } class By<T> : ByCodexAttribute { } "
                + "namespace Called { class Attribute : ByCodexAttribute { } class ShadowingAttribute : Attribute { } } "
                + "class Outer { public class NestedAttribute : ByCodexAttribute { } } "
                + "class SignedAttribute : HumanReviewedAttribute { } class PlainAttribute : System.Attribute { }",
            code));

    /// <summary>The copy, and what derives from it, may be a referenced library's.</summary>
    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { [ByCodex] void M() { } }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M([ByCodex] int p) { } }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { void M() { [ByCodex] void L() { } L(); } }")]
    public async Task An_attribute_that_derives_from_a_copy_in_a_library_is_reported_too(string code)
    {
        var copy = Library(
            "Copy",
            $"namespace ProvenanceAnalyzers {{ public {Origins} public {Provenance} }}",
            TestReferences.Net);
        var derived = Library(
            "Derived",
            "using ProvenanceAnalyzers; public class ByCodexAttribute : AIProvenanceAttribute { "
                + "public ByCodexAttribute() : base(AIOrigin.Generated) { Tool = \"codex\"; } }",
            [copy, .. TestReferences.Net]);

        Assert.Equal("PROV0002", await IdsAsync(Marker, code, copy, derived));
    }

    /// <summary>Whatever is wrong with a marker, somebody says so: it does not count, and PROV2001 is silent beside it.</summary>
    [Theory]
    [InlineData("", "PROV0002, PROV2004, PROV2008")]
    [InlineData("Digest = \"{digest}\"", "PROV0002, PROV2004")]
    [InlineData("on: \"2026-11-21\", Digest = \"{digest}\"", "PROV2004")]
    [InlineData("\"a@example.com\", Digest = \"{digest}\"", "PROV0002")]
    [InlineData("reviewer: \"a@example.com\", on: \"some day\", Digest = \"{digest}\"", "PROV0002")]
    [InlineData("null, null, Digest = \"{digest}\"", "PROV0002, PROV2004")]
    [InlineData("\"...\", \"2026-11-21\", Digest = \"{digest}\"", "PROV2004")]
    [InlineData("\"codex\", \"2026-11-21\", Digest = \"{digest}\"", "PROV2004")]
    [InlineData("\"a@example.com\", \"2026-11-21\"", "PROV2008")]
    [InlineData("\"a@example.com\", \"2026-11-21\", Digest = null", "PROV0002")]
    [InlineData("\"a@example.com\", \"2026-11-21\", Digest = \"h1:00000000000000000000000000000000\"", "PROV2003")]
    [InlineData("\"ada@example.com\", \"2026-11-21\", Digest = \"{digest}\"", "PROV2005")]
    [InlineData("\"a@example.com\", \"2026-11-01\", Digest = \"{digest}\"", "PROV2007")]
    [InlineData("\"a@example.com\", \"2026-11-21\", Digest = \"{digest}\"", "")]
    public async Task Each_marker_that_does_not_count_is_reported(string arguments, string ids)
    {
        const string Annotation =
            "class AIProvenanceAttribute : System.Attribute { public AIProvenanceAttribute(AIOrigin origin) { } "
            + "public string Tool { get; set; } public string RequestedBy { get; set; } public string On { get; set; } }";

        var written = arguments.Replace("{digest}", IndependentDigest.Compute("class C { }"), StringComparison.Ordinal);
        Assert.Equal(
            ids,
            await IdsAsync(
                $"{Origins} {Annotation} {Marker}",
                "[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\", RequestedBy = \"ada@example.com\", On = \"2026-11-20\")]\n"
                    + $"[HumanReviewed({written})]\nclass C {{ }}"));
    }

    /// <summary>The ids of what is reported in the code that uses the copies.</summary>
    private static async Task<string> IdsAsync(string copies, string code, params MetadataReference[] libraries)
    {
        const string Path = "/0/C.cs";
        var compilation = CSharpCompilation.Create(
            "Copies",
            [
                CSharpSyntaxTree.ParseText($"namespace ProvenanceAnalyzers {{ {copies} }}", path: "/0/obj/Copies.g.cs"),
                CSharpSyntaxTree.ParseText("using ProvenanceAnalyzers;\n" + code, path: Path),
            ],
            [.. libraries, .. TestReferences.Net],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions([TestFacts.File()], new ConfigFiles());
        var found = await compilation.WithAnalyzers(Analyzers.All, options).GetAnalyzerDiagnosticsAsync();
        return string.Join(", ", found
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == Path)
            .Select(diagnostic => diagnostic.Id)
            .Distinct()
            .Order(StringComparer.Ordinal));
    }

    private static PortableExecutableReference Library(string name, string source, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
