using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>An annotation in generated code counts for what is forbidden, and never for what is allowed.</summary>
public sealed class GeneratedCodeTests
{
    private const string Using = "using ProvenanceAnalyzers;\n";

    [Theory]
    [InlineData("[assembly: {0}(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|}, Target = \"D.cs\")]", "class {|PROV1001:D|} { }")]
    [InlineData("[assembly: {0}(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|}, Target = \"*.cs\")]", "class {|PROV1001:D|} { }")]
    [InlineData("[assembly: {0}(AIOrigin.Human, Target = \"D.cs\")]", "class {|PROV1001:D|} { }")]
    [InlineData("[assembly: {0}(AIOrigin.Unknown, Target = \"D.cs\")]", "class {|PROV1001:D|} { }")]
    [InlineData("[{0}(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})] partial class D { }", "partial class {|PROV1001:D|} { }")]
    [InlineData("[{0}(AIOrigin.Human)] partial class D { }", "partial class {|PROV1001:D|} { }")]
    [InlineData("[{0}(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})] class E { }", "class {|PROV1001:D|} { }")]
    [InlineData(
        "[assembly: {0}(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|}, Target = \"D.cs\")]",
        "[assembly: {0}(AIOrigin.Human, Target = \"D.cs\")] class D { }")]
    public Task It_declares_nothing_and_is_held_against_policy(string generated, string written) => new ProvenanceTest
    {
        Files =
        [
            ("D.cs", Using + written.Replace("{0}", "AIProvenance", StringComparison.Ordinal)),
            ("obj2/Prov.g.cs", Using + generated.Replace("{0}", "AIProvenance", StringComparison.Ordinal)),
        ],
        Options = "provenance.denied_tools = codex",
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
    }.RunAsync();

    [Fact]
    public Task One_that_is_malformed_is_reported_there_and_says_nothing() => new ProvenanceTest
    {
        Files =
        [
            ("D.cs", "class {|PROV1001:D|} { }"),
            ("obj2/Prov.g.cs", Using + "[assembly: AIProvenance({|PROV0002:(AIOrigin)77|}, Target = \"**\")]"),
        ],
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
    }.RunAsync();

    [Fact]
    public Task A_hand_written_part_is_hand_written_whatever_the_others_are() => new ProvenanceTest
    {
        Files =
        [
            ("Ctx.cs", "partial class {|PROV1001:Ctx|} { int Hand() => 1; }"),
            ("A.g.cs", "[System.CodeDom.Compiler.GeneratedCode(\"g\", \"1\")] partial class Ctx { }"),
            ("obj/B.cs", "partial class Ctx { } class OnlyHere { }"),
        ],
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
    }.RunAsync();

    [Fact]
    public Task Statements_of_a_generated_file_are_not_asked_for_anything() => new ProvenanceTest
    {
        Files = [("Main.g.cs", "System.Console.WriteLine();")],
        IsApplication = true,
        RequiresReview = true,
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
    }.RunAsync();
}
