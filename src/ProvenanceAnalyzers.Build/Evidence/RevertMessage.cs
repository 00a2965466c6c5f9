using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What messages say of a commit that is reverted: git writes its id and its title, and hosts at times the title alone.</summary>
internal static class RevertMessage
{
    private const string Revert = "Revert \"";
    private const string Reapply = "Reapply \"";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly Regex Id = new(
        @"\breverts commit ([0-9a-f]{7,64})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    private static readonly Regex PullRequest = new(@"\s*\(#\d+\)\s*$", RegexOptions.CultureInvariant, Limit);

    /// <summary>The title of a commit, without the number of its pull request.</summary>
    /// <param name="message">Its message.</param>
    public static string TitleOf(string message) => PullRequest.Replace(message.Split('\n')[0].Trim(), string.Empty);

    /// <summary>The title of the commit that one says it reverts; null where it says none.</summary>
    /// <param name="message">The message of the one that reverts.</param>
    /// <example><c>Add a parser</c> of <c>Revert "Add a parser (#12)" (#13)</c></example>
    public static string? RevertedTitleIn(string message)
    {
        var title = TitleOf(message);
        return TryQuoted(title, Revert, out var reverted) ? TitleOf(reverted)
            : TryQuoted(title, Reapply, out reverted) ? $"Revert \"{TitleOf(reverted)}\""
            : null;
    }

    /// <summary>The ids of the commits that one says it reverts, which may be short.</summary>
    /// <param name="message">The message of the one that reverts.</param>
    public static IEnumerable<string> RevertedIdsIn(string message) =>
        Id.Matches(message).Cast<Match>().Select(match => match.Groups[1].Value);

    private static bool TryQuoted(string title, string verb, out string quoted)
    {
        var isQuoted = title.Length > verb.Length
            && title.StartsWith(verb, StringComparison.Ordinal)
            && title.EndsWith("\"", StringComparison.Ordinal);
        quoted = isQuoted ? title.Substring(verb.Length, title.Length - verb.Length - 1) : string.Empty;
        return isQuoted;
    }
}
