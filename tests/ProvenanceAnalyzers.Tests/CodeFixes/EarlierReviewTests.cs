using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// A fix writes today and whoever sits here of nothing that was reviewed before, wherever the marker stands: the marker would be older than
/// the code, or its reviewer the requester.
/// </summary>
[Collection(nameof(ReviewFixTests))]
public sealed partial class EarlierReviewTests : IDisposable
{
    private const string Marker = "HumanReviewed(\"bob@example.com\", \"2026-01-02\"";
    private const string OnCode = "[" + Marker + ")]";
    private const string Test = "public class C { [Xunit.Fact] public void M() { } }";
    private const string Unfinished = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]";

    private const string Options =
        "provenance.tools = codex\nprovenance.required_fields = on, requested_by\nprovenance.require_digest = false";

    private static readonly string Today = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly PersonAtMachine _person = new();

    /// <summary>
    /// What is declared stands in Code.cs and begins with <c>C</c>; the other files; and whether a marker somewhere is of it.
    /// </summary>
    public static TheoryData<string, string, bool> Reviews => new()
    {
        { "class C { }", "", false },
        { "class C { }", "class D { } " + OnCode + " class E { }", false },
        { OnCode + " class C { }", "", true },
        { "class C { " + OnCode + " void M() { } }", "", true },

        // Another part, what is in it, and what is around it.
        { "partial class C { }", OnCode + " partial class C { }", true },
        { "partial class C { }", "partial class C { " + OnCode + " void M() { } }", true },
        { "partial class C { }", "partial class C { " + OnCode + " class N { } }", true },
        { "partial class C { } " + OnCode + " partial class C { }", "", true },
        {
            "partial class C { }",
            "using R = ProvenanceAnalyzers.HumanReviewedAttribute; [R(\"bob@example.com\", \"2026-01-02\")] partial class C { }",
            true
        },
        { "partial struct C { }", OnCode + " partial struct C { }", true },
        { "partial record C;", OnCode + " partial record C;", true },
        { "partial interface C { }", OnCode + " partial interface C { }", true },

        // A part that says itself what it is.
        {
            "partial class C { }",
            "[assembly: AIProvenance(AIOrigin.Human, Target = \"Other.cs\")] " + OnCode + " partial class C { }",
            false
        },

        // The assembly form, in the file itself, in another, and for another.
        { "[assembly: " + Marker + ", Target = \"Code.cs\")] class C { }", "", true },
        { "class C { }", "[assembly: " + Marker + ", Target = \"Code.cs\")]", true },
        { "class C { }", "[assembly: " + Marker + ", Target = \"Other.cs\")]", false },
        { "[assembly: " + Marker + ", Target = \"Other.cs\")] class C { }", "", false },
        { "partial class C { }", "[assembly: " + Marker + ", Target = \"Other.cs\")] partial class C { }", true },
    };

    /// <summary>Likewise, where nothing is due: a member is called <c>C</c>, or a type that another part declares.</summary>
    public static TheoryData<string, string, bool> NotDue => new()
    {
        { "partial class Outer { partial class C { } }", OnCode + " partial class Outer { partial class C { } }", true },
        {
            "partial class Outer { partial class C { } }",
            OnCode + " partial class Outer { } partial class Outer { partial class C { } }",
            false
        },
        { "partial class C { }", "[AIProvenance(AIOrigin.Human)] " + OnCode + " partial class C { }", false },
        { "class A { void C() { } }", "", false },
        { "partial class A { partial void C(); }", "partial class A { " + OnCode + " partial void C() { } }", true },
        { "partial class A { partial void C() { } }", "partial class A { " + OnCode + " partial void C(); }", true },
        { "partial class A { int C { get { return 1; } } }", OnCode + " partial class A { }", false },
        { "partial class A { int C { get { return 1; } } }", "[assembly: " + Marker + ", Target = \"Code.cs\")]", true },
    };

    public void Dispose() => _person.Dispose();

    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task A_type_that_is_reviewed_anywhere_is_not_of_today(string code, string other, bool isReviewed)
    {
        var project = Create(code, other);
        await AssertFixesAsync(project, RuleIds.UndeclaredType, isReviewed);
        await AssertRefactoringsAsync(project, "C", isReviewed);
    }

    [Theory]
    [MemberData(nameof(NotDue))]
    public async Task What_is_not_due_and_reviewed_anywhere_is_not_of_today(string code, string other, bool isReviewed) =>
        await AssertRefactoringsAsync(Create(code, other), "C", isReviewed);

    /// <summary>A fix that completes an annotation is no other than one that writes it.</summary>
    [Theory]
    [MemberData(nameof(Reviews))]
    public async Task What_is_completed_is_not_of_today_either(string code, string other, bool isReviewed)
    {
        var at = Declaration().Match(code).Index;
        await AssertFixesAsync(Create(code.Insert(at, Unfinished + " "), other), RuleIds.MalformedAnnotation, isReviewed);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("[assembly: " + Marker + ", Target = \"Code.cs\")]", true)]
    [InlineData("[assembly: " + Marker + ", Target = \"Other.cs\")]", false)]
    public async Task Top_level_statements_that_are_reviewed_in_another_file_are_not_of_today(string other, bool isReviewed) =>
        await AssertFixesAsync(Create("System.Console.WriteLine();", other), RuleIds.UndeclaredTopLevelStatements, isReviewed);

    [Theory]
    [InlineData("", false)]
    [InlineData("[assembly: " + Marker + ", Target = \"Fixtures/a.json\")]", true)]
    [InlineData("[assembly: " + Marker + ", Target = \"Fixtures/*.json\")]", true)]
    [InlineData("[assembly: " + Marker + ", Target = \"Fixtures/c.txt\")]", false)]
    public async Task Fixture_files_that_are_reviewed_are_not_of_today(string other, bool isReviewed)
    {
        var project = Create(
            "[AIProvenance(AIOrigin.Human)] class A { }",
            other + " [assembly: AIProvenance(AIOrigin.Unknown, Target = \"Fixtures/c.txt\")]",
            "Fixtures/a.json",
            "Fixtures/b.json",
            "Fixtures/c.txt");
        await AssertFixesAsync(project, RuleIds.UndeclaredFixtures, isReviewed, "Other.cs");
    }

    /// <summary>A snapshot has its provenance from its test class, from what that derives from, and from its members.</summary>
    [Theory]
    [InlineData(Test, "", "C", false)]
    [InlineData(Test, "[assembly: " + Marker + ", Target = \"Snapshots/C.M.verified.txt\")]", "C", true)]
    [InlineData(Test, "[assembly: " + Marker + ", Target = \"Snapshots/C.M.verified.txt\")]", "M", true)]
    [InlineData(Test, "[assembly: " + Marker + ", Target = \"Snapshots/*.verified.txt\")]", "C", true)]
    [InlineData(Test, "[assembly: " + Marker + ", Target = \"Snapshots/D.M.verified.txt\")]", "C", false)]
    [InlineData(
        "public class B { public void M() { } } public class C : B { [Xunit.Fact] public void T() { } }",
        "[assembly: " + Marker + ", Target = \"Snapshots/C.M.verified.txt\")]",
        "B",
        true)]
    [InlineData(
        Test,
        "[assembly: " + Marker + ", Target = \"Snapshots/C.M.verified.txt\")] "
            + "[assembly: AIProvenance(AIOrigin.Human, Target = \"Snapshots/C.M.verified.txt\")]",
        "C",
        false)]
    public async Task What_a_reviewed_snapshot_is_made_by_is_not_of_today(string code, string other, string name, bool isReviewed) =>
        await AssertRefactoringsAsync(
            Create(code, other, "Snapshots/C.M.verified.txt", "Snapshots/D.M.verified.txt"), name, isReviewed);

    /// <summary>Another project that compiles the file has a marker of it in a file of its own.</summary>
    [Fact]
    public async Task A_review_in_another_project_that_compiles_the_file_counts_too()
    {
        var shared = ("Code.cs", SourceText.From("using ProvenanceAnalyzers;\nclass C { }\n"));
        var solution = TestSolution.AddProject(TestSolution.Create(), "Project", [shared], Options, folder: "Folder");
        solution = TestSolution.AddProject(
            solution,
            "Second",
            [shared, ("Review.cs", SourceText.From($"using ProvenanceAnalyzers;\n[assembly: {Marker}, Target = \"Code.cs\")]\n"))],
            Options,
            folder: "Folder");
        await AssertFixesAsync(solution.Single("Project"), RuleIds.UndeclaredType, isReviewed: true);
    }

    [GeneratedRegex("(partial )?(class|struct|record|interface) C")]
    private static partial Regex Declaration();

    private static Project Create(string code, string other, params string[] fixtures) => TestSolution.AddProject(
        TestSolution.Create(),
        "Project",
        [
            ("Code.cs", SourceText.From("using ProvenanceAnalyzers;\n" + code + "\n")),
            ("Other.cs", SourceText.From("using ProvenanceAnalyzers;\n" + other + "\n")),
        ],
        Options,
        fixtures: fixtures).Single("Project");

    private static async Task AssertFixesAsync(Project project, string id, bool isReviewed, string file = "Code.cs")
    {
        var isOffered = false;
        foreach (var diagnostic in (await project.AnalyzeAsync()).Where(finding =>
            finding.Id == id && finding.Location.SourceTree!.FilePath.EndsWith(file, StringComparison.Ordinal)))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree!)!;
            foreach (var (_, action) in await document.ActionsAsync(diagnostic))
            {
                if (action.Title.Contains("codex", StringComparison.Ordinal)
                    || action.Title.StartsWith("Complete", StringComparison.Ordinal))
                {
                    await AssertAsync(project, await action.ApplyAsync(), isReviewed);
                    isOffered = true;
                }
            }
        }

        Assert.True(isOffered);
    }

    private static async Task AssertRefactoringsAsync(Project project, string name, bool isReviewed)
    {
        var document = project.Files().Single(file => file.Name == "Code.cs");
        var text = (await document.GetTextAsync()).ToString();
        var cursor = Regex.Match(text, $@"(?<=(class|struct|record|interface|void|int) ){name}\b").Index;
        var declaring = (await document.RefactoringsAsync(new TextSpan(cursor, 0)))
            .Where(offered => offered.Action.Title.Contains("codex", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(declaring);
        foreach (var (_, _, action) in declaring)
        {
            await AssertAsync(project, await action.ApplyAsync(), isReviewed);
        }
    }

    private static async Task AssertAsync(Project before, Solution changed, bool isReviewed)
    {
        var after = changed.GetProject(before.Id)!;
        var text = string.Concat(await Task.WhenAll(after.Files().Select(async file => (await file.GetTextAsync()).ToString())));
        Assert.Contains(
            isReviewed ? "RequestedBy = \"...\", On = \"...\"" : $"RequestedBy = \"bob@example.com\", On = \"{Today}\"",
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            await changed.AnalyzeAsync(), finding => finding.Id is RuleIds.OutdatedReview or RuleIds.SelfReview);
    }
}
