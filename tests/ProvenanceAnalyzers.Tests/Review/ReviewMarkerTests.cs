using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Tests.FixAll;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>The rules about markers: PROV2003 to PROV2008, and the form of markers in PROV0002 and PROV0004.</summary>
public sealed class ReviewMarkerTests
{
    public static TheoryData<string> Identities =>
    [
        .. KnownTools.All.SelectMany(tool => tool.Aliases.Append(tool.Id).Concat(tool.Emails).Concat(tool.Bots)
            .Concat(tool.Bots.Select(bot => $"12345+{bot}@users.noreply.github.com"))
            .Concat(tool.Emails.Select(email => $"Ada Lovelace <{email}>"))),
        "dependabot[bot] <support@example.com>", "claude[bot]@example.com", "Claude (noreply@anthropic.com)", "noreply@anthropic.com (Claude)",
        "mailto:noreply@anthropic.com", "Claude <noreply@anthropic.com>.", "claude\u200B", "noreply@anthropic.com\u200B",
        "github-actions[bot]", "dependabot[bot]@users.noreply.github.com", "49699333+dependabot[bot]@users.noreply.github.com", "CLAUDE", "Noreply@Anthropic.com",
    ];

    [Theory]
    [MemberData(nameof(Identities))]
    public void Every_known_identity_is_refused(string reviewer) => Assert.NotNull(
        ProvenanceAnalyzers.Review.ReviewJudge.RefusalOf(new ProvenanceAnalyzers.Review.Person(reviewer), ProvenanceAnalyzers.Options.ProvenanceOptions.Read(
            new InMemoryConfig([]).GlobalOptions, ProvenanceAnalyzers.Options.AnalysisMode.Default, [])));

    [Theory]
    [InlineData("claude.martin@example.com")]
    [InlineData("Devin Booker <db@example.com>")]
    [InlineData("jules@corp.example")]
    [InlineData("Copilot Smith <cs@example.com>")]
    [InlineData("12345+claude@users.noreply.github.com")]
    [InlineData("Claude Martin")]
    [InlineData("staff:4711")]
    [InlineData("noreply@anthropic.com.example.org")]
    [InlineData("x-noreply@openai.com")]
    [InlineData("Bot Ross")]
    [InlineData("Åsa <åsa@exämple.se>")]
    [InlineData("Ada (Robot [bot] fan) <ada@example.com>")]
    public Task Near_misses_are_accepted(string reviewer) => ReviewedCode.Test(
        ReviewedCode.Marked($"[HumanReviewed(\"{reviewer}\", \"2026-11-21\", Digest = \"{{digest}}\")]")).RunAsync();

    [Theory]
    [InlineData("\"devin\"", "'devin' is the name of an AI tool, and a human must review; if this is a person, write an address or 'Name <address>'")]
    [InlineData("\"noreply@openai.com\"", "'noreply@openai.com' is the address of an AI tool, and a human must review: its review is not one")]
    [InlineData("\"coderabbitai[bot]\"", "'coderabbitai[bot]' is a bot's account, and a human must review: its review is not one")]
    [InlineData("\"\"", "The marker names no reviewer: write who reviewed the code, as an address, 'Name <address>' or a pseudonym such as 'staff:4711'")]
    [InlineData("\" \"", "The marker names no reviewer: write who reviewed the code, as an address, 'Name <address>' or a pseudonym such as 'staff:4711'")]
    [InlineData("null", "The marker names no reviewer: write who reviewed the code, as an address, 'Name <address>' or a pseudonym such as 'staff:4711'")]
    [InlineData("\"Bob <>\"", "The marker names no reviewer: write who reviewed the code, as an address, 'Name <address>' or a pseudonym such as 'staff:4711'")]
    [InlineData(
        "\"bob\\u2028ada\"",
        "The reviewer is written on several lines or with control characters: write an address, 'Name <address>' or a pseudonym on one line")]
    [InlineData(
        "\"bob\\nada\"",
        "The reviewer is written on several lines or with control characters: write an address, 'Name <address>' or a pseudonym on one line")]
    public async Task A_refused_reviewer_is_told_why(string reviewer, string message)
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked($"[HumanReviewed({{|#0:{reviewer}|}}, \"2026-11-21\", Digest = \"{{digest}}\")]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RefusedReviewer).WithLocation(0).WithMessage(message));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("bob@example.com", true)]
    [InlineData("BOB@EXAMPLE.COM", true)]
    [InlineData("Bob <bob@example.com>", true)]
    [InlineData("staff:4711", true)]
    [InlineData("staff:47110", false)]
    [InlineData("bob@example.org", false)]
    [InlineData("Bob@example.com <bob@example.org>", false)]
    public Task Only_those_who_may_review_count(string reviewer, bool isAllowed)
    {
        var argument = isAllowed ? $"\"{reviewer}\"" : $"{{|PROV2004:\"{reviewer}\"|}}";
        return ReviewedCode.Test(
            ReviewedCode.Marked($"[HumanReviewed({argument}, \"2026-11-21\", Digest = \"{{digest}}\")]"),
            "provenance.reviewers = *@example.com, staff:????").RunAsync();
    }

    [Theory]
    [InlineData("class C { int Twice(int x) => 2 * x; }", false)]
    [InlineData("class C\n{\n    // Doubles.\n    int Twice(\n        int x) =>\n        2 * x;\n}", false)]
    [InlineData("class C { int Twice(int x) => 2 * x + 0; }", true)]
    [InlineData("class C { int Twice(int y) => 2 * y; }", true)]
    [InlineData("#nullable disable\nclass C { int Twice(int x) => 2 * x; }", false)]
    [InlineData("class C {\n#nullable disable\n int Twice(int x) => 2 * x; }", true)]
    public Task A_marker_is_stale_when_the_code_has_changed_and_only_then(string code, bool isStale)
    {
        var digest = isStale ? "{|PROV2003:\"{digest}\"|}" : "\"{digest}\"";
        return ReviewedCode.Test(
            $"using ProvenanceAnalyzers;\n{(code.StartsWith('#') ? code.Split('\n')[0] : "")}\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
            + $"[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {digest})]\n{(code.StartsWith('#') ? code.Split('\n')[1] : code)}").RunAsync();
    }

    [Fact]
    public async Task A_stale_marker_names_both_digests()
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|#0:\"{other}\"|})]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            $"The code has changed since 'bob' reviewed it: the marker has the digest {ReviewedCode.OtherDigest}, and the code is {ReviewedCode.Digest}; "
            + "a human must review the change and renew the marker, an AI agent must not"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_stale_marker_beside_one_of_the_same_person_that_holds_is_superseded() => ReviewedCode.Test(ReviewedCode.Marked(
        """
        [HumanReviewed("bob", "2026-11-20", Digest = "{other}")]
        [HumanReviewed("bob", "2026-11-21", Digest = "{digest}")]
        [HumanReviewed("ada", "2026-11-21", Digest = {|PROV2003:"{other}"|})]
        """)).RunAsync();

    [Theory]
    [InlineData("ada@example.com", "ada@example.com", true)]
    [InlineData("Ada <ada@example.com>", "ADA@example.com", true)]
    [InlineData("bob@example.com", "ada@example.com", false)]
    public Task The_requester_does_not_review(string reviewer, string requester, bool isReported)
    {
        var argument = isReported ? $"{{|PROV2005:\"{reviewer}\"|}}" : $"\"{reviewer}\"";
        return ReviewedCode.Test(ReviewedCode.Marked(
            $"[HumanReviewed({argument}, \"2026-11-21\", Digest = \"{{digest}}\")]",
            $"AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"{requester}\"")).RunAsync();
    }

    [Theory]
    [InlineData("provenance.independent_review = false", "AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\"")]
    [InlineData("", "AIOrigin.Human, RequestedBy = \"ada\"")]
    public Task The_requester_may_review_where_policy_says_so_and_a_humans_code(string option, string provenance) => ReviewedCode.Test(
        ReviewedCode.Marked("[HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]", provenance), option).RunAsync();

    [Theory]
    [InlineData("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\")]", "{|PROV2006:C|}")]
    [InlineData(
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{digest}\"), HumanReviewed(\"Bob <BOB@example.com>\", \"2026-11-21\", Digest = \"{digest}\")]",
        "{|PROV2006:C|}")]
    [InlineData(
        "[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\"), HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Digest = \"{digest}\")]",
        "{|PROV2006:C|}")]
    [InlineData("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\"), HumanReviewed(\"ada\", \"2026-11-21\", Digest = \"{digest}\")]", "C")]
    [InlineData("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})]", "C")]
    [InlineData("", "{|PROV2001:C|}")]
    public Task Different_people_count(string markers, string name) => ReviewedCode.Test(
        ReviewedCode.Marked(markers).Replace("class C", $"class {name}", StringComparison.Ordinal), "provenance.reviews_required = 2").RunAsync();

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", "", "", false)]
    [InlineData("2026-11-20", "2026-11-21", "", "", true)]
    [InlineData("2026-11-20", "", "provenance.review_max_age_days = 30", "2026-12-20", false)]
    [InlineData("2026-11-20", "", "provenance.review_max_age_days = 30", "2026-12-21", true)]
    [InlineData("2026-11-20", "", "provenance.review_max_age_days = 30", "", false)]
    [InlineData("2026-11-20", "", "", "2036-12-21", false)]
    [InlineData("2026-11-20", "", "", "2026-11-19", false)]
    [InlineData("2026-11-20", "", "", "2026-11-18", true)]
    public Task A_review_can_be_out_of_date(string reviewed, string made, string option, string today, bool isReported)
    {
        var date = isReported ? $"{{|PROV2007:\"{reviewed}\"|}}" : $"\"{reviewed}\"";
        return new ProvenanceTest
        {
            Source = ReviewedCode.Marked(
                $"[HumanReviewed(\"bob\", {date}, Digest = \"{{digest}}\")]",
                "AIOrigin.Generated, Tool = \"codex\"" + (made.Length > 0 ? $", On = \"{made}\"" : "")),
            Options = option,
            GlobalOptions = today.Length > 0 ? $"build_property.ProvenanceToday = {today}" : "",
            RequiresReview = true,
        }.RunAsync();
    }

    [Theory]
    [InlineData("2026-11-20", "", "2026-11-21", "older than the code, which was made on 2026-11-21")]
    [InlineData("2026-11-20", "2026-12-21", "", "more than 30 days old (provenance.review_max_age_days)")]
    [InlineData("2026-11-20", "2026-11-18", "", "later than today, 2026-11-18 (ProvenanceToday)")]
    public async Task A_review_that_is_out_of_date_says_why(string reviewed, string today, string made, string reason)
    {
        var test = new ProvenanceTest
        {
            Source = ReviewedCode.Marked(
                $"[HumanReviewed(\"bob\", {{|#0:\"{reviewed}\"|}}, Digest = \"{{digest}}\")]",
                "AIOrigin.Generated, Tool = \"codex\"" + (made.Length > 0 ? $", On = \"{made}\"" : "")),
            Options = "provenance.review_max_age_days = 30",
            GlobalOptions = today.Length > 0 ? $"build_property.ProvenanceToday = {today}" : "",
            RequiresReview = true,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.OutdatedReview).WithLocation(0).WithMessage(
            $"The review of {reviewed} is {reason}; review the code again, and renew the marker"));
        await test.RunAsync();
    }

    [Fact]
    public Task An_old_marker_beside_one_of_the_same_person_that_counts_is_superseded() => new ProvenanceTest
    {
        Source = ReviewedCode.Marked(
            """
            [HumanReviewed("bob", "2026-01-01", Digest = "{digest}")]
            [HumanReviewed("Bob <bob>", "2026-12-30", Digest = "{digest}")]
            [HumanReviewed("ada", {|PROV2007:"2026-01-01"|}, Digest = "{digest}")]
            """),
        Options = "provenance.review_max_age_days = 30",
        GlobalOptions = "build_property.ProvenanceToday = 2026-12-31",
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_type_that_was_reviewed_before_a_member_was_made_is_no_review_of_the_member() => ReviewedCode.Test(
        $$"""
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human)]
        [HumanReviewed("bob", "2026-11-21", Digest = "{{IndependentDigest.Compute("class C { void M() { } void N() { } }")}}")]
        class C
        {
            [AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-21")] void M() { }
            [AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-22")] void {|PROV2001:N|}() { }
        }
        """).RunAsync();

    [Fact]
    public async Task A_reviewer_without_a_name_is_someone_unnamed()
    {
        var test = ReviewedCode.Test(ReviewedCode.Marked("[HumanReviewed({|#1:\"\"|}, \"2026-11-21\", Digest = {|#0:\"{other}\"|})]"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            $"The code has changed since someone unnamed reviewed it: the marker has the digest {ReviewedCode.OtherDigest}, and the code is "
            + $"{ReviewedCode.Digest}; a human must review the change and renew the marker, an AI agent must not"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.RefusedReviewer).WithLocation(1).WithMessage(
            "The marker names no reviewer: write who reviewed the code, as an address, 'Name <address>' or a pseudonym such as 'staff:4711'"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_marker_in_generated_code_does_not_supersede_a_stale_one() => new ProvenanceTest
    {
        Files =
        [
            ("Markers.cs", ReviewedCode.Fill(
                "[assembly: ProvenanceAnalyzers.HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Code.cs\", Digest = {|PROV2003:\"{other}\"|})]\n")),
            ("Markers.g.cs",
                "[assembly: ProvenanceAnalyzers.HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Code.cs\", "
                + $"Digest = \"{IndependentDigest.Compute("using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }")}\")]\n"),
            ("Code.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }"),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_marker_without_a_digest_does_not_count_where_one_is_required() => ReviewedCode.Test(ReviewedCode.Marked(
        "[{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\")|}]")).RunAsync();

    [Fact]
    public Task A_marker_without_a_digest_counts_where_none_is_required() => ReviewedCode.Test(
        ReviewedCode.Marked("[HumanReviewed(\"bob\", \"2026-11-21\")]"), "provenance.require_digest = false").RunAsync();

    [Fact]
    public Task A_marker_on_human_code_is_checked_too() => ReviewedCode.Test(ReviewedCode.Marked(
        "[HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})]", "AIOrigin.Human")).RunAsync();

    [Fact]
    public Task Ten_markers_are_ten_markers() => ReviewedCode.Test(
        ReviewedCode.Marked(string.Join("\n", Enumerable.Range(0, 10).Select(index =>
            $"[HumanReviewed(\"staff:{index}\", \"2026-11-21\", Digest = \"{{digest}}\")]"))),
        "provenance.reviews_required = 10").RunAsync();

    [Theory]
    [InlineData("Digest = {|PROV0002:\"h2:00000000000000000000000000000000\"|}")]
    [InlineData("Digest = {|PROV0002:\"h1:0000\"|}")]
    [InlineData("Digest = {|PROV0002:\"h1:0000000000000000000000000000000G\"|}")]
    [InlineData("Digest = {|PROV0002:\"H1:00000000000000000000000000000000\"|}")]
    [InlineData("Digest = {|PROV0002:\"\"|}")]
    [InlineData("Digest = {|PROV0002:null|}")]
    [InlineData("Digest = \"{digest}\", Target = {|PROV0002:\"A.cs\"|}")]
    public Task A_malformed_marker_is_named_and_does_not_count(string arguments) =>
        ReviewedCode.Test(ReviewedCode.Marked($"[HumanReviewed(\"bob\", \"2026-11-21\", {arguments})]")).RunAsync();

    [Theory]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"21.11.2026\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public Task A_malformed_day_is_named(string day) => ReviewedCode.Test(
        ReviewedCode.Marked($"[HumanReviewed(\"bob\", {{|PROV0002:{day}|}}, Digest = \"{{digest}}\")]")).RunAsync();

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
            [("Code.cs", SourceText.From($"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codexx\")] class B {{ }}\n{marker}\nclass C {{ }}"))]);
        var diagnostics = await solution.AnalyzeAsync();

        // Where an analyzer throws, there is AD0001; and no other rule may fall silent.
        Assert.DoesNotContain(diagnostics, diagnostic => !diagnostic.Id.StartsWith("PROV", StringComparison.Ordinal));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == DiagnosticIds.UnknownTool);
    }

    [Theory]
    [InlineData("Markers.cs", "", "{|PROV2003:\"{other}\"|}", "C")]
    [InlineData("Markers.g.cs", "", "\"{other}\"", "{|PROV2001:C|}")]
    [InlineData("Markers.cs", "// <auto-generated/>\n", "\"{other}\"", "{|PROV2001:C|}")]
    public Task A_marker_in_generated_code_is_neither_reported_nor_counted(string file, string header, string digest, string name) => new ProvenanceTest
    {
        Files =
        [
            (file, ReviewedCode.Fill(
                $"{header}[assembly: ProvenanceAnalyzers.HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Code.cs\", Digest = {digest})]\n")),
            ("Code.cs", $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class {name} {{ }}"),
        ],
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_marker_on_fields_that_are_declared_together_is_checked_once() => ReviewedCode.Test("""
        using ProvenanceAnalyzers;
        [AIProvenance(AIOrigin.Human)]
        class C { [HumanReviewed({|PROV2004:"codex"|}, "2026-11-21", Digest = {|PROV2003:"{other}"|})] int a, b; }
        """).RunAsync();
}
