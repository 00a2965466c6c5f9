using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Why an identity is no human's.</summary>
internal enum AIIdentity
{
    /// <summary>Nothing is known against it.</summary>
    None,

    /// <summary>A tool's e-mail address.</summary>
    Address,

    /// <summary>An address that nobody reads: <c>noreply@github.com</c>.</summary>
    NoReply,

    /// <summary>An account that an app acts as: <c>claude[bot]</c>.</summary>
    Bot,

    /// <summary>A tool's name with nothing else: <c>devin</c>, <c>Claude Code</c>.</summary>
    ToolName,

    /// <summary>A model's name with nothing else: <c>gpt-5</c>.</summary>
    ModelName,

    /// <summary>A word or an address that stands for nobody: <c>nobody</c>, <c>agent</c>, <c>you@example.com</c>.</summary>
    Placeholder,
}

/// <summary>
/// Recognises the identities under which AI tools act. Names beside an address are never held against it: people have them too.
/// </summary>
internal static class AIIdentities
{
    private const string BotSuffix = "[bot]";

    private static readonly HashSet<string> NoReplyAccounts = new(StringComparer.Ordinal)
    {
        "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply",
    };

    // Hosts of code, whose own addresses stand in commits that a bot or the host itself made.
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal)
    {
        "github.com", "users.noreply.github.com", "gitlab.com", "users.noreply.gitlab.com", "bitbucket.org", "dev.azure.com",
    };

    // What a machine or a part in a review is called, without what stands between the letters.
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "reviewer", "thereviewer", "yourreviewer", "humanreviewer", "reviewername", "reviewed", "selfreviewed", "automatedreview",
        "aireview", "aireviewer", "admin", "ai", "anai", "theai", "aiagent", "anaiagent", "aiassistant", "aitool", "agent", "codingagent",
        "theagent", "assistant", "theassistant", "bot", "abot", "robot", "llm", "thellm", "model", "themodel", "machine", "automation",
        "automated", "auto", "ci", "system", "script",
    };

    // Tools' names without what stands between their letters: claudecode.
    private static readonly HashSet<string> CompactNames = new(
        KnownTools.All.SelectMany(tool => tool.Aliases.Prepend(tool.Id)).Select(Compact), StringComparer.Ordinal);

    private static readonly HashSet<string> AgentAccounts = new(StringComparer.Ordinal) { "agent", "ai-agent", "bot", "ai" };

    private static readonly HashSet<string> Bots = new(
        ToolFacts.Of(ToolFactKind.Account).Where(CommitIdentities.IsWithoutNumber).Select(fact => fact.Value),
        StringComparer.OrdinalIgnoreCase);

    // Whose mailboxes are at a domain.
    private static readonly ILookup<string, string> ToolsByDomain = ToolFacts.Of(ToolFactKind.Address)
        .ToLookup(fact => DomainOf(fact.Value), fact => fact.Tool, StringComparer.Ordinal);

    private static readonly HashSet<string> OtherBots = new(KnownBots.All.Select(bot => bot.Account), StringComparer.Ordinal);

    /// <summary>Whether somebody is known to be no human.</summary>
    /// <param name="person">Who is written.</param>
    /// <param name="tools">The tools whose names are nobody's.</param>
    /// <example>
    /// <c>12345+claude[bot]@users.noreply.github.com</c> is a bot; <c>12345+claude@users.noreply.github.com</c> is a person's account.
    /// </example>
    public static AIIdentity Recognise(Person person, ToolIndex tools)
    {
        foreach (var address in person.Addresses)
        {
            if (RecogniseAddress(address) is var identity and not AIIdentity.None)
            {
                return identity;
            }
        }

        if (person.Names.Any(name => HasBotSuffix(WithoutBlanks(name))))
        {
            return AIIdentity.Bot;
        }

        if (person.Addresses.Count > 0)
        {
            return Placeholders.ContainAddress(person) ? AIIdentity.Placeholder : AIIdentity.None;
        }

        var whole = RecogniseName(person.DisplayName, tools);
        var ofParts = AIIdentity.None;
        foreach (var name in person.Names)
        {
            if (name != person.DisplayName)
            {
                var ofPart = RecogniseName(name, tools);
                if (ofPart == AIIdentity.None)
                {
                    // Of several names one human's is enough.
                    return whole;
                }

                ofParts = ofParts == AIIdentity.None ? ofPart : ofParts;
            }
        }

        return whole != AIIdentity.None ? whole : ofParts;
    }

    private static AIIdentity RecogniseAddress(string address)
    {
        if (CommitIdentities.Recognise(address) is { } known)
        {
            return known.IsAccount ? AIIdentity.Bot : AIIdentity.Address;
        }

        var domain = DomainOf(address);
        var local = address.Substring(0, address.IndexOf('@'));
        var account = local.Substring(local.IndexOf('+') + 1);
        if (HasBotSuffix(account) || (Hosts.Contains(domain) && OtherBots.Contains(account)))
        {
            return AIIdentity.Bot;
        }

        // What a mailbox's owner writes behind its name reaches the same mailbox.
        var mailbox = local.Split('+')[0];
        var owners = KnownTools.All
            .Where(tool => ToolsByDomain[domain].Contains(tool.Id) || IsDomainOf(tool.Provider, domain))
            .ToList();
        if (NoReplyAccounts.Contains(mailbox) && (owners.Count > 0 || Hosts.Contains(domain)))
        {
            return AIIdentity.NoReply;
        }

        return CommitIdentities.Recognise($"{mailbox}@{domain}") is { IsAccount: false }
            || (owners.Count > 0 && AgentAccounts.Contains(mailbox))
            || owners.Exists(owner => KnownTools.All
                .Where(tool => tool == owner || (tool.Provider != null && tool.Provider == owner.Provider))
                .Any(tool => tool.Id == mailbox || tool.Aliases.Contains(mailbox) || HasBot(tool, mailbox)))
                ? AIIdentity.Address
                : AIIdentity.None;
    }

    private static AIIdentity RecogniseName(string displayName, ToolIndex tools)
    {
        var name = PlainText.OfName(displayName).TrimStart('@');
        var account = string.Join("-", name.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries));
        if (tools.IsKnown(tools.Identify(name)) || CompactNames.Contains(Compact(name)) || IsProviderAndTool(name, tools))
        {
            return AIIdentity.ToolName;
        }

        if (Bots.Contains(name) || Bots.Contains(account + BotSuffix) || OtherBots.Contains(account))
        {
            return AIIdentity.Bot;
        }

        return IsPlaceholder(name) ? AIIdentity.Placeholder
            : IsModel(new ModelName(name), tools) ? AIIdentity.ModelName
            : AIIdentity.None;
    }

    /// <summary>Whether a name is a tool's behind the name of a provider, if only of another one: <c>Microsoft Copilot</c>.</summary>
    private static bool IsProviderAndTool(string name, ToolIndex tools)
    {
        var blank = name.IndexOf(' ');
        return blank > 0
            && Providers.IsKnown(name.Substring(0, blank), tools)
            && tools.IsKnown(tools.Identify(name.Substring(blank + 1)));
    }

    private static bool IsPlaceholder(string name) => Placeholders.ContainPerson(name) || Roles.Contains(Compact(name));

    /// <summary>
    /// Whether a name is a model's or its provider's: a family with a number, or with nothing else but other families and providers. A
    /// family alone is a model's where the catalogue has it as the beginning of names; many a person is called Nova or Ernie.
    /// </summary>
    private static bool IsModel(ModelName name, ToolIndex tools)
    {
        var found = ModelProviders.Find(name, tools);
        var covered = 0;
        var hasFamily = false;
        foreach (var known in found.OrderBy(known => known.First))
        {
            if (known.First <= covered)
            {
                covered = Math.Max(covered, known.Last + 1);
                hasFamily |= known.IsFamily;
            }
        }

        return covered > 0
            && ((hasFamily && name.Text.Any(char.IsDigit))
                || (covered == name.Count && (name.Count > 1
                    || found.Any(known => !known.IsFamily)
                    || KnownModels.Prefixes.Any(known => known.Name.TrimEnd('-') == name.Text))));
    }

    private static bool HasBot(Tool tool, string account) =>
        ToolFacts.Of(ToolFactKind.Account).Any(fact => fact.Tool == tool.Id && fact.Value == account + BotSuffix);

    private static bool HasBotSuffix(string name) => name.EndsWith(BotSuffix, StringComparison.OrdinalIgnoreCase);

    private static string DomainOf(string address) => address.Substring(address.LastIndexOf('@') + 1);

    /// <summary>Whether a domain is a provider's, by its name before the ending: <c>cognition.ai</c>.</summary>
    private static bool IsDomainOf(string? provider, string domain)
    {
        var labels = domain.Split('.');
        return provider != null && labels.Length > 1 && labels[labels.Length - 2] == provider;
    }

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string WithoutBlanks(string text) => text.Replace(" ", string.Empty);
}
