using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Who sits before this terminal, and whether anybody does.</summary>
internal static class ReviewerIdentity
{
    /// <summary>Sees to it that a human can sign here.</summary>
    /// <exception cref="ToolException">An AI agent started this process, or it has no terminal.</exception>
    public static void RequireHuman()
    {
        if (AgentProcess.SetVariable is { } variable)
        {
            throw new ToolException(
                $"An AI agent started this process: the variable {variable} is set. A review is what a human says who has read the code, "
                + "so an agent cannot make one, nor run this for somebody. Tell the person you work for that reviews are due, and that "
                + "they run 'provenance review' in a terminal of their own.");
        }

        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            throw new ToolException(
                "A review needs a terminal, for input and for output: run 'provenance review' in one, without a pipe. "
                + "'provenance due' lists what is due anywhere.");
        }

        RequireScreen(Environment.GetEnvironmentVariable("TERM"), OperatingSystem.IsWindows());
    }

    /// <summary>Sees to it that the terminal can show a screen, and not only one line after the other.</summary>
    /// <param name="kind">What <c>TERM</c> says the terminal is; null where it is not set.</param>
    /// <param name="isWindows">Whether this is Windows, whose terminals say nothing there.</param>
    /// <exception cref="ToolException">It cannot.</exception>
    public static void RequireScreen(string? kind, bool isWindows)
    {
        if (kind == "dumb" || (string.IsNullOrEmpty(kind) && !isWindows))
        {
            throw new ToolException(
                $"This terminal cannot show a review: the variable TERM {(kind == "dumb" ? "is 'dumb'" : "is not set")}. Run "
                + "'provenance review' in another terminal, or set TERM to what this one is, as TERM=xterm-256color.");
        }
    }

    /// <summary>
    /// The person that <c>PROVENANCE_REVIEWER</c> names; else git's <c>user.email</c>, or whom somebody types, after asking once. It is
    /// this process's from then on.
    /// </summary>
    /// <param name="folder">The folder whose git configuration counts.</param>
    /// <param name="ask">Asks a question, and returns what was typed; null where somebody wants to quit.</param>
    /// <param name="say">Says why an answer is none, before it asks again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The person; null where nobody wants to sign.</returns>
    public static async Task<string?> AskAsync(
        string folder, Func<string, string?> ask, Action<string> say, CancellationToken cancellationToken)
    {
        if (ReviewSignature.OfThisMachine().Reviewer is { Length: > 0 } known)
        {
            if (HumanReviewer.Refusal(known) is not { } refused)
            {
                return known;
            }

            say($"{ReviewSignature.ReviewerVariable}: {refused}");
        }

        var configured = await GitRepository.ConfigAsync(folder, "user.email", cancellationToken).ConfigureAwait(false);
        var address = configured != null && HumanReviewer.Refusal(configured) == null ? configured : null;
        var question = address != null
            ? $"You sign as {address} (git's user.email). Enter: yes. Or type another address: "
            : "Who reviews? Type your address, as ada@example.com: ";
        while (ask(question)?.Trim() is { } typed && (typed.Length > 0 || address != null))
        {
            var reviewer = typed.Length > 0 ? typed : address!;
            if (HumanReviewer.Refusal(reviewer) is not { } refusal)
            {
                Environment.SetEnvironmentVariable(ReviewSignature.ReviewerVariable, reviewer);
                return reviewer;
            }

            say(refusal);
        }

        return null;
    }
}
