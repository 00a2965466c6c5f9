using System.Globalization;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>The fixes sign for the person of PROVENANCE_REVIEWER, today, with the digest of the code as it is.</summary>
[Collection(nameof(ReviewFixTests))]
[CollectionDefinition(nameof(ReviewFixTests), DisableParallelization = true)]
public sealed class ReviewFixTests : IDisposable
{
    private const string ReviewerVariable = "PROVENANCE_REVIEWER";
    private const string Generated = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n";

    private static readonly string Today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly string? _reviewer = Environment.GetEnvironmentVariable(ReviewerVariable);

    public ReviewFixTests() => Environment.SetEnvironmentVariable(ReviewerVariable, "bob@example.com");

    public void Dispose() => Environment.SetEnvironmentVariable(ReviewerVariable, _reviewer);

    [Fact]
    public Task Marks_code_as_reviewed() => Test(
        Generated + "class {|PROV2001:C|} { int Twice(int x) => 2 * x; }",
        "using ProvenanceAnalyzers;\n"
            + $"[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{{digest}}\")]\n"
            + "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass C { int Twice(int x) => 2 * x; }",
        "MarkReviewedCodeFixProvider").RunAsync();

    [Fact]
    public Task Marks_one_place_at_a_time_and_signs_nobodys_name_where_nobody_says_who()
    {
        Environment.SetEnvironmentVariable(ReviewerVariable, null);
        return Test(
            Generated + "class {|PROV2001:C|} { int Twice(int x) => 2 * x; }",
            "using ProvenanceAnalyzers;\n"
                + $"[HumanReviewed({{|PROV2004:\"\"|}}, \"{Today}\", Digest = \"{{digest}}\")]\n"
                + "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass C { int Twice(int x) => 2 * x; }",
            "MarkReviewedCodeFixProvider").RunAsync();
    }

    [Fact]
    public Task Adds_a_second_review() => Test(
        Generated + "[HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]\nclass {|PROV2006:C|} { int Twice(int x) => 2 * x; }",
        "using ProvenanceAnalyzers;\n"
            + $"[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{{digest}}\")]\n"
            + "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
            + "[HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]\nclass C { int Twice(int x) => 2 * x; }",
        "MarkReviewedCodeFixProvider",
        "provenance.reviews_required = 2").RunAsync();

    [Fact]
    public Task Marks_a_file_of_top_level_statements()
    {
        const string Statement = "System.Console.WriteLine();";
        var digest = IndependentDigest.Compute("using ProvenanceAnalyzers;\n" + Statement);
        return new ProvenanceTest
        {
            Files = [("Program.cs", Assembly(string.Empty) + "{|PROV2001:System|}.Console.WriteLine();")],
            FixedFiles =
            [
                (
                    "Program.cs",
                    Assembly(
                        $"[assembly: HumanReviewed(\"bob@example.com\", \"{Today}\", Target = \"Program.cs\", Digest = \"{digest}\")]\n")
                    + Statement),
            ],
            IsApplication = true,
            RequiresReview = true,
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
            Action = "MarkReviewedCodeFixProvider",
        }.RunAsync();

        static string Assembly(string marker) =>
            "using ProvenanceAnalyzers;\n"
            + $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Program.cs\")]\n{marker}";
    }

    [Fact]
    public Task Renews_the_reviewers_own_marker_and_leaves_everything_else() => Test(
        Generated + "[HumanReviewed(\"Bob <bob@example.com>\", /* kept */ \"2026-01-02\", Digest = {|PROV2003:\"{other}\"|})] // kept\n"
            + "class C { int Twice(int x) => 2 * x; }",
        Generated + $"[HumanReviewed(\"Bob <bob@example.com>\", /* kept */ \"{Today}\", Digest = \"{{digest}}\")] // kept\n"
            + "class C { int Twice(int x) => 2 * x; }",
        "RenewReviewCodeFixProvider").RunAsync();

    [Fact]
    public Task Does_not_sign_for_another() => Test(
        Generated + "[HumanReviewed(\"ada\", \"2026-01-02\", Digest = {|PROV2003:\"{other}\"|})]\nclass C { int Twice(int x) => 2 * x; }",
        Generated + $"[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{{digest}}\")]\nclass C {{ int Twice(int x) => 2 * x; }}",
        "RenewReviewCodeFixProvider").RunAsync();

    [Fact]
    public Task Renews_a_marker_that_is_out_of_date_and_has_no_digest() => Test(
        Generated.Replace("\"codex\"", "\"codex\", On = \"2026-01-03\"", StringComparison.Ordinal)
            + "[HumanReviewed(\"bob@example.com\", {|PROV2007:\"2026-01-02\"|})]\nclass C { int Twice(int x) => 2 * x; }",
        Generated.Replace("\"codex\"", "\"codex\", On = \"2026-01-03\"", StringComparison.Ordinal)
            + $"[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{{digest}}\")]\nclass C {{ int Twice(int x) => 2 * x; }}",
        "RenewReviewCodeFixProvider",
        "provenance.require_digest = false").RunAsync();

    [Fact]
    public Task Adds_a_digest() => Test(
        Generated + "[{|PROV2008:HumanReviewed(\"ada\", \"2026-01-02\")|}]\nclass C { int Twice(int x) => 2 * x; }",
        Generated + "[HumanReviewed(\"ada\", \"2026-01-02\", Digest = \"{digest}\")]\nclass C { int Twice(int x) => 2 * x; }",
        "AddDigestCodeFixProvider").RunAsync();

    [Fact]
    public Task Adds_the_digest_of_the_file_that_an_assembly_marker_names()
    {
        const string Code = "using System;\r\n// A comment.\r\nclass D { }\r\n";
        var digest = IndependentDigest.Compute(Code);
        return new ProvenanceTest
        {
            Files =
            [
                (
                    "Info.cs",
                    "using ProvenanceAnalyzers;\n[assembly: {|PROV2008:HumanReviewed(\"ada\", \"2026-01-02\", Target = \"src/D.cs\")|}]"),
                ("src/D.cs", Code),
            ],
            FixedFiles =
            [
                (
                    "Info.cs",
                    "using ProvenanceAnalyzers;\n"
                    + $"[assembly: HumanReviewed(\"ada\", \"2026-01-02\", Target = \"src/D.cs\", Digest = \"{digest}\")]"),
                ("src/D.cs", Code),
            ],
            Options = "provenance.required_on = none",
            RequiresReview = true,
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
            Action = "AddDigestCodeFixProvider",
        }.RunAsync();
    }

    [Fact]
    public async Task Marks_one_fixture_file_at_a_time()
    {
        const string Source = "using ProvenanceAnalyzers;\n\n"
            + "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"F/*.json\")]\n\nnamespace N;\n";
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "P",
            [("A.cs", SourceText.From(Source))],
            "provenance.tests.review_required = ai",
            fixtures: [.. Enumerable.Range(10, 12).Select(number => $"F/{number}.json")]);
        var document = solution.Single("P").Files().Single();
        var diagnostic = Assert.Single(await document.Project.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UnreviewedTest);

        var actions = await document.ActionsAsync(diagnostic);
        var changed = await actions[1].Action.ApplyAsync();

        Assert.Equal(
            Enumerable.Range(10, 10).Select(number => $"Mark 'F/{number}.json' as reviewed by bob@example.com"),
            actions.Select(action => action.Action.Title));
        Assert.Equal(
            Source.Replace(
                "]\n\nnamespace",
                $"]\n[assembly: HumanReviewed(\"bob@example.com\", \"{Today}\", Target = \"F/11.json\", "
                + $"Digest = \"{ProvenanceTest.DigestOf("F/11.json")}\")]\n\nnamespace",
                StringComparison.Ordinal),
            (await changed.Files().Single().GetTextAsync()).ToString());
        Assert.Empty(await changed.CompilerDiagnosticsAsync());
    }

    [Theory]
    [InlineData(", Digest = {|PROV2003:\"{other}\"|}", "\"2026-01-02\"", "RenewReviewCodeFixProvider")]
    [InlineData(", Digest = \"{other}\"", "{|PROV2007:\"2026-01-02\"|}", "RenewReviewCodeFixProvider", "2026-01-03")]
    [InlineData("", "\"2026-01-02\"", "AddDigestCodeFixProvider")]
    public Task Renews_the_marker_of_a_fixture_file(string digest, string date, string action, string made = "2026-01-01")
    {
        const string Marker = "HumanReviewed(\"bob@example.com\", {0}, Target = \"F/a.json\"{1})";
        var current = ProvenanceTest.DigestOf("F/a.json");
        var annotation = "using ProvenanceAnalyzers;\n"
            + $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", On = \"{made}\", Target = \"F/a.json\")]\n";
        var before = string.Format(
            CultureInfo.InvariantCulture,
            Marker,
            date,
            digest.Replace("{other}", made.EndsWith('3') ? current : ReviewedCode.OtherDigest, StringComparison.Ordinal));
        var after = string.Format(
            CultureInfo.InvariantCulture, Marker, action[0] == 'R' ? $"\"{Today}\"" : "\"2026-01-02\"", $", Digest = \"{current}\"");
        return new ProvenanceTest
        {
            Source = $"{annotation}[assembly: {(digest.Length > 0 ? before : "{|PROV2008:" + before + "|}")}]",
            Fixed = $"{annotation}[assembly: {after}]",
            Fixtures = ["F/a.json"],
            Action = action,
            RequiresReview = true,
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
        }.RunAsync();
    }

    [Theory]
    [InlineData(", Digest = {|PROV2003:\"h1:00000000000000000000000000000000\"|}", "RenewReviewCodeFixProvider")]
    [InlineData("", "AddDigestCodeFixProvider")]
    public Task P23_Renews_the_marker_of_a_glob_of_fixture_files(string digest, string action)
    {
        const string Annotation = "using ProvenanceAnalyzers;\n"
            + "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"F/*.json\")]\n";
        var before = $"HumanReviewed(\"bob@example.com\", \"2026-01-02\", Target = \"F/*.json\"{digest})";
        var day = action[0] == 'R' ? Today : "2026-01-02";
        return new ProvenanceTest
        {
            Source = $"{Annotation}[assembly: {(digest.Length > 0 ? before : "{|PROV2008:" + before + "|}")}]",
            Fixed = $"{Annotation}[assembly: HumanReviewed(\"bob@example.com\", \"{day}\", Target = \"F/*.json\", "
                + $"Digest = \"{ReviewedFixtures.DigestOfAll(["F/a.json", "F/b.json"])}\")]",
            Fixtures = ["F/a.json", "F/b.json"],
            Action = action,
            RequiresReview = true,
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
        }.RunAsync();
    }

    [Fact]
    public async Task A_marker_of_a_file_that_was_moved_stays()
    {
        const string Source =
            "using ProvenanceAnalyzers;\n[assembly: HumanReviewed(\"ada\", \"2026-01-02\", Target = \"Moved.cs\", Digest = \"h1:00\")]\n";
        var solution = TestSolution.AddProject(TestSolution.Create(), "Project", [("Code.cs", SourceText.From(Source))]);
        var document = solution.Single("Project").Files().Single();
        var diagnostic = Assert.Single(await document.Project.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UnmatchedTarget);

        Assert.Empty(await document.ActionsAsync(diagnostic));
    }

    private static ProvenanceTest Test(string source, string fixedSource, string action, string options = "") => new()
    {
        Source = ReviewedCode.Fill(source),
        Fixed = ReviewedCode.Fill(fixedSource),
        Action = action,
        Options = options,
        RequiresReview = true,
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
    };
}
