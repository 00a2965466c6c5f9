using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What a commit shows of the AI tools that had a hand in it.</summary>
/// <param name="Strength">How much it shows.</param>
/// <param name="Tools">The ids of the tools, in the order in which the commit names them, the author first.</param>
/// <param name="Models">The models as the commit names them.</param>
internal sealed record CommitEvidence(EvidenceStrength Strength, IReadOnlyList<string> Tools, IReadOnlyList<string> Models)
{
    private static readonly char[] BeforeQuoted = [' ', '\t', '*', '-', '>', '|'];
    private const string NoReplyHost = "@users.noreply.github.com";

    /// <summary>What a commit without any evidence shows. It is no evidence of a human at the keyboard.</summary>
    public static CommitEvidence Nothing { get; } = new(EvidenceStrength.None, [], []);

    /// <summary>The humans who asked for what an AI's account committed, as the commit names them.</summary>
    public IReadOnlyList<string> Requesters { get; init; } = [];

    /// <summary>Reads a commit.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="tools">The tools that are known, with an organisation's own ones.</param>
    public static CommitEvidence Of(CommitRecord commit, ToolIndex tools)
    {
        var author = IdentityOf(commit.Author);
        var humans = HumansIn(commit.Message).ToList();
        var ofTools = TrailersOf(commit.Message)
            .Select(trailer => CommitTrailers.Recognise(trailer, tools))
            .OfType<CommitTrailer>()
            .Where(trailer => trailer.IsVerified)
            .ToList();
        var strength = StrengthOf(author, humans, ofTools);
        return strength == EvidenceStrength.None ? Nothing : new CommitEvidence(
            strength,
            [.. ofTools.Select(trailer => trailer.Tool).Prepend(author?.Tool).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. ofTools.Select(trailer => trailer.Model).OfType<string>().Distinct(StringComparer.Ordinal)])
        {
            Requesters = author is { Tool: not null, Kind: AccountKind.Author } ? [.. humans.Where(IsRequester)] : [],
        };
    }

    private static EvidenceStrength StrengthOf(CommitIdentity? author, List<string> humans, List<CommitTrailer> ofTools)
    {
        if (author is { Tool: not null, Kind: AccountKind.Author })
        {
            return humans.TrueForAll(IsRequester) ? EvidenceStrength.Commit : EvidenceStrength.Trailer;
        }

        return ofTools.Any(trailer => !trailer.IsSuggestion) ? EvidenceStrength.Trailer
            : ofTools.Count > 0 || author is { Tool: not null } ? EvidenceStrength.Suggestion
            : EvidenceStrength.None;
    }

    /// <summary>
    /// The co-authors who are neither an AI nor a bot. Whoever helped is found wherever the message says it, indented or quoted as a squash
    /// may have it: a helper who is missed makes an AI the author of a human's lines.
    /// </summary>
    public static IEnumerable<string> HumansIn(string message) => message
        .Split('\n')
        .SelectMany(line => CommitTrailers.CoAuthorsIn(line.TrimStart(BeforeQuoted)))
        .Where(person => !new Person(person).Addresses.Any(address => IdentityOf(address) != null));

    /// <summary>Whether an address is an AI's account.</summary>
    public static bool IsOfAI(string address) => IdentityOf(address) is { Tool: not null };

    /// <summary>Who bears an address; what nobody has seen in a commit may be a human's, and accuses nobody.</summary>
    private static CommitIdentity? IdentityOf(string address) =>
        CommitIdentities.Recognise(address) is { IsVerified: true } identity ? identity : null;

    /// <summary>
    /// Whether a co-author is whom the host itself has added for having asked: it has no other name for somebody than the account's.
    /// </summary>
    private static bool IsRequester(string coAuthor)
    {
        var open = coAuthor.LastIndexOf('<');
        var end = coAuthor.LastIndexOf(NoReplyHost, StringComparison.OrdinalIgnoreCase);
        if (open <= 0 || end < open)
        {
            return false;
        }

        var account = coAuthor.Substring(open + 1, end - open - 1);
        var plus = account.IndexOf('+');
        return plus > 0
            && account.Take(plus).All(char.IsDigit)
            && string.Equals(account.Substring(plus + 1), coAuthor.Substring(0, open).Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The trailers: lines of a name, a colon and a text, wherever they stand, since a squash puts those of other commits between its own
    /// lines; with what is indented below one.
    /// </summary>
    private static IEnumerable<string> TrailersOf(string message)
    {
        string? trailer = null;
        var text = new StringReader(message);
        while (text.ReadLine() is { } line)
        {
            if (trailer != null && line.Length > 0 && line[0] is ' ' or '\t')
            {
                trailer += " " + line.Trim();
                continue;
            }

            if (trailer != null)
            {
                yield return trailer;
            }

            trailer = IsTrailer(line) ? line.TrimEnd() : null;
        }

        if (trailer != null)
        {
            yield return trailer;
        }
    }

    private static bool IsTrailer(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && line.Take(colon).All(character => char.IsLetterOrDigit(character) || character == '-');
    }
}
