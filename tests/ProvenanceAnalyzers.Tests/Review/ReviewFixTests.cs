using System.Globalization;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
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
    private const string Generated = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n";

    private static readonly string Today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly PersonAtMachine _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public Task Marks_code_as_reviewed() => Test(
        Generated + "class {|PROV2001:C|} { int Twice(int x) => 2 * x; }",
        Generated
            + $"[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{{digest}}\")]\n"
            + "class C { int Twice(int x) => 2 * x; }",
        "MarkReviewedCodeFixProvider").RunAsync();

    [Fact]
    public Task Marks_one_place_at_a_time_and_signs_nobodys_name_where_nobody_says_who()
    {
        Environment.SetEnvironmentVariable(PersonAtMachine.Variable, null);
        return Test(
            Generated + "class {|PROV2001:C|} { int Twice(int x) => 2 * x; }",
            Generated
                + $"[HumanReviewed({{|PROV2004:\"\"|}}, \"{Today}\", Digest = \"{{digest}}\")]\n"
                + "class C { int Twice(int x) => 2 * x; }",
            "MarkReviewedCodeFixProvider").RunAsync();
    }

    [Trait("Case", "H15")]
    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] // Why.\n=>[System.Serializable]\nclass C { }")]
    [InlineData("[System.Serializable]\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n/* Why. */ =>class C { }")]
    [InlineData("// Why.\n[AIProvenanceAttribute(AIOrigin.Generated, Tool = \"codex\"), System.Serializable]\n=>public class C { }")]
    [InlineData("[ProvenanceAnalyzers.AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n=>class C { }")]
    public async Task A_marker_stands_below_the_annotation_and_above_other_attributes(string source)
    {
        var code = "using ProvenanceAnalyzers;\n" + source;
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [("Code.cs", SourceText.From(code.Replace("=>", string.Empty, StringComparison.Ordinal)))],
            "provenance.review_required = ai");
        var document = solution.Single("Project").Files().Single();
        var diagnostic = Assert.Single(await document.Project.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UnreviewedCode);
        var (_, action) = Assert.Single(await document.ActionsAsync(diagnostic));
        var changed = (await action.ApplyAsync()).Single("Project");

        var text = (await changed.Files().Single().GetTextAsync()).ToString();
        var at = code.IndexOf("=>", StringComparison.Ordinal);
        Assert.StartsWith(
            $"{code[..at]}[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"h1:", text, StringComparison.Ordinal);
        Assert.EndsWith(code[(at + 2)..], text, StringComparison.Ordinal);
        Assert.Empty(await changed.AnalyzeAsync());
    }

    [Fact]
    public Task Adds_a_second_review() => Test(
        Generated + "[HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]\nclass {|PROV2006:C|} { int Twice(int x) => 2 * x; }",
        Generated
            + "[HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]\n"
            + $"[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{{digest}}\")]\nclass C {{ int Twice(int x) => 2 * x; }}",
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

    [Trait("Case", "H7")]
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
        Generated + "[{|PROV2008:HumanReviewed(\"Bob <bob@example.com>\", \"2026-01-02\")|}]\nclass C { int Twice(int x) => 2 * x; }",
        Generated
            + "[HumanReviewed(\"Bob <bob@example.com>\", \"2026-01-02\", Digest = \"{digest}\")]\nclass C { int Twice(int x) => 2 * x; }",
        "AddDigestCodeFixProvider").RunAsync();

    [Trait("Case", "H7")]
    [Theory]
    [InlineData("bob@example.com", "bob@example.com", true)]
    [InlineData("Bob <BOB@example.com>", "bob@example.com", true)]
    [InlineData("ada@example.com", "bob@example.com", false)]
    [InlineData("ada@example.com", null, false)]
    public async Task The_digest_is_added_by_the_markers_own_reviewer_alone(string reviewer, string? sitting, bool isOffered)
    {
        Environment.SetEnvironmentVariable(PersonAtMachine.Variable, sitting);
        var source = Generated + $"[HumanReviewed(\"{reviewer}\", \"2026-01-02\")]\nclass C {{ }}\n";
        Assert.Equal(isOffered ? 1 : 0, await OfferedAsync(source, RuleIds.ReviewWithoutDigest));
    }

    [Trait("Case", "H6")]
    [Theory]
    [InlineData("bob@example.com", "", false)]
    [InlineData("Bob <BOB@example.com>", "", false)]
    [InlineData("ada@example.com", "", true)]
    [InlineData("bob@example.com", "provenance.independent_review = false", true)]
    public async Task Nobody_is_offered_to_review_what_they_requested(string requester, string options, bool isOffered)
    {
        var generated = Generated.Replace("\"codex\"", $"\"codex\", RequestedBy = \"{requester}\"", StringComparison.Ordinal);
        var expected = isOffered ? 1 : 0;
        var stale = $"[HumanReviewed(\"eve@example.com\", \"2026-01-02\", Digest = \"{ReviewedCode.OtherDigest}\")]\n";
        var valid = $"[HumanReviewed(\"eve@example.com\", \"2026-01-02\", Digest = \"{IndependentDigest.Compute("class C { }")}\")]\n";
        Assert.Equal(expected, await OfferedAsync($"{generated}class C {{ }}\n", RuleIds.UnreviewedCode, options));
        Assert.Equal(expected, await OfferedAsync($"{generated}{stale}class C {{ }}\n", RuleIds.StaleReview, options));
        Assert.Equal(
            expected,
            await OfferedAsync($"{generated}{valid}class C {{ }}\n", RuleIds.TooFewReviews, $"{options}\nprovenance.reviews_required = 2"));
    }

    [Trait("Case", "H6")]
    [Fact]
    public async Task Nobody_is_offered_to_review_the_fixture_files_that_they_requested()
    {
        const string Source = "using ProvenanceAnalyzers;\n"
            + "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"bob@example.com\", Target = \"F/*.json\")]\n";
        Assert.Equal(0, await OfferedAsync(Source, RuleIds.UnreviewedTest, fixtures: ["F/a.json", "F/b.json"]));
        Assert.Equal(0, await OfferedAsync(Source, RuleIds.UnreviewedTest, fixtures: ["F/a.json"]));
    }

    [Theory]
    [InlineData("CLAUDECODE", "1", false)]
    [InlineData("CURSOR_AGENT", "1", false)]
    [InlineData("GEMINI_CLI", "1", false)]
    [InlineData("CODEX_SANDBOX", "seatbelt", false)]
    [InlineData("CODEX_SANDBOX_NETWORK_DISABLED", "1", false)]
    [InlineData("CODEX_THREAD_ID", "0199", false)]
    [InlineData("CODEX_CI", "1", false)]
    [InlineData("COPILOT_CLI", "1", false)]
    [InlineData("COPILOT_AGENT_SESSION_ID", "0199", false)]
    [InlineData("QWEN_CODE", "1", false)]
    [InlineData("CLINE_ACTIVE", "true", false)]
    [InlineData("CLINE_CONNECTOR_CLI_LAUNCH", "{}", false)]
    [InlineData("OPENCODE", "1", false)]
    [InlineData("GOOSE_TERMINAL", "1", false)]
    [InlineData("AGENT", "goose", false)]
    [InlineData("AGENT", "amp", false)]
    [InlineData("AI_AGENT", "our-own", false)]
    [InlineData("CLAUDECODE", "", true)]
    [InlineData("AGENT", "build-4", true)]
    [InlineData("CURSOR_TRACE_ID", "0199", true)]
    [InlineData("TERM_PROGRAM", "vscode", true)]
    [InlineData("VSCODE_PID", "4711", true)]
    [InlineData("REPL_ID", "4711", true)]
    public async Task No_fix_signs_where_an_AI_agent_started_the_process(string variable, string value, bool isOffered)
    {
        var before = Environment.GetEnvironmentVariable(variable);
        try
        {
            Environment.SetEnvironmentVariable(variable, value);
            var expected = isOffered ? 1 : 0;
            Assert.Equal(expected, await OfferedAsync(Generated + "class C { }\n", RuleIds.UnreviewedCode));
            Assert.Equal(
                expected,
                await OfferedAsync(
                    $"{Generated}[HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass C {{ }}\n", RuleIds.ReviewWithoutDigest));
            Assert.Equal(
                expected,
                await OfferedAsync(
                    $"{Generated}[HumanReviewed(\"bob@example.com\", \"2026-01-02\", Digest = \"{ReviewedCode.OtherDigest}\")]\n"
                    + "class C { }\n",
                    RuleIds.StaleReview));
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

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
                    "using ProvenanceAnalyzers;\n"
                    + "[assembly: {|PROV2008:HumanReviewed(\"bob@example.com\", \"2026-01-02\", Target = \"src/D.cs\")|}]"),
                ("src/D.cs", Code),
            ],
            FixedFiles =
            [
                (
                    "Info.cs",
                    "using ProvenanceAnalyzers;\n"
                    + $"[assembly: HumanReviewed(\"bob@example.com\", \"2026-01-02\", Target = \"src/D.cs\", Digest = \"{digest}\")]"),
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

    [Trait("Case", "P23")]
    [Theory]
    [InlineData(", Digest = {|PROV2003:\"h1:00000000000000000000000000000000\"|}", "RenewReviewCodeFixProvider")]
    [InlineData("", "AddDigestCodeFixProvider")]
    public Task Renews_the_marker_of_a_glob_of_fixture_files(string digest, string action)
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

    /// <summary>How many actions are offered for the only finding of a rule.</summary>
    private static async Task<int> OfferedAsync(string source, string id, string options = "", string[]? fixtures = null)
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [("Code.cs", SourceText.From(source))],
            "provenance.review_required = ai\nprovenance.tests.review_required = ai\n" + options,
            fixtures: fixtures ?? []);
        var document = solution.Single("Project").Files().Single();
        var diagnostic = Assert.Single(await document.Project.AnalyzeAsync(), diagnostic => diagnostic.Id == id);
        return (await document.ActionsAsync(diagnostic)).Length;
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
