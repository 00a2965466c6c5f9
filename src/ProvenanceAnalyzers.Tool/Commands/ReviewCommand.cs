using System.CommandLine;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.History;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Output;
using ProvenanceAnalyzers.Tool.Review;
using ProvenanceAnalyzers.Tool.Workspaces;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance review</c>: one unit after the other, in a terminal.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var command = new Command("review", "Shows what waits for a review, one unit after the other, and signs what you have read.");
        command.Arguments.Add(SharedOptions.Path);
        command.Options.Add(SharedOptions.Since);
        command.Options.Add(SharedOptions.NoRestore);
        command.SetAction((parsed, cancellationToken) => Program.RunAsync(
            () => RunAsync(
                parsed.GetValue(SharedOptions.Path)!,
                parsed.GetValue(SharedOptions.Since),
                !parsed.GetValue(SharedOptions.NoRestore),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string named, string? since, bool restore, CancellationToken cancellationToken)
    {
        ReviewerIdentity.RequireHuman();
        var path = SolutionPath.Find(named);
        var folder = Path.GetDirectoryName(path)!;
        var repository = await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false);
        if (await ReviewerIdentity.AskAsync(folder, Terminal.Ask, Terminal.Say, cancellationToken).ConfigureAwait(false)
            is not { } reviewer)
        {
            throw new ToolException("Nobody signs, so nothing is shown. Set PROVENANCE_REVIEWER to your address, or git's user.email.");
        }

        var changed = await GitRepository.ChangedInAsync(repository, folder, since, cancellationToken).ConfigureAwait(false);
        using var loaded = await Terminal.WithProgressAsync(
            progress => LoadedSolution.OpenAsync(path, "review", restore, progress, cancellationToken)).ConfigureAwait(false);
        loaded.RequireJudged();
        var session = new ReviewSession(loaded);
        var outcomes = new Dictionary<ReviewItem, ReviewOutcome>();
        var isDone = true;
        while (isDone)
        {
            var due = await Terminal.WithProgressAsync(
                progress => session.FindAllAsync(changed, progress, cancellationToken), "judging").ConfigureAwait(false);
            var open = due.Where(item => !outcomes.ContainsKey(item)).ToList();
            if (open.Count == 0)
            {
                return End(outcomes, due.Count, reviewer);
            }

            using var screen = new ReviewScreen(Terminal.Output);
            using var keys = new ReviewKeys();
            using var history = repository != null ? new CodeHistory(repository) : null;
            var loop = new ReviewLoop(session, screen, keys, history, reviewer);
            isDone = await loop.RunAsync(open, cancellationToken).ConfigureAwait(false);
            foreach (var (item, outcome) in loop.Outcomes)
            {
                outcomes[item] = outcome;
            }
        }

        return End(outcomes, outcomes.Values.Count(outcome => outcome is not ReviewOutcome.Signed and not ReviewOutcome.Gone), reviewer);
    }

    private static int End(Dictionary<ReviewItem, ReviewOutcome> outcomes, int stillDue, string reviewer)
    {
        var counts = outcomes.Values.CountBy(outcome => outcome).ToDictionary();
        var parts = new List<string> { $"{DueList.Count(counts.GetValueOrDefault(ReviewOutcome.Signed), "review")} signed by {reviewer}" };
        Add(ReviewOutcome.Skipped, "skipped");
        Add(ReviewOutcome.NotTheirs, "not yours to sign");
        Add(ReviewOutcome.Gone, "not due any more");
        Add(ReviewOutcome.Open, "not looked at");
        Console.WriteLine($"{string.Join(", ", parts)}; {stillDue:N0} still due.");
        return stillDue == 0 ? ExitCode.Nothing : ExitCode.Due;

        void Add(ReviewOutcome outcome, string name)
        {
            if (counts.GetValueOrDefault(outcome) is > 0 and var count)
            {
                parts.Add($"{count:N0} {name}");
            }
        }
    }
}
