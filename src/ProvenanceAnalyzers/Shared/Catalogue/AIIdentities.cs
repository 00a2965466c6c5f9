using System.Globalization;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Why an identity is no human's.</summary>
internal enum AIIdentity
{
    /// <summary>Nothing is known against it.</summary>
    None,

    /// <summary>A tool's e-mail address.</summary>
    Address,

    /// <summary>An account that an app acts as: <c>claude[bot]</c>.</summary>
    Bot,

    /// <summary>A tool's id or alias with nothing else: <c>devin</c>.</summary>
    ToolName,
}

/// <summary>
/// Recognises the identities under which AI tools act. Names beside an address are never held against it: people have them too.
/// </summary>
internal static class AIIdentities
{
    private const string BotSuffix = "[bot]";

    private static readonly char[] AroundAddresses = [' ', '<', '>', '(', ')', '"', '\'', ',', ';', ':'];

    private static readonly HashSet<string> Emails = new(KnownTools.All.SelectMany(tool => tool.Emails), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Bots = new(KnownTools.All.SelectMany(tool => tool.Bots), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an identity is known to be no human's.</summary>
    /// <param name="text">The whole text: an address, a name, or both in any order.</param>
    /// <param name="identity">What identifies in it: an address, or a name without an address.</param>
    /// <param name="tools">The tools whose names are nobody's.</param>
    /// <example>
    /// <c>12345+claude[bot]@users.noreply.github.com</c> is a bot; <c>12345+claude@users.noreply.github.com</c> is a person's account.
    /// </example>
    public static AIIdentity Recognise(string text, string identity, ToolIndex tools)
    {
        identity = WithoutInvisible(identity);
        if (WithoutInvisible(text).Split(AroundAddresses).Any(word => Emails.Contains(word.Trim('.'))))
        {
            return AIIdentity.Address;
        }

        var open = text.IndexOf('<');
        if (open > 0 && HasBotSuffix(WithoutInvisible(text.Substring(0, open)).Trim()))
        {
            return AIIdentity.Bot;
        }

        var at = identity.IndexOf('@');
        if (at < 0)
        {
            return tools.IsKnown(identity) ? AIIdentity.ToolName
                : HasBotSuffix(identity) || Bots.Contains(identity) ? AIIdentity.Bot
                : AIIdentity.None;
        }

        var account = identity.Substring(0, at);
        account = account.Substring(account.IndexOf('+') + 1);
        var isNoReply = identity.IndexOf("noreply", at, StringComparison.OrdinalIgnoreCase) >= 0;
        return HasBotSuffix(account) || (isNoReply && Bots.Contains(account)) ? AIIdentity.Bot : AIIdentity.None;
    }

    private static bool HasBotSuffix(string name) => name.EndsWith(BotSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without characters that nobody sees and that would make a known name another one.</summary>
    private static string WithoutInvisible(string text) =>
        string.Concat(text.Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.Format));
}
