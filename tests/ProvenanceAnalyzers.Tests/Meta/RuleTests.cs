using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>Every place that says something of the rules says the same.</summary>
public sealed partial class RuleTests
{
    private const string Pages = "src/ProvenanceAnalyzers.Package/docs/rules";

    private static readonly string[] Sections =
        ["Cause", "Why it matters", "Example", "How to fix", "Options", "How to suppress"];

    /// <summary>What keeps a rule from being hidden, and what says when it is reported.</summary>
    private static readonly string[] OfCompiler = ["NotConfigurable", "Compiler", "CompilationEnd"];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void All_descriptors_are_listed_and_each_has_one_rule()
    {
        var fields = typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => !field.IsLiteral).ToList();
        Assert.All(fields, field => Assert.True(
            Descriptors.All.Contains((DiagnosticDescriptor)field.GetValue(null)!),
            $"Descriptors.All lacks {field.Name}; it has every descriptor, in the order of the ids."));
        Assert.Equal(fields.Select(field => ((DiagnosticDescriptor)field.GetValue(null)!).Id), Descriptors.All.Select(rule => rule.Id));
        Assert.Equal(
            typeof(RuleIds).GetFields().Select(field => (string)field.GetValue(null)!),
            Descriptors.All.Select(descriptor => descriptor.Id));
        Assert.Equal(
            Descriptors.All.Select(descriptor => descriptor.Id),
            Analyzers.Rules
                .Select(rule => Assert.Single(rule.SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct()))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_quoted_message_hands_out_a_value_that_it_does_not_know()
    {
        var messages = new[] { "src/ProvenanceAnalyzers.Package", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "README.md"))

            // What a sample has restored is an older package's.
            .Where(file => !file.Contains("/.packages/", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            // What history tells is known.
            .Where(line => QuotedMessage().IsMatch(line) && !line.Contains("warning PROV400", StringComparison.Ordinal))
            .ToList();
        Assert.True(messages.Count > 30, $"Only {messages.Count} messages are quoted.");
        Assert.All(messages, message =>
        {
            Assert.All(HandedOutField().Matches(message), field => Assert.Equal("...", field.Groups["value"].Value));
            Assert.All(HandedOutMarker().Matches(message), marker => Assert.Equal(
                ("...", "yyyy-MM-dd"), (marker.Groups["who"].Value, marker.Groups["day"].Value)));
        });
    }

    [Fact]
    public void Each_family_is_one_analyzer_that_has_all_rules_of_its_folder_in_the_order_of_their_ids() => Assert.All(
        Analyzers.All.OfType<RuleFamilyAnalyzer>(),
        family =>
        {
            var folder = family.GetType().Namespace!["ProvenanceAnalyzers.".Length..];
            Assert.Equal($"{folder}Analyzer", family.GetType().Name);
            Assert.Equal(
                typeof(ProvenanceRule).Assembly.GetTypes()
                    .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ProvenanceRule)))
                    .Where(type => type.Namespace == family.GetType().Namespace)
                    .Select(type => type.Name)
                    .Order(StringComparer.Ordinal),
                family.Rules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
            var ids = family.Rules.Select(rule => rule.SupportedDiagnostics[0].Id).ToList();
            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        });

    [Fact]
    public void Each_family_has_a_block_of_ids_a_category_and_a_folder() => Assert.Equal(
        [
            "PROV0 Provenance.Configuration Configuration",
            "PROV1 Provenance.Declaration Declaration",
            "PROV2 Provenance.Review Review",
            "PROV3 Provenance.Policy Policy",
            "PROV4 Provenance.Evidence Evidence",
            "PROV9 Provenance.Information Record",
        ],
        RuleFamily.All.Select(family => $"{family.IdStart} {family.Category} {family.Folder}"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_category_follows_the_block_of_the_id_and_the_folder_of_the_rule(string id)
    {
        var family = RuleFamily.Of(id);

        Assert.Equal(family.Category, Descriptor(id).Category);
        Assert.EndsWith(
            "." + family.Folder,
            Analyzers.Rules.Single(rule => rule.SupportedDiagnostics[0].Id == id).GetType().Namespace,
            StringComparison.Ordinal);
    }

    /// <summary>A SARIF log has them beside the rule, and code scanning filters by them; the compiler's own come after ours.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_tags_name_the_product_and_the_family_also_where_a_policy_holds_the_rule(string id)
    {
        string[] expected = ["provenance", Descriptor(id).Category["Provenance.".Length..].ToLowerInvariant()];

        var all = LockedDescriptors.Of(Descriptor(id)).Append(id == RuleIds.BrokenPolicy ? Descriptors.MissingFacts : Descriptor(id));
        Assert.All(all, descriptor => Assert.Equal(expected, descriptor.CustomTags.Except(OfCompiler)));
        Assert.All(
            LockedDescriptors.Of(Descriptor(id)).Skip(1),
            descriptor => Assert.Equal(OfCompiler.Take(2), descriptor.CustomTags.Skip(expected.Length)));
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

    [Trait("Case", "H11")]
    [Fact]
    public void Each_page_is_of_a_rule_and_its_help_link_leads_to_its_row()
    {
        Assert.Equal(
            Descriptors.All.Select(descriptor => descriptor.Id + ".md"),
            Directory.EnumerateFiles(Repository.PathOf(Pages)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var repository = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        var readme = Repository.Read("README.md");
        Assert.All(Descriptors.All, descriptor =>
        {
            Assert.Equal($"{repository}#{descriptor.Id}", descriptor.HelpLinkUri);
            Assert.Contains(
                $"<a id=\"{descriptor.Id}\"></a>[{descriptor.Id}]({Pages}/{descriptor.Id}.md)", readme, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Analyzers_are_exported_for_CSharp() => Assert.All(Analyzers.All, analyzer => Assert.Equal(
        [LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages));

    /// <summary>
    /// In bulk is fixed what is no person's claim, and what options ask for. Whether that is so, somebody decides for each fix.
    /// </summary>
    [Fact]
    public void Each_fix_has_a_decision_whether_it_fixes_in_bulk()
    {
        var decisions = new Dictionary<string, bool>
        {
            // What completes or replaces what somebody wrote is that person's; a review is one person's claim about one place.
            ["MalformedAnnotation"] = false,
            ["UnknownOrigin"] = false,
            ["UnreviewedCode"] = false,
            ["UnreviewedTest"] = false,
            ["StaleReview"] = false,
            ["RefusedReviewer"] = false,
            ["TooFewReviews"] = false,
            ["OutdatedReview"] = false,
            ["ReviewWithoutDigest"] = false,

            // The spelling of a known tool, an annotation of nothing.
            ["UnknownTool"] = true,
            ["UnmatchedTarget"] = true,

            // What history tells.
            ["ContradictedOrigin"] = true,
            ["ContradictedTool"] = true,

            // What history tells, or `provenance.default_origin` asks for.
            ["UndeclaredType"] = true,
            ["UndeclaredTestClass"] = true,
            ["UndeclaredFixtures"] = true,
            ["UndeclaredMember"] = true,
            ["UndeclaredTopLevelStatements"] = true,
        };
        Assert.Equal(
            decisions.OrderBy(decision => decision.Key, StringComparer.Ordinal).Select(decision => (decision.Key, decision.Value)),
            Analyzers.Fixes
                .Select(fix => (fix.GetType().Name[..^"CodeFixProvider".Length], fix.GetFixAllProvider() != null))
                .OrderBy(fix => fix.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_fix_and_refactoring_is_exported_and_named()
    {
        Assert.All(Analyzers.Fixes, fix =>
        {
            var export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Equal(fix.GetType().Name, export.Name);

            // A wrong kind makes `dotnet format` crash for the whole repository.
            Assert.Equal(["Document"], export.DocumentKinds);
            Assert.NotNull(fix.GetType().GetCustomAttribute<System.Composition.SharedAttribute>());
        });
        Assert.NotEmpty(Analyzers.Refactorings);
        Assert.All(Analyzers.Refactorings, refactoring =>
        {
            var export = refactoring.GetType().GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()!;
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Equal(refactoring.GetType().Name, export.Name);
            Assert.Equal(["Document"], export.DocumentKinds);
            Assert.NotNull(refactoring.GetType().GetCustomAttribute<System.Composition.SharedAttribute>());
        });
    }

    /// <summary>The marks themselves are held against a build of the sample by the tests of the package.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("samples/QuickStart/README.md")]
    public void Who_is_told_how_many_rules_the_sample_shows_is_told_the_number(string file)
    {
        var folder = new DirectoryInfo(Repository.PathOf("samples/QuickStart"));
        var shown = folder.EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Append(new FileInfo(Path.Combine(folder.FullName, ".editorconfig")))
            .SelectMany(source => Mark().Matches(File.ReadAllText(source.FullName)))
            .Select(mark => mark.Groups["id"].Value)
            .Distinct()
            .Count();

        Assert.Contains(
            $"{shown} of the {Descriptors.All.Length} rules",
            Repository.Read(file).ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    private static DiagnosticDescriptor Descriptor(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);

    [GeneratedRegex("(//|#) (?<id>PROV\\d{4}): column \\d+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*\S+: (warning|error|info) PROV\d{4}: ")]
    private static partial Regex QuotedMessage();

    [GeneratedRegex("""(?<=\badd .*)\b(Tool|Model|RequestedBy|On|Reference) = "(?<value>[^"]*)["]""")]
    private static partial Regex HandedOutField();

    [GeneratedRegex("""HumanReviewed\("(?<who>[^"]*)", "(?<day>[^"]*)["]""")]
    private static partial Regex HandedOutMarker();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
