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
    private const string Stricter = "The stricter value.";
    private const string Both = "Both.";
    private const string None = "None: a list can only add to it.";

    /// <summary>Whether it is true, or false, that is the stricter value.</summary>
    public static OptionLock<bool> Boolean(bool strict) =>
        strict ? FromLoosest(("false", false), ("true", true)) : FromLoosest(("true", true), ("false", false));

    /// <summary>The greater number.</summary>
    public static OptionLock<int> AtLeast { get; } =
        new(Math.Max, (written, locked) => written < locked, _ => true, "The greater number.", "A smaller number.");

    /// <summary>The smaller number.</summary>
    public static OptionLock<int> AtMostOf { get; } =
        new(Math.Min, (written, locked) => written > locked, _ => true, "The smaller number.", "A greater number.");

    /// <summary>The smaller number; none is the greatest.</summary>
    public static OptionLock<int?> AtMost { get; } = new(
        (value, locked) => value is { } one && locked is { } other ? Math.Min(one, other) : value ?? locked,
        (written, locked) => locked is { } limit && !(written <= limit),
        locked => locked != null,
        "The smaller number.",
        "A greater number, or none.");

    /// <summary>Values in the order of their strictness.</summary>
    public static OptionLock<T> FromLoosest<T>(params (string Name, T Value)[] choices)
    {
        var values = Array.ConvertAll(choices, choice => choice.Value);
        return new OptionLock<T>(
            (value, locked) => Array.IndexOf(values, value) >= Array.IndexOf(values, locked) ? value : locked,
            (written, locked) => Array.IndexOf(values, written) < Array.IndexOf(values, locked),
            locked => Array.IndexOf(values, locked) > 0,
            Stricter,
            $"From the loosest: {string.Join(", ", choices.Select(choice => $"`{choice.Name}`"))}.");
    }

    /// <summary>What either asks for.</summary>
    public static OptionLock<RequiredFields> Fields { get; } = new(
        (value, locked) => value | locked, (_, _) => false, locked => locked != RequiredFields.None, "What either asks for.", None)
    {
        AddsUp = true,
    };

    /// <summary>Who may review must be named by both; the locked list is kept by itself.</summary>
    public static OptionLock<ImmutableArray<string>> Reviewers { get; } = new(
        (value, _) => value,
        (written, locked) => !locked.IsEmpty && written.Any(one => !locked.Any(pattern => Glob.IsMatch(pattern, one))),
        locked => !locked.IsEmpty,
        "Who both name.",
        "A pattern that fits anybody whom the locked ones do not fit.")
    {
        AddsUp = true,
    };

    /// <summary>Both; a locked tool keeps its provider.</summary>
    public static OptionLock<ImmutableDictionary<string, string>> CustomTools { get; } = new(
        (value, locked) => value.SetItems(locked),
        (written, locked) => written.Any(tool => locked.TryGetValue(tool.Key, out var provider) && provider != tool.Value),
        _ => false,
        "Both; where they contradict each other, the policy's.",
        "Another provider of a locked tool; and while the policy is about tools, any that it does not know itself.")
    {
        AddsUp = true,
        WeakensOther = (written, policy) => written.Any(tool => !Knows(policy, tool)) ? policy.FirstAboutTools : null,
    };

    /// <summary>Both; a locked attribute keeps its meaning.</summary>
    public static OptionLock<ImmutableArray<AttributeAlias>> Aliases { get; } = new(
        (value, locked) => [.. locked.Concat(value)],
        (written, locked) => written.Any(one => locked.Any(other => one.NamesSameAttributeAs(other) && !one.MeansSameAs(other))),
        _ => false,
        "Both; where they contradict each other, the policy's.",
        "Another meaning of a locked attribute; while the policy asks for declarations or fields, any origin of another attribute; while "
        + "it asks for reviews, any review by one.")
    {
        AddsUp = true,
        WeakensOther = (written, policy) => written.Select(policy.WeakenedBy).FirstOrDefault(weakened => weakened != null),
    };

    /// <summary>Where there is a policy, it alone says which files are generated; each policy's list is kept by itself.</summary>
    public static OptionLock<ImmutableArray<TargetPattern>> GeneratedFiles { get; } = new(
        (value, _) => value,
        (written, locked) => written.Any(one => !locked.Any(pattern => pattern.Text == one.Text)),
        _ => false,
        "What each that has a list names.",
        "Any glob that is not the policy's: where there is a policy, it alone can say this.")
    {
        AddsUp = true,
        WeakensOther = (written, policy) => !written.IsEmpty && policy.TextOf(OptionDefinitions.GeneratedFiles) == null
            ? OptionDefinitions.GeneratedFiles
            : null,
    };

    /// <summary>Only who both exempt.</summary>
    public static OptionLock<ImmutableArray<string>> Exempt { get; } = new(
        (value, locked) => [.. value.Where(locked.Contains)],
        (written, locked) => written.Any(one => !locked.Contains(one)),
        _ => false,
        "Whom both exempt.",
        "A provider whom the policy does not exempt, while it locks this or `training_corpus = true`.")
    {
        AddsUp = true,
        WeakensOther = (written, policy) =>
            !written.IsEmpty && policy.Options.Policy.TrainingCorpus && policy.TextOf(OptionDefinitions.TrainingExemptProviders) == null
                ? OptionDefinitions.TrainingCorpus
                : null,
    };

    /// <summary>What a policy takes into a training corpus is held against its own exemptions.</summary>
    public static OptionLock<bool> TrainingCorpus { get; } = new(
        (value, _) => value,
        (written, locked) => locked && !written,
        locked => locked,
        "`true` of either. The policy's own exemptions count against the policy.",
        "From the loosest: `false`, `true`.");

    /// <summary>What is denied adds to what others deny.</summary>
    public static OptionLock<ImmutableArray<T>> Adds<T>() =>
        new((value, _) => value, (_, _) => false, locked => !locked.IsDefaultOrEmpty, Both, None) { AddsUp = true };

    /// <summary>What is allowed must be allowed by both, and denied by neither.</summary>
    /// <param name="allowed">The locked values that are allowed.</param>
    /// <param name="denied">The locked values that are denied; null where an option can only allow.</param>
    /// <param name="isTest">Whether the option is about test code.</param>
    public static OptionLock<ImmutableArray<T>> Allows<T>(
        Func<PolicyOptions, ScopedValue<T>> allowed, Func<PolicyOptions, ScopedValue<T>>? denied, bool isTest) =>
        new(
            (value, _) => value,
            (_, _) => false,
            locked => !locked.IsDefaultOrEmpty,
            "Only what both allow.",
            "One that the policy does not allow, or that it denies.")
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

    /// <summary>Whether a policy knows a custom tool by this id and provider, be it from the catalogue.</summary>
    public static bool Knows(ScopedPolicy policy, KeyValuePair<string, string> customTool) =>
        policy.Options.ToolIndex.IsKnown(customTool.Key) && !Redefines(customTool, policy.Options.ToolIndex);

    private static object Id<T>(T value) => value is string name ? ToolIndex.Catalogue.IdOf(name) : value!;
}
