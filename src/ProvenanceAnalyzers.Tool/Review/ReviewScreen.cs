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
    private const int NumberWidth = 5;

    private readonly IAnsiConsole _console;
    private bool _isShown;

    /// <summary>Takes the terminal.</summary>
    public ReviewScreen(IAnsiConsole console)
    {
        _console = console;
        Show();
    }

    /// <summary>How many columns there are.</summary>
    public int Width => _console.Profile.Width;

    /// <summary>How many lines there are.</summary>
    public int Height => _console.Profile.Height;

    /// <summary>Whether somebody can read on it.</summary>
    public bool IsLargeEnough => Width >= SmallestWidth && Height >= SmallestHeight;

    /// <summary>What is to be done where it is not.</summary>
    public static string TooSmall => $"Make the terminal larger: {SmallestWidth} columns and {SmallestHeight} lines at least.";

    /// <summary>Takes the terminal again.</summary>
    public void Show()
    {
        if (!_isShown)
        {
            Console.Out.Write(Enter);
            Console.Out.Flush();
            _isShown = true;
        }
    }

    /// <summary>Gives the terminal back, as while an editor has it.</summary>
    public void Hide()
    {
        if (_isShown)
        {
            Console.Out.Write(Leave);
            Console.Out.Flush();
            _isShown = false;
        }
    }

    public void Dispose() => Hide();

    /// <summary>The lines of a view, broken to the width of the terminal, each with the number of its line from 0.</summary>
    public IReadOnlyList<FittedLine> Fit(IReadOnlyList<ViewLine> lines)
    {
        var room = Width - NumberWidth - 3;
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
            var number = new Segment($"{line.Number,NumberWidth} {line.Mark} ", style);
            foreach (var piece in Pieces(line.Content, room))
            {
                fitted.Add(new FittedLine(index, [number, .. piece]));
                number = new Segment(new string(' ', NumberWidth + 3));
            }
        }

        return fitted;
    }

    /// <summary>Texts, broken to the width of the terminal.</summary>
    public IEnumerable<IReadOnlyList<Segment>> Fit(IEnumerable<string> texts, Style style) =>
        texts.SelectMany(text => Pieces([new Segment(PlainCharacters.Of(text), style)], Width));

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
            segments.AddRange(lines[index]);
            segments.Add(new Segment(EraseLine));
            if (index < lines.Count - 1)
            {
                segments.Add(Segment.LineBreak);
            }
        }

        _console.Write(new Segments(segments));
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
                var length = index + 1 < segment.Text.Length && char.IsSurrogatePair(segment.Text, index) ? 2 : 1;
                var cells = new Segment(segment.Text.Substring(index, length)).CellCount();
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
