using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Configuration;
using ProvenanceAnalyzers.CodeFixes.Declaration;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>A file that two projects, or two target frameworks of one, compile is one file: it is changed once, for both.</summary>
public sealed class LinkedFilesTests
{
    private const string Shared = "Shared.cs";
    private const string Short = "[AIProvenance(AIOrigin.Unknown)]";
    private const string Qualified = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown)]";

    private static readonly (string Name, SourceText Text) GlobalUsing =
        ("Usings.cs", SourceText.From("global using ProvenanceAnalyzers;\n"));

    [Trait("Case", "P19")]
    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task The_annotation_has_a_name_that_both_projects_know(FixAllScope scope)
    {
        var solution = Link("class A { }\n", new Linking([GlobalUsing]), new Linking([]));

        await AssertFixedAsync(solution, scope, $"{Qualified}\nclass A {{ }}\n");
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task A_project_without_the_annotations_has_no_say(FixAllScope scope)
    {
        var solution = Link("class A { }\n", new Linking([GlobalUsing]), new Linking([], HasAnnotations: false));

        Assert.Equal($"{Short}\nclass A {{ }}\n", await TextAsync(await FixAsync(solution, scope), "First"));
    }

    [Fact]
    public async Task What_only_one_framework_sees_is_declared_in_one_run()
    {
        const string Text = """
            class Both
            {
            #if DEBUG
                int Old() => 1;
            #else
                int New() => 2;
            #endif
            }

            #if DEBUG
            class OnlyOld { int M() => 1; }
            #else
            class OnlyNew { int M() => 2; }
            #endif

            """;
        var solution = Link(
            Text,
            new Linking([GlobalUsing], Symbols: ["DEBUG"]),
            new Linking([GlobalUsing]),
            "provenance.required_on = members");
        var fixedSolution = await FixAsync(solution, FixAllScope.Solution, RuleIds.UndeclaredMember);

        await AssertSameInBothAsync(fixedSolution, $$"""
            class Both
            {
            #if DEBUG
                {{Short}}
                int Old() => 1;
            #else
                {{Short}}
                int New() => 2;
            #endif
            }

            #if DEBUG
            class OnlyOld { {{Short}} int M() => 1; }
            #else
            class OnlyNew { {{Short}} int M() => 2; }
            #endif

            """);
        Assert.DoesNotContain(await fixedSolution.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UndeclaredMember);
    }

    [Fact]
    public async Task Where_two_projects_want_another_origin_one_annotation_is_written()
    {
        var solution = Link(
            "class A { }\n",
            new Linking([GlobalUsing], Options: "provenance.default_origin = generated\nprovenance.tools = codex"),
            new Linking([GlobalUsing]));
        var fixedSolution = await FixAsync(solution, FixAllScope.Solution);

        await AssertSameInBothAsync(fixedSolution, "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass A { }\n");
    }

    [Trait("Case", "P8")]
    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Solution)]
    public async Task An_annotation_stays_that_is_about_a_file_of_another_project(FixAllScope scope)
    {
        const string InBoth = "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"OnlyHere.cs\")]\n";
        const string InNone = "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Nowhere.cs\")]\n";
        var solution = Link(
            InBoth + InNone,
            new Linking([GlobalUsing]),
            new Linking([GlobalUsing, ("OnlyHere.cs", SourceText.From("class A { }\n"))]));
        var fixedSolution = await FixAsync(solution, scope, RuleIds.UnmatchedTarget, UnmatchedTargetCodeFixProvider.Key);

        Assert.Equal(InBoth, await TextAsync(fixedSolution, "First"));
    }

    [Fact]
    public async Task One_action_writes_a_name_that_both_projects_know()
    {
        var solution = Link("class A { }\n", new Linking([GlobalUsing]), new Linking([]));
        var document = solution.Single("First").Files().Single(file => file.Name == Shared);
        var diagnostic = Assert.Single(await document.Project.AnalyzeAsync());

        var actions = await document.ActionsAsync(diagnostic);
        var changed = await actions[0].Action.ApplyAsync();

        Assert.Equal($"{Qualified}\nclass A {{ }}\n", await TextAsync(changed, "First"));
    }

    private static async Task AssertFixedAsync(Solution solution, FixAllScope scope, string expected)
    {
        var before = await solution.CompilerDiagnosticsAsync();
        var fixedSolution = await FixAsync(solution, scope);
        await AssertSameInBothAsync(fixedSolution, expected);
        Assert.Equal(before, await fixedSolution.CompilerDiagnosticsAsync());
        Assert.DoesNotContain(await fixedSolution.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UndeclaredType);
    }

    private static Task<Solution> FixAsync(Solution solution, FixAllScope scope, string id = RuleIds.UndeclaredType) =>
        FixAsync(solution, scope, id, DeclareProvenanceCodeFixProvider.DefaultKey);

    private static Task<Solution> FixAsync(Solution solution, FixAllScope scope, string id, string key)
    {
        var project = solution.Single("First");
        return scope == FixAllScope.Document
            ? project.Files().Single(file => file.Name == Shared).FixAllAsync(id, key)
            : project.FixAllAsync(scope, id, key);
    }

    private static async Task AssertSameInBothAsync(Solution solution, string expected)
    {
        Assert.Equal(expected, await TextAsync(solution, "First"));
        Assert.Equal(expected, await TextAsync(solution, "Second"));
    }

    private static async Task<string> TextAsync(Solution solution, string project) =>
        (await solution.Single(project).Files().Single(file => file.Name == Shared).GetTextAsync()).ToString();

    private static Solution Link(string text, Linking first, Linking second, string options = "")
    {
        var solution = Add(Add(TestSolution.Create(), "First", first), "Second", second);
        return solution
            .WithDocumentFilePath(solution.Single("Second").Files().Single(file => file.Name == Shared).Id, $"/First/{Shared}")
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(solution.Single("Second").Id),
                ".editorconfig",
                SourceText.From($"[*.cs]\n{ProvenanceTest.UnknownInBulk}{options}\n{second.Options}\n"),
                filePath: "/First/.editorconfig");

        Solution Add(Solution to, string name, Linking linking) => TestSolution.AddProject(
            to,
            name,
            [(Shared, SourceText.From(text)), .. linking.Files],
            $"{ProvenanceTest.UnknownInBulk}{options}\n{linking.Options}",
            linking.Symbols,
            linking.HasAnnotations);
    }

    /// <summary>A project that compiles the shared file.</summary>
    private sealed record Linking(
        (string Name, SourceText Text)[] Files, string Options = "", string[]? Symbols = null, bool HasAnnotations = true);
}
