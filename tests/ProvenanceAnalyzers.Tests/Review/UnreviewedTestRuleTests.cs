using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;
using static ProvenanceAnalyzers.Tests.Review.ReviewedFixtures;

namespace ProvenanceAnalyzers.Tests.Review;

public sealed class UnreviewedTestRuleTests
{
    [Fact]
    public Task A_test_class_is_PROV2002() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Generated, Tool = "codex")] public class {|PROV2002:Tests|} { [Xunit.Fact] public void M() { } }
            [AIProvenance(AIOrigin.Generated, Tool = "codex")] public class {|PROV2001:Code|} { }
            """,
        References = Framework.XUnit2,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("provenance.tests.review_required = none", "Tests", "{|PROV2001:Code|}")]
    [InlineData("provenance.review_required = none", "{|PROV2002:Tests|}", "Code")]
    public Task Tests_have_an_option_of_their_own(string option, string tests, string code) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Generated, Tool = "codex")] public class {{tests}} { [Xunit.Fact] public void M() { } }
            [AIProvenance(AIOrigin.Generated, Tool = "codex")] public class {{code}} { }
            """,
        Options = option,
        References = Framework.XUnit2,
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task One_file_is_asked_for_with_its_digest() => Test(
        "{|#0:" + Generated + "|}", [A],
        Expected(
            $"A human must review the fixture file '{A}' that codex made, then add the marker, "
            + $"which an AI agent must not: [assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{A}\", "
            + $"Digest = \"{DigestOfA}\")]")).RunAsync();

    [Fact]
    public Task Several_files_are_listed_once() => Test(
        "{|#0:" + Generated + "|}", [.. Enumerable.Range(1, 6).Select(number => $"Fixtures/{number}.json")],
        Expected(
            "A human must review 6 fixture files that codex made, then add the marker, which an AI agent must not: "
            + "[assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"Fixtures/1.json\", "
            + $"Digest = \"{ProvenanceTest.DigestOf("Fixtures/1.json")}\")], "
            + $"the same for Fixtures/2.json with {ProvenanceTest.DigestOf("Fixtures/2.json")}, "
            + $"Fixtures/3.json with {ProvenanceTest.DigestOf("Fixtures/3.json")}, "
            + $"Fixtures/4.json with {ProvenanceTest.DigestOf("Fixtures/4.json")}, "
            + $"Fixtures/5.json with {ProvenanceTest.DigestOf("Fixtures/5.json")}, ...")).RunAsync();

    [Fact]
    public async Task Several_files_are_named_where_digests_are_hidden()
    {
        var test = Test("{|#0:" + Generated + "|}", [A, B], options: "provenance.show_digest = false");
        test.ExpectedDiagnostics.Add(Expected(
            $"A human must review 2 fixture files ({A}, {B}) that codex made, then add the marker, which an AI agent must not"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_file_that_has_a_marker_is_left_out_whatever_the_marker_is_worth() => Test(
        "{|#0:" + Generated + "|}" + Marker($"\"codex\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\"")
            .Replace("\"codex\",", "{|PROV2004:\"codex\"|},", StringComparison.Ordinal),
        [A, B],
        Expected(
            $"A human must review the fixture file '{B}' that codex made, then add the marker, "
            + $"which an AI agent must not: [assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{B}\", "
            + $"Digest = \"{DigestOfB}\")]")).RunAsync();

    [Theory]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")", "")]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")", "provenance.tests.review_required = all", true)]
    [InlineData(
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")",
        "provenance.tests.review_required = none")]
    [InlineData(
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")",
        "provenance.review_required = none",
        true)]
    [InlineData("AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")", "provenance.exclude = true")]
    [InlineData("AIProvenance(AIOrigin.Generated, Tool = \"codex\")", "provenance.assembly_default_declares = true", true)]
    public Task Origin_and_options_of_the_file_with_the_annotation_decide(string annotation, string option, bool isReported = false) =>
        Test(isReported ? "{|PROV2002:" + annotation + "|}" : annotation, [A], options: option).RunAsync();

    [Fact]
    public Task Only_the_nearest_annotation_is_asked() => Test(
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = {|PROV0002:\"Fixtures/**\"|}), "
        + "AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\"), "
        + "{|PROV2002:AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/b.json\")|}",
        [A, B]).RunAsync();

    [Fact]
    public Task Of_several_that_hold_one_that_says_AI_is_asked() => Test(
        "AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\"), "
        + "{|PROV2002:AIProvenance(AIOrigin.Assisted, Tool = \"codex\", Target = \"Fixtures/a.json\")|}, "
        + "AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")",
        [A]).RunAsync();

    [Fact]
    public Task Of_a_file_that_could_not_be_read_nothing_is_said_but_that_a_review_is_missing() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n[assembly: {|PROV2002:" + Generated + "|}"
            + Marker($"\"bob\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\"") + "]",
        FixtureList = $"-\t-\t*.json\t{A}\n-\t-\t*.json\t{B}\n",
        RequiresReview = true,
    }.RunAsync();

    private static DiagnosticResult Expected(string message) =>
        new DiagnosticResult(Descriptors.UnreviewedTest).WithLocation(0).WithMessage(message);

    [Fact]
    public Task A_test_method_that_an_AI_made_is_reported_in_a_humans_class() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)]
            public class Tests
            {
                [Xunit.Fact, AIProvenance(AIOrigin.Generated, Tool = "codex")] public void {|PROV2002:ByAI|}() { }
                [Xunit.Fact] public void ByHuman() { }
                [AIProvenance(AIOrigin.Generated, Tool = "codex")] public class {|PROV2002:Nested|} { [Xunit.Fact] public void M() { } }
            }
            """,
        References = Framework.XUnit2,
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_partial_test_class_is_reviewed_part_by_part() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = "codex"), HumanReviewed("bob", "2026-11-21")]
                public partial class Tests { [Xunit.Fact] public void M() { } }
                """),
            ("B.cs", "public partial class {|PROV2002:Tests|} { public void Helper() { } }"),
            ("C.g.cs", "public partial class Tests { public void Generated() { } }"),
        ],
        Options = "provenance.require_digest = false",
        References = Framework.XUnit2,
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV2002\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Review\", \"PROV2002\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV2002.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n{before}[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
            + "public class Tests { [Xunit.Fact] public void M() { } }",
        Options = options,
        References = Framework.XUnit2,
        RequiresReview = true,
    }.RunAsync();
}
