namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Who an address in a commit is, where that is no human.</summary>
/// <param name="tool">The id of the AI tool; null of a bot that is none.</param>
/// <param name="kind">What a commit by it shows.</param>
/// <param name="isAccount">Whether an account at a code host tells it, not an address of its own.</param>
internal sealed class CommitIdentity(string? tool, AccountKind kind, bool isAccount)
{
    /// <summary>The id of the AI tool; null of a bot that is none.</summary>
    public string? Tool { get; } = tool;

    /// <summary>What a commit by it shows.</summary>
    public AccountKind Kind { get; } = kind;

    /// <summary>Whether an account at a code host tells it, not an address of its own.</summary>
    public bool IsAccount { get; } = isAccount;

    /// <summary>
    /// Whether somebody has seen a commit by it, or a document that says so. What is not verified is enough to refuse a reviewer, and not
    /// to hold against an author.
    /// </summary>
    public bool IsVerified { get; init; } = true;
}
