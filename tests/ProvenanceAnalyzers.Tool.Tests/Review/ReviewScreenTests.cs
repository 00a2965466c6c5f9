using System.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Review;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>What is signed is what was shown: every character of every line is on the screen, wherever the terminal ends.</summary>
public sealed class ReviewScreenTests
{
    private const int Height = 30;

    // The number and the mark that stand before a line.
    private const int Gutter = 8;

    private static readonly string Digits = string.Concat(Enumerable.Range(0, 300).Select(number => (char)('!' + (number % 90))));

    public static TheoryData<int> Widths => new(40, 60, 80, 120);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_character_is_on_the_screen_however_long_a_line_is(int width)
    {
        for (var length = width - Gutter - 2; length <= width + 2; length++)
        {
            AssertIsShown(Digits[..length], width);
        }

        AssertIsShown(Digits[..79], width);
        AssertIsShown(Digits[..80], width);
        AssertIsShown(Digits[..81], width);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_wide_character_is_on_the_screen_wherever_it_stands(int width)
    {
        foreach (var wide in new[] { "日", "한", "ａ", "🎉", "e\u0301", "☀\uFE0F" })
        {
            for (var before = width - Gutter - 4; before <= width - Gutter; before++)
            {
                AssertIsShown($"{Digits[..before]}{wide}x{wide}", width);
            }

            AssertIsShown(string.Concat(Enumerable.Repeat(wide, width)), width);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_tab_at_the_edge_hides_nothing(int width)
    {
        for (var before = width - Gutter - 5; before <= width - Gutter; before++)
        {
            var (lines, _) = Show(PlainCharacters.Of($"{Digits[..before]}\tend"), 1, width);
            Assert.Equal($"{Digits[..before]}→end", string.Concat(lines.Select(Content)).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_line_whose_number_has_more_digits_than_others_is_shown_as_a_whole(int width)
    {
        var (lines, _) = Show(Digits[..(width - Gutter)], 1234567, width);

        Assert.StartsWith("1234567   ", lines[0], StringComparison.Ordinal);
        Assert.Equal(Digits[..(width - Gutter)], string.Concat(lines.Select(line => line.Length > 10 ? line[10..] : string.Empty)));
    }

    [Fact]
    public void What_stood_on_a_line_before_is_gone()
    {
        var written = new StringWriter();
        using var screen = new ReviewScreen(ConsoleOf(written, 40));
        screen.Draw([], [[new Segment(new string('x', 40))]], []);
        screen.Draw([], [[new Segment("short")], [new Segment(new string('y', 40))]], []);
        var terminal = new TerminalEmulator(40, Height);
        terminal.Write(written.ToString());

        Assert.Equal(["short", new string('y', 40), ""], terminal.Lines.Take(3));
        Assert.False(terminal.Wraps);
    }

    [Fact]
    public void The_terminal_is_left_as_it_was()
    {
        var written = new StringWriter();
        var terminal = new TerminalEmulator(40, Height);
        using (new ReviewScreen(ConsoleOf(written, 40)))
        {
            terminal.Write(written.ToString());
            Assert.True(terminal is { IsAlternate: true, IsCursorHidden: true, Wraps: false });
        }

        terminal.Write(written.ToString());
        Assert.True(terminal is { IsAlternate: false, IsCursorHidden: false, Wraps: true });
    }

    [Fact]
    public void Words_of_a_sentence_stay_whole()
    {
        using var screen = new ReviewScreen(ConsoleOf(new StringWriter(), 40));

        var lines = screen.Fit(["You cannot sign this: 'ada@example.com' asked for this code, and nobody reviews it."], Style.Plain);

        Assert.Equal(
            ["You cannot sign this: 'ada@example.com'", "asked for this code, and nobody reviews", "it."],
            lines.Select(line => string.Concat(line.Select(segment => segment.Text))));
    }

    private static void AssertIsShown(string line, int width)
    {
        var (lines, last) = Show(line, 1, width);
        Assert.Equal(line, string.Concat(lines.Select(Content)));
        Assert.Equal("the last line", last);
    }

    private static string Content(string line) => line.Length > Gutter ? line[Gutter..] : string.Empty;

    /// <summary>The lines of the screen that a line of code takes, and the one at the bottom.</summary>
    private static (List<string> Lines, string Last) Show(string line, int number, int width)
    {
        var written = new StringWriter();
        using var screen = new ReviewScreen(ConsoleOf(written, width));
        var fitted = screen.Fit([new ViewLine(number, " ", [new Segment(line)])]);
        var full = new string('─', width);
        screen.Draw([[new Segment(full)]], [.. fitted.Select(one => one.Content)], [[new Segment("the last line")]]);
        var terminal = new TerminalEmulator(width, Height);
        terminal.Write(written.ToString());
        Assert.Equal(full, terminal.Lines[0]);
        return ([.. terminal.Lines.Skip(1).Take(Height - 2)], terminal.Lines[^1]);
    }

    internal static IAnsiConsole ConsoleOf(StringWriter written, int width, int height = Height)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(written),
        });
        console.Profile.Width = width;
        console.Profile.Height = height;
        return console;
    }
}
