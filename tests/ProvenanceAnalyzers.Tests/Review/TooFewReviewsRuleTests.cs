using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;
using static ProvenanceAnalyzers.Tests.Review.ReviewedFixtures;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class TooFewReviewsRuleTests
{
    private const string One = "AIProvenance(AIOrigin.Generated, Tool = \"codex\"), HumanReviewed(\"bob\", \"2026-11-21\")";
    private const string Two = One + ", HumanReviewed(\"eve\", \"2026-11-21\")";
    private const string TwoRequired = "provenance.require_digest = false\nprovenance.reviews_required = 2";

    [Theory]
    [InlineData("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\")]", "{|PROV2006:C|}")]
    [InlineData(
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{digest}\"), "
        + "HumanReviewed(\"Bob <BOB@example.com>\", \"2026-11-21\", Digest = \"{digest}\")]",
        "{|PROV2006:C|}")]
    [InlineData(
        "[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\"), "
        + "HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Digest = \"{digest}\")]",
        "{|PROV2006:C|}")]
    [InlineData(
        "[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\"), HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]",
        "C")]
    [InlineData("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})]", "C")]
    [InlineData("", "{|PROV2001:C|}")]
    public Task Different_people_count(string markers, string name) => ReviewedCode.Test(
        ReviewedCode.Marked(markers).Replace("class C", $"class {name}", StringComparison.Ordinal),
        "provenance.reviews_required = 2").RunAsync();

    [Fact]
    public Task Ten_markers_are_ten_markers() => ReviewedCode.Test(
        ReviewedCode.Marked(string.Join("\n", Enumerable.Range(0, 10).Select(index =>
            $"[HumanReviewed(\"staff:{index}\", \"2026-11-21\", Digest = \"{{digest}}\")]"))),
        "provenance.reviews_required = 10").RunAsync();

    [Fact]
    public Task Of_a_fixture_file_they_are_said_on_the_annotation()
    {
        var test = Test(
            "{|#0:" + Generated + "|}" + Marker($"\"bob\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\"")
            + Marker($"\"eve\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\""),
            [A],
            options: "provenance.reviews_required = 3\nprovenance.show_digest = false");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.TooFewReviews).WithLocation(0).WithMessage(
            $"A human must review the fixture file '{A}': it has 2 of 3 reviews by different people "
            + "(provenance.reviews_required); an AI agent must not add one"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("bob@example.com", "bob@example.com\u200B")]
    [InlineData("Bob <bob@example.com>", "Bob")]
    [InlineData("bob@example.com", "Bob bob@example.com")]
    public Task One_person_counts_once_however_written(string one, string other) => ReviewedCode.Test(
        ReviewedCode.Marked(
            $"[HumanReviewed(\"{one}\", \"2026-11-21\", Digest = \"{{digest}}\")]\n"
            + $"[HumanReviewed(\"{other}\", \"2026-11-21\", Digest = \"{{digest}}\")]")
            .Replace("class C", "class {|PROV2006:C|}", StringComparison.Ordinal),
        "provenance.reviews_required = 2").RunAsync();

    [Fact]
    public async Task Its_message_counts_and_carries_the_digest()
    {
        var test = ReviewedCode.Test(
            ReviewedCode.Marked("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\")]")
                .Replace("class C", "class {|#0:C|}", StringComparison.Ordinal),
            "provenance.reviews_required = 2");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.TooFewReviews).WithLocation(0).WithMessage(
            "A human must review the class 'C': it has 1 of 2 reviews by different people (provenance.reviews_required); "
            + $"an AI agent must not add one: [HumanReviewed(\"...\", \"yyyy-MM-dd\", Digest = \"{ReviewedCode.Digest}\")]"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[{0}] record {|PROV2006:R|}(int X);")]
    [InlineData("[{0}] record struct {|PROV2006:R|}(int X);")]
    [InlineData("[{0}] struct {|PROV2006:S|} { }")]
    [InlineData("[{0}] enum {|PROV2006:E|} { A }")]
    [InlineData("[{0}] interface {|PROV2006:I|} { }")]
    [InlineData("[{0}] delegate void {|PROV2006:D|}();")]
    [InlineData("[{0}] file class {|PROV2006:F|} { }")]
    [InlineData("[{0}] class {|PROV2006:P|}(int x) { int X => x; }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class Outer { [{0}] class {|PROV2006:Inner|} { } }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { [{0}] void {|PROV2006:M|}() { } }")]
    [InlineData("[AIProvenance(AIOrigin.Human)] record R([property: {0}] int {|PROV2006:X|});")]
    [InlineData("[AIProvenance(AIOrigin.Human)] static class C { extension(int x) { [{0}] int {|PROV2006:Y|}() => x; } }")]
    public async Task Every_kind_of_code_needs_as_many_as_policy_asks_for(string shape)
    {
        var source = "using ProvenanceAnalyzers;\n" + shape;
        var plain = source.Replace("{|PROV2006:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        await ReviewedCode.Test(source.Replace("{0}", One, StringComparison.Ordinal), TwoRequired).RunAsync();
        await ReviewedCode.Test(plain.Replace("{0}", Two, StringComparison.Ordinal), TwoRequired).RunAsync();
    }

    [Fact]
    public Task Each_hand_written_part_of_a_partial_type_needs_as_many() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", $"using ProvenanceAnalyzers;\n[{Two}] partial class C {{ int a; }}"),
            ("B.cs", "using ProvenanceAnalyzers;\n[HumanReviewed(\"bob\", \"2026-11-21\")] partial class {|PROV2006:C|} { int b; }"),
            ("A.Designer.cs", "partial class C { int c; }"),
        ],
        Options = TwoRequired,
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task Top_level_statements_need_as_many() => new ProvenanceTest
    {
        Files =
        [
            ("Program.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Program.cs")]
                [assembly: HumanReviewed("bob", "2026-11-21", Target = "Program.cs")]
                {|PROV2006:System|}.Console.WriteLine();
                """),
        ],
        Options = TwoRequired,
        IsApplication = true,
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task Test_classes_need_as_many() => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[{One}] public class {{|PROV2006:Tests|}} {{ [Xunit.Fact] public void M() {{ }} }}",
        Options = TwoRequired,
        References = Framework.XUnit2,
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task How_many_depends_on_where_the_code_is() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", $"using ProvenanceAnalyzers;\n[{One}] class A {{ }}"),
            ("Core/B.cs", $"using ProvenanceAnalyzers;\n[{One}] class {{|PROV2006:B|}} {{ }}"),
            ("Core/C.g.cs", $"using ProvenanceAnalyzers;\n[{One}] class C {{ }}"),
        ],
        Options = $"[*.cs]\nprovenance.require_digest = false\n[Core/*.cs]\n{TwoRequired}",
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("provenance.review_required = none")]
    [InlineData("provenance.exclude = true")]
    public Task Options_can_exempt_it(string option) =>
        ReviewedCode.Test($"using ProvenanceAnalyzers;\n[{One}] class C {{ }}", $"{TwoRequired}\n{option}").RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV2006\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Review\", \"PROV2006\")]\n", "")]
    [InlineData("", "\ndotnet_diagnostic.PROV2006.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string option) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n{before}[{One}] class C {{ }}",
        Options = TwoRequired + option,
        RequiresReview = true,
    }.RunAsync();
}
