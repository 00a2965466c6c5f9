namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>A bot that is no AI: what it commits, a program made in a way that somebody laid down.</summary>
/// <param name="account">Its account, without the <c>[bot]</c> that an app's has: <c>dependabot</c>.</param>
internal sealed class KnownBot(string account)
{
    /// <summary>Its account, without the <c>[bot]</c> that an app's has: <c>dependabot</c>.</summary>
    public string Account { get; } = account;

    /// <summary>The number before its account in the host's addresses; empty where it is not known.</summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>An address of its own; empty where it has only the host's.</summary>
    public string Address { get; init; } = string.Empty;

    /// <summary>What it does.</summary>
    public string Does { get; init; } = string.Empty;

    /// <summary>Where it can be seen; or that nobody has found it.</summary>
    public string Source { get; init; } = CatalogueFile.Unverified;

    /// <summary>The day of what was seen there, <c>yyyy-MM-dd</c>; empty while unverified.</summary>
    public string Day { get; init; } = string.Empty;
}
