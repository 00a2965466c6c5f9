using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Declaration;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// Fixing all of a real code base adds annotation text and nothing else, leaves it compiling as before, leaves no diagnostic of the
/// id, and changes nothing when done again.
/// </summary>
public sealed class FixAllTests
{
    private const string Default = "Default";
    private const string Debug = "DEBUG";
    private const string RequiredOnTypes = ProvenanceTest.UnknownInBulk + "provenance.required_on = types";
    private const string RequiredOnMembers =
        ProvenanceTest.UnknownInBulk + "provenance.required_on = members\nprovenance.tests.required_on = methods";

    private static readonly ImmutableArray<string> Ids =
    [
        RuleIds.UndeclaredType,
        RuleIds.UndeclaredTestClass,
        RuleIds.UndeclaredMember,
        RuleIds.UndeclaredTopLevelStatements,
    ];

    public static TheoryData<string, string> ProjectsAndOptions => WithOptions(SampleFiles.Projects.Keys);

    public static TheoryData<string, string> ConditionalProjectsAndOptions => WithOptions(SampleFiles.Projects
        .Where(project => project.Value.Any(file => Encoding.UTF8.GetString(file.Bytes).Contains("#if " + Debug, StringComparison.Ordinal)))
        .Select(project => project.Key));

    [Trait("Case", "P21")]
    [Theory]
    [MemberData(nameof(ProjectsAndOptions))]
    public async Task In_a_project_adds_annotation_text_alone(string project, string options)
    {
        foreach (var symbols in new string[][] { [Debug], [] })
        {
            await CheckAsync(
                AddSample(TestSolution.Create(), project, options, symbols),
                (solution, id) => solution.Single(project).FixAllAsync(FixAllScope.Project, id, Default));
        }
    }

    [Theory]
    [MemberData(nameof(ProjectsAndOptions))]
    public Task Document_by_document_adds_annotation_text_alone(string project, string options) => CheckAsync(
        AddSample(TestSolution.Create(), project, options, [Debug]),
        async (solution, id) =>
        {
            foreach (var document in solution.Files().Select(file => file.Id).ToArray())
            {
                solution = await solution.GetDocument(document)!.FixAllAsync(id, Default);
                Assert.DoesNotContain(
                    await solution.GetDocument(document)!.Project.AnalyzeAsync(),
                    diagnostic => diagnostic.Id == id
                        && diagnostic.Location.SourceTree!.FilePath == solution.GetDocument(document)!.FilePath);
            }

            return solution;
        });

    [Theory]
    [InlineData(RequiredOnTypes)]
    [InlineData(RequiredOnMembers)]
    public Task In_a_solution_adds_annotation_text_alone(string options) => CheckAsync(
        SampleFiles.Projects.Keys.Aggregate(TestSolution.Create(), (solution, project) => AddSample(solution, project, options, [Debug])),
        (solution, id) => solution.Projects.First().FixAllAsync(FixAllScope.Solution, id, Default));

    [Theory]
    [MemberData(nameof(ConditionalProjectsAndOptions))]
    public async Task What_is_declared_in_one_configuration_is_declared_in_the_other(string project, string options)
    {
        foreach (var (here, there) in new (string[], string[])[] { ([Debug], []), ([], [Debug]) })
        {
            var original = AddSample(TestSolution.Create(), project, options, here);
            var wasDue = (await original.AnalyzeAsync())
                .Where(diagnostic => Ids.Contains(diagnostic.Id))
                .Select(InsertedAnnotations.OriginalPlace)
                .ToHashSet();
            var dueThere = (await original.WithSymbols(there).AnalyzeAsync()).Select(InsertedAnnotations.OriginalPlace).ToHashSet();
            var compilerThere = await original.WithSymbols(there).CompilerDiagnosticsAsync();

            var fixedThere = (await FixAsync(original)).WithSymbols(there);

            var isDueThere = (await fixedThere.AnalyzeAsync())
                .Where(diagnostic => Ids.Contains(diagnostic.Id))
                .Select(InsertedAnnotations.OriginalPlace)
                .ToArray();
            Assert.DoesNotContain(isDueThere, wasDue.Contains);
            Assert.All(isDueThere, place => Assert.Contains(place, dueThere));
            AssertSame(compilerThere, await fixedThere.CompilerDiagnosticsAsync());

            // As a multi-targeted project is fixed: one framework after the other.
            await CheckAsync(
                fixedThere,
                (solution, id) => solution.Single(project).FixAllAsync(FixAllScope.Project, id, Default),
                mayHaveNothingToFix: true);
        }

        Task<Solution> FixAsync(Solution solution) => Ids.Aggregate(
            Task.FromResult(solution),
            async (previous, id) => await (await previous).Single(project).FixAllAsync(FixAllScope.Project, id, Default));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Three_hits_in_one_file_and_two_in_another(FixAllScope scope)
    {
        const string OneFile = "class A { }\n\nclass B { }\n\n[System.Serializable]\nenum C { }\n";
        const string AnotherFile = "namespace N\n{\n    class D { class E { } }\n    delegate void F();\n}\n";
        const string Annotation = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown)]";
        const string OneFileFixed =
            $"{Annotation}\nclass A {{ }}\n\n{Annotation}\nclass B {{ }}\n\n{Annotation}\n[System.Serializable]\nenum C {{ }}\n";
        const string AnotherFileFixed =
            $"namespace N\n{{\n    {Annotation}\n    class D {{ class E {{ }} }}\n    {Annotation}\n    delegate void F();\n}}\n";
        var solution = AddTwoFiles(AddTwoFiles(TestSolution.Create(), "First"), "Second");
        var document = solution.Single("First").Files().First();

        var fixedSolution = scope == FixAllScope.Document
            ? await document.FixAllAsync(RuleIds.UndeclaredType, Default)
            : await document.Project.FixAllAsync(scope, RuleIds.UndeclaredType, Default);

        Assert.Equal(
            scope switch
            {
                FixAllScope.Document => [OneFileFixed, AnotherFile, OneFile, AnotherFile],
                FixAllScope.Project => [OneFileFixed, AnotherFileFixed, OneFile, AnotherFile],
                _ => [OneFileFixed, AnotherFileFixed, OneFileFixed, AnotherFileFixed],
            },
            await Task.WhenAll(fixedSolution.Files().Select(async file => (await file.GetTextAsync()).ToString())));

        static Solution AddTwoFiles(Solution solution, string name) => TestSolution.AddProject(
            solution,
            name,
            [("One.cs", SourceText.From(OneFile)), ("Another.cs", SourceText.From(AnotherFile))],
            ProvenanceTest.UnknownInBulk);
    }

    [Fact]
    public async Task One_action_declares_whatever_is_undeclared()
    {
        const string Unknown = "AIProvenance(AIOrigin.Unknown";
        var declaring = Analyzers.Fixes.OfType<DeclareProvenanceCodeFixProvider>().ToList();
        string[] ids = [.. declaring.SelectMany(fix => fix.FixableDiagnosticIds).Order(StringComparer.Ordinal)];
        Assert.Equal([.. Ids.Append(RuleIds.UndeclaredFixtures).Order(StringComparer.Ordinal)], ids);

        foreach (var fix in declaring)
        {
            var solution = TestSolution.AddProject(
                TestSolution.Create(),
                "All",
                [
                    ("Program.cs", SourceText.From("using ProvenanceAnalyzers;\nSystem.Console.WriteLine();\n")),
                    ("Provenance.cs", SourceText.From("using ProvenanceAnalyzers;\n")),
                    ("Tests.cs", SourceText.From("using ProvenanceAnalyzers;\npublic class T { [Xunit.Fact] public void M() { } }\n")),
                    ("Types.cs", SourceText.From("using ProvenanceAnalyzers;\nenum E { }\n")),
                    (
                        "Members.cs",
                        SourceText.From("using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)]\nclass C\n{\n    void M() { }\n}\n")),
                ],
                ProvenanceTest.UnknownInBulk + "provenance.required_on = members",
                fixtures: ["F/a.json"]);
            var supported = fix.GetFixAllProvider()!.GetSupportedFixAllDiagnosticIds(fix);
            Assert.Equal(ids, supported.Order(StringComparer.Ordinal));
            Assert.Equal(ids, (await solution.AnalyzeAsync()).Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));

            var fixedSolution = await solution.Projects.Single().FixAllAsync(FixAllScope.Project, fix, supported, Default);

            Assert.Equal(
                [
                    $"using ProvenanceAnalyzers;\n[assembly: {Unknown}, Target = \"Program.cs\")]\nSystem.Console.WriteLine();\n",
                    $"using ProvenanceAnalyzers;\n[assembly: {Unknown}, Target = \"F/*.json\")]\n",
                    $"using ProvenanceAnalyzers;\n[{Unknown})]\npublic class T {{ [Xunit.Fact] public void M() {{ }} }}\n",
                    $"using ProvenanceAnalyzers;\n[{Unknown})]\nenum E {{ }}\n",
                    $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)]\nclass C\n{{\n    [{Unknown})]\n    void M() {{ }}\n}}\n",
                ],
                await Task.WhenAll(fixedSolution.Files().Select(async file => (await file.GetTextAsync()).ToString())));
        }
    }

    private static Solution AddSample(Solution solution, string project, string options, string[] symbols) => TestSolution.AddProject(
        solution,
        project,
        SampleFiles.Projects[project].Select(file =>
        {
            using var stream = new MemoryStream(file.Bytes);
            return (file.Name, SourceText.From(stream));
        }),
        options,
        symbols);

    private static async Task CheckAsync(Solution original, Func<Solution, string, Task<Solution>> fixAll, bool mayHaveNothingToFix = false)
    {
        var compilerDiagnostics = await original.CompilerDiagnosticsAsync();
        AssertNone(compilerDiagnostics.Where(diagnostic => diagnostic.Contains(": Error ", StringComparison.Ordinal)));

        var fixedSolution = original;
        foreach (var id in Ids)
        {
            fixedSolution = await fixAll(fixedSolution, id);
            AssertNone((await fixedSolution.AnalyzeAsync())
                .Where(diagnostic => diagnostic.Id == id)
                .Select(diagnostic => diagnostic.ToString()));
        }

        foreach (var file in fixedSolution.Files())
        {
            var bytes = SampleFiles.Projects[file.Project.Name].Single(sample => sample.Name == file.Name).Bytes;
            Assert.Equal(0, InsertedAnnotations.Count(Encoding.UTF8.GetString(bytes)));
            var text = await file.GetTextAsync();
            Assert.Equal(bytes, InsertedAnnotations.Bytes(text, InsertedAnnotations.Remove));
            Assert.True(InsertedAnnotations.AreAligned(text.ToString()), text.ToString());
            Assert.Subset(
                InsertedAnnotations.LineBreaks(InsertedAnnotations.Remove(text.ToString())),
                InsertedAnnotations.LineBreaks(text.ToString()));
        }

        AssertSame(compilerDiagnostics, await fixedSolution.CompilerDiagnosticsAsync());
        Assert.True(mayHaveNothingToFix || await CountAsync(fixedSolution) > await CountAsync(original), "The fix has nothing to do.");

        var fixedAgain = fixedSolution;
        foreach (var id in Ids)
        {
            fixedAgain = await fixAll(fixedAgain, id);
        }

        Assert.Empty(fixedAgain.GetChanges(fixedSolution).GetProjectChanges());
    }

    /// <summary>Fails with what is too much and what is missing, not with two long lists.</summary>
    private static void AssertSame(ImmutableArray<string> expected, ImmutableArray<string> actual)
    {
        AssertNone(expected.Aggregate(actual, (rest, diagnostic) => rest.Remove(diagnostic)));
        AssertNone(actual.Aggregate(expected, (rest, diagnostic) => rest.Remove(diagnostic)));
    }

    private static void AssertNone(IEnumerable<string> diagnostics) => Assert.True(!diagnostics.Any(), string.Join('\n', diagnostics));

    private static TheoryData<string, string> WithOptions(IEnumerable<string> projects)
    {
        var data = new TheoryData<string, string>();
        foreach (var project in projects)
        {
            data.Add(project, RequiredOnTypes);
            data.Add(project, RequiredOnMembers);
        }

        return data;
    }

    private static async Task<int> CountAsync(Solution solution)
    {
        var count = 0;
        foreach (var file in solution.Files())
        {
            count += InsertedAnnotations.Count((await file.GetTextAsync()).ToString());
        }

        return count;
    }
}
