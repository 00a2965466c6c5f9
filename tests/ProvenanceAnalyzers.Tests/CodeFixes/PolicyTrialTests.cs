using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>What policy does not allow at a place no fix and no refactoring offers there, and no fix writes in bulk.</summary>
[Collection(nameof(ReviewFixTests))]
public sealed class PolicyTrialTests : IDisposable
{
    private readonly PersonAtMachine _person = new();

    /// <summary>What a policy says, and which claims are left of those by codex and cursor, unknown and human.</summary>
    public static TheoryData<string, string> Policies => new()
    {
        { "", "Generated+codex Assisted+codex Generated+cursor Assisted+cursor Unknown Human" },
        { "provenance.denied_tools = codex", "Generated+cursor Assisted+cursor Unknown Human" },
        { "provenance.allowed_tools = codex", "Generated+codex Assisted+codex Unknown Human" },
        { "provenance.denied_providers = openai", "Generated+cursor Assisted+cursor Unknown Human" },
        { "provenance.allowed_origins = human, assisted", "Assisted+codex Assisted+cursor Human" },
        { "provenance.allowed_origins = human", "Human" },
        { "provenance.suspended_tools = codex:2026-01-01..", "Generated+cursor Assisted+cursor Unknown Human" },
        {
            "provenance.tests.denied_tools = codex",
            "Generated+codex Assisted+codex Generated+cursor Assisted+cursor Unknown Human"
        },
    };

    public void Dispose() => _person.Dispose();

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Only_what_policy_allows_is_declared(string policy, string claims)
    {
        var expected = claims.Split(' ');
        foreach (var source in new[] { "class C { }", "System.Console.WriteLine();" })
        {
            var (document, diagnostic) = await FindAsync(
                source, policy, source[0] == 'c' ? RuleIds.UndeclaredType : RuleIds.UndeclaredTopLevelStatements);
            await AssertAllowedAsync((await document.ActionsAsync(diagnostic)).Select(offered => offered.Action), expected);
        }

        var (declared, _) = await FindAsync("class C { void M() { } }", policy, RuleIds.UndeclaredType);
        foreach (var name in new[] { "C", "M" })
        {
            var text = (await declared.GetTextAsync()).ToString();
            var cursor = new TextSpan(text.IndexOf($" {name}", StringComparison.Ordinal) + 1, 0);
            await AssertAllowedAsync((await declared.RefactoringsAsync(cursor)).Select(offered => offered.Action), expected);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Only_what_policy_allows_answers_an_open_question(string policy, string claims)
    {
        // Where no unknown origin is allowed, that is reported, and not that it is open.
        if (!claims.Contains("Unknown", StringComparison.Ordinal))
        {
            return;
        }

        var (document, diagnostic) = await FindAsync("[AIProvenance(AIOrigin.Unknown)]\nclass C { }", policy, RuleIds.UnknownOrigin);
        await AssertAllowedAsync(
            (await document.ActionsAsync(diagnostic)).Select(offered => offered.Action),
            [.. claims.Split(' ').Where(claim => claim != "Unknown")]);
    }

    [Theory]
    [InlineData("provenance.denied_tools = codex", "cursor")]
    [InlineData("provenance.allowed_providers = openai", "codex")]
    [InlineData("provenance.allowed_tools = claude-code", "")]
    public async Task Only_a_tool_that_policy_allows_completes_an_annotation(string policy, string tool)
    {
        foreach (var written in new[] { "", ", Tool = \"\"" })
        {
            var (document, diagnostic) = await FindAsync(
                $"[AIProvenance(AIOrigin.Generated{written})]\nclass C {{ }}", policy, RuleIds.MalformedAnnotation);
            await AssertAllowedAsync(
                (await document.ActionsAsync(diagnostic)).Select(offered => offered.Action),
                tool.Length > 0 ? [$"Generated+{tool}"] : []);
        }
    }

    [Fact]
    public async Task What_was_forbidden_before_can_be_completed_all_the_same()
    {
        var (document, diagnostic) = await FindAsync(
            "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass C { }",
            "provenance.denied_tools = codex\nprovenance.required_fields = on",
            RuleIds.MalformedAnnotation);
        Assert.Single(await document.ActionsAsync(diagnostic));
    }

    [Fact]
    public async Task Test_code_and_fixture_files_are_held_against_the_policy_for_tests()
    {
        const string Policy = "provenance.tests.denied_tools = codex";
        var (document, diagnostic) = await FindAsync(
            "public class C { [Xunit.Fact] public void M() { } }", Policy, RuleIds.UndeclaredTestClass);
        await AssertAllowedAsync(
            (await document.ActionsAsync(diagnostic)).Select(offered => offered.Action),
            ["Generated+cursor", "Assisted+cursor", "Unknown", "Human"]);

        var (anchor, fixtures) = await FindAsync(
            "[AIProvenance(AIOrigin.Human)]\nclass C { }", Policy, RuleIds.UndeclaredFixtures, "Fixtures/a.json", "Fixtures/b.json");
        await AssertAllowedAsync(
            (await anchor.ActionsAsync(fixtures)).Select(offered => offered.Action),
            ["Generated+cursor", "Assisted+cursor", "Unknown"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("provenance.denied_tools = codex", false)]
    public async Task In_bulk_nothing_is_declared_that_policy_does_not_allow(string policy, bool isDeclared)
    {
        var (document, _) = await FindAsync(
            "class C { }", $"provenance.default_origin = generated\n{policy}", RuleIds.UndeclaredType);
        var before = (await document.GetTextAsync()).ToString();
        var changed = await document.Project.FixAllAsync(FixAllScope.Project, RuleIds.UndeclaredType, "Default");
        Assert.Equal(isDeclared, (await changed.Files().Single().GetTextAsync()).ToString() != before);
    }

    /// <summary>What is known of one place does not decide about another.</summary>
    [Fact]
    public async Task In_bulk_each_place_is_held_against_its_own_policy()
    {
        const string Parts = "partial class Parts { }\n";
        var project = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [
                ("A.cs", SourceText.From("class A { class Inner { } }\n")),
                ("B.cs", SourceText.From("class B { }\n")),
                ("Core/C.cs", SourceText.From("class C { }\nclass D { }\n")),
                ("Parts.cs", SourceText.From(Parts)),
                ("Core/Parts.cs", SourceText.From(Parts)),
                ("T.cs", SourceText.From("public class T { [Xunit.Fact] public void M() { } }\n")),
            ],
            "provenance.tools = codex\nprovenance.default_origin = generated\nprovenance.tests.denied_tools = codex\n"
                + "[Core/**.cs]\nprovenance.denied_tools = codex").Single("Project");

        project = (await project.FixAllAsync(
            FixAllScope.Project,
            Analyzers.FixOf(RuleIds.UndeclaredType),
            [RuleIds.UndeclaredType, RuleIds.UndeclaredTestClass],
            "Default")).Single("Project");

        var declared = new List<string>();
        foreach (var file in project.Files())
        {
            if ((await file.GetTextAsync()).ToString().Contains("AIOrigin.Generated", StringComparison.Ordinal))
            {
                declared.Add(file.Name);
            }
        }

        Assert.Equal(["A.cs", "B.cs"], declared.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Declaring the last code for which a default of the assembly holds leads to no finding about that default; a locked policy lets
    /// nobody say of all code that another made it.
    /// </summary>
    [Theory]
    [InlineData("", "", "Generated+claude-code Assisted+claude-code Generated+cursor Assisted+cursor Unknown Human")]
    [InlineData("", "provenance.denied_tools = codex", "Generated+cursor Assisted+cursor")]
    [InlineData(", Target = \"**\"", "", "Generated+claude-code Assisted+claude-code Generated+cursor Assisted+cursor Unknown Human")]
    [InlineData(", Target = \"**\"", "provenance.denied_tools = codex", "Generated+cursor Assisted+cursor")]
    public async Task The_last_code_of_a_default_is_declared_without_a_further_finding(string target, string policy, string claims)
    {
        const string ByAll = "Generated+claude-code Assisted+claude-code Generated+cursor Assisted+cursor Unknown Human";
        foreach (var (more, expected) in new[] { ("", claims), ("\nclass D { }", ByAll) })
        {
            var project = TestSolution.AddProject(
                TestSolution.Create(),
                "Project",
                [
                    ("Asm.cs", SourceText.From(
                        $"using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"cursor\"{target})]\n")),
                    ("Code.cs", SourceText.From($"using ProvenanceAnalyzers;\nclass C {{ }}{more}\n")),
                ],
                "provenance.tools = claude-code, cursor").Single("Project");
            if (policy.Length > 0)
            {
                var facts = project.AdditionalDocuments.Single(document => document.Name == TestFacts.FileName);
                project = project.Solution
                    .WithAdditionalDocumentText(facts.Id, SourceText.From(TestFacts.Text(policy: policy)))
                    .AddAdditionalDocument(
                        DocumentId.CreateNewId(project.Id),
                        "company.provenance",
                        SourceText.From(policy),
                        filePath: "/Project/company.provenance").Single("Project");
            }

            var code = project.Files().Single(file => file.Name == "Code.cs");
            var diagnostic = (await project.AnalyzeAsync()).First(finding => finding.Id == RuleIds.UndeclaredType);
            var declared = new List<string>();
            foreach (var (_, action) in await code.ActionsAsync(diagnostic))
            {
                var changed = (await action.ApplyAsync()).Single("Project");
                Assert.DoesNotContain(
                    await changed.AnalyzeAsync(), finding => finding.Id is RuleIds.MalformedAnnotation or RuleIds.UnmatchedTarget);
                declared.Add(ClaimIn((await changed.GetDocument(code.Id)!.GetTextAsync()).ToString()));
            }

            Assert.Equal(expected.Split(' '), declared);
        }
    }

    private static async Task AssertAllowedAsync(IEnumerable<CodeAction> actions, string[] claims)
    {
        var written = new List<string>();
        foreach (var action in actions)
        {
            var changed = await action.ApplyAsync();
            Assert.DoesNotContain(
                await changed.AnalyzeAsync(), finding => finding.Id.StartsWith("PROV3", StringComparison.Ordinal));
            var text = (await changed.Files().Single().GetTextAsync()).ToString();
            written.Add(ClaimIn(text));
        }

        Assert.Equal(claims, written);
    }

    /// <summary>What the first annotation of a text says: <c>Generated+codex</c>.</summary>
    private static string ClaimIn(string text)
    {
        var annotation = text[text.IndexOf("AIOrigin.", StringComparison.Ordinal)..].Split(')')[0];
        return annotation["AIOrigin.".Length..].Split(", Target")[0]
            .Replace(", Tool = ", "+", StringComparison.Ordinal)
            .Replace("\"", string.Empty, StringComparison.Ordinal);
    }

    private static async Task<(Document Document, Diagnostic Diagnostic)> FindAsync(
        string source, string policy, string id, params string[] fixtures)
    {
        var document = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [("Code.cs", SourceText.From("using ProvenanceAnalyzers;\n" + source))],
            $"provenance.tools = codex, cursor\n{policy}",
            fixtures: fixtures).Single("Project").Files().Single();
        return (document, Assert.Single(await document.Project.AnalyzeAsync(), diagnostic => diagnostic.Id == id));
    }
}
