using System.CommandLine;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Output;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary>The command <c>provenance</c>.</summary>
internal static class Program
{
    /// <summary>What System.CommandLine returns where what runs has not ended in the two seconds after a signal.</summary>
    private const int EndedByInterrupt = 130, EndedByTermination = 143;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command and its arguments, as the shell passes them.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Main(string[] arguments)
    {
        StandardStreams.Guard();
        return await RunAsync(() => RunAsync(arguments)).ConfigureAwait(false);
    }

    /// <summary>The command line.</summary>
    public static RootCommand Create() => new("What of this code did an AI write, with which tool, and which human has reviewed it?")
    {
        DueCommand.Create(), ReviewCommand.Create(), DeclareCommand.Create(), InitCommand.Create(), VerifyCommand.Create(),
        ReportCommand.Create(), ExportCommand.Create(), CompletionCommand.Create(),
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
        catch (Exception exception) when (exception is ToolException or OutputException)
        {
            Say(exception.Message);
        }
        catch (OperationCanceledException)
        {
            Say("interrupted");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Say(exception.Message);
        }
        catch (Exception exception)
        {
            Say($"this is a fault of the tool, please report it: {exception}");
        }

        return ExitCode.NotEstablished;
    }

    private static async Task<int> RunAsync(string[] arguments)
    {
        // What begins with @ is a team, and no file that has more arguments.
        var parsed = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var isHook = DeclareCommand.IsHook(arguments);
        if (parsed.Errors.Count == 0)
        {
            return await InvokeAsync(parsed, isHook).ConfigureAwait(false);
        }

        Say(WrongUsage(parsed));
        return isHook ? ExitCode.Nothing : ExitCode.NotEstablished;
    }

    /// <summary>Does what a command line asks for.</summary>
    /// <param name="parsed">The command line, without errors.</param>
    /// <param name="isHook">Whether an agent runs it, which no exit code may stop.</param>
    internal static async Task<int> InvokeAsync(ParseResult parsed, bool isHook)
    {
        var ended = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        if (ended is not (EndedByInterrupt or EndedByTermination))
        {
            return ended;
        }

        Say("interrupted");
        return isHook ? ExitCode.Nothing : ExitCode.NotEstablished;
    }

    /// <summary>What is wrong with arguments, and where they are described. All of the help would push it off the screen.</summary>
    internal static string WrongUsage(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Select(token => parsed.Errors.FirstOrDefault(error =>
            error.Message.Contains($"'{token}'", StringComparison.Ordinal))).FirstOrDefault(error => error != null);
        return $"{(unknown ?? parsed.Errors[0]).Message}{Environment.NewLine}"
            + $"See: provenance {(command is RootCommand ? string.Empty : command.Name + " ")}--help";
    }

    /// <summary>Says on standard error why something was not done, in lines that fit a terminal.</summary>
    public static void Say(string message)
    {
        // What somebody wrote into a file is said too, and a terminal must not obey it.
        var plain = message.ReplaceLineEndings("\n").Split('\n').Select(PlainCharacters.Of);
        Console.Error.WriteLine(
            WrappedText.Of($"provenance: {string.Join(Environment.NewLine, plain)}", Terminal.Error.Profile.Width));
    }
}
