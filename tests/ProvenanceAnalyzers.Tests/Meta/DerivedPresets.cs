using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The global configuration files of mode Strict and of <c>ProvenancePolicy</c>.</summary>
internal static class DerivedPresets
{
    public static string Strict() => Preset(
        ["ProvenanceAnalysisMode=Strict: what is a warning by default is an error."],
        -10,
        [
            "# Whole categories, so that a line of the user's own for a category or for one rule wins.",
            .. RuleFamily.All.Where(family => family.Category != RuleFamily.Information)
                .Select(family => $"dotnet_analyzer_diagnostic.category-{family.Category}.severity = error"),
            string.Empty,
            "# What only informs by default goes on to only inform.",
            .. DerivedFiles.ConfigurableRules.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Info)
                .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = suggestion"),
        ]);

    public static string NoThirdPartyTraining() => Preset(
        [
            "ProvenancePolicy=no-third-party-training: all code goes into a training corpus, "
                + "and no provider whose terms restrict that is allowed.",
            "What a provider's terms say is data as of the day in docs/policy.md, and no legal advice.",
        ],
        -20,
        [
            $"{OptionDefinitions.TrainingCorpus.Key} = true",
            Setting(OptionDefinitions.DeniedProviders.General, KnownProviders.All
                .Where(provider => provider.Restriction is TrainingRestriction.AnyModel or TrainingRestriction.CompetingModels)
                .Select(provider => provider.Id)),
        ]);

    public static string HumanTests() => Preset(
        ["ProvenancePolicy=human-tests: only humans write tests and the files that they read."],
        -21,
        [Setting(OptionDefinitions.AllowedOrigins.Tests, [Name(Origin.Human)])]);

    public static string Disclose() => Preset(
        [
            "ProvenancePolicy=disclose: any AI may write anything, but it must be said. "
                + "Code of which nobody says who made it is not allowed to stay so.",
        ],
        -22,
        [
            $"{OptionDefinitions.RequiredOn.Key} = types",
            $"{OptionDefinitions.TestsRequiredOn.Key} = classes",
            Setting(
                OptionDefinitions.AllowedOrigins.General,
                Enum.GetValues<Origin>().Where(origin => origin != Origin.Unknown).Select(Name)),
        ]);

    private static string Preset(string[] comment, int level, string[] settings) => DerivedFiles.Lines(
    [
        .. comment.Select(line => "# " + line),
        "is_global = true",
        string.Empty,
        "# Below 0, so that a user's own global configuration wins; a level of its own, as equal keys at one level unset each other.",
        $"global_level = {level}",
        string.Empty,
        .. settings,
    ]);

    private static string Setting(OptionDefinition option, IEnumerable<string> values) => $"{option.Key} = {string.Join(", ", values)}";

    private static string Name(Origin origin) => origin.ToString().ToLowerInvariant();
}
