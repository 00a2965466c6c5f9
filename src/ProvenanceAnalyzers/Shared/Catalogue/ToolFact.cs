namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>What a fact about a tool is.</summary>
internal enum ToolFactKind
{
    /// <summary>The name of the product; its source shows that there is such a tool.</summary>
    Name,

    /// <summary>An e-mail address that it signs with, to be matched whole.</summary>
    Address,

    /// <summary>An account that it acts as on a code host, mostly an app's: <c>claude[bot]</c>.</summary>
    Account,

    /// <summary>A trailer that only this tool writes into the messages of commits, with its value where that matters.</summary>
    Trailer,

    /// <summary>An environment variable that it sets for what it starts, with its value where that matters.</summary>
    Variable,

    /// <summary>A file of instructions that it reads.</summary>
    File,

    /// <summary>A file in which its hooks are set.</summary>
    Hooks,
}

/// <summary>What a commit shows that bears an address or account.</summary>
internal enum AccountKind
{
    /// <summary>Its author wrote the lines.</summary>
    Author,

    /// <summary>Somebody accepted a suggestion or an automatic fix, of a share of the lines that nothing tells.</summary>
    Suggestion,

    /// <summary>An account that reviews, and that no commit is known of.</summary>
    Reviewer,

    /// <summary>A bot that is no AI, or of which nobody knows what it is.</summary>
    Bot,
}

/// <summary>One thing that is known of a tool, and where it can be seen.</summary>
/// <param name="tool">The tool's id; empty where it holds for agents of any name.</param>
/// <param name="kind">What it is.</param>
/// <param name="value">The name, address, account, trailer, variable or file.</param>
internal sealed class ToolFact(string tool, ToolFactKind kind, string value)
{
    /// <summary>The tool's id; empty where it holds for agents of any name.</summary>
    public string Tool { get; } = tool;

    /// <summary>What it is.</summary>
    public ToolFactKind Kind { get; } = kind;

    /// <summary>The name, address, account, trailer, variable or file.</summary>
    public string Value { get; } = value;

    /// <summary>
    /// An account's number, which stands before its name in the host's addresses; empty where it is not known, and where it makes no
    /// difference.
    /// </summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>What a commit by it shows; only of addresses and accounts.</summary>
    public AccountKind Account { get; init; }

    /// <summary>Where it can be seen: a repository and a commit or file, or a document; or that nobody has found it.</summary>
    public string Source { get; init; } = CatalogueFile.Unverified;

    /// <summary>The day of what was seen there, <c>yyyy-MM-dd</c>; empty while unverified.</summary>
    public string Day { get; init; } = string.Empty;

    /// <summary>Whether somebody has seen it in a commit or document.</summary>
    public bool IsVerified => Source != CatalogueFile.Unverified;
}
