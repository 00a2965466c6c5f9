using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>
/// What stands above and below the code. What tells what to do is never cut: where there is too little room, the head gives way first.
/// </summary>
/// <param name="Head">The lines above the code.</param>
/// <param name="Notice">The lines below the code and above the footer.</param>
/// <param name="Room">How many lines are left for the code.</param>
internal sealed record ReviewLayout(
    IReadOnlyList<IReadOnlyList<Segment>> Head, IReadOnlyList<IReadOnlyList<Segment>> Notice, int Room)
{
    private const int LeastCode = 2;

    /// <summary>Lays out a screen.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="titles">What is shown, in bold.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="notice">What somebody is to be told; mostly nothing.</param>
    /// <param name="isTheirs">Whether who reads it may sign.</param>
    public static ReviewLayout Of(
        ReviewScreen screen, IEnumerable<string> titles, IEnumerable<string> facts, string notice, bool isTheirs)
    {
        var said = screen.Fit([notice], new Style(Color.Yellow)).ToList();
        var head = screen.Fit(titles, new Style(decoration: Decoration.Bold)).Concat(screen.Fit(facts, Style.Plain)).ToList();
        var footHeight = ReviewFooter.MostLines(screen.Width, isTheirs) + said.Count;
        var mostHead = Math.Clamp(screen.Height - footHeight - LeastCode, 1, Math.Max(screen.Height / 2, 1)) - 1;
        if (head.Count > mostHead && mostHead > 0)
        {
            // What is missing is not to look as if there were nothing.
            head = [.. head.Take(mostHead - 1), .. screen.Fit(["... make the terminal higher for more"], new Style(Color.Grey))];
        }

        List<IReadOnlyList<Segment>> shown = [.. head.Take(mostHead), screen.Rule()];
        return new ReviewLayout(shown, said, Math.Max(screen.Height - shown.Count - footHeight, 0));
    }

    /// <summary>Draws it.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="code">The lines of the code that are on it.</param>
    /// <param name="footer">The lines of the footer.</param>
    public void Draw(ReviewScreen screen, IEnumerable<FittedLine> code, IEnumerable<string> footer) => screen.Draw(
        Head,
        [.. code.Select(line => line.Content)],
        [.. Notice, .. screen.Fit(footer, new Style(decoration: Decoration.Invert))]);
}
