using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>A snapshot that bears its test class's name has its test class's provenance, unless it is declared itself.</summary>
[Trait("Case", "P22")]
public sealed class SnapshotClassesTests
{
    private const string Snapshot = "OrderTests.Parses.verified.txt";

    private static readonly (string Path, string Text)[] Files =
    [
        (
            "OrderTests.cs",
            """
            [AIProvenance(AIOrigin.Generated, Tool = "orders")] class OrderTests
            {
                [Xunit.Fact] public void M() { }
                [AIProvenance(AIOrigin.Generated, Tool = "inner")] class Inner { [Xunit.Fact] public void M() { } }
            }
            """),
        ("O.cs", "[AIProvenance(AIOrigin.Generated, Tool = \"underscore\")] class Order_Tests { [Xunit.Fact] public void M() { } }"),
        ("Helper.cs", "[AIProvenance(AIOrigin.Generated, Tool = \"helper\")] class Helper { }"),
        ("a/S.cs", "namespace A { [AIProvenance(AIOrigin.Generated, Tool = \"a\")] class SameTests { [Xunit.Fact] public void M() { } } }"),
        ("b/S.cs", "namespace B { [AIProvenance(AIOrigin.Generated, Tool = \"b\")] class SameTests { [Xunit.Fact] public void M() { } } }"),
        (
            "Provenance.cs",
            """
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "default")]
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "path", Target = "OrderTests.Named.verified.txt")]
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "glob", Target = "Globbed/*")]
            """),
    ];

    [Theory]
    [InlineData(Snapshot, "orders")]
    [InlineData("Sub/OrderTests.Parses_x=1.DotNet.verified.json", "orders")]
    [InlineData("OrderTests.Parses.approved.txt", "orders")]
    [InlineData("OrderTests.verified.txt", "orders")]
    [InlineData("__snapshots__/OrderTests.Parses.snap", "orders")]
    [InlineData("_snapshots/OrderTests_Parses.json", "orders")]
    [InlineData("Snapshots/OrderTests.Parses.txt", "orders")]
    [InlineData("OrderTests.Parses/one.verified.txt", "orders")]
    [InlineData("OrderTests.Parses.verified/one.txt", "orders")]
    [InlineData("OrderTests.Inner.Parses.verified.txt", "inner")]
    [InlineData("Order_Tests.Parses.verified.txt", "underscore")]
    [InlineData("_snapshots/Order_Tests_Parses.json", "underscore")]
    [InlineData("OrderTests.Named.verified.txt", "path")]
    [InlineData("Globbed/OrderTests.Parses.verified.txt", "glob")]
    [InlineData("a/SameTests.M.verified.txt", "a")]
    [InlineData("b/deep/SameTests.M.verified.txt", "b")]
    [InlineData("SameTests.M.verified.txt", "default")]
    [InlineData("OrderTestsX.Parses.verified.txt", "default")]
    [InlineData("orderTests.Parses.verified.txt", "default")]
    [InlineData("Parses.verified.txt", "default")]
    [InlineData("Helper.Parses.verified.txt", "default")]
    [InlineData("Fixtures/OrderTests.Parses.json", "default")]
    public void A_snapshot_is_told_by_its_name(string path, string tool)
    {
        var context = ContextOf(Files);

        Assert.Equal(tool, Assert.Single(context.Resolution.OfFixture(path).Annotations).Tool);
    }

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Human)] public class OrderTests { {test} }", "")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] public class OrderTests { {test} }", "")]
    [InlineData("public class {|PROV1002:OrderTests|} { {test} }", "", "{|PROV1003:|}")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] public partial class OrderTests { {test} }",
        "[assembly: {|PROV1003:AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"**/B.cs\")|}]\n"
        + "public partial class {|PROV1002:OrderTests|} { }")]
    public Task It_is_declared_when_its_class_is(string code, string otherPart, string end = "") => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", code.Replace("{test}", "[Xunit.Fact] public void Parses() { }", StringComparison.Ordinal)),
            ("B.cs", otherPart),
            ("Usings.cs", "global using ProvenanceAnalyzers;" + end),
        ],
        Fixtures = [Snapshot],
        References = Framework.XUnit2,
    }.RunAsync();

    [Theory]
    [InlineData("", true)]
    [InlineData("[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"{path}\", Digest = \"{digest}\")]", false)]
    [InlineData("[assembly: AIProvenance(AIOrigin.Human, Target = \"{path}\")]", false)]
    public Task What_an_AI_made_is_reviewed_by_itself(string line, bool isDue)
    {
        var written = line.Replace("{path}", Snapshot, StringComparison.Ordinal)
            .Replace("{digest}", ProvenanceTest.DigestOf(Snapshot), StringComparison.Ordinal);
        const string Annotation = "AIProvenance(AIOrigin.Generated, Tool = \"codex\")";
        var test = new ProvenanceTest
        {
            Source = $$"""
                using ProvenanceAnalyzers;
                {{written}}
                [{{(isDue ? $"{{|#0:{Annotation}|}}" : Annotation)}}]
                public class {|PROV2002:OrderTests|} { [Xunit.Fact] public void M() { } }
                """,
            Fixtures = [Snapshot],
            References = Framework.XUnit2,
            RequiresReview = true,
        };
        if (isDue)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("PROV2002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                $"A human must review the fixture file '{Snapshot}' that codex made, then add the marker, which an AI agent must not: "
                + $"[assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{Snapshot}\", "
                + $"Digest = \"{ProvenanceTest.DigestOf(Snapshot)}\")]"));
        }

        return test.RunAsync();
    }

    /// <summary>A section of a policy that names the snapshot holds for what its class says of it.</summary>
    [Theory]
    [InlineData("Snapshots/**", "{|PROV3001:\"codex\"|}")]
    [InlineData("Elsewhere/**", "\"codex\"")]
    public Task A_policy_for_its_folder_holds_for_it(string section, string tool) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Generated, Tool = {{tool}})] public class OrderTests { [Xunit.Fact] public void M() { } }
            """,
        Fixtures = ["Snapshots/OrderTests.Parses.txt"],
        References = Framework.XUnit2,
        Policy = $"[{section}]\nprovenance.denied_tools = codex\n",
        DisabledDiagnostics = { "CS1591", "CS1701" },
    }.RunAsync();

    /// <summary>So does what a section asks for of every annotation, and not only what it forbids.</summary>
    [Theory]
    [InlineData("Snapshots/**", "{|PROV0002:AIProvenance(AIOrigin.Generated, Tool = \"codex\")|}")]
    [InlineData("Elsewhere/**", "AIProvenance(AIOrigin.Generated, Tool = \"codex\")")]
    public Task What_a_policy_asks_for_in_its_folder_its_class_must_say(string section, string annotation) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [{{annotation}}] public class OrderTests { [Xunit.Fact] public void M() { } }
            """,
        Fixtures = ["Snapshots/OrderTests.Parses.txt"],
        References = Framework.XUnit2,
        Policy = $"[{section}]\nprovenance.required_fields = model\n",
        DisabledDiagnostics = { "CS1591", "CS1701" },
    }.RunAsync();

    /// <summary>What nobody wrote declares nothing, whatever stands on it.</summary>
    [Theory]
    [InlineData("public class OrderTests")]
    [InlineData("[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] public class OrderTests")]
    public Task A_generated_class_declares_no_snapshot(string declaration) => new ProvenanceTest
    {
        Files =
        [
            ("OrderTests.g.cs", $"{declaration} {{ [Xunit.Fact] public void Parses() {{ }} }}"),
            ("Usings.cs", "global using ProvenanceAnalyzers;{|PROV1003:|}"),
        ],
        Fixtures = [Snapshot],
        References = Framework.XUnit2,
        DisabledDiagnostics = { "PROV0009" },
    }.RunAsync();

    /// <summary>What an AI made of a class may have made its snapshots: the member of that name, and without one any of them.</summary>
    [Theory]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "OrderTests.Parses.verified.txt", "ai")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "OrderTests.Parses_x=1.DotNet.verified.txt", "ai")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "_snapshots/OrderTests_Parses.json", "ai")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "OrderTests.Parses/one.verified.txt", "ai")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "OrderTests.Other.verified.txt", "")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "OrderTests.OtherName.verified.txt", "ai")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Other() { }", "OrderTests.verified.txt", "ai")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Parses_All() { }", "OrderTests.Parses_All.verified.txt", "")]
    [InlineData("[Ai] [Fact] public void Parses() { } [Fact] public void Parses(int x) { }", "OrderTests.Parses.verified.txt", "ai")]
    [InlineData("[Fact] public void Parses() { [Ai] void L() { } L(); }", "OrderTests.Parses.verified.txt", "ai")]
    [InlineData("[Fact] public void Parses() { } [Ai] class Data { }", "OrderTests.Parses.verified.txt", "")]
    [InlineData("[Fact] public void Parses() { } class Inner { [Ai] [Fact] public void M() { } }", "OrderTests.Inner.M.verified.txt", "ai")]
    [InlineData("[Fact] public void Parses() { }", "OrderTests.Based.verified.txt", "base")]
    [InlineData("[Fact] public void Parses() { }", "OrderTests.Parses.verified.txt", "")]
    [InlineData("[Fact] public void Parses() { }", "OrderTests.Custom.verified.txt", "base")]
    public void What_an_AI_made_of_its_class_may_have_made_it(string members, string path, string tool)
    {
        var context = ContextOf(
            (
                "OrderTests.cs",
                "using Xunit; [AIProvenance(AIOrigin.Human)] class OrderTests : BaseTests { " + members.Replace(
                    "[Ai]", "[AIProvenance(AIOrigin.Generated, Tool = \"ai\")]", StringComparison.Ordinal) + " }"),
            (
                "BaseTests.cs",
                tool == "base" || path.Contains("Parses.verified", StringComparison.Ordinal)
                    ? "[AIProvenance(AIOrigin.Generated, Tool = \"base\")] class BaseTests { [Xunit.Fact] public void Based() { } }"
                    : "class BaseTests { }"));

        Assert.Equal(
            tool.Length > 0 ? ["", tool] : [""],
            context.Resolution.OfFixture(path).Annotations.Select(annotation => annotation.Tool ?? string.Empty));
        Assert.True(context.Resolution.IsFixtureDeclared(path, options: null));
    }

    /// <summary>So it is due for review, and no policy lets it pass as its class's.</summary>
    [Fact]
    public async Task A_snapshot_of_an_AI_made_test_is_no_humans() => Assert.Equal(
        "PROV2002, PROV2002, PROV3001",
        await new LockedProject
        {
            Policy = "[Snapshots/**]\nprovenance.denied_tools = codex\n",
            Fixtures = ["Snapshots/OrderTests.Parses.txt"],
            References = Framework.XUnit2,
            Files =
            [
                (
                    "OrderTests.cs",
                    """
                    using ProvenanceAnalyzers;
                    [AIProvenance(AIOrigin.Human)] public class OrderTests
                    {
                        [AIProvenance(AIOrigin.Generated, Tool = "codex")] [Xunit.Fact] public void Parses() { }
                    }
                    """),
            ],
        }.IdsAsync());

    private static ProvenanceContext ContextOf(params (string Path, string Text)[] files)
    {
        var trees = files.Select(file => CSharpSyntaxTree.ParseText("using ProvenanceAnalyzers;\n" + file.Text, path: $"/0/{file.Path}"))
            .Concat(Infrastructure.Annotations.Sources.Select(source =>
                CSharpSyntaxTree.ParseText(source.Text, path: $"/0/Annotations/{source.FileName}")));
        var compilation = CSharpCompilation.Create(
            "Test",
            trees,
            TestReferences.Net.Concat(TestFrameworks.References(Framework.XUnit2)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return ProvenanceContext.For(compilation, new AnalyzerOptions([TestFacts.File()], new InMemoryConfig([])));
    }
}
