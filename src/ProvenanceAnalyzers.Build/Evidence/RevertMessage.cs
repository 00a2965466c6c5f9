namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What messages say of a commit that is reverted: git writes its id and its title, and hosts at times the title alone.</summary>
internal static class RevertMessage
{
    private const string BeforeId = "reverts commit ";
    private const int ShortestId = 7;
    private const int LongestId = 64;
    private const string Revert = "Revert \"";
    private const string Reapply = "Reapply \"";

    /// <summary>The title of a commit, without the number of its pull request.</summary>
    /// <param name="message">Its message.</param>
    /// <example><c>Add a parser</c> of <c>Add a parser (#12)</c></example>
    public static string TitleOf(string message)
    {
        var end = message.IndexOf('\n');
        var title = (end < 0 ? message : message.Substring(0, end)).Trim();
        var open = title.LastIndexOf("(#", StringComparison.Ordinal);
        var isNumbered = open >= 0
            && title[title.Length - 1] == ')'
            && title.Length > open + 3
            && title.Skip(open + 2).Take(title.Length - open - 3).All(char.IsDigit);
        return isNumbered ? title.Substring(0, open).TrimEnd() : title;
    }

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
    /// <example><c>This reverts commit 8bda65518c.</c></example>
    public static IEnumerable<string> RevertedIdsIn(string message)
    {
        for (var at = IndexOfId(message, 0); at >= 0; at = IndexOfId(message, at))
        {
            var end = at;
            while (end < message.Length && Uri.IsHexDigit(message[end]))
            {
                end++;
            }

            if (end - at is >= ShortestId and <= LongestId)
            {
                yield return message.Substring(at, end - at);
            }
        }
    }

    private static int IndexOfId(string message, int from)
    {
        var found = message.IndexOf(BeforeId, from, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? -1 : found + BeforeId.Length;
    }

    private static bool TryQuoted(string title, string verb, out string quoted)
    {
        var isQuoted = title.Length > verb.Length
            && title.StartsWith(verb, StringComparison.Ordinal)
            && title.EndsWith("\"", StringComparison.Ordinal);
        quoted = isQuoted ? title.Substring(verb.Length, title.Length - verb.Length - 1) : string.Empty;
        return isQuoted;
    }
}
