using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>The humans of commits: authors, committers and co-authors who are neither an AI nor a bot nor the host.</summary>
/// <param name="mailmap">Which names and addresses are one human's.</param>
internal sealed class CommitPeople(Mailmap mailmap)
{
    /// <summary>Who commits what somebody merges or edits on a host's own pages.</summary>
    private static readonly HashSet<string> HostCommitters = new(StringComparer.OrdinalIgnoreCase)
    {
        "noreply@github.com", "noreply@gitlab.com", "noreply@bitbucket.org", "noreply@codeberg.org", "noreply@gitea.com",
    };

    /// <summary>The humans who had a hand in a commit, each once.</summary>
    public IReadOnlyList<string> Of(CommitObject commit)
    {
        var people = new[] { commit.Author, commit.Committer }.Where(IsHuman).Select(Join);
        return [.. people.Concat(CommitEvidence.HumansIn(commit.Message).Select(Join)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The humans who committed something as their own work.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="requesters">Who asked an AI for it, as the commit names them.</param>
    public IReadOnlyList<string> AuthorsOf(CommitObject commit, IReadOnlyList<string> requesters)
    {
        var author = IsHuman(commit.Author) ? [Join(commit.Author)] : Array.Empty<string>();
        return
        [
            .. author.Concat(CommitEvidence.HumansIn(commit.Message).Except(requesters, StringComparer.Ordinal).Select(Join))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>A human as the project calls them.</summary>
    public string Join(string person)
    {
        var joined = mailmap.Join(person);
        return new Person(joined).Addresses.All(IsHuman) ? joined : person;
    }

    private string Join(Signature person)
    {
        var joined = mailmap.Join(person);
        return IsHuman(joined) ? joined.Person : person.Person;
    }

    /// <summary>Somebody without an address may be anyone, and so a human.</summary>
    private static bool IsHuman(Signature person) => IsHuman(person.Address);

    private static bool IsHuman(string address) =>
        !HostCommitters.Contains(address) && CommitIdentities.Recognise(address) is not { IsVerified: true };
}
