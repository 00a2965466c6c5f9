namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// Recognises AI tools and bots by the addresses in commits: a tool's own address whole, an account by what stands behind the <c>+</c> of
/// its host's address. A name tells nothing: people are called like tools.
/// </summary>
internal static class CommitIdentities
{
    private const string AppSuffix = "[bot]";

    private static readonly Dictionary<string, CommitIdentity> Addresses = ReadAddresses();
    private static readonly ILookup<string, ToolFact> Accounts = ToolFacts.Of(ToolFactKind.Account)
        .ToLookup(fact => fact.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Bots = new(KnownBots.All.Select(bot => bot.Account), StringComparer.OrdinalIgnoreCase);

    /// <summary>Who bears an address, where that is known to be no human; else null.</summary>
    /// <param name="address">The address as the commit has it.</param>
    /// <example>
    /// <c>198982749+Copilot@users.noreply.github.com</c> wrote its commits, <c>175728472+Copilot@users.noreply.github.com</c> suggested
    /// something, and <c>12345+claude@users.noreply.github.com</c> is nobody that is known.
    /// </example>
    public static CommitIdentity? Recognise(string address)
    {
        var trimmed = address.Trim();
        if (Addresses.TryGetValue(trimmed, out var known))
        {
            return known;
        }

        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || trimmed.IndexOf("noreply", at, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return null;
        }

        var local = trimmed.Substring(0, at);
        var plus = local.IndexOf('+');
        var account = local.Substring(plus + 1);
        if (AccountOf(account, plus > 0 ? local.Substring(0, plus) : string.Empty) is { } fact)
        {
            return new CommitIdentity(fact.Tool, fact.Account, isAccount: true) { IsVerified = fact.IsVerified };
        }

        var isApp = account.EndsWith(AppSuffix, StringComparison.OrdinalIgnoreCase);
        return isApp || Bots.Contains(account) ? new CommitIdentity(null, AccountKind.Bot, isAccount: true) : null;
    }

    /// <summary>
    /// Whether an account is known whatever number stands before it: an app's, whose name nobody else can have, or one without a number
    /// in the catalogue.
    /// </summary>
    public static bool IsWithoutNumber(ToolFact account) =>
        account.Number.Length == 0 || account.Value.EndsWith(AppSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The account: of several with one name the number decides, of others the name where it is enough.</summary>
    private static ToolFact? AccountOf(string account, string number)
    {
        ToolFact? byName = null;
        foreach (var fact in Accounts[account])
        {
            if (number.Length > 0 && fact.Number == number)
            {
                return fact;
            }

            if (IsWithoutNumber(fact))
            {
                byName = fact;
            }
        }

        return byName;
    }

    private static Dictionary<string, CommitIdentity> ReadAddresses()
    {
        var addresses = new Dictionary<string, CommitIdentity>(StringComparer.OrdinalIgnoreCase);
        foreach (var fact in ToolFacts.Of(ToolFactKind.Address))
        {
            addresses[fact.Value] = new CommitIdentity(fact.Tool, fact.Account, isAccount: false) { IsVerified = fact.IsVerified };
        }

        foreach (var bot in KnownBots.All)
        {
            if (bot.Address.Length > 0)
            {
                addresses[bot.Address] = new CommitIdentity(null, AccountKind.Bot, isAccount: true);
            }
        }

        return addresses;
    }
}
