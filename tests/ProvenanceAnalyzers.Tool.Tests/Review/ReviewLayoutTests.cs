using ProvenanceAnalyzers.Tool.Review;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>However small the terminal is, nothing of what tells what to do is cut, and the code that counts as shown is shown.</summary>
public sealed class ReviewLayoutTests
{
    private const string Notice =
        "You cannot sign this: 'bob@example.com' is none of those who may review here: *@shop.example, eve@example.com "
        + "(provenance.reviewers).";

    public static TheoryData<int, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int>();
            foreach (var width in new[] { 40, 60, 80, 120 })
            {
                foreach (var height in new[] { 10, 12, 16, 24, 50 })
                {
                    sizes.Add(width, height);
                }
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_of_what_tells_what_to_do_is_cut(int width, int height)
    {
        foreach (var notice in new[] { string.Empty, Notice })
        {
            var written = new StringWriter();
            using var screen = new ReviewScreen(ReviewScreenTests.ConsoleOf(written, width, height));
            var lines = screen.Fit(
                [.. Enumerable.Range(1, 99).Select(number => new ViewLine(number, " ", [new Segment($"code{number}")]))]);

            var layout = ReviewLayout.Of(
                screen,
                ["Shop.Orders.OrderParser  src/Shop/Orders/OrderParser.cs:12", "1 of 12, as bob@example.com"],
                ["Made: assisted by claude-code, model anthropic/claude-opus-4-5, asked for by ada@example.com", "Due: x", "Read: y"],
                notice,
                isTheirs: false);
            var footer = new ReviewFooter(99, 0, layout.Room).Lines(width, isTheirs: false, isRead: false);
            layout.Draw(screen, lines.Take(layout.Room), footer);

            var terminal = new TerminalEmulator(width, height);
            terminal.Write(written.ToString());
            var shown = string.Join(' ', terminal.Lines.Select(line => line.Trim()));
            Assert.InRange(layout.Room, 1, height);
            Assert.Contains($"code{layout.Room} ", shown, StringComparison.Ordinal);
            Assert.DoesNotContain($"code{layout.Room + 1} ", shown, StringComparison.Ordinal);
            Assert.Contains(notice, shown, StringComparison.Ordinal);
            Assert.EndsWith("Space: on n: skip e: editor b: back q: quit not yours to sign", Spaced(shown), StringComparison.Ordinal);
            if (height >= 24)
            {
                Assert.StartsWith("Shop.Orders.OrderParser", shown, StringComparison.Ordinal);
                Assert.Contains(" Read: y ", shown, StringComparison.Ordinal);
            }
            else if (height == 10 && notice.Length == 0)
            {
                Assert.Contains("... make the terminal higher for more", shown, StringComparison.Ordinal);
            }
        }
    }

    private static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
