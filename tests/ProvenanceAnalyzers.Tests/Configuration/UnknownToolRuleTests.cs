using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class UnknownToolRuleTests
{
    private const string Fix = "ReplaceToolCodeFixProvider";

    [Theory]
    [InlineData("claude-code")]
    [InlineData("claude")]
    [InlineData("Claude-Code")]
    [InlineData("coderabbit")]
    public Task Ids_and_aliases_are_known_in_any_case(string tool) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = \"{tool}\")] class C {{ }}",
    }.RunAsync();

    [Theory]
    [InlineData("cladue-code", "claude-code")]
    [InlineData("claude code", "claude-code")]
    [InlineData("claude_code", "claude-code")]
    [InlineData("github-copliot", "github-copilot")]
    [InlineData("codx", "codex")]
    [InlineData("cursr", "cursor")]
    [InlineData("openai codex", "codex")]
    [InlineData("Codex CLI 0.45", "codex")]
    [InlineData("Claude Code", "claude-code")]
    [InlineData("ClaudeCode", "claude-code")]
    [InlineData("Sweep AI", "sweep")]
    [Trait("Case", "N3")]
    public async Task What_looks_like_a_typing_error_is_a_warning(string tool, string nearest)
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = {{|#0:\"{tool}\"|}})] class C {{ }}",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleIds.UnknownTool, DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"Tool '{tool}' is not known; did you mean '{nearest}'? If it is a tool of your own, add it to provenance.custom_tools"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("our-own-tool")]
    [InlineData("ab")]
    [InlineData("x")]
    public async Task Another_word_is_an_information(string tool)
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = {{|#0:\"{tool}\"|}})] class C {{ }}",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(RuleIds.UnknownTool, DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            $"Tool '{tool}' is not known; if it is a tool of your own, add it to provenance.custom_tools"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_custom_tool_is_known() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = \"our-own-tool\")] class C { }",
        Options = "provenance.custom_tools = our-own-tool=us",
    }.RunAsync();

    [Fact]
    public Task Its_fix_writes_the_known_id_and_each_tool_has_its_own() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:"codx"|}, Target = {|PROV0002:"B.cs"|})]
                [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:@"cladue-code"|} /* kept */)] class C { }
                [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:"cursr"|}, Model = "m")] class D { }
                """),
            ("B.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:"codx"|})] class E { }
                [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:"codexx"|})] class F { }
                """),
        ],
        FixedFiles =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|PROV0002:"B.cs"|})]
                [AIProvenance(AIOrigin.Generated, Tool = "claude-code" /* kept */)] class C { }
                [AIProvenance(AIOrigin.Generated, Tool = "cursor", Model = "m")] class D { }
                """),
            ("B.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = "codex")] class E { }
                [AIProvenance(AIOrigin.Generated, Tool = "codex")] class F { }
                """),
        ],
        Action = Fix,
    }.RunAsync();

    [Fact]
    public Task A_constant_that_others_use_is_left_alone()
    {
        const string Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:C.Tool|})] class C { public const string Tool = "codx"; }
            """;
        return new ProvenanceTest { Source = Source, Fixed = Source, Action = Fix }.RunAsync();
    }

    [Theory]
    [InlineData("#pragma warning disable PROV0003\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Configuration\", \"PROV0003\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV0003.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n{before}[AIProvenance(AIOrigin.Generated, Tool = \"codx\")] class C {{ }}",
        Options = options,
    }.RunAsync();

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:\"codx\"|})] record struct R(int X);")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:\"codx\"|})] delegate void D();")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human)] class Outer { [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:\"codx\"|})] enum Inner { } }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { [AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:\"codx\"|})] int P => 1; }")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = {|PROV0003:\"codx\"|})] partial class C { } partial class C { }")]
    public Task Is_reported_wherever_the_annotation_stands(string code) =>
        new ProvenanceTest { Source = "using ProvenanceAnalyzers;\n" + code }.RunAsync();

    [Fact]
    public Task Generated_code_is_not_looked_at() => new ProvenanceTest
    {
        Files = [("A.g.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codx\")] class C { }")],
    }.RunAsync();
}
