using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>The review of fixture files: PROV2002 on the annotation, and the markers that name a file.</summary>
public sealed class FixtureReviewTests
{
    private const string A = "Fixtures/a.json";
    private const string B = "Fixtures/b.json";
    private const string Generated = "AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\", On = \"2026-11-20\", Target = \"Fixtures/*.json\")";

    private static readonly string DigestOfA = ProvenanceTest.DigestOf(A);
    private static readonly string DigestOfB = ProvenanceTest.DigestOf(B);

    [Fact]
    public Task One_file_is_asked_for_with_its_digest() => Test(
        "{|#0:" + Generated + "|}", [A],
        Expected(
            $"A human must review the fixture file '{A}' that codex made; an AI agent must not add the marker, which says that a human did: "
            + $"[assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{A}\", Digest = \"{DigestOfA}\")]")).RunAsync();

    [Fact]
    public Task Several_files_are_listed_once() => Test(
        "{|#0:" + Generated + "|}", [.. Enumerable.Range(1, 6).Select(number => $"Fixtures/{number}.json")],
        Expected(
            "A human must review 6 fixture files (Fixtures/1.json, Fixtures/2.json, Fixtures/3.json, Fixtures/4.json, Fixtures/5.json, ...) "
            + "that codex made; an AI agent must not add the marker, which says that a human did")).RunAsync();

    [Fact]
    public Task A_file_that_has_a_marker_is_left_out_whatever_the_marker_is_worth() => Test(
        "{|#0:" + Generated + "|}" + Marker($"\"codex\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\"").Replace("\"codex\",", "{|PROV2004:\"codex\"|},", StringComparison.Ordinal),
        [A, B],
        Expected(
            $"A human must review the fixture file '{B}' that codex made; an AI agent must not add the marker, which says that a human did: "
            + $"[assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{B}\", Digest = \"{DigestOfB}\")]")).RunAsync();

    [Theory]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")", "")]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")", "provenance.tests.review_required = all", true)]
    [InlineData("AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")", "provenance.tests.review_required = none")]
    [InlineData("AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")", "provenance.review_required = none", true)]
    [InlineData("AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")", "provenance.exclude = true")]
    [InlineData("AIProvenance(AIOrigin.Generated, Tool = \"codex\")", "provenance.assembly_default_declares = true", true)]
    public Task Origin_and_options_of_the_file_with_the_annotation_decide(string annotation, string option, bool isReported = false) =>
        Test(isReported ? "{|PROV2002:" + annotation + "|}" : annotation, [A], options: option).RunAsync();

    [Fact]
    public Task Only_the_nearest_annotation_is_asked() => Test(
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/**\"), AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\"), "
        + "{|PROV2002:AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/b.json\")|}",
        [A, B]).RunAsync();

    [Fact]
    public Task Of_several_that_hold_one_that_says_AI_is_asked() => Test(
        "AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\"), {|PROV2002:AIProvenance(AIOrigin.Assisted, Tool = \"codex\", Target = \"Fixtures/a.json\")|}, "
        + "AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/a.json\")",
        [A]).RunAsync();

    [Theory]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\", Digest = {|PROV2003:\"{other}\"|})")]
    [InlineData("HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("HumanReviewed({|PROV2005:\"ada\"|}, \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("HumanReviewed(\"bob\", {|PROV2007:\"2026-11-19\"|}, Target = \"{a}\", Digest = \"{digest}\")")]
    [InlineData("{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\")|}")]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"{a}\")", "provenance.require_digest = false")]
    [InlineData("HumanReviewed(\"ada\", \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")", "provenance.independent_review = false")]
    [InlineData("HumanReviewed({|PROV2004:\"bob\"|}, \"2026-11-21\", Target = \"{a}\", Digest = \"{digest}\")", "provenance.reviewers = *@example.com")]
    public Task A_marker_is_judged_as_one_of_code(string attribute, string option = "")
    {
        var marker = attribute.Replace("{a}", A, StringComparison.Ordinal).Replace("{digest}", DigestOfA, StringComparison.Ordinal)
            .Replace("{other}", DigestOfB, StringComparison.Ordinal);
        return Test($"{Generated}]\n[assembly: {marker}", [A], options: option).RunAsync();
    }

    [Fact]
    public Task A_stale_marker_names_both_digests()
    {
        var test = Test(Generated + Marker($"\"bob\", \"2026-11-21\", Target = \"{A}\", Digest = {{|#0:\"{DigestOfB}\"|}}"), [A]);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            $"The fixture file '{A}' has changed since 'bob' reviewed it: the marker has the digest {DigestOfB}, and the file is {DigestOfA}; "
            + "a human must review the change and renew the marker, an AI agent must not"));
        return test.RunAsync();
    }

    [Fact]
    public Task Fewer_reviews_than_policy_asks_for_are_said_on_the_annotation()
    {
        var test = Test(
            "{|#0:" + Generated + "|}" + Marker($"\"bob\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\"")
            + Marker($"\"eve\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\""),
            [A],
            options: "provenance.reviews_required = 3\nprovenance.show_digest = false");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.TooFewReviews).WithLocation(0).WithMessage(
            $"A human must review the fixture file '{A}': it has 2 of the 3 reviews by different people that provenance.reviews_required asks for; "
            + "an AI agent must not add one"));
        return test.RunAsync();
    }

    [Fact]
    public Task Of_a_file_that_could_not_be_read_nothing_is_said_but_that_a_review_is_missing() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n[assembly: {|PROV2002:" + Generated + "|}"
            + Marker($"\"bob\", \"2026-11-21\", Target = \"{A}\", Digest = \"{DigestOfA}\"") + "]",
        FixtureList = $"-\t-\t*.json\t{A}\n-\t-\t*.json\t{B}\n",
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_source_file_of_that_path_is_what_a_marker_is_about() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "using ProvenanceAnalyzers;\n[assembly: HumanReviewed(\"bob\", \"2026-11-21\", Target = \"B.cs\", Digest = {|PROV2003:\"" + DigestOfB + "\"|})]"),
            ("B.cs", "namespace N;"),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Theory]
    [InlineData("Fixtures/gone.json", "Fixtures/a.json", "")]
    [InlineData("Fixtures/A.json", "Fixtures/a.json", "; did you mean \"Fixtures/a.json\"?")]
    [InlineData("**/*.csv", "Fixtures/a.json", "")]
    [InlineData("Fixtures/*.json", "", "")]
    public Task PROV0004_knows_fixture_files(string target, string fixture, string hint)
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = {|#0:\"" + target + "\"|})]",
            Fixtures = fixture.Length > 0 ? [fixture] : [],
            GlobalOptions = "build_property.ProvenanceDefaultFixtures = true",
            Options = "dotnet_diagnostic.PROV1003.severity = none",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnmatchedTarget).WithLocation(0).WithMessage(
            $"Target \"{target}\" matches no source or fixture file of this project; paths are relative to the project and case-sensitive{hint}"));
        return test.RunAsync();
    }

    private static string Marker(string arguments) => $"]\n[assembly: HumanReviewed({arguments})";

    private static DiagnosticResult Expected(string message) => new DiagnosticResult(Descriptors.UnreviewedTest).WithLocation(0).WithMessage(message);

    private static ProvenanceTest Test(string attributes, string[] fixtures, DiagnosticResult? expected = null, string options = "")
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[assembly: {attributes}]",
            Fixtures = fixtures,
            Options = options,
            RequiresReview = true,
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
        };
        if (expected is { } diagnostic)
        {
            test.ExpectedDiagnostics.Add(diagnostic);
        }

        return test;
    }
}
