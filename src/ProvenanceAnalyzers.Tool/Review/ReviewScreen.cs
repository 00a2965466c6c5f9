using ProvenanceAnalyzers.Tool.Infrastructure;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Draws on the whole terminal, and leaves it as it was.</summary>
internal sealed class ReviewScreen : IDisposable
{
    // A line that is wider than it should be is cut, and does not scroll the screen.
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[?7l";
    private const string Leave = "\u001b[?7h\u001b[?25h\u001b[?1049l";
    private const string Home = "\u001b[H";
    private const string EraseLine = "\u001b[K";
    private const int SmallestHeight = 10;
    private const int SmallestWidth = 40;
    private const int NarrowestNumber = 5;
    private const int MarkWidth = 3;

    private readonly IAnsiConsole _console;
    private bool _isShown;

    /// <summary>Takes the terminal.</summary>
    public ReviewScreen(IAnsiConsole console)
    {
        _console = console;
        Measure();
        Show();
    }

    /// <summary>How many columns there were when it was measured.</summary>
    public int Width { get; private set; }

    /// <summary>How many lines there were when it was measured.</summary>
    public int Height { get; private set; }

    /// <summary>Whether somebody can read on it.</summary>
    public bool IsLargeEnough => Width >= SmallestWidth && Height >= SmallestHeight;

    /// <summary>What is to be done where it is not.</summary>
    public static string TooSmall => $"Make the terminal larger: {SmallestWidth} columns and {SmallestHeight} lines at least.";

    /// <summary>Looks how large the terminal is. Between two looks it stays as it was, so that what is drawn is of one size.</summary>
    public void Measure() => (Width, Height) = (_console.Profile.Width, _console.Profile.Height);

    /// <summary>Takes the terminal again.</summary>
    public void Show()
    {
        if (!_isShown)
        {
            Write(Enter);
            _isShown = true;
        }
    }

    /// <summary>Gives the terminal back, as while an editor has it.</summary>
    public void Hide()
    {
        if (_isShown)
        {
            Write(Leave);
            _isShown = false;
        }
    }

    public void Dispose() => Hide();

    /// <summary>The lines of a view, broken to the width of the terminal, each with the number of its line from 0.</summary>
    public IReadOnlyList<FittedLine> Fit(IReadOnlyList<ViewLine> lines)
    {
        var numberWidth = Math.Max(NarrowestNumber, lines.Max(line => (int?)$"{line.Number}".Length) ?? 0);
        var room = Width - numberWidth - MarkWidth;
        var fitted = new List<FittedLine>();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var style = line.Mark switch
            {
                "+" => new Style(Color.Green, decoration: Decoration.Bold),
                "-" => new Style(Color.Red, decoration: Decoration.Bold),
                _ => new Style(Color.Grey),
            };
            var number = new Segment($"{$"{line.Number}".PadLeft(numberWidth)} {line.Mark} ", style);
            foreach (var piece in Pieces(line.Content, room))
            {
                fitted.Add(new FittedLine(index, [number, .. piece]));
                number = new Segment(new string(' ', numberWidth + MarkWidth));
            }
        }

        return fitted;
    }

    /// <summary>Texts, broken between words to the width of the terminal.</summary>
    public IEnumerable<IReadOnlyList<Segment>> Fit(IEnumerable<string> texts, Style style) =>
        texts.SelectMany(text => WrappedText.Lines(PlainCharacters.Of(text), Width))
            .Select(line => (IReadOnlyList<Segment>)[new Segment(line, style)]);

    /// <summary>A line across the screen.</summary>
    public IReadOnlyList<Segment> Rule() => [new Segment(new string('─', Width), new Style(Color.Grey))];

    /// <summary>Draws the whole screen.</summary>
    /// <param name="head">The lines at the top.</param>
    /// <param name="body">The lines below.</param>
    /// <param name="foot">The lines at the bottom.</param>
    public void Draw(
        IReadOnlyList<IReadOnlyList<Segment>> head,
        IReadOnlyList<IReadOnlyList<Segment>> body,
        IReadOnlyList<IReadOnlyList<Segment>> foot)
    {
        var blank = Enumerable.Repeat<IReadOnlyList<Segment>>([], Math.Max(Height - head.Count - body.Count - foot.Count, 0));
        var lines = head.Concat(body).Concat(blank).Concat(foot).Take(Height).ToList();
        var segments = new List<Segment> { new(Home) };
        for (var index = 0; index < lines.Count; index++)
        {
            // Behind a line that is as wide as the terminal the cursor stands on its last character, which would be erased.
            segments.Add(new Segment(EraseLine));
            segments.AddRange(lines[index]);
            if (index < lines.Count - 1)
            {
                segments.Add(Segment.LineBreak);
            }
        }

        _console.Write(new Segments(segments));
    }

    private void Write(string sequence)
    {
        var writer = _console.Profile.Out.Writer;
        writer.Write(sequence);
        writer.Flush();
    }

    /// <summary>Breaks by the cells that characters take, of which one that is wide never stands over the edge.</summary>
    private static List<Segment[]> Pieces(IReadOnlyList<Segment> content, int width)
    {
        var pieces = new List<Segment[]>();
        var piece = new List<Segment>();
        var used = 0;
        foreach (var segment in content)
        {
            var start = 0;
            for (var index = 0; index < segment.Text.Length;)
            {
                var length = TextWidth.NextLength(segment.Text.AsSpan(index), width);
                var cells = TextWidth.Of(segment.Text.AsSpan(index, length));
                if (used + cells > width)
                {
                    Add(segment, start, index);
                    pieces.Add([.. piece]);
                    piece.Clear();
                    (start, used) = (index, 0);
                }

                used += cells;
                index += length;
            }

            Add(segment, start, segment.Text.Length);
        }

        pieces.Add([.. piece]);
        return pieces;

        void Add(Segment segment, int start, int end)
        {
            if (end > start)
            {
                piece.Add(new Segment(segment.Text[start..end], segment.Style));
            }
        }
    }

    private sealed class Segments(IEnumerable<Segment> segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}

/// <summary>A line of a view, or a piece of one, as wide as the terminal.</summary>
/// <param name="Line">The number of the line in the view, from 0.</param>
/// <param name="Content">What is drawn.</param>
internal sealed record FittedLine(int Line, IReadOnlyList<Segment> Content);
