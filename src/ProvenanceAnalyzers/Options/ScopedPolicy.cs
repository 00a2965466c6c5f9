using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Options;

/// <summary>What a policy file says for the files of one set of its sections; or what a preset says.</summary>
internal sealed class ScopedPolicy
{
    private readonly ImmutableDictionary<string, OptionDefinition> _askedFor;
    private readonly ILookup<string, OptionDefinition> _askersByRule;

    /// <summary>Adds to what is written what it rests on.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="written">The keys and their values.</param>
    public ScopedPolicy(string name, ImmutableDictionary<string, string> written)
    {
        Name = name;
        Written = written;
        var askers = OptionDefinitions.All
            .Where(option => written.TryGetValue(option.Key, out var text) && option.Asks(text))
            .ToList();
        var askedFor = ImmutableDictionary.CreateBuilder<string, OptionDefinition>(StringComparer.Ordinal);
        foreach (var asker in askers)
        {
            foreach (var option in OptionLockTable.RestsOn(asker))
            {
                if (!written.ContainsKey(option.Key) && !askedFor.ContainsKey(option.Key))
                {
                    askedFor.Add(option.Key, asker);
                }
            }
        }

        _askedFor = askedFor.ToImmutable();
        Options = ProvenanceOptions.OfPolicy(written.AddRange(_askedFor.Keys.Select(key =>
            new KeyValuePair<string, string>(key, OptionDefinitions.ByKey[key].DefaultText))));
        _askersByRule = (from asker in askers
                         from option in OptionLockTable.RestsOn(asker).Where(IsAskedFor).Prepend(asker)
                         from rule in option.Rules
                         select (rule, asker)).Distinct().ToLookup(asked => asked.rule, asked => asked.asker, StringComparer.Ordinal);
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>What the file itself says: keys and values.</summary>
    public ImmutableDictionary<string, string> Written { get; }

    /// <summary>The locked options, those that what it says rests on among them; those that are not locked have their defaults.</summary>
    public ProvenanceOptions Options { get; }

    /// <summary>Its first option that names tools, providers or models, or null.</summary>
    public OptionDefinition? FirstAboutTools => !Options.Policy.LooksAtTools ? null
        : OptionDefinitions.AboutTools.FirstOrDefault(option => TextOf(option) != null);

    /// <summary>Whether it asks for anything.</summary>
    public bool Asks => _askersByRule.Count > 0;

    /// <summary>
    /// What it asks for that an attribute of another library would take away where it stood in for ours, or null. One line of an option
    /// would else declare, or review, whatever bears that attribute; what a policy file says itself of an attribute is as good as ours.
    /// </summary>
    public OptionDefinition? WeakenedBy(AttributeAlias alias) =>
        Options.AttributeAliases.Any(other => other.NamesSameAttributeAs(alias) && other.MeansSameAs(alias)) ? null
        : alias.Origin == null ? FirstAbout(RuleIds.UnreviewedCode) ?? FirstAbout(RuleIds.UnreviewedTest)
        : FirstAbout(RuleIds.UndeclaredType) ?? FirstAbout(RuleIds.UndeclaredTestClass)
            ?? (Options.RequiredFields != RequiredFields.None ? OptionDefinitions.RequiredFields : null);

    /// <summary>Whether it lets an alias of an option stand in for nothing.</summary>
    public bool Forbids(AttributeAlias alias) => WeakenedBy(alias) != null;

    /// <summary>The rules by which what it asks for is held.</summary>
    public IEnumerable<string> Rules => _askersByRule.Select(rule => rule.Key);

    /// <summary>The locked value of an option as written, or null where none is locked.</summary>
    public string? TextOf(OptionDefinition option) => Options.Written.TryGetValue(option.Key, out var text) ? text : null;

    /// <summary>What it says of an option, as a sentence.</summary>
    public string Explain(OptionDefinition option) => _askedFor.TryGetValue(option.Key, out var asker)
        ? $"'{Name}' says '{asker.Key} = {TextOf(asker)}', which rests on '{option.Key} = {TextOf(option)}'; "
            + $"only a line in '{Name}' can say otherwise"
        : TextOf(option) is { } text ? $"'{Name}' says '{option.Key} = {text}'"
        : $"'{Name}' says nothing of '{option.Key}', and nobody else can";

    /// <summary>Why it relies on some of its <see cref="Rules"/>, as a sentence.</summary>
    public string WhyReliedOn(IReadOnlyCollection<string> rules)
    {
        var askers = rules.SelectMany(rule => _askersByRule[rule]).Distinct().Select(asker => $"'{asker.Key} = {TextOf(asker)}'");
        var names = string.Join(", ", rules.OrderBy(rule => rule, StringComparer.Ordinal));
        return $"'{Name}' relies on {names} for {string.Join(" and ", askers)}";
    }

    /// <summary>How it holds a rule.</summary>
    public RuleLock LockOf(string rule)
    {
        if (!_askersByRule.Contains(rule))
        {
            return RuleLock.None;
        }

        return rule is RuleIds.MalformedAnnotation or RuleIds.UnmatchedTarget ? RuleLock.Error : Options.Due switch
        {
            Due.Error => RuleLock.Error,
            Due.Warning => RuleLock.Warning,
            _ => RuleLock.ErrorInCI,
        };
    }

    private OptionDefinition? FirstAbout(string rule) => _askersByRule[rule].FirstOrDefault();

    private bool IsAskedFor(OptionDefinition option) => TextOf(option) is { } text && option.Asks(text);
}
