using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Says what git's errors mean, and what mends them.</summary>
internal static class GitProblems
{
    private const int LongestQuote = 200;

    /// <summary>What an error means.</summary>
    /// <param name="errors">What git wrote.</param>
    /// <param name="exitCode">How it ended.</param>
    public static GitException Of(string errors, int exitCode)
    {
        var fatal = errors.Split('\n').FirstOrDefault(line => line.StartsWith("fatal: ", StringComparison.Ordinal))
            ?? errors.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)
            ?? $"exit code {exitCode}";
        return new GitException(Has(errors, "dubious ownership")
            ? "git does not read a repository that belongs to another user; once whoever owns it is trusted: "
                + SafeDirectoryCommandIn(errors)
            : Has(errors, "lazy fetching") || Has(errors, "promisor") || Has(errors, "not allowed")
            ? "the clone is partial and lacks what git would have to read: git fetch --refetch --no-filter"
            : $"git could not read the history: {Shown(fatal)}");
    }

    /// <summary>A text of a repository as a message may show it.</summary>
    public static string Shown(string text)
    {
        var plain = PlainText.WithSingleBlanks(new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]));
        return plain.Length > LongestQuote ? plain.Substring(0, LongestQuote) + "..." : plain;
    }

    private static bool Has(string errors, string words) => errors.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string SafeDirectoryCommandIn(string errors)
    {
        const string Command = "git config --global --add safe.directory ";
        var start = errors.IndexOf(Command, StringComparison.Ordinal);
        if (start < 0)
        {
            return Command + "<folder>";
        }

        var end = errors.IndexOf('\n', start);
        return Shown(errors.Substring(start, (end < 0 ? errors.Length : end) - start));
    }
}
