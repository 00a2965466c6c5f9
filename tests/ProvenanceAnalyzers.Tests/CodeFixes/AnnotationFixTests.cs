using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>The fixes of what is written already: an open question is answered, an annotation completed, a marker signed.</summary>
[Trait("Case", "H8")]
[Collection(nameof(ReviewFixTests))]
public sealed class AnnotationFixTests : IDisposable
{
    private const string Generated = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n";

    private static readonly string Today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly PersonAtMachine _person = new();

    public void Dispose() => _person.Dispose();

    /// <summary>What is offered for an open question, as what is then written: <c>Generated codex</c>.</summary>
    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Unknown)]\nclass C { }", "Generated+codex Assisted+codex Human")]
    [InlineData("class D\n{\n    [AIProvenance(AIOrigin.Unknown)]\n    void M() { }\n}", "Generated+codex Assisted+codex Human")]
    [InlineData("[AIProvenance(AIOrigin.Unknown, Reference = \"PR 1\")]\nclass C { }", "Generated+codex Assisted+codex Human")]
    [InlineData(
        "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown)]\nclass C { }", "Generated+codex Assisted+codex Human")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Code.cs\")]\nclass C { }", "Generated+codex Assisted+codex Human")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Unknown, Target = \"*.cs\")]\nclass C { }", "Generated+codex Assisted+codex")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Unknown)]\nclass C { }", "Generated+codex Assisted+codex")]
    [InlineData("[AIProvenance(AIOrigin.Unknown, Model = \"gpt-5\")]\nclass C { }", "Generated+codex Assisted+codex")]
    [InlineData("[AIProvenance(AIOrigin.Unknown, Tool = \"cursor\")]\nclass C { }", "Generated Assisted")]
    public async Task An_open_question_is_answered_by_one_claim(string annotated, string claims)
    {
        var source = "using ProvenanceAnalyzers;\n" + annotated;
        var (document, diagnostic) = await FindAsync(source, RuleIds.UnknownOrigin, "provenance.tools = codex");
        var actions = await document.ActionsAsync(diagnostic);

        Assert.Equal(claims.Split(' ').Length, actions.Length);
        foreach (var ((_, action), claim) in actions.Zip(claims.Split(' ')))
        {
            var (origin, tool) = claim.Split('+') is [var first, var second] ? (first, $", Tool = \"{second}\"") : (claim, "");
            var at = source.IndexOf("Unknown", StringComparison.Ordinal);
            var end = source.IndexOf(")]", at, StringComparison.Ordinal);
            Assert.Equal($"{source[..at]}{origin}{source[(at + 7)..end]}{tool}{source[end..]}", await TextAsync(action));
            Assert.DoesNotContain(await IdsAsync(action), id => id is RuleIds.UnknownOrigin or RuleIds.MalformedAnnotation);
        }
    }

    [Theory]
    [InlineData(
        "using static ProvenanceAnalyzers.AIOrigin;\nusing ProvenanceAnalyzers;\n[AIProvenance(Unknown)]\nclass C { }", "AIOrigin.Human")]
    [InlineData("using ProvenanceAnalyzers;\n[AIProvenance(0)]\nclass C { }", "AIOrigin.Human")]
    [InlineData("using ProvenanceAnalyzers;\n[AIProvenance(default(AIOrigin))]\nclass C { }", "AIOrigin.Human")]
    [InlineData("using P = ProvenanceAnalyzers;\n[P.AIProvenance(0)]\nclass C { }", "ProvenanceAnalyzers.AIOrigin.Human")]
    [InlineData("using P = ProvenanceAnalyzers;\n[P.AIProvenance(P.AIOrigin.Unknown)]\nclass C { }", "P.AIOrigin.Human")]
    [InlineData(
        "using ProvenanceAnalyzers;\n[AIProvenance(Defaults.Unknown)]\nclass C { }\n"
        + "static class Defaults { public const AIOrigin Unknown = AIOrigin.Unknown; }",
        "AIOrigin.Human")]
    [InlineData(
        "using ProvenanceAnalyzers;\n[AIProvenance(Old.Unknown)]\nclass C { }\n"
        + "static class Old { public const AIOrigin Unknown = AIOrigin.Unknown, Human = AIOrigin.Unknown; }",
        "AIOrigin.Human")]
    [InlineData("using O = ProvenanceAnalyzers.AIOrigin;\n[ProvenanceAnalyzers.AIProvenance(O.Unknown)]\nclass C { }", "O.Human")]
    public async Task The_origin_is_written_as_it_can_be_there(string source, string origin)
    {
        var (document, diagnostic) = await FindAsync(source, RuleIds.UnknownOrigin);
        var (_, action) = (await document.ActionsAsync(diagnostic))[^1];

        Assert.Contains($"AIProvenance({origin})]", await TextAsync(action), StringComparison.Ordinal);
        Assert.Empty(await (await action.ApplyAsync()).CompilerDiagnosticsAsync());
    }

    [Fact]
    public async Task Of_what_was_unknown_nobody_knows_the_day_by_having_found_out_the_tool()
    {
        const string Source = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Unknown, On = \"2025-02-03\")]\nclass C { }";
        var (document, diagnostic) = await FindAsync(
            Source, RuleIds.UnknownOrigin, "provenance.tools = codex\nprovenance.required_fields = on, requested_by, model");
        var (_, action) = (await document.ActionsAsync(diagnostic))[0];

        Assert.Equal(
            Source.Replace("Unknown", "Generated", StringComparison.Ordinal)
                .Replace("\")", "\", Tool = \"codex\", Model = \"...\", RequestedBy = \"...\")", StringComparison.Ordinal),
            await TextAsync(action));
    }

    [Theory]
    [InlineData("#if X\n    , Tool = \"cursor\"\n#endif\n", false)]
    [InlineData("#if X\n#endif\n", false)]
    [InlineData("\n", true)]
    public async Task What_another_configuration_says_too_is_left_to_a_person(string behind, bool isOffered)
    {
        var (document, diagnostic) = await FindAsync(
            $"using ProvenanceAnalyzers;\n#if !X\n#endif\n[AIProvenance(AIOrigin.Unknown\n{behind})]\nclass C {{ }}",
            RuleIds.UnknownOrigin);
        Assert.Equal(isOffered, !(await document.ActionsAsync(diagnostic)).IsEmpty);
    }

    [Fact]
    public async Task What_another_library_says_is_left_alone()
    {
        var (document, diagnostic) = await FindAsync(
            "class MyUnknownAttribute : System.Attribute { }\n[MyUnknown]\nclass C { }",
            RuleIds.UnknownOrigin,
            "provenance.attribute_aliases = MyUnknown:unknown");
        Assert.Empty(await document.ActionsAsync(diagnostic));
    }

    /// <summary>The annotation's arguments before, the options, and those after each action.</summary>
    [Theory]
    [InlineData("Generated", "", "Generated, Tool = \"codex\"")]
    [InlineData("Unknown, Model = \"gpt-5\"", "", "Unknown, Model = \"gpt-5\", Tool = \"codex\"")]
    [InlineData("Generated", "model, reference", "Generated, Tool = \"codex\", Model = \"...\", Reference = \"...\"")]
    [InlineData(
        "Generated, Tool = \"cursor\"",
        "on, requested_by",
        "Generated, Tool = \"cursor\", RequestedBy = \"bob@example.com\", On = \"{today}\"")]
    [InlineData(
        "Generated, Tool = \"cursor\", On = \"2026-01-02\"",
        "on, model", "Generated, Tool = \"cursor\", On = \"2026-01-02\", Model = \"...\"")]
    [InlineData("Generated, Tool = \"...\"", "", "Generated, Tool = \"codex\"")]
    [InlineData("Generated, Tool = null", "", "Generated, Tool = \"codex\"")]
    [InlineData("Generated, Tool = \"codex, cursor\"", "", null)]
    [InlineData("Human, Tool = \"codex\"", "", null)]
    [InlineData("Generated, Tool = \"cursor\", Model = \"...\"", "", null)]
    [InlineData("Generated, Tool = \"cursor\", Reference = \"\"", "", null)]
    [InlineData(
        "Generated, Tool = \"cursor\", RequestedBy = \"...\"", "", "Generated, Tool = \"cursor\", RequestedBy = \"bob@example.com\"")]
    [InlineData("Generated, Tool = \"cursor\", On = \"...\"", "", "Generated, Tool = \"cursor\", On = \"{today}\"")]
    [InlineData("Generated, Tool = \"cursor\", On = \"2026/1/2\"", "", "Generated, Tool = \"cursor\", On = \"2026-01-02\"")]
    [InlineData("Generated, Tool = \"cursor\", On = \"2026.01.02\"", "", "Generated, Tool = \"cursor\", On = \"2026-01-02\"")]
    [InlineData("Generated, Tool = \"cursor\", On = \"2026-01-02T10:00:00Z\"", "", "Generated, Tool = \"cursor\", On = \"2026-01-02\"")]
    [InlineData("Generated, Tool = \"cursor\", On = \"02.01.2026\"", "", null)]
    [InlineData("Generated, Tool = \"cursor\", On = \"2026-02-30\"", "", null)]
    [InlineData("Generated, Tool = \"cursor\", On = \"yesterday\"", "", null)]
    [InlineData("Generated, Tool = \"cursor\", Target = \"A.cs\"", "", "Generated, Tool = \"cursor\"")]
    [InlineData("Generated, Target = \"A.cs\", Tool = \"cursor\"", "", "Generated, Tool = \"cursor\"")]
    [InlineData("Generated, Tool = \"cursor\",\n    Target = \"A.cs\"", "", "Generated, Tool = \"cursor\"")]
    [InlineData(
        "Generated, // who\n    Target = \"A.cs\", // where\n    Tool = \"cursor\" // which\n",
        "",
        "Generated, // who\n    // where\n    Tool = \"cursor\" // which\n")]
    [InlineData(
        "Generated, /* a */ Target = \"A.cs\" /* b */, Tool = \"cursor\"", "", "Generated, /* a */ /* b */ Tool = \"cursor\"")]
    [InlineData(
        "Generated, Tool = \"cursor\", // which\n    Target = \"A.cs\"\n", "", "Generated, Tool = \"cursor\" // which\n")]
    [InlineData("Generated // who\n", "", "Generated, Tool = \"codex\" // who\n")]
    [InlineData("Generated\n#if X\n    , Tool = \"cursor\"\n#endif\n", "", null)]
    [InlineData("Generated, Tool = \"cursor\",\n#if X\n    On = \"2026-01-02\",\n#endif\n    Target = \"A.cs\"", "", null)]
    public async Task An_annotation_is_completed_with_what_is_known(string before, string required, string? after)
    {
        var (document, diagnostic) = await FindAsync(
            Source(before), RuleIds.MalformedAnnotation, $"provenance.tools = codex\nprovenance.required_fields = {required}");
        var actions = await document.ActionsAsync(diagnostic);

        if (after == null)
        {
            Assert.Empty(actions);
            return;
        }

        var (_, action) = Assert.Single(actions);
        Assert.Equal(Source(after.Replace("{today}", Today, StringComparison.Ordinal)), await TextAsync(action));
        if (!after.Contains("\"...\"", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(RuleIds.MalformedAnnotation, await IdsAsync(action));
        }

        static string Source(string arguments) => $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.{arguments})]\nclass C {{ }}";
    }

    [Fact]
    public async Task No_tool_completes_what_says_that_there_was_none()
    {
        foreach (var isFirst in new[] { true, false })
        {
            var (document, diagnostic) = await FindAsync(
                "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human, Tool = \"...\")]\nclass C { }",
                RuleIds.MalformedAnnotation,
                order: isFirst ? Order.First : Order.Last);
            Assert.Empty(await document.ActionsAsync(diagnostic));
        }
    }

    [Fact]
    public async Task Without_a_tool_each_is_offered()
    {
        var (document, diagnostic) = await FindAsync(
            "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated)]\nclass C { }",
            RuleIds.MalformedAnnotation,
            "provenance.tools = codex, claude-code");
        Assert.Equal(
            ["Complete the annotation: made by codex", "Complete the annotation: made by claude-code"],
            (await document.ActionsAsync(diagnostic)).Select(offered => offered.Action.Title));
    }

    /// <summary>Of what was reviewed before, or is about many files, today is not the day and who sits here did not ask.</summary>
    [Theory]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\", On = \"...\")]\n"
        + "[HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass C { }")]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"...\")]\n"
        + "[HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass C { }")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", On = \"...\", Target = \"Code.cs\")]\nclass C { }")]
    public async Task What_nobody_here_knows_stays_to_be_filled_in(string annotated)
    {
        var (document, diagnostic) = await FindAsync("using ProvenanceAnalyzers;\n" + annotated, RuleIds.MalformedAnnotation);
        Assert.Empty(await document.ActionsAsync(diagnostic));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("you")]
    public async Task A_requester_whom_nobody_names_is_not_filled_in(string? sitting)
    {
        Environment.SetEnvironmentVariable(PersonAtMachine.Variable, sitting);
        var (document, diagnostic) = await FindAsync(
            "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"\")]\nclass C { }",
            RuleIds.MalformedAnnotation);
        Assert.Empty(await document.ActionsAsync(diagnostic));
    }

    /// <summary>What is wrong with markers, and what nobody can say for its author, has no fix.</summary>
    [Theory]
    [InlineData("[AIProvenance((AIOrigin)42)]\nclass C { }")]
    [InlineData("[AIProvenance(AIOrigin.Human)]\n[HumanReviewed(\"ada\", \"2026/01/02\")]\nclass C { }")]
    [InlineData("[AIProvenance(AIOrigin.Human)]\n[HumanReviewed(\"ada\", \"2026-01-02\", Digest = \"h1:0\")]\nclass C { }")]
    [InlineData("[assembly: AIProvenance(AIOrigin.Human)]")]
    public async Task What_a_person_must_say_has_no_fix(string annotated)
    {
        var (document, diagnostic) = await FindAsync("using ProvenanceAnalyzers;\n" + annotated, RuleIds.MalformedAnnotation);
        Assert.Empty(await document.ActionsAsync(diagnostic));
    }

    [Theory]
    [InlineData("\"\", \"2026-01-02\"", "")]
    [InlineData("\"TODO\", \"2026-01-02\", Digest = \"{other}\"", "")]
    [InlineData("\"claude-code\", \"\"", "")]
    [InlineData("\"mallory@example.com\", \"2026-01-02\", Digest = \"{digest}\"", "provenance.reviewers = bob@example.com")]
    public async Task A_refused_marker_is_signed_by_whoever_sits_here(string arguments, string options)
    {
        var digest = IndependentDigest.Compute("class C { }");
        var source = $"using ProvenanceAnalyzers;\n{Generated}[HumanReviewed({Fill(arguments)})]\nclass C {{ }}";
        var (document, diagnostic) = await FindAsync(source, RuleIds.RefusedReviewer, options);
        var (_, action) = Assert.Single(await document.ActionsAsync(diagnostic));

        Assert.Equal("Sign the review: reviewed by bob@example.com", action.Title);
        Assert.Equal(
            $"using ProvenanceAnalyzers;\n{Generated}[HumanReviewed(\"bob@example.com\", \"{Today}\", Digest = \"{digest}\")]\n"
            + "class C { }",
            await TextAsync(action));
        Assert.Empty(await IdsAsync(action));

        string Fill(string text) => text
            .Replace("{digest}", digest, StringComparison.Ordinal)
            .Replace("{other}", ReviewedCode.OtherDigest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "bob@example.com", "CLAUDECODE")]
    [InlineData("", null)]
    [InlineData("", "TODO")]
    [InlineData("", "codex")]
    [InlineData("provenance.reviewers = ada@example.com", "bob@example.com")]
    [InlineData("", "eve@example.com")]
    [InlineData("", "ada@example.com")]
    public async Task Who_would_be_refused_is_not_offered_to_sign(string options, string? sitting, string? agent = null)
    {
        var digest = IndependentDigest.Compute("class C { }");
        Environment.SetEnvironmentVariable(PersonAtMachine.Variable, sitting);
        if (agent != null)
        {
            Environment.SetEnvironmentVariable(agent, "1");
        }

        var (document, diagnostic) = await FindAsync(
            "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"eve@example.com\")]\n"
            + $"[HumanReviewed(\"\", \"2026-01-02\")]\n[HumanReviewed(\"ada@example.com\", \"2026-01-02\", Digest = \"{digest}\")]\n"
            + "class C { }",
            RuleIds.RefusedReviewer,
            options,
            Order.First);
        Assert.Empty(await document.ActionsAsync(diagnostic));
    }

    /// <summary>The same holds at each finding about a review, whichever fix signs.</summary>
    [Theory]
    [InlineData(RuleIds.UnreviewedCode, "")]
    [InlineData(RuleIds.StaleReview, "[HumanReviewed(\"ada@example.com\", \"2026-01-02\", Digest = \"{other}\")]\n")]
    [InlineData(RuleIds.TooFewReviews, "[HumanReviewed(\"ada@example.com\", \"2026-01-02\", Digest = \"{digest}\")]\n")]
    public async Task Who_may_not_review_here_is_not_offered_to_sign_anywhere(string id, string marker)
    {
        marker = marker
            .Replace("{other}", ReviewedCode.OtherDigest, StringComparison.Ordinal)
            .Replace("{digest}", IndependentDigest.Compute("class C { }"), StringComparison.Ordinal);
        foreach (var (sitting, isOffered) in new[] { ("bob@example.com", true), ("mallory@elsewhere.org", false), ("codex", false) })
        {
            Environment.SetEnvironmentVariable(PersonAtMachine.Variable, sitting);
            var (document, diagnostic) = await FindAsync(
                $"using ProvenanceAnalyzers;\n{Generated}{marker}class C {{ }}",
                id,
                "provenance.reviewers = *@example.com\nprovenance.reviews_required = 2");
            Assert.Equal(isOffered, !(await document.ActionsAsync(diagnostic)).IsEmpty);
        }
    }

    /// <summary>Which finding of a rule is meant; of several at one place the order is that of their messages.</summary>
    private enum Order
    {
        Only,
        First,
        Last,
    }

    private static async Task<(Document Document, Diagnostic Diagnostic)> FindAsync(
        string source, string id, string options = "", Order order = Order.Only)
    {
        var document = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [("Code.cs", SourceText.From(source))],
            $"provenance.review_required = {(id.StartsWith("PROV2", StringComparison.Ordinal) ? "ai" : "none")}\n{options}")
            .Single("Project").Files().Single();
        var found = (await document.Project.AnalyzeAsync()).Where(diagnostic => diagnostic.Id == id)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .ToList();
        return (document, order == Order.First ? found[0] : order == Order.Last ? found[^1] : Assert.Single(found));
    }

    private static async Task<string> TextAsync(CodeAction action) =>
        (await (await action.ApplyAsync()).Files().Single().GetTextAsync()).ToString();

    private static async Task<IEnumerable<string>> IdsAsync(CodeAction action) =>
        (await (await action.ApplyAsync()).AnalyzeAsync()).Select(diagnostic => diagnostic.Id);
}
