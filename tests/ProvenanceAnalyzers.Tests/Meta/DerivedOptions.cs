using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>What is derived from the definitions of the options: the table of the option reference, and the sample configuration.</summary>
internal static class DerivedOptions
{
    private const int MaximumLineLength = 140;

    public static string Reference() => DerivedFiles.Table(
        ["Key", "Values", "Default", "What it does"],
        OptionDefinitions.All.Select(option => new[]
        {
            $"`{option.Key}`",
            option.Values,
            Default(option, value => $"`{value}`"),
            option.Documentation,
        }));

    /// <summary>How each option goes together with a locked one, and what it rests on.</summary>
    public static string Locks() => DerivedFiles.Table(
        ["Key", "What holds of several files", "What is looser", "What it rests on"],
        OptionDefinitions.All.Where(option => option.CanBeLocked).Select(option => new[]
        {
            $"`{ShortKey(option)}`",
            option.Together,
            option.Looser,
            string.Join(", ", OptionLockTable.RestsOn(option).Select(other => $"`{ShortKey(other)} = {other.DefaultText}`")),
        }));

    /// <summary>The lines of each preset.</summary>
    public static string Presets() => DerivedFiles.Lines(
    [
        "```ini",
        .. Preset.All.SelectMany(preset => preset.Lines.Prepend($"# {preset.Name}").Append(string.Empty)).SkipLast(1),
        "```",
    ]);

    /// <summary>The global configuration of mode Strict.</summary>
    public static string Strict() => DerivedFiles.Lines(
    [
        "# ProvenanceAnalysisMode=Strict: what is a warning by default is an error.",
        "is_global = true",
        string.Empty,
        "# Below 0, so that a user's own global configuration wins.",
        "global_level = -10",
        string.Empty,
        "# Whole categories, so that a line of the user's own for a category or for one rule wins.",
        .. RuleFamily.All.Where(family => family.Category != RuleFamily.Information)
            .Select(family => $"dotnet_analyzer_diagnostic.category-{family.Category}.severity = error"),
        string.Empty,
        "# What only informs by default goes on to only inform, but for the list of what is not judged.",
        .. DerivedFiles.ConfigurableRules.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Info)
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {(rule.Id == RuleIds.UnjudgedFiles ? "warning" : "suggestion")}"),
    ]);

    /// <summary>Every option and severity with its default, each as a comment, so that a copy of all of it changes nothing.</summary>
    public static string SampleConfiguration() => DerivedFiles.Lines(
    [
        .. Comment(
            "Every option of ProvenanceAnalyzers, and the severities of its rules. Everything here is a comment, so that a copy of it "
            + "changes nothing: to set an option, remove the # in front of its line and of its section's. docs/options.md says more."),
        string.Empty,
        "#[*.cs]",
        .. OptionDefinitions.All.Where(option => !option.IsForPolicyAlone).SelectMany(Setting),
        string.Empty,
        .. Comment("Severities of whole families, and of those rules that do not warn by default. A line for a single rule wins."),
        .. RuleFamily.All.SelectMany(Severities),
    ]);

    private static string ShortKey(OptionDefinition option) => option.Key[OptionDefinition.Prefix.Length..];

    private static IEnumerable<string> Setting(OptionDefinition option) =>
    [
        string.Empty,
        .. Comment(option.Documentation),
        .. Comment($"Values: {option.Values}. Default: {Default(option, value => value)}."),
        $"#{option.Key} = {(option.DefaultText == OptionDefinition.NotSet ? string.Empty : option.DefaultText)}".TrimEnd(),
    ];

    private static IEnumerable<string> Severities(RuleFamily family)
    {
        var rules = DerivedFiles.ConfigurableRules.Where(rule => rule.Category == family.Category).ToList();
        return rules.Count == 0
            ? []
            :
            [
                $"#dotnet_analyzer_diagnostic.category-{family.Category}.severity = warning",
                .. rules.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Info)
                    .Select(rule => $"#dotnet_diagnostic.{rule.Id}.severity = suggestion"),
            ];
    }

    private static string Default(OptionDefinition option, Func<string, string> quote)
    {
        var text = option.DefaultText switch
        {
            "" => "empty",
            OptionDefinition.NotSet => option.DefaultText,
            var value => quote(value),
        };
        return option is OptionDefinition<RequiredFields> { StrictDefaultText: { } strict } ? $"{text} (Strict: {strict})" : text;
    }

    private static List<string> Comment(string text)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= MaximumLineLength)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add("# " + word);
            }
        }

        return lines;
    }
}
