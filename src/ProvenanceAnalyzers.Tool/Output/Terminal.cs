using ProvenanceAnalyzers.Tool.Infrastructure;
using Spectre.Console;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>Where a command writes: a terminal, or a file or pipe, in which lines are as long as they are.</summary>
internal static class Terminal
{
    private const int LongestLine = 10_000;

    /// <summary>Standard output. Colors as the terminal has them, and none where <c>NO_COLOR</c> is set.</summary>
    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for what is no result.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Shows on a terminal what is being done, and nothing elsewhere.</summary>
    /// <param name="run">What is done; it tells what it does next.</param>
    /// <param name="first">What is done before it tells anything.</param>
    public static async Task<T> WithProgressAsync<T>(Func<IProgress<string>, Task<T>> run, string first = "looking for projects") =>
        Console.IsErrorRedirected
            ? await run(new Silent()).ConfigureAwait(false)
            : await WithProgressAsync(Error, run, first).ConfigureAwait(false);

    /// <summary>Shows on some terminal what is being done.</summary>
    public static Task<T> WithProgressAsync<T>(IAnsiConsole console, Func<IProgress<string>, Task<T>> run, string first) =>
        console.Status().StartAsync(first, context => run(new Shown(context)));

    /// <summary>Says something about what was asked, in lines that fit the terminal.</summary>
    public static void Say(string text) => Console.Out.WriteLine(WrappedText.Of(text, Output.Profile.Width));

    /// <summary>Asks a question on the terminal. Ctrl+C ends it at once, which waiting for a whole line would not.</summary>
    /// <returns>What was typed; null where somebody wants to quit by Ctrl+D.</returns>
    /// <exception cref="OperationCanceledException">Somebody pressed Ctrl+C.</exception>
    public static string? Ask(string question)
    {
        // A blank at its end is where the answer begins.
        Console.Out.Write(WrappedText.Of(question, Output.Profile.Width) + (question.EndsWith(' ') ? " " : string.Empty));
        var typed = new System.Text.StringBuilder();
        var treatedControlC = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control })
                {
                    throw new OperationCanceledException();
                }

                if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control })
                {
                    return null;
                }

                if (key.Key == ConsoleKey.Enter)
                {
                    return typed.ToString();
                }

                if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
                {
                    typed.Length--;
                    Console.Out.Write("\b \b");
                }
                else if (!char.IsControl(key.KeyChar))
                {
                    typed.Append(key.KeyChar);
                    Console.Out.Write(key.KeyChar);
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = treatedControlC;
            Console.Out.WriteLine();
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = LongestLine;
        }

        return console;
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }

    private sealed class Shown(StatusContext context) : IProgress<string>
    {
        public void Report(string value) => context.Status(Markup.Escape(value));
    }
}
