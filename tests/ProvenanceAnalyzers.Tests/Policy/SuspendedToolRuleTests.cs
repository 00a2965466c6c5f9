using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

public sealed class SuspendedToolRuleTests
{
    [Theory]
    [InlineData("codex:2026-06-01..2026-07-15", "2026-05-31", false)]
    [InlineData("codex:2026-06-01..2026-07-15", "2026-06-01", true)]
    [InlineData("codex:2026-06-01..2026-07-15", "2026-07-15", true)]
    [InlineData("codex:2026-06-01..2026-07-15", "2026-07-16", false)]
    [InlineData("codex:2026-06-29..", "2026-06-28", false)]
    [InlineData("codex:2026-06-29..", "2099-01-01", true)]
    [InlineData("codex:..2026-06-29", "2020-01-01", true)]
    [InlineData("codex:..2026-06-29", "2026-06-30", false)]
    [InlineData("codex:..", "2026-06-30", true)]
    [InlineData("chatgpt:2026-06-29..", "2026-07-01", true)]
    [InlineData("claude-code:2026-06-29..", "2026-07-01", false)]
    [InlineData("claude-code:2026-06-29.., codex:2026-01-01..2026-01-31, codex:2026-07-01..2026-07-01", "2026-07-01", true)]
    [InlineData("codex:2026-06-29..2026-06-29", null, true)]
    public Task The_day_of_use_decides(string suspended, string? on, bool isReported) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = "
            + (isReported ? "{|PROV3002:\"codex\"|}" : "\"codex\"")
            + (on != null ? $", On = \"{on}\"" : "")
            + ")] class C { }",
        Options = "provenance.suspended_tools = " + suspended,
    }.RunAsync();

    /// <summary>Nobody knows what somebody did on a day to come. Tomorrow has begun elsewhere.</summary>
    [Trait("Case", "N6")]
    [Theory]
    [InlineData("2099-01-01", "", false)]
    [InlineData("2099-01-01", "today 2026-11-20", true)]
    [InlineData("2026-11-22", "today 2026-11-20", true)]
    [InlineData("2026-11-21", "today 2026-11-20", false)]
    [InlineData("2026-11-20", "today 2026-11-20", false)]
    [InlineData("2026-05-31", "today 2026-11-20", false)]
    [InlineData("2026-06-01", "today 2026-11-20", true)]
    [InlineData("9999-12-31", "today 9999-12-31", false)]
    public Task A_day_to_come_counts_as_suspended(string on, string facts, bool isReported)
    {
        var tool = isReported ? "{|PROV3002:\"codex\"|}" : "\"codex\"";
        return new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = {tool}, On = \"{on}\")] class C {{ }}",
            Options = "provenance.suspended_tools = codex:2026-06-01..2026-07-15",
            Facts = facts,
        }.RunAsync();
    }

    [Fact]
    public async Task Its_message_says_which_day_is_known()
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers;\n"
                + "[AIProvenance(AIOrigin.Generated, Tool = {|#0:\"codex\"|}, On = \"2099-01-01\")] class C { }",
            Options = "provenance.suspended_tools = codex:2026-06-01..2026-07-15",
            Facts = "today 2026-11-20",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.SuspendedTool).WithLocation(0).WithMessage(
            "Output of 'codex' of 2099-01-01 is not allowed here: provenance.suspended_tools, which holds for 'Test0.cs', "
            + "suspends it from 2026-06-01 to 2026-07-15, and a day after 2026-11-20 (ProvenanceToday) counts as one of these; "
            + "say On which day it was made, or rewrite it"));
        await test.RunAsync();
    }

    [Trait("Case", "N7")]
    [Fact]
    public async Task A_tool_is_called_what_its_author_called_it()
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers;\n"
                + "[AIProvenance(AIOrigin.Generated, Tool = {|#0:\"ChatGPT\"|}, On = \"2026-06-10\")] class C { }",
            Options = "provenance.suspended_tools = codex:2026-06-01..2026-07-15",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.SuspendedTool).WithLocation(0).WithMessage(
            "Output of 'ChatGPT' (taken for codex) of 2026-06-10 is not allowed here: provenance.suspended_tools, which holds for "
            + "'Test0.cs', suspends it from 2026-06-01 to 2026-07-15; rewrite it by hand or with another tool, or change the option"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_day_that_is_none_counts_as_suspended_too() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n"
            + "[AIProvenance(AIOrigin.Generated, Tool = {|PROV3002:\"codex\"|}, On = {|PROV0002:\"29.6.2020\"|})] class C { }",
        Options = "provenance.suspended_tools = codex:2026-06-29..",
    }.RunAsync();

    [Theory]
    [InlineData(
        ", On = \"2026-06-10\"",
        "Output of 'codex' of 2026-06-10 is not allowed here: provenance.suspended_tools, which holds for 'Test0.cs', "
        + "suspends it from 2026-06-01 to 2026-07-15; rewrite it by hand or with another tool, or change the option")]
    [InlineData(
        "",
        "Output of 'codex' of an unknown day is not allowed here: provenance.suspended_tools, which holds for 'Test0.cs', "
        + "suspends it from 2026-06-01 to 2026-07-15, and what does not say when it was made counts as made then; "
        + "say On which day, or rewrite it")]
    public async Task The_message_says_when(string on, string message)
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = {{|#0:\"codex\"|}}{on})] class C {{ }}",
            Options = "provenance.suspended_tools = codex:2026-06-01..2026-07-15",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.SuspendedTool).WithLocation(0).WithMessage(message));
        await test.RunAsync();
    }
}
