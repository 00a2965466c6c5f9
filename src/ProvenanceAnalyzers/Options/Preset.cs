using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Options;

/// <summary>
/// A preset of the MSBuild property <c>ProvenancePolicy</c>: a policy that is not locked. What it denies adds to what options deny;
/// whatever else it says gives way to an option that somebody set.
/// </summary>
internal sealed class Preset
{
    private readonly ImmutableArray<(OptionDefinition Option, string Value)> _settings;
    private readonly ScopedPolicy _denials;

    private Preset(string name, params (OptionDefinition Option, string Value)[] settings)
    {
        Name = name;
        _settings = [.. settings];
        _denials = Scope(setting => setting.Option.Denies);
        Defaults = Scope(setting => !setting.Option.Denies);
    }

    /// <summary>Every preset, in the order of the documentation.</summary>
    public static ImmutableArray<Preset> All { get; } =
    [
        new(
            "no-third-party-training",
            (OptionDefinitions.TrainingCorpus, "true"),
            (OptionDefinitions.DeniedProviders.General, List(KnownProviders.All
                .Where(provider => provider.Restriction is TrainingRestriction.AnyModel or TrainingRestriction.CompetingModels)
                .Select(provider => provider.Id)))),
        new("human-tests", (OptionDefinitions.AllowedOrigins.Tests, NameOf(Origin.Human))),
        new(
            "disclose",
            (OptionDefinitions.RequiredOn, OptionDefinitions.RequiredOn.DefaultText),
            (OptionDefinitions.TestsRequiredOn, OptionDefinitions.TestsRequiredOn.DefaultText),
            (OptionDefinitions.AllowedOrigins.General, List(Origins.Names
                .Select(name => name.ToLowerInvariant())
                .Where(name => name != NameOf(Origin.Unknown))))),
    ];

    /// <summary>What the property calls it.</summary>
    public string Name { get; }

    /// <summary>Its lines as a policy file would have them.</summary>
    public IEnumerable<string> Lines => _settings.Select(setting => $"{setting.Option.Key} = {setting.Value}");

    /// <summary>What holds where no option says otherwise.</summary>
    public ScopedPolicy Defaults { get; }

    /// <summary>What it denies, whatever options say.</summary>
    public PolicyOptions Denials => _denials.Options.Policy;

    /// <summary>
    /// What an option adds to whose list begins with a plus; null where the preset says nothing of it. What is denied is denied beside it.
    /// </summary>
    public string? BaseOf(OptionDefinition option) =>
        Defaults.TextOf(option) ?? (_denials.TextOf(option) != null ? string.Empty : null);

    private ScopedPolicy Scope(Func<(OptionDefinition Option, string Value), bool> condition) => new(
        Name,
        _settings.Where(condition)
            .ToImmutableDictionary(setting => setting.Option.Key, setting => setting.Value, StringComparer.Ordinal));

    private static string List(IEnumerable<string> elements) => string.Join(", ", elements);

    private static string NameOf(Origin origin) => origin.ToString().ToLowerInvariant();
}
