using System.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Standard output and standard error, which may be closed, or on a disk that is full.</summary>
internal static class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>Whether somebody gave this process something to read: a pipe or a file, and no terminal.</summary>
    public static bool HasInput => Console.IsInputRedirected && !IsClosed(Input);

    /// <summary>From now on standard output fails with a sentence, and standard error does not fail.</summary>
    public static void Guard()
    {
        Console.SetOut(Guarded(() => Open(Output), exception => throw new OutputException(
            $"standard output cannot be written: {Reason(exception)}")));

        // Nobody is left who could be told.
        Console.SetError(Guarded(() => Open(Error), _ => { }));
    }

    /// <summary>A writer whose failures are one thing: what somebody makes of them.</summary>
    /// <param name="open">Opens what is written to, which may fail too.</param>
    /// <param name="failed">Is told of each failure.</param>
    internal static TextWriter Guarded(Func<TextWriter> open, Action<Exception> failed)
    {
        try
        {
            return new GuardedWriter(open(), null, failed);
        }
        catch (Exception exception)
        {
            // A stream that is closed cannot even be opened. Who writes nothing to it need not know.
            return new GuardedWriter(TextWriter.Null, exception, failed);
        }
    }

    private static TextWriter Open(int number)
    {
        if (IsClosed(number))
        {
            throw new UnauthorizedAccessException();
        }

        // A file or another program gets the same bytes on every machine; a terminal gets what it can show.
        return number != Output ? Console.Error
            : Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true }
            : Console.Out;
    }

    /// <summary>
    /// Whether a stream was closed when this process began. The runtime may have opened something of its own in its place since, which
    /// is no stream of anybody's, and is told by that it would not be handed to a process that is started.
    /// </summary>
    private static bool IsClosed(int number)
    {
        const int NotHandedOn = 0x80000;
        try
        {
            return OperatingSystem.IsLinux()
                && File.ReadLines($"/proc/self/fdinfo/{number}")
                    .Where(line => line.StartsWith("flags:", StringComparison.Ordinal))
                    .Any(line => (Convert.ToInt32(line["flags:".Length..].Trim(), 8) & NotHandedOn) != 0);
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            // Nothing is known here; whoever reads or writes is told.
            return false;
        }
    }

    private static string Reason(Exception exception)
    {
        var cause = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
        return cause is UnauthorizedAccessException ? "it is closed, or nobody may write to it." : cause.Message;
    }

    private sealed class GuardedWriter(TextWriter inner, Exception? closed, Action<Exception> failed) : TextWriter
    {
        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value) => Try(() => inner.Write(value));

        public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

        public override void Write(string? value) => Try(() => inner.Write(value));

        public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

        public override void Flush() => Try(inner.Flush);

        private void Try(Action write)
        {
            if (closed != null)
            {
                failed(closed);
                return;
            }

            try
            {
                write();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                failed(exception);
            }
        }
    }
}
