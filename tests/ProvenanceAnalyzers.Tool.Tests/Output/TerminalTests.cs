using ProvenanceAnalyzers.Tool.Output;
using Spectre.Console;

namespace ProvenanceAnalyzers.Tool.Tests.Output;

/// <summary>Somebody who waits sees from the first moment what for.</summary>
public sealed class TerminalTests
{
    [Fact]
    public async Task What_is_done_first_has_a_name()
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(written),
        });

        Assert.Equal(1, await Terminal.WithProgressAsync(console, _ => Task.FromResult(1), "looking for projects"));

        Assert.Contains("looking for projects", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("...", written.ToString(), StringComparison.Ordinal);
    }
}
