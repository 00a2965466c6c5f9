using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.CodeFixes.Configuration;
using ProvenanceAnalyzers.CodeFixes.Declaration;
using ProvenanceAnalyzers.CodeFixes.Review;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>Every place that says something of the rules says the same.</summary>
public sealed partial class RuleTests
{
    private const string Pages = "src/ProvenanceAnalyzers.Package/docs/rules";

    private static readonly string[] Sections =
        ["Cause", "Why it matters", "Example", "How to fix", "Options", "How to suppress"];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticAnalyzer> Rules => Analyzers.All.Where(analyzer => analyzer is not DiagnosticSuppressor);

    /// <summary>All but the records, which no severity may touch.</summary>
    private static IEnumerable<DiagnosticDescriptor> Configurable =>
        Descriptors.All.Where(descriptor => !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

    [Fact]
    public void All_descriptors_are_listed_and_each_has_one_analyzer()
    {
        Assert.Equal(
            typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => !field.IsLiteral)
                .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
            Descriptors.All);
        Assert.Equal(
            typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetValue(null)!),
            Descriptors.All.Select(descriptor => descriptor.Id));
        Assert.Equal(
            Descriptors.All.Select(descriptor => descriptor.Id),
            Rules.Select(analyzer => Assert.Single(analyzer.SupportedDiagnostics).Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_category_follows_the_block_of_the_id_and_the_folder_of_the_analyzer(string id)
    {
        var family = id[4] switch
        {
            '0' => "Configuration",
            '1' => "Declaration",
            '2' => "Review",
            '3' => "Policy",
            '9' => "Information",
            _ => throw new InvalidOperationException($"{id} is of a new family."),
        };

        Assert.Equal($"Provenance.{family}", Descriptor(id).Category);
        Assert.EndsWith(
            family == "Information" ? ".Record" : $".{family}", Rules.Single(analyzer => analyzer.SupportedDiagnostics[0].Id == id).GetType().Namespace, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_page_of_the_common_form(string id)
    {
        var page = Repository.Read($"{Pages}/{id}.md");

        Assert.StartsWith($"# {id}: {Descriptor(id).Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(Sections, Heading().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Contains(Descriptor(id).Category, page, StringComparison.Ordinal);
        Assert.Contains("```csharp", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_is_of_a_rule_and_its_help_link_leads_there()
    {
        Assert.Equal(
            Descriptors.All.Select(descriptor => descriptor.Id + ".md"),
            Directory.EnumerateFiles(Repository.PathOf(Pages)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var repository = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        Assert.All(Descriptors.All, descriptor =>
            Assert.Equal($"{repository}/blob/main/{Pages}/{descriptor.Id}.md", descriptor.HelpLinkUri));
    }

    [Fact]
    public void The_readme_lists_every_rule()
    {
        var rows = Repository.ReadTable("README.md", "Id", "Reports", "Severity", "Fix");

        Assert.Equal(
            Descriptors.All.Select(descriptor => (
                $"[{descriptor.Id}]({Pages}/{descriptor.Id}.md)",
                descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "information" : descriptor.DefaultSeverity.ToString().ToLowerInvariant(),
                Analyzers.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(descriptor.Id)))),
            rows.Select(row => (row[0], row[2], row[3].Length > 0)));
    }

    [Fact]
    public void The_targets_list_every_rule()
    {
        var props = XDocument.Load(Repository.PathOf("src/ProvenanceAnalyzers.Package/buildTransitive/ProvenanceAnalyzers.props"));

        Assert.Equal(
            string.Join(";", Configurable.Select(descriptor => descriptor.Id)),
            props.Descendants("ProvenanceRuleIds").Single().Value);
    }

    [Fact]
    public void The_strict_preset_raises_every_category_and_leaves_informational_rules_so()
    {
        var preset = Repository.Read("src/ProvenanceAnalyzers.Package/presets/Strict.globalconfig");

        Assert.All(Configurable, descriptor => Assert.Contains(
            $"dotnet_analyzer_diagnostic.category-{descriptor.Category}.severity = error\n", preset, StringComparison.Ordinal));
        Assert.Equal(
            Configurable.Where(descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Info)
                .Select(descriptor => $"dotnet_diagnostic.{descriptor.Id}.severity = suggestion"),
            preset.Split('\n').Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Analyzers_are_exported_for_CSharp() => Assert.All(Analyzers.All, analyzer => Assert.Equal(
        [LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages));

    [Fact]
    public void Every_fix_is_exported_and_named_and_decides_on_fix_all()
    {
        Assert.Equal(
            new Dictionary<Type, bool>
            {
                [typeof(AddDigestCodeFixProvider)] = false,
                [typeof(DeclareProvenanceCodeFixProvider)] = true,
                [typeof(MarkReviewedCodeFixProvider)] = false,
                [typeof(RemoveAnnotationCodeFixProvider)] = true,
                [typeof(RenewReviewCodeFixProvider)] = false,
                [typeof(ReplaceToolCodeFixProvider)] = true,
            },
            Analyzers.Fixes.ToDictionary(fix => fix.GetType(), fix => fix.GetFixAllProvider() != null));
        Assert.All(Analyzers.Fixes, fix =>
        {
            var export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Equal(fix.GetType().Name, export.Name);

            // A wrong kind makes `dotnet format` crash for the whole repository.
            Assert.Equal(["Document"], export.DocumentKinds);
            Assert.NotNull(fix.GetType().GetCustomAttribute<System.Composition.SharedAttribute>());
        });
    }

    private static DiagnosticDescriptor Descriptor(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
