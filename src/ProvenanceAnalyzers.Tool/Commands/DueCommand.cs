using System.CommandLine;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance due</c>: what waits for somebody.</summary>
internal static class DueCommand
{
    public static Command Create()
    {
        var command = new Command("due", "Lists what waits for somebody: undeclared, unreviewed, stale, contradicted or forbidden code.");
        command.SetAction((_, _) => Program.RunAsync(() => Task.FromResult(0)));
        return command;
    }
}
