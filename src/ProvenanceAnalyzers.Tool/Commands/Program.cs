using System.CommandLine;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary>The command <c>provenance</c>.</summary>
internal static class Program
{
    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command and its arguments, as the shell passes them.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Main(string[] arguments)
    {
        // What begins with @ is a team, and no file that has more arguments.
        var parsed = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            if (DeclareCommand.IsHook(arguments))
            {
                await Console.Error.WriteLineAsync($"provenance: {parsed.Errors[0].Message}").ConfigureAwait(false);
                return ExitCode.Nothing;
            }

            await parsed.InvokeAsync().ConfigureAwait(false);
            return ExitCode.NotEstablished;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    /// <summary>The command line.</summary>
    public static RootCommand Create() => new("What of this code did an AI write, with which tool, and which human has reviewed it?")
    {
        DueCommand.Create(), ReviewCommand.Create(), DeclareCommand.Create(), InitCommand.Create(), VerifyCommand.Create(),
        CompletionCommand.Create(),
    };

    /// <summary>Runs what a command does, and says on standard error why it cannot.</summary>
    /// <param name="run">What it does.</param>
    /// <returns>What it returns, or that it could not be established.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (ToolException exception)
        {
            await Console.Error.WriteLineAsync($"provenance: {exception.Message}").ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("provenance: interrupted").ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"provenance: {exception.Message}").ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"provenance: this is a fault of the tool, please report it: {exception}")
                .ConfigureAwait(false);
        }

        return ExitCode.NotEstablished;
    }
}
