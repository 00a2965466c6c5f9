using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

public sealed class DisallowedOriginRuleTests
{
    [Theory]
    [InlineData("human", "[AIProvenance(AIOrigin.Human)] class C { }")]
    [InlineData("human", "[AIProvenance({|PROV3003:AIOrigin.Assisted|}, Tool = \"codex\")] class C { }")]
    [InlineData("human, assisted", "[AIProvenance(AIOrigin.Assisted, Tool = \"codex\")] class C { }")]
    [InlineData("human, assisted", "[AIProvenance({|PROV3003:AIOrigin.Autonomous|}, Tool = \"codex\")] class C { }")]
    [InlineData("human", "[AIProvenance({|PROV3003:AIOrigin.Unknown|})] class C { }")]
    [InlineData("human", "[AIProvenance({|PROV3003:default|})] class C { }")]
    [InlineData("Unknown, HUMAN", "[{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class C { }")]
    [InlineData("human", "[AIProvenance({|PROV0002:(AIOrigin)9|})] class {|PROV1001:C|} { }")]
    [InlineData("human", "class {|PROV1001:C|} { }")]
    [InlineData("", "[AIProvenance(AIOrigin.Autonomous, Tool = \"codex\")] class C { }")]
    public Task Options_decide(string allowed, string code) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n" + code,
        Options = "provenance.allowed_origins = " + allowed,
    }.RunAsync();

    [Fact]
    public Task An_alias_is_reported_as_a_whole() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class ByAIAttribute : System.Attribute { }
            [{|PROV3003:ByAI|}] class A { }
            """,
        Options = "provenance.attribute_aliases = ByAI:assisted\nprovenance.allowed_origins = human",
    }.RunAsync();

    [Theory]
    [InlineData(
        "AIProvenance({|#0:AIOrigin.Generated|}, Tool = \"codex\")",
        "Origin 'generated' is not allowed here: provenance.allowed_origins, which holds for 'Core/A.cs', allows only human, unknown; "
        + "have it rewritten, or change the option",
        "human, unknown")]
    [InlineData(
        "AIProvenance({|#0:AIOrigin.Unknown|})",
        "Origin 'unknown' is not allowed here: provenance.allowed_origins, which holds for 'Core/A.cs', allows only human; "
        + "find out and say who made it, or change the option",
        "human")]
    public async Task The_message_says_what_is_allowed(string annotation, string message, string allowed)
    {
        var test = new ProvenanceTest
        {
            Files = [("Core/A.cs", $"using ProvenanceAnalyzers;\n[{annotation}] class C {{ }}")],
            Options = $"[Core/**.cs]\nprovenance.allowed_origins = {allowed}\ndotnet_diagnostic.PROV1006.severity = none",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.DisallowedOrigin).WithLocation(0).WithMessage(message));
        await test.RunAsync();
    }

    [Fact]
    public Task A_whole_project_that_is_declared_at_once_is_held_against_each_path() => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance({|PROV3003:AIOrigin.Generated|}, Tool = \"codex\")]"),
            ("Core/A.cs", "class A { }"),
            ("B.cs", "class B { }"),
        ],
        Options = "[*.cs]\nprovenance.assembly_default_declares = true\n[Core/**.cs]\nprovenance.allowed_origins = human",
    }.RunAsync();
}
