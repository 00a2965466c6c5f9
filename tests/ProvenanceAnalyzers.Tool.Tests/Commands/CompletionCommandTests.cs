using System.CommandLine;
using ProvenanceAnalyzers.Tool.Commands;

namespace ProvenanceAnalyzers.Tool.Tests.Commands;

/// <summary>What a shell is told when somebody presses Tab.</summary>
public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("", "completion declare due export init report review verify")]
    [InlineData("d", "declare due")]
    [InlineData("due --f", "--for --format")]
    [InlineData("due --format ", "github gitlab json markdown sarif text")]
    [InlineData("due --rule PROV400", "PROV4001 PROV4002 PROV4003 PROV4004 PROV4005 PROV4006")]
    [InlineData("declare --hook c", "claude-code cline codex copilot cursor gemini-cli kimi-code qwen-code")]
    [InlineData("declare A.cs --tool claude-c", "claude-code")]
    [InlineData("init --ci ", "azure github gitlab none")]
    [InlineData("completion ", "bash fish pwsh zsh")]
    public void It_is_told_what_may_come_next(string typed, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Program.Create().Parse(typed).GetCompletions(typed.Length).Select(item => item.Label)
            .Where(label => typed.EndsWith('-') || typed.Contains(" --f", StringComparison.Ordinal) || !label.StartsWith('-'))
            .Where(label => label is not ("/?" or "/h"))
            .Order(StringComparer.Ordinal)));

    [Fact]
    public void Each_shell_has_a_script_that_asks_the_command() => Assert.All(CompletionCommand.Shells, shell =>
    {
        var script = CompletionCommand.ScriptOf(shell);
        Assert.StartsWith("# ", script, StringComparison.Ordinal);
        Assert.Contains("provenance \"[suggest:", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
    });
}
