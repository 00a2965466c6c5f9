using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;
using static ProvenanceAnalyzers.Tests.Review.ReviewedFixtures;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>What holds for the rules about markers alike: which markers they look at, and how they are suppressed.</summary>
public sealed class ReviewMarkerTests
{
    private const string Usings = "using ProvenanceAnalyzers;\n";
    private const string Annotation = "AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\", On = \"2026-11-20\")";
    private const string Suppression = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Review\", \"{0}\")]";

    /// <summary>For each rule a marker that it reports on code with <see cref="Annotation"/>, and the option that it needs.</summary>
    private static readonly Dictionary<string, (string Marker, string Option)> Rules = new()
    {
        [RuleIds.StaleReview] = ("HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})", ""),
        [RuleIds.RefusedReviewer] = ("HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\")", "provenance.require_digest = false"),
        [RuleIds.SelfReview] = ("HumanReviewed({|PROV2005:\"ada\"|}, \"2026-11-21\")", "provenance.require_digest = false"),
        [RuleIds.OutdatedReview] = ("HumanReviewed(\"bob\", {|PROV2007:\"2026-11-19\"|})", "provenance.require_digest = false"),
        [RuleIds.ReviewWithoutDigest] = ("{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\")|}", ""),
    };

    public static TheoryData<string> Ids => [.. Rules.Keys];

    public static TheoryData<string, string> Shapes
    {
        get
        {
            string[] shapes =
            [
                "[{0}] class C { }",
                "[{0}] record R(int X);",
                "[{0}] record struct R(int X);",
                "[{0}] struct S { }",
                "[{0}] enum E { A }",
                "[{0}] interface I { }",
                "[{0}] delegate void D();",
                "[{0}] file class F { }",
                "[{0}] class P(int x) { int X => x; }",
                "[AIProvenance(AIOrigin.Human)] class Outer { [{0}] class Inner { } }",
                "[AIProvenance(AIOrigin.Human)] class C { [{0}] void M() { } }",
                "[AIProvenance(AIOrigin.Human)] class C { [{0}] int P => 1; }",
                "[AIProvenance(AIOrigin.Human)] class C { [{0}] C() { } }",
                "[AIProvenance(AIOrigin.Human)] record R([property: {0}] int X);",
                "[AIProvenance(AIOrigin.Human)] partial class C { partial void M(); [{0}] partial void M() { } }",
                "[AIProvenance(AIOrigin.Human)] static class C { extension(int x) { [{0}] int Y() => x; } }",
            ];
            var data = new TheoryData<string, string>();
            foreach (var rule in Rules.Keys)
            {
                foreach (var shape in shapes)
                {
                    data.Add(rule, shape);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Every_marker_is_judged_wherever_it_stands(string rule, string shape) => ReviewedCode.Test(
        Usings + shape.Replace("{0}", $"{Annotation}, {Rules[rule].Marker}", StringComparison.Ordinal), Rules[rule].Option).RunAsync();

    [Theory]
    [MemberData(nameof(Ids))]
    public Task The_markers_of_each_part_of_a_partial_type_are_judged(string rule) => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", Usings + ReviewedCode.Fill($"[{Annotation}, {Rules[rule].Marker}] partial class C {{ int a; }}")),
            ("B.cs", Usings + ReviewedCode.Fill($"[{Rules[rule].Marker}] partial class C {{ int b; }}")),
            ("C.g.cs", "partial class C { int c; }"),
        ],
        Options = Rules[rule].Option,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Markers_are_judged_where_no_review_is_required_too(string rule) => ReviewedCode.Test(
        $"{Usings}[{Annotation}, {Rules[rule].Marker}] class C {{ }}",
        $"provenance.review_required = none\n{Rules[rule].Option}").RunAsync();

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Generated_code_is_not_judged(string rule) => new ProvenanceTest
    {
        Files = [("C.g.cs", $"{Usings}[{Annotation}, {Plain(rule)}] class C {{ }}")],
        Options = Rules[rule].Option,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task They_are_suppressed_as_any_diagnostic_is(string rule)
    {
        foreach (var (code, option) in new[]
        {
            ($"#pragma warning disable {rule}\n[{Annotation}, {Plain(rule)}] class C {{ }}", ""),
            ($"{Suppression.Replace("{0}", rule, StringComparison.Ordinal)}\n[{Annotation}, {Plain(rule)}] class C {{ }}", ""),
            ($"[{Annotation}, {Plain(rule)}] class C {{ }}", $"\ndotnet_diagnostic.{rule}.severity = none"),
        })
        {
            await new ProvenanceTest
            {
                Source = Usings + code,
                Options = Rules[rule].Option + option,
                RequiresReview = true,
            }.RunAsync();
        }
    }

    [Fact]
    public Task A_marker_on_human_code_is_checked_too() => ReviewedCode.Test(ReviewedCode.Marked(
        "[HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})]", "AIOrigin.Human")).RunAsync();

    [Theory]
    [InlineData("[assembly: {|PROV0002:HumanReviewed(\"bob\", \"2026-11-21\")|}]")]
    [InlineData("[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = {|PROV0002:\"*.cs\"|})]")]
    [InlineData("[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = {|PROV0002:\"../A.cs\"|})]")]
    [InlineData("[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = {|PROV0004:\"Gone.cs\"|}, Digest = \"{other}\")]")]
    [InlineData("[assembly: {|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Test0.cs\")|}]")]
    [InlineData("[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Test0.cs\", Digest = {|PROV2003:\"{other}\"|})]")]
    [InlineData("[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Fixtures/a.json\", Digest = \"{other}\")]")]
    public Task An_assembly_marker_names_one_file(string marker) => ReviewedCode.Test("using ProvenanceAnalyzers;\n" + marker).RunAsync();

    [Theory]
    [InlineData("[HumanReviewed(")]
    [InlineData("[HumanReviewed]")]
    [InlineData("[HumanReviewed(\"bob\")]")]
    [InlineData("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = X())]")]
    [InlineData("[assembly: HumanReviewed]")]
    public async Task Half_typed_markers_do_no_harm(string marker)
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [(
                "Code.cs",
                SourceText.From(
                    $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codexx\")] class B {{ }}\n{marker}\n"
                    + "class C { }"))]);
        var diagnostics = await solution.AnalyzeAsync();

        // Where an analyzer throws, there is AD0001; and no other rule may fall silent.
        Assert.DoesNotContain(diagnostics, diagnostic => !diagnostic.Id.StartsWith("PROV", StringComparison.Ordinal));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == RuleIds.UnknownTool);
    }

    [Theory]
    [InlineData("Markers.cs", "", "{|PROV2003:\"{other}\"|}", "C")]
    [InlineData("Markers.g.cs", "", "\"{other}\"", "{|PROV2001:C|}")]
    [InlineData("Markers.cs", "// <auto-generated/>\n", "\"{other}\"", "{|PROV2001:C|}")]
    public Task A_marker_in_generated_code_is_neither_reported_nor_counted(string file, string header, string digest, string name) =>
        new ProvenanceTest
        {
            Files =
            [
                (file, ReviewedCode.Fill(
                    $"{header}[assembly: ProvenanceAnalyzers.HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Code.cs\", "
                    + $"Digest = {digest})]\n")),
                ("Code.cs", $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {name} {{ }}"),
            ],
            RequiresReview = true,

            // A pragma before the comment would make the file hand-written.
        }.RunAsync();

    [Fact]
    public Task A_marker_on_fields_that_are_declared_together_is_checked_once() => ReviewedCode.Test("""
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human)]
        class C { [HumanReviewed({|PROV2004:"codex"|}, "2026-11-21", Digest = {|PROV2003:"{other}"|})] int a, b; }
        """).RunAsync();

    [Theory]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\", Digest = {|PROV2003:\"{other}\"|})")]
    [InlineData("HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("HumanReviewed({|PROV2005:\"ada\"|}, \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("HumanReviewed(\"bob\", {|PROV2007:\"2026-11-19\"|}, Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\")|}")]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\")", "provenance.require_digest = false")]
    [InlineData("HumanReviewed(\"ada\", \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")", "provenance.independent_review = false")]
    [InlineData(
        "HumanReviewed({|PROV2004:\"bob\"|}, \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")",
        "provenance.reviewers = *@example.com")]
    public Task A_marker_of_a_fixture_file_is_judged_as_one_of_code(string attribute, string option = "")
    {
        var marker = attribute.Replace("{a}", A, StringComparison.Ordinal).Replace("{digest}", DigestOfA, StringComparison.Ordinal)
            .Replace("{other}", DigestOfB, StringComparison.Ordinal);
        return Test($"{Generated}]\n[assembly: {marker}", [A], options: option).RunAsync();
    }

    /// <summary>The marker of a rule without the markup of the test.</summary>
    private static string Plain(string rule) => ReviewedCode.Fill(
        Rules[rule].Marker.Replace($"{{|{rule}:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
}
