using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>A rule is found by its name: descriptor, id, analyzer, fix, tests and page share one.</summary>
public sealed class RuleNameTests
{
    private const string Source = "src/ProvenanceAnalyzers";
    private const string Fixes = "src/ProvenanceAnalyzers.CodeFixes";
    private const string Tests = "tests/ProvenanceAnalyzers.Tests";
    private const string Pages = "src/ProvenanceAnalyzers.Package/docs/rules";

    public static TheoryData<string> Names => [.. DescriptorNames];

    private static IEnumerable<string> DescriptorNames => typeof(Descriptors).GetFields()
        .Where(declared => declared.FieldType == typeof(DiagnosticDescriptor))
        .Select(declared => declared.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_id_has_the_name_of_the_descriptor(string name)
    {
        var field = typeof(RuleIds).GetField(name);

        Assert.True(field != null, $"RuleIds has no '{name}', as the descriptor of {Descriptor(name).Id} is called.");
        Assert.Equal(Descriptor(name).Id, field.GetValue(null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_has_it_too_in_the_folder_of_its_family(string name)
    {
        var rule = Analyzers.Rules.Single(rule => rule.SupportedDiagnostics.Contains(Descriptor(name)));

        Assert.Equal($"ProvenanceAnalyzers.{FamilyOf(name)}.{name}Rule", rule.GetType().FullName);
        AssertExists($"{Source}/{FamilyOf(name)}/{name}Rule.cs", "the rule");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fix_has_it_too_and_is_of_this_rule_alone(string name)
    {
        var fixes = Analyzers.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(Descriptor(name).Id)).ToList();

        Assert.True(fixes.Count <= 1, $"{name} has several fixes: {string.Join(", ", fixes)}.");
        if (fixes is [var fix])
        {
            Assert.Equal($"ProvenanceAnalyzers.CodeFixes.{FamilyOf(name)}.{name}CodeFixProvider", fix.GetType().FullName);
            Assert.Equal(Descriptor(name).Id, Assert.Single(fix.FixableDiagnosticIds));
            AssertExists($"{Fixes}/{FamilyOf(name)}/{name}CodeFixProvider.cs", "the fix");
        }
        else
        {
            Assert.All(RuleFamily.All, family => Assert.False(
                File.Exists(Repository.PathOf($"{Fixes}/{family.Folder}/{name}CodeFixProvider.cs")),
                $"{Fixes}/{family.Folder}/{name}CodeFixProvider.cs is there, but no fix lists {Descriptor(name).Id}."));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tests_have_it_too(string name)
    {
        AssertExists($"{Tests}/{FamilyOf(name)}/{name}RuleTests.cs", "the tests");
        Assert.True(
            GetType().Assembly.GetType($"ProvenanceAnalyzers.Tests.{FamilyOf(name)}.{name}RuleTests") != null,
            $"{Tests}/{FamilyOf(name)}/{name}RuleTests.cs has no class {name}RuleTests in the namespace of its folder.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_says_it(string name)
    {
        var id = Descriptor(name).Id;

        AssertExists($"{Pages}/{id}.md", "the page");
        Assert.True(
            Repository.Read($"{Pages}/{id}.md").Contains($"| Id | {id} |\n| Name | {name} |\n", StringComparison.Ordinal),
            $"{Pages}/{id}.md lacks the row '| Name | {name} |' below the id.");
    }

    [Fact]
    public void Fixes_and_tests_are_of_a_rule()
    {
        var rules = DescriptorNames.ToHashSet(StringComparer.Ordinal);

        Assert.Empty(typeof(RuleIds).GetFields().Select(field => field.Name).Except(rules));
        Assert.Empty(Analyzers.Fixes.Select(fix => fix.GetType().Name[..^"CodeFixProvider".Length]).Except(rules));
        Assert.Empty(GetType().Assembly.GetTypes()
            .Where(type => RuleFamily.All.Any(family => type.Namespace == $"ProvenanceAnalyzers.Tests.{family.Folder}"))
            .Select(type => type.Name)
            .Where(type => type.EndsWith("RuleTests", StringComparison.Ordinal))
            .Select(type => type[..^"RuleTests".Length])
            .Except(rules));
        Assert.Empty(GetType().Assembly.GetTypes().Select(type => type.Name)
            .Where(type => type.EndsWith("CodeFixProviderTests", StringComparison.Ordinal))
            .Select(type => type[..^"CodeFixProviderTests".Length])
            .Except(rules));
    }

    private static DiagnosticDescriptor Descriptor(string name) =>
        (DiagnosticDescriptor)typeof(Descriptors).GetField(name)!.GetValue(null)!;

    private static string FamilyOf(string name) => RuleFamily.Of(Descriptor(name).Id).Folder;

    private static void AssertExists(string path, string what) =>
        Assert.True(File.Exists(Repository.PathOf(path)), $"{path}, {what} of this name, is missing.");
}
