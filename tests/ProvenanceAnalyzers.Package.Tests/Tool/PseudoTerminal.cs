using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using CliWrap;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary>
/// A program in a real terminal of 80 columns and 24 lines: <c>script</c>, which every Linux has, opens one. What the program draws is text
/// without the sequences that move the cursor.
/// </summary>
internal sealed partial class PseudoTerminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new();
    private readonly Channel<byte[]> _keys = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _killed = new();
    private readonly Task<int> _exit;
    private int _read;

    private PseudoTerminal(string folder, string commandLine, IReadOnlyDictionary<string, string?> environment) =>
        _exit = RunAsync(folder, commandLine, environment);

    /// <summary>How many keys were pressed.</summary>
    public int KeyCount { get; private set; }

    /// <summary>Starts a program.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="commandLine">The program and its arguments, as a shell reads them.</param>
    /// <param name="environment">Variables beside the others.</param>
    public static PseudoTerminal Start(string folder, string commandLine, IReadOnlyDictionary<string, string?> environment) =>
        new(folder, commandLine, environment);

    /// <summary>Presses keys, one after the other.</summary>
    public void Press(string keys)
    {
        KeyCount += keys.Length;
        lock (_output)
        {
            _read = _output.Length;
        }

        Assert.True(_keys.Writer.TryWrite(Encoding.UTF8.GetBytes(keys)));
    }

    /// <summary>Waits until something is drawn since keys were last pressed; returns all that was drawn.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var drawn = Drawn();
            if (drawn.Contains(text, StringComparison.Ordinal))
            {
                return drawn;
            }

            Assert.True(
                !_exit.IsCompleted && DateTime.UtcNow < deadline, $"'{text}' was not drawn; the last was:{Environment.NewLine}{drawn}");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits for the end; returns the exit code and all that was drawn since keys were last pressed.</summary>
    public async Task<(int ExitCode, string Drawn)> WaitForExitAsync()
    {
        var exitCode = await _exit.WaitAsync(Patience);
        return (exitCode, Drawn());
    }

    /// <summary>Ends it as a machine does that is switched off.</summary>
    public async Task KillAsync()
    {
        await _killed.CancelAsync();
        await _exit.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _killed.Dispose();
    }

    private string Drawn()
    {
        lock (_output)
        {
            return ControlSequence().Replace(_output.ToString(_read, _output.Length - _read), string.Empty);
        }
    }

    private async Task<int> RunAsync(string folder, string commandLine, IReadOnlyDictionary<string, string?> environment)
    {
        try
        {
            var result = await Cli.Wrap("script")
                .WithArguments(["--quiet", "--flush", "--return", "--command", $"stty rows 24 cols 80; exec {commandLine}", "/dev/null"])
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(ChildProcess.WithoutTestHost(environment))
                .WithStandardInputPipe(PipeSource.Create(TypeAsync))
                .WithStandardOutputPipe(PipeTarget.Create(ReadAsync))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(_killed.Token);
            return result.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
    }

    private async Task TypeAsync(Stream terminal, CancellationToken cancellationToken)
    {
        await foreach (var keys in _keys.Reader.ReadAllAsync(cancellationToken))
        {
            await terminal.WriteAsync(keys, cancellationToken);
            await terminal.FlushAsync(cancellationToken);
        }
    }

    private async Task ReadAsync(Stream terminal, CancellationToken cancellationToken)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[4096];
        var text = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        while (await terminal.ReadAsync(bytes, cancellationToken) is > 0 and var count)
        {
            var length = decoder.GetChars(bytes, 0, count, text, 0);
            lock (_output)
            {
                _output.Append(text, 0, length);
            }
        }

        _keys.Writer.TryComplete();
    }

    [GeneratedRegex(@"\u001b(\[[0-9;?]*[A-Za-z]|[=>]|\][^\u0007]*\u0007)")]
    private static partial Regex ControlSequence();
}
