using System.CommandLine;
using System.Runtime.InteropServices;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Output;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary>The command <c>provenance</c>.</summary>
internal static class Program
{
    /// <summary>How long what runs has to end by itself after a signal: to say where it was, and to leave nothing half-written.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly CancellationTokenSource Interrupted = new();

    /// <summary>As long as the process lives: a signal in its last moments must not end it otherwise than it ends.</summary>
    private static readonly List<PosixSignalRegistration> SignalHandlers = [];

    private static int _saidInterrupted;

    /// <summary>Runs a command, and ends the process.</summary>
    /// <param name="arguments">The command and its arguments, as the shell passes them.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Main(string[] arguments)
    {
        StandardStreams.Guard();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            SignalHandlers.Add(PosixSignalRegistration.Create(signal, Interrupt));
        }

        var exitCode = await RunAsync(() => RunAsync(arguments, Interrupted.Token), Interrupted.Token).ConfigureAwait(false);

        // What does not end is ended with the process, but not in the middle of a file; what is being replaced may lie in such a folder.
        if (ReplacedFile.End(Grace))
        {
            TemporaryFolder.DisposeAll();
        }

        return exitCode;
    }

    /// <summary>The command line.</summary>
    public static RootCommand Create() => new("What of this code did an AI write, with which tool, and which human has reviewed it?")
    {
        DueCommand.Create(), ReviewCommand.Create(), DeclareCommand.Create(), InitCommand.Create(), VerifyCommand.Create(),
        ReportCommand.Create(), ExportCommand.Create(), CompletionCommand.Create(),
    };

    /// <summary>Runs what a command does, and says on standard error why it cannot.</summary>
    /// <param name="run">What it does.</param>
    /// <param name="interrupted">Cancelled by a signal: what fails then fails for that reason, whatever it says.</param>
    /// <returns>What it returns, or that it could not be established.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> run, CancellationToken interrupted)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || interrupted.IsCancellationRequested)
        {
            SayInterrupted();
        }
        catch (Exception exception) when (exception is ToolException or OutputException)
        {
            Say(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Say(exception.Message);
        }
        catch (Exception exception)
        {
            Say($"this is a fault of the tool, please report it at {ProjectAddress.Issues}: {exception}");
        }

        return ExitCode.NotEstablished;
    }

    /// <summary>Does what arguments ask for, in a process that goes on.</summary>
    /// <param name="arguments">The command and its arguments, as the shell passes them.</param>
    /// <param name="interrupted">Cancelled by the first signal; further ones change nothing.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(string[] arguments, CancellationToken interrupted)
    {
        if (!Directory.Exists("."))
        {
            Say("The current folder is not there any more. Go to another one and run again.");
            return DeclareCommand.IsHook(arguments) ? ExitCode.Nothing : ExitCode.NotEstablished;
        }

        // What begins with @ is a team, and no file that has more arguments.
        var parsed = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var isHook = DeclareCommand.IsHook(arguments);
        if (parsed.Errors.Count == 0)
        {
            return await InvokeAsync(parsed, isHook, interrupted).ConfigureAwait(false);
        }

        Say(WrongUsage(parsed));
        return isHook ? ExitCode.Nothing : ExitCode.NotEstablished;
    }

    /// <summary>Does what a command line asks for.</summary>
    /// <param name="parsed">The command line, without errors.</param>
    /// <param name="isHook">Whether an agent runs it, which no exit code may stop.</param>
    /// <param name="interrupted">Cancelled by the first signal; further ones change nothing.</param>
    internal static async Task<int> InvokeAsync(ParseResult parsed, bool isHook, CancellationToken interrupted)
    {
        // The library's own handling of signals fails at the second one.
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };

        // Some commands read for long before they first wait for anything.
        var work = Task.Run(() => parsed.InvokeAsync(configuration, interrupted), CancellationToken.None);
        if (await Task.WhenAny(work, EndOfGraceAsync(interrupted)).ConfigureAwait(false) == work)
        {
            return await work.ConfigureAwait(false);
        }

        SayInterrupted();
        return isHook ? ExitCode.Nothing : ExitCode.NotEstablished;
    }

    private static async Task EndOfGraceAsync(CancellationToken interrupted)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = interrupted.Register(signal.SetResult).ConfigureAwait(false);
        await signal.Task.ConfigureAwait(false);
        await Task.Delay(Grace, CancellationToken.None).ConfigureAwait(false);
    }

    private static void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Interrupted.Cancel();
    }

    /// <summary>Says that somebody ended it, once: what runs may say it while whoever waits for it no longer does.</summary>
    public static void SayInterrupted()
    {
        if (Interlocked.Exchange(ref _saidInterrupted, 1) == 0)
        {
            Say("interrupted");
        }
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
