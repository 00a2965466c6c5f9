using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>Every file that is written from the definitions in the code, and only compared by the tests.</summary>
internal static class DerivedFiles
{
    public const string Package = "src/ProvenanceAnalyzers.Package";

    public const string SampleConfiguration = $"{Package}/docs/sample.editorconfig";

    public static IReadOnlyList<DerivedFile> All { get; } =
    [
        new("README.md", "rules", RuleTable),
        new("src/ProvenanceAnalyzers/AnalyzerReleases.Unshipped.md", null, UnshippedRules),
        new($"{Package}/buildTransitive/ProvenanceAnalyzers.props", "rule ids", RuleIds),
        new($"{Package}/buildTransitive/ProvenanceAnalyzers.Fixtures.props", "default fixtures", DerivedFixtures.Items),
        new($"{Package}/buildTransitive/ProvenanceAnalyzers.Fixtures.props", "configuration names", DerivedFixtures.ConfigurationNames),
        new($"{Package}/docs/options.md", "options", DerivedOptions.Reference),
        new($"{Package}/docs/options.md", "default fixtures", DerivedFixtures.Reference),
        new($"{Package}/docs/policy.md", "locks", DerivedOptions.Locks),
        new($"{Package}/docs/policy.md", "presets", DerivedOptions.Presets),
        new($"{Package}/docs/policy.md", "terms", Terms),
        .. DerivedCatalogue.Files,
        new(SampleConfiguration, null, DerivedOptions.SampleConfiguration),
        new($"{Package}/presets/Strict.globalconfig", null, DerivedOptions.Strict),
        new("tests/ProvenanceAnalyzers.Package.Tests/PackageFiles.txt", null, DerivedPackageList.Text),
        .. DerivedVersion.Files,
    ];

    /// <summary>The rules whose severity a user may set.</summary>
    public static IEnumerable<DiagnosticDescriptor> ConfigurableRules =>
        Descriptors.All.Where(rule => !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

    /// <summary>Lines of text, each with its line end.</summary>
    public static string Lines(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    /// <summary>A Markdown table.</summary>
    public static string Table(string[] header, IEnumerable<string[]> rows) => Lines(
        [Row(header), string.Concat(Enumerable.Repeat("|---", header.Length)) + "|", .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"|{string.Concat(cells.Select(cell => cell.Length > 0 ? $" {cell} |" : " |"))}";

    private static string RuleTable() => Table(
        ["Id", "Title", "Category", "Severity", "Fix"],
        Descriptors.All.Select(rule => new[]
        {
            $"<a id=\"{rule.Id}\"></a>[{rule.Id}]({Package}/docs/rules/{rule.Id}.md)",
            rule.Title.ToString(),
            $"`{rule.Category}`",
            rule.DefaultSeverity == DiagnosticSeverity.Info ? "information" : rule.DefaultSeverity.ToString().ToLowerInvariant(),
            Analyzers.Fixes.FirstOrDefault(fix => fix.FixableDiagnosticIds.Contains(rule.Id)) switch
            {
                null => string.Empty,
                var fix => fix.GetFixAllProvider() != null ? "in bulk" : "one by one",
            },
        }));

    private static string UnshippedRules()
    {
        var shipped = Repository.Read("src/ProvenanceAnalyzers/AnalyzerReleases.Shipped.md").Split('\n')
            .Select(line => line.Split(' ')[0])
            .ToHashSet();
        var rows = Descriptors.All.Where(rule => !shipped.Contains(rule.Id))
            .Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}")
            .ToList();
        string[] header =
        [
            "; Unshipped analyzer release",
            "; https://github.com/dotnet/roslyn-analyzers/blob/main/src/Microsoft.CodeAnalysis.Analyzers/ReleaseTrackingAnalyzers.Help.md",
        ];
        string[] tableHeader = ["", "### New Rules", "", "Rule ID | Category | Severity | Notes", "--------|----------|----------|-------"];
        return rows.Count == 0 ? Lines(header) : Lines([.. header, .. tableHeader, .. rows]);
    }

    private static string RuleIds() =>
        Lines($"    <ProvenanceRuleIds>{string.Join(";", ConfigurableRules.Select(rule => rule.Id))}</ProvenanceRuleIds>");

    private static string Terms() => Table(
        ["Provider", "Training is restricted for", "Document", "Date"],
        KnownProviders.All.Select(provider => new[]
        {
            $"`{provider.Id}`",
            provider.Restriction switch
            {
                TrainingRestriction.AnyModel => "any model",
                TrainingRestriction.CompetingModels => "competing models",
                TrainingRestriction.ImageModels => "models that generate images",
                TrainingRestriction.None => "nothing that was found",
                _ => "unverified",
            },
            provider.Document,
            provider.Date,
        }));
}
