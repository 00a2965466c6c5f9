using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>
/// How locked and other values go together: the stricter one holds. Lists of what is allowed, denied or suspended are not put together
/// here: the rules hold each policy by itself against the code, so that each that forbids something counts.
/// </summary>
internal static class OptionLocks
{
    /// <summary>Whether it is true, or false, that is the stricter value.</summary>
    public static OptionLock<bool> Boolean(bool strict) => FromLoosest(!strict, strict);

    /// <summary>The greater number.</summary>
    public static OptionLock<int> AtLeast { get; } = new(Math.Max, (written, locked) => written < locked);

    /// <summary>The smaller number; none is the greatest.</summary>
    public static OptionLock<int?> AtMost { get; } = new(
        (value, locked) => value is { } one && locked is { } other ? Math.Min(one, other) : value ?? locked,
        (written, locked) => locked is { } limit && !(written <= limit));

    /// <summary>Values in the order of their strictness.</summary>
    public static OptionLock<T> FromLoosest<T>(params T[] values) => new(
        (value, locked) => Array.IndexOf(values, value) >= Array.IndexOf(values, locked) ? value : locked,
        (written, locked) => Array.IndexOf(values, written) < Array.IndexOf(values, locked));

    /// <summary>What either asks for.</summary>
    public static OptionLock<RequiredFields> Fields { get; } = new((value, locked) => value | locked, (_, _) => false) { AddsUp = true };

    /// <summary>Who may review must be named by both; the locked list is kept by itself.</summary>
    public static OptionLock<ImmutableArray<string>> Reviewers { get; } = new(
        (value, _) => value,
        (written, locked) => !locked.IsEmpty && written.Any(one => !locked.Any(pattern => Glob.IsMatch(pattern, one))))
    {
        AddsUp = true,
    };

    /// <summary>Both; a locked tool keeps its provider.</summary>
    public static OptionLock<ImmutableDictionary<string, string>> CustomTools { get; } = new(
        (value, locked) => value.SetItems(locked),
        (written, locked) => written.Any(tool => locked.TryGetValue(tool.Key, out var provider) && provider != tool.Value))
    {
        AddsUp = true,
        WeakensOther = (written, policy) => written.Any(tool => Redefines(tool, policy.Options.ToolIndex)) ? policy.FirstAboutTools : null,
    };

    /// <summary>Both; a locked attribute keeps its meaning.</summary>
    public static OptionLock<ImmutableArray<AttributeAlias>> Aliases { get; } = new(
        (value, locked) => [.. locked.Concat(value)],
        (written, locked) => written.Any(one => locked.Any(other => one.NamesSameAttributeAs(other) && !one.MeansSameAs(other))))
    {
        AddsUp = true,
    };

    /// <summary>Only who both exempt.</summary>
    public static OptionLock<ImmutableArray<string>> Exempt { get; } = new(
        (value, locked) => [.. value.Where(locked.Contains)],
        (written, locked) => written.Any(one => !locked.Contains(one)))
    {
        AddsUp = true,
        WeakensOther = (written, policy) =>
            !written.IsEmpty && policy.Options.Policy.TrainingCorpus && policy.TextOf(OptionDefinitions.TrainingExemptProviders) == null
                ? OptionDefinitions.TrainingCorpus
                : null,
    };

    /// <summary>What a policy takes into a training corpus is held against its own exemptions.</summary>
    public static OptionLock<bool> TrainingCorpus { get; } = new((value, _) => value, (written, locked) => locked && !written);

    /// <summary>What is denied adds to what others deny.</summary>
    public static OptionLock<T> Adds<T>() => new((value, _) => value, (_, _) => false) { AddsUp = true };

    /// <summary>What is allowed must be allowed by both, and denied by neither.</summary>
    /// <param name="allowed">The locked values that are allowed.</param>
    /// <param name="denied">The locked values that are denied; null where an option can only allow.</param>
    /// <param name="isTest">Whether the option is about test code.</param>
    public static OptionLock<ImmutableArray<T>> Allows<T>(
        Func<PolicyOptions, ScopedValue<T>> allowed, Func<PolicyOptions, ScopedValue<T>>? denied, bool isTest) =>
        new((value, _) => value, (_, _) => false)
        {
            AddsUp = true,
            WeakensOther = (written, policy) =>
            {
                if (written.IsDefaultOrEmpty)
                {
                    return null;
                }

                var ids = written.Select(Id).ToList();
                var (allowing, list) = allowed(policy.Options.Policy).In(isTest);
                if (!list.IsEmpty && ids.Any(id => !list.Select(Id).Contains(id)))
                {
                    return allowing;
                }

                return denied?.Invoke(policy.Options.Policy).In(isTest) is var (denying, others)
                    && ids.Any(id => others.Select(Id).Contains(id))
                    ? denying
                    : null;
            },
        };

    /// <summary>Whether a custom tool takes the name of a tool that is known by another id or provider.</summary>
    public static bool Redefines(KeyValuePair<string, string> customTool, ToolIndex known) =>
        known.IsKnown(customTool.Key)
            && (known.IdOf(customTool.Key) != customTool.Key || known.ProviderOf(customTool.Key) != customTool.Value);

    private static object Id<T>(T value) => value is string name ? ToolIndex.Catalogue.IdOf(name) : value!;
}
