using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Draws on the whole terminal, and leaves it as it was.</summary>
internal sealed class ReviewScreen : IDisposable
{
    private const string Enter = "\u001b[?1049h\u001b[?25l";
    private const string Leave = "\u001b[?25h\u001b[?1049l";
    private const string Home = "\u001b[H";
    private const string EraseLine = "\u001b[K";
    private const int SmallestHeight = 8;
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
    public int Width => Math.Max(_console.Profile.Width, 20);

    /// <summary>How many lines there are.</summary>
    public int Height => Math.Max(_console.Profile.Height, SmallestHeight);

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

    /// <summary>The lines of a view, broken to the width of the terminal.</summary>
    public IReadOnlyList<IReadOnlyList<Segment>> Fit(IEnumerable<ViewLine> lines)
    {
        var room = Width - NumberWidth - 3;
        var fitted = new List<IReadOnlyList<Segment>>();
        foreach (var line in lines)
        {
            var style = line.Mark switch
            {
                "+" => new Style(Color.Green, decoration: Decoration.Bold),
                "-" => new Style(Color.Red, decoration: Decoration.Bold),
                _ => new Style(Color.Grey),
            };
            var number = new Segment($"{line.Number,NumberWidth} {line.Mark} ", style);
            foreach (var piece in Pieces(line.Content, room))
            {
                fitted.Add([number, .. piece]);
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

    /// <summary>As arrays: the length of a line of segments is not the number of them, and spreading one goes by that.</summary>
    private static List<Segment[]> Pieces(IReadOnlyList<Segment> content, int width) =>
        content.Count == 0 ? [[]] : Segment.SplitLines(content, width).ConvertAll(line => line.ToArray());

    private sealed class Segments(IEnumerable<Segment> segments) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
    }
}
