using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.History;
using ProvenanceAnalyzers.Tool.Infrastructure;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>What became of something that was due.</summary>
internal enum ReviewOutcome
{
    /// <summary>It has not been looked at.</summary>
    Open,

    /// <summary>It was signed.</summary>
    Signed,

    /// <summary>It was left for later.</summary>
    Skipped,

    /// <summary>It is not due any more: something else that was signed covers it, or it has changed.</summary>
    Gone,

    /// <summary>This person cannot sign it.</summary>
    NotTheirs,
}

/// <summary>
/// Goes through what is due, one after the other. A unit is signed with a key of its own, once it was scrolled to its end; the next one is
/// shown on another key, so that no key that is held down signs two.
/// </summary>
/// <param name="session">The reviews.</param>
/// <param name="screen">The terminal.</param>
/// <param name="keys">What is typed.</param>
/// <param name="history">The history; null where there is none.</param>
/// <param name="reviewer">Who signs.</param>
internal sealed class ReviewLoop(
    ReviewSession session, ReviewScreen screen, ReviewKeys keys, CodeHistory? history, string reviewer)
{
    private readonly Dictionary<ReviewItem, ReviewOutcome> _outcomes = [];

    /// <summary>What became of each.</summary>
    public IReadOnlyDictionary<ReviewItem, ReviewOutcome> Outcomes => _outcomes;

    /// <summary>Shows some items, until all were looked at or somebody quits.</summary>
    /// <returns>Whether all were looked at.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<ReviewItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            _outcomes.TryAdd(item, ReviewOutcome.Open);
        }

        for (var index = 0; index < items.Count;)
        {
            var step = await ShowAsync(items[index], index, items.Count, cancellationToken).ConfigureAwait(false);
            if (step == null)
            {
                return false;
            }

            index = Math.Max(index + step.Value, 0);
        }

        return true;
    }

    /// <summary>Shows one. Returns where to go from it; null: nowhere.</summary>
    private async Task<int?> ShowAsync(ReviewItem item, int index, int count, CancellationToken cancellationToken)
    {
        var notice = string.Empty;
        while (true)
        {
            var position = $"{index + 1} of {count}, as {reviewer}";
            Wait($"{item.Name}  {position}");
            DueReview? review;
            ReviewView? view;
            try
            {
                review = await session.FindAsync(item, cancellationToken).ConfigureAwait(false);
                view = review == null ? null : await ReviewView.OfAsync(review, history, cancellationToken).ConfigureAwait(false);
            }
            catch (ToolException exception)
            {
                _outcomes[item] = ReviewOutcome.Skipped;
                return await SayAsync(item, position, exception.Message, Color.Red, cancellationToken).ConfigureAwait(false);
            }

            if (review == null || view == null)
            {
                if (_outcomes[item] != ReviewOutcome.Signed)
                {
                    _outcomes[item] = ReviewOutcome.Gone;
                    return 1;
                }

                return await SaySignedAsync(item, position, cancellationToken).ConfigureAwait(false);
            }

            var refusal = await ReviewSession.ChangesAsync(review, cancellationToken).ConfigureAwait(false) == null
                ? await SigningRefusal.OfAsync(review, reviewer, cancellationToken).ConfigureAwait(false)
                : null;
            ReviewKeys.Discard();
            var key = await ReadToEndAsync(view, refusal, position, notice, cancellationToken).ConfigureAwait(false);
            switch (key)
            {
                case ReviewKey.Sign:
                    notice = await SignAsync(review, cancellationToken).ConfigureAwait(false);
                    if (notice.Length == 0)
                    {
                        _outcomes[item] = ReviewOutcome.Signed;
                        return await SaySignedAsync(item, position, cancellationToken).ConfigureAwait(false);
                    }

                    break;
                case ReviewKey.Skip:
                    _outcomes[item] = refusal == null ? ReviewOutcome.Skipped : ReviewOutcome.NotTheirs;
                    return 1;
                case ReviewKey.Back:
                    return -1;
                case ReviewKey.Open:
                    notice = await OpenAsync(review, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>Lets somebody scroll; returns the key that does something else.</summary>
    private async Task<ReviewKey> ReadToEndAsync(
        ReviewView view, string? refusal, string position, string notice, CancellationToken cancellationToken)
    {
        var read = new ReadLines(view.Lines.Count);
        var (top, topLine, width) = (0, 0, 0);
        IReadOnlyList<FittedLine> lines = [];
        while (true)
        {
            screen.Measure();
            if (!screen.IsLargeEnough)
            {
                screen.Draw([], [.. screen.Fit([ReviewScreen.TooSmall], Style.Plain)], []);
                if (await keys.ReadAsync(cancellationToken).ConfigureAwait(false) == ReviewKey.Quit)
                {
                    return ReviewKey.Quit;
                }

                continue;
            }

            if (width != screen.Width)
            {
                // What was at the top stays there, as another piece of its line.
                lines = screen.Fit(view.Lines);
                (top, width) = (lines.TakeWhile(line => line.Line < topLine).Count(), screen.Width);
            }

            var layout = ReviewLayout.Of(screen, [view.Head[0], position], view.Head.Skip(1), notice, refusal == null);
            var room = layout.Room;
            top = Math.Clamp(top, 0, Math.Max(lines.Count - room, 0));
            topLine = lines.Count > 0 ? lines[top].Line : 0;
            read.Show(lines, width, top, room);
            var footer = new ReviewFooter(lines.Count, top, room).Lines(width, refusal == null, read.IsAll);
            layout.Draw(screen, lines.Skip(top).Take(room), footer);
            notice = string.Empty;
            switch (await keys.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                case ReviewKey.PageDown:
                    top += room;
                    break;
                case ReviewKey.PageUp:
                    top -= room;
                    break;
                case ReviewKey.Down:
                    top++;
                    break;
                case ReviewKey.Up:
                    top--;
                    break;
                case ReviewKey.Top:
                    top = 0;
                    break;
                case ReviewKey.Sign when refusal != null:
                    notice = $"You cannot sign this: {refusal}";
                    break;
                case ReviewKey.Sign when !read.IsAll:
                    notice = "Read all of it first, to the end: Space.";
                    break;
                case ReviewKey.None:
                    break;
                case var other:
                    return other;
            }
        }
    }

    private Task<int?> SaySignedAsync(ReviewItem item, string position, CancellationToken cancellationToken) =>
        SayAsync(item, position, $"Signed by {reviewer}.", Color.Green, cancellationToken);

    /// <summary>Says something, and waits for another key than the one that signed.</summary>
    private async Task<int?> SayAsync(
        ReviewItem item, string position, string text, Color color, CancellationToken cancellationToken)
    {
        while (true)
        {
            screen.Measure();
            var head = screen.Fit([item.Name, position], new Style(decoration: Decoration.Bold)).Append(screen.Rule()).ToList();
            screen.Draw(
                head,
                [.. screen.Fit([text], new Style(color))],
                [.. screen.Fit(["Space: next   b: back   q: quit"], new Style(decoration: Decoration.Invert))]);
            switch (await keys.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                case ReviewKey.PageDown or ReviewKey.Down:
                    return 1;
                case ReviewKey.Back:
                    return -1;
                case ReviewKey.Quit:
                    return null;
            }
        }
    }

    /// <summary>Signs. Returns what is to be said, which is nothing where it was signed.</summary>
    private async Task<string> SignAsync(DueReview review, CancellationToken cancellationToken)
    {
        try
        {
            return await session.SignAsync(review, cancellationToken).ConfigureAwait(false)
                ? string.Empty
                : "It was changed meanwhile, and this is what it is now.";
        }
        catch (ToolException exception)
        {
            return exception.Message;
        }
    }

    private async Task<string> OpenAsync(DueReview review, CancellationToken cancellationToken)
    {
        screen.Hide();
        try
        {
            var line = review.Code.Node is { } code ? code.GetLocation().GetLineSpan().StartLinePosition.Line + 1 : 1;
            var path = review.Code.Fixtures is [var fixture, ..] ? fixture : ReviewSession.CodeFileOf(review);
            return await ExternalEditor.OpenAsync(path, line, cancellationToken).ConfigureAwait(false) is not 0 and var exitCode
                ? $"The editor ended with {exitCode}."
                : string.Empty;
        }
        catch (ToolException exception)
        {
            return exception.Message;
        }
        finally
        {
            screen.Show();
        }
    }

    private void Wait(string text)
    {
        screen.Measure();
        screen.Draw([.. screen.Fit([text], new Style(decoration: Decoration.Bold)), screen.Rule()], [], []);
    }
}
