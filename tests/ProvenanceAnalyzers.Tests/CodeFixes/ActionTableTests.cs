using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// The table of .github/CONTRIBUTING.md says of each fix and refactoring what it offers, in which order and by which key: as they do.
/// </summary>
[Collection(nameof(ReviewFixTests))]
public sealed class ActionTableTests : IDisposable
{
    private const string Codex = "provenance.tools = codex\n";
    private const string Using = "using ProvenanceAnalyzers;\n";
    private const string Generated = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n";
    private const string Stale = "Digest = \"h1:00000000000000000000000000000000\"";

    /// <summary>A case of code whose lines a tool has noted as its own.</summary>
    private const string History = "history";

    private static readonly string Today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What the table calls a case, a rule that reports it, and code and options that show it.</summary>
    private static readonly (string Case, string Rule, string Source, string Options)[] Findings =
    [
        ("no tool", RuleIds.MalformedAnnotation, "[AIProvenance(AIOrigin.Generated)]\nclass C { }", Codex),
        ("no other field", RuleIds.MalformedAnnotation, $"{Generated}class C {{ }}", "provenance.required_fields = on, model"),
        ("empty tool", RuleIds.MalformedAnnotation, "[AIProvenance(AIOrigin.Generated, Tool = \"\")]\nclass C { }", Codex),
        ("empty requester", RuleIds.MalformedAnnotation, Made("RequestedBy = \"\""), string.Empty),
        ("empty day", RuleIds.MalformedAnnotation, Made("On = \"\""), string.Empty),
        ("day in another form", RuleIds.MalformedAnnotation, Made("On = \"2026/1/2\""), string.Empty),
        ("`Target` on code", RuleIds.MalformedAnnotation, Made("Target = \"A.cs\""), string.Empty),
        ("", RuleIds.UnknownTool, "[AIProvenance(AIOrigin.Generated, Tool = \"claud-code\")]\nclass C { }", string.Empty),
        ("", RuleIds.UnmatchedTarget, "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"None.cs\")]", string.Empty),
        .. Undeclared("", Codex),
        .. Undeclared("`default_origin = unknown`", $"{Codex}provenance.default_origin = unknown\n"),
        ("", RuleIds.UnknownOrigin, "[AIProvenance(AIOrigin.Unknown)]\nclass C { }", Codex),
        ("", RuleIds.UnreviewedCode, $"{Generated}class C {{ }}", string.Empty),
        ("", RuleIds.UnreviewedTest, $"{Generated}public class C {{ [Xunit.Fact] public void M() {{ }} }}", string.Empty),
        (
            "fixture file",
            RuleIds.UnreviewedTest,
            "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"F/*.json\")]",
            string.Empty),
        ("", RuleIds.StaleReview, $"{Generated}[HumanReviewed(\"ada\", \"2026-01-02\", {Stale})]\nclass C {{ }}", string.Empty),
        ("", RuleIds.RefusedReviewer, $"{Generated}[HumanReviewed(\"\", \"2026-01-02\", {Stale})]\nclass C {{ }}", string.Empty),
        (
            "",
            RuleIds.TooFewReviews,
            $"{Generated}[HumanReviewed(\"ada\", \"2026-01-02\")]\nclass C {{ }}",
            "provenance.reviews_required = 2\nprovenance.require_digest = false\n"),
        (
            "",
            RuleIds.OutdatedReview,
            $"{Made("On = \"2026-01-03\"", string.Empty)}[HumanReviewed(\"ada\", \"2026-01-02\", {Stale})]\nclass C {{ }}",
            string.Empty),
        (History, RuleIds.UndeclaredType, Class(string.Empty), Codex),
        ("", RuleIds.ContradictedOrigin, Class("[AIProvenance(AIOrigin.Human)]\n"), Codex),
        ("", RuleIds.ContradictedTool, Class("[AIProvenance(AIOrigin.Generated, Tool = \"cursor\")]\n"), Codex),
        ("", RuleIds.ReviewWithoutDigest, $"{Generated}[HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass C {{ }}", string.Empty),
    ];

    private readonly PersonAtMachine _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public async Task The_table_says_what_is_offered_in_which_order_and_by_which_key()
    {
        var offering = new HashSet<Type>();
        var rows = new List<string[]>();
        foreach (var (name, rule, source, options) in Findings)
        {
            var document = Create(Using + source, options);
            var diagnostic = (await document.Project.AnalyzeAsync()).First(diagnostic => diagnostic.Id == rule);
            var offered = await document.ActionsAsync(diagnostic);
            offering.UnionWith(offered.Select(one => one.Fix.GetType()));
            var at = name.Length > 0 ? $"{rule}, {name}" : rule;
            rows.AddRange(offered.Select((one, index) => Row(at, index, null, one.Action)));
        }

        foreach (var (at, source) in new[]
        {
            ("undeclared code", "class C { }"),
            ("code of an AI", "[AIProvenance(AIOrigin.Generated, Tool = \"cursor\")]\nclass C { }"),
        })
        {
            var document = Create(Using + source, Codex);
            var cursor = (Using + source).IndexOf("class", StringComparison.Ordinal);
            var offered = await document.RefactoringsAsync(new TextSpan(cursor, 0));
            offering.UnionWith(offered.Select(one => one.Refactoring.GetType()));
            rows.AddRange(offered.Select((one, index) => Row($"no finding, {at}", index, one.Menu, one.Action)));
        }

        Assert.Empty(Analyzers.Fixes.Select(fix => fix.GetType())
            .Concat(Analyzers.Refactorings.Select(refactoring => refactoring.GetType()))
            .Except(offering)
            .Select(type => type.Name));
        var offeredNow = Table(Merged(rows));
        Assert.True(
            offeredNow == Table(Repository.ReadTable(".github/CONTRIBUTING.md", "At", "Order", "Title", "Equivalence key")),
            $"The rows of the table in .github/CONTRIBUTING.md must be:\n{offeredNow}");
    }

    private static string Table(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => $"| {string.Join(" | ", row)} |\n"));

    private static IEnumerable<(string Case, string Rule, string Source, string Options)> Undeclared(string name, string options) =>
    [
        (name, RuleIds.UndeclaredType, "class C { }", options),
        (name, RuleIds.UndeclaredTestClass, "public class C { [Xunit.Fact] public void M() { } }", options),
        (name, RuleIds.UndeclaredFixtures, string.Empty, options),
        (name, RuleIds.UndeclaredMember, "class C { void M() { } }", options + "provenance.required_on = members\n"),
        (name, RuleIds.UndeclaredTopLevelStatements, "System.Console.WriteLine();", options),
    ];

    private static string Made(string field, string below = "class C { }") =>
        $"[AIProvenance(AIOrigin.Generated, Tool = \"codex\", {field})]\n{below}";

    private static string Class(string annotation) => $"{annotation}class C\n{{\n"
        + string.Concat(Enumerable.Range(1, 5).Select(number => $"    public int P{number};\n")) + "}\n";

    private static string[] Row(string at, int index, string? menu, CodeAction action) =>
    [
        at,
        (index + 1).ToString(CultureInfo.InvariantCulture),
        $"`{Pattern(menu != null ? $"{menu} > {action.Title}" : action.Title)}`",
        action.EquivalenceKey != null ? $"`{Pattern(action.EquivalenceKey)}`" : "none",
    ];

    private static string Pattern(string text) => text
        .Replace("bob@example.com", "PERSON", StringComparison.Ordinal)
        .Replace("claude-code", "TOOL", StringComparison.Ordinal)
        .Replace("codex", "TOOL", StringComparison.Ordinal)
        .Replace("F/a.json", "FILE", StringComparison.Ordinal)
        .Replace("2026-01-02", "DAY", StringComparison.Ordinal)
        .Replace(Today, "DAY", StringComparison.Ordinal)
        .Replace("Model, On", "FIELDS", StringComparison.Ordinal);

    /// <summary>Cases that stand one after the other and offer the same are one: <c>PROV1001, PROV1002</c>.</summary>
    private static IEnumerable<string[]> Merged(IEnumerable<string[]> rows)
    {
        var cases = rows.GroupBy(row => row[0]).Select(group => (At: group.Key, Rows: group.Select(row => row[1..]).ToList())).ToList();
        for (var index = 0; index < cases.Count; index++)
        {
            var (at, offered) = cases[index];
            while (index + 1 < cases.Count && IsSame(offered, cases[index + 1].Rows))
            {
                var next = cases[++index].At;
                var (rule, rest) = next.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma
                    ? (next[..comma], next[comma..])
                    : (next, string.Empty);
                at = rest.Length > 0 && at.EndsWith(rest, StringComparison.Ordinal)
                    ? $"{at[..^rest.Length]}, {next}"
                    : $"{at}, {rule}{rest}";
            }

            foreach (var row in offered)
            {
                yield return [at, .. row];
            }
        }

        static bool IsSame(List<string[]> one, List<string[]> other) =>
            one.Count == other.Count && one.Zip(other).All(pair => pair.First.SequenceEqual(pair.Second));
    }

    private static Document Create(string source, string options) => TestSolution.AddProject(
        TestSolution.Create(),
        "Project",
        [("Code.cs", SourceText.From(source))],
        $"provenance.review_required = ai\nprovenance.tests.review_required = ai\n{options}",
        fixtures: source.Contains("F/", StringComparison.Ordinal) || source == Using ? ["F/a.json"] : null,
        history: source.Contains("public int P5", StringComparison.Ordinal)
            ? "source 4f0e 2026-11-20 Line;tool codex;file Code.cs;lines 2 9 0"
            : null)
        .Single("Project").Files().Single();
}
