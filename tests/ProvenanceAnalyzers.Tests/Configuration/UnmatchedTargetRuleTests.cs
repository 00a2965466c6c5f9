using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class UnmatchedTargetRuleTests
{
    private const string Fix = "RemoveAnnotationCodeFixProvider";

    [Theory]
    [InlineData("Old.cs", "")]
    [InlineData("test0.cs", "; did you mean \"Test0.cs\"?")]
    [InlineData("src/Test0.cs", "; did you mean \"Test0.cs\"?")]
    [InlineData("Old/**/*.cs", "")]
    public async Task Reports_a_target_that_matches_no_source_file(string target, string hint)
    {
        var test = new ProvenanceTest
        {
            Source = $$"""
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|#0:"{{target}}"|})]
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnmatchedTarget).WithLocation(0).WithMessage(
            $"Target \"{target}\" matches no source or fixture file of this project; "
            + $"paths are relative to the project and case-sensitive{hint}"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Test0.cs")]
    [InlineData("*.cs")]
    [InlineData("**/Test?.cs")]
    [InlineData("Fixtures/orders/*.json")]
    [InlineData("Fixtures/**")]
    [InlineData("Fixtures/*")]
    public Task Is_silent_about_targets_that_match_or_may_name_other_files(string target) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "{{target}}")]
            """,
    }.RunAsync();

    [Theory]
    [InlineData("Fixtures/gone.json", "Fixtures/a.json", "")]
    [InlineData("Fixtures/A.json", "Fixtures/a.json", "; did you mean \"Fixtures/a.json\"?")]
    [InlineData("**/*.csv", "Fixtures/a.json", "")]
    [InlineData("Fixtures/*.json", "", "")]
    public Task Fixture_files_are_known(string target, string fixture, string hint)
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = {|#0:\""
                + target
                + "\"|})]",
            Fixtures = fixture.Length > 0 ? [fixture] : [],
            Facts = "default-fixtures",
            Options = "dotnet_diagnostic.PROV1003.severity = none",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UnmatchedTarget).WithLocation(0).WithMessage(
            $"Target \"{target}\" matches no source or fixture file of this project; "
            + $"paths are relative to the project and case-sensitive{hint}"));
        return test.RunAsync();
    }

    [Fact]
    public Task Its_fix_removes_the_annotation_and_nothing_else() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                // A comment that stays.
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|PROV0004:"One.cs"|})]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|PROV0004:"Two.cs"|})] // So does this one.
                [assembly: System.CLSCompliant(false), AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|PROV0004:"Three.cs"|})]
                """),
            ("B.cs", """
                using ProvenanceAnalyzers;
                [assembly:
                    AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|PROV0004:"Four.cs"|}),
                    AIProvenance(AIOrigin.Generated, Tool = "codex", Target = {|PROV0004:"Five.cs"|})]
                [AIProvenance(AIOrigin.Human)] class C { }
                """),
        ],
        FixedFiles =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                // A comment that stays.
                // So does this one.
                [assembly: System.CLSCompliant(false)]
                """),
            ("B.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Human)] class C { }
                """),
        ],
        Action = Fix,
        NumberOfIncrementalIterations = 5,
    }.RunAsync();

    /// <summary>{gone} is the annotation; what stands beside it stays, and what directives part is left to a person.</summary>
    [Theory]
    [InlineData(
        "[assembly: // first\n    {gone}, // orders\n    System.CLSCompliant(false)] // end",
        "[assembly: // first\n    // orders\n    System.CLSCompliant(false)] // end")]
    [InlineData(
        "[assembly: System.CLSCompliant(false), // title\n    {gone} // orders\n]",
        "[assembly: System.CLSCompliant(false) // title\n    // orders\n]")]
    [InlineData("[assembly: System.CLSCompliant(false), // title\n    {gone}\n]", "[assembly: System.CLSCompliant(false) // title\n]")]
    [InlineData("[assembly: {gone}, /* a */ System.CLSCompliant(false)]", "[assembly: /* a */ System.CLSCompliant(false)]")]
    [InlineData("[assembly: {gone} /* a */, System.CLSCompliant(false)]", "[assembly: /* a */ System.CLSCompliant(false)]")]
    [InlineData("[assembly: System.CLSCompliant(false)] [assembly: {gone}]\n", "[assembly: System.CLSCompliant(false)]\n")]
    [InlineData("[assembly: {gone}] [assembly: System.CLSCompliant(false)]", "[assembly: System.CLSCompliant(false)]")]
    [InlineData("/* a */ [assembly: {gone}] /* b */", "/* a */ /* b */")]
    [InlineData("[assembly:\n#if X\n    System.CLSCompliant(false),\n#endif\n    {gone}]", null)]
    [InlineData("[assembly:\n#if !X\n    {gone}\n#else\n    System.CLSCompliant(false)\n#endif\n]", null)]
    [InlineData("#if !X\n[assembly: {gone}]\n#endif\n", "#if !X\n#endif\n")]
    public async Task Its_fix_leaves_comments_and_other_configurations_as_they_are(string before, string? after)
    {
        const string Gone = "ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown, Target = \"Gone.cs\")";
        var document = TestSolution.AddProject(
            TestSolution.Create(), "Project", [("A.cs", SourceText.From(before.Replace("{gone}", Gone, StringComparison.Ordinal)))])
            .Single("Project").Files().Single();
        var found = Assert.Single(await document.Project.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UnmatchedTarget);
        var actions = await document.ActionsAsync(found);

        if (after == null)
        {
            Assert.Empty(actions);
            return;
        }

        var changed = await Assert.Single(actions).Action.ApplyAsync();
        Assert.Equal(after, (await changed.Files().Single().GetTextAsync()).ToString());
        Assert.Empty(await changed.CompilerDiagnosticsAsync());
    }

    [Fact]
    public Task Generated_code_is_not_looked_at() => new ProvenanceTest
    {
        Files = [("A.g.cs", "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human, Target = \"Gone.cs\")]")],
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV0004\n", "")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Configuration\", \"PROV0004\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV0004.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Source = $"{before}[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human, Target = \"Gone.cs\")]",
        Options = options,
    }.RunAsync();
}
