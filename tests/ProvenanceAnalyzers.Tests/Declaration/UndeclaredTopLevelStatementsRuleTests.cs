using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Declaration;

public sealed class UndeclaredTopLevelStatementsRuleTests
{
    [Theory]
    [InlineData("{|PROV1005:System|}.Console.WriteLine();")]
    [InlineData("// A comment.\nusing System;\n{|PROV1005:Console|}.WriteLine();\nConsole.WriteLine();")]
    [InlineData("{|PROV1005:return|};\npartial class {|PROV1001:Program|} { }")]
    [InlineData("{|PROV1005:void|} M() { }\nM();\nclass {|PROV1001:C|} { }")]
    public Task Reports_the_first_statement(string source) =>
        new ProvenanceTest { Files = [("Program.cs", source)], IsApplication = true }.RunAsync();

    [Fact]
    public async Task Its_message_carries_the_annotation()
    {
        var test = new ProvenanceTest { Files = [("src/Program.cs", "{|#0:return|};")], IsApplication = true };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UndeclaredTopLevelStatements).WithLocation(0).WithMessage(
            "These top-level statements do not declare their provenance: "
            + "add [assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"src/Program.cs\")] if an AI wrote them, "
            + "with Assisted if one helped, Human if none did, else Unknown"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Program.cs", true)]
    [InlineData("src/Program.cs", true)]
    [InlineData("src/*.cs", true)]
    [InlineData("src/**", true)]
    [InlineData("*.cs", false)]
    [InlineData("**", false)]
    [InlineData("s?c/*.cs", false)]
    [InlineData("Prog?am.cs", false)]
    public Task An_assembly_annotation_for_the_file_or_its_folder_declares_it(string target, bool declares) => new ProvenanceTest
    {
        Files =
        [
            (target.Contains('/') ? "src/Program.cs" : "Program.cs", $$"""
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "{{target}}")]
                {{(declares ? "return" : "{|PROV1005:return|}")}};
                """),
        ],
        IsApplication = true,
    }.RunAsync();

    [Fact]
    public Task The_link_of_a_linked_file_is_its_path() => new ProvenanceTest
    {
        Files =
        [
            ("../../shared/Main.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Human, Target = "Linked/Program.cs")]
                return;
                """),
        ],
        Facts = "source ../shared/Main.cs Linked/Program.cs",
        IsApplication = true,
    }.RunAsync();

    [Theory]
    [InlineData("provenance.required_on = none")]
    [InlineData("provenance.exclude = true")]
    [InlineData("provenance.api_surface = public")]
    public Task Options_can_exempt_it(string option) =>
        new ProvenanceTest { Files = [("Program.cs", "return;")], Options = option, IsApplication = true }.RunAsync();

    [Fact]
    public Task Required_on_members_asks_for_it_too() => new ProvenanceTest
    {
        Files = [("Program.cs", "{|PROV1005:return|};")],
        Options = "provenance.required_on = members",
        IsApplication = true,
    }.RunAsync();

    [Fact]
    public Task A_library_has_none() =>
        new ProvenanceTest { Source = "return;", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    [Trait("Case", "H15")]
    [Fact]
    public Task Its_fix_annotates_below_the_usings_and_outside_of_the_directives_that_the_statement_stands_under() => new ProvenanceTest
    {
        Files =
        [
            ("src/Program.cs", """
                // Copyright.
                using System;

                #region Main
                #if DEBUG
                Console.WriteLine("debug");
                #else
                {|PROV1005:Console|}.WriteLine("release");
                #endif
                #endregion
                """),
        ],
        FixedFiles =
        [
            ("src/Program.cs", """
                // Copyright.
                using System;

                #region Main
                [assembly: {|PROV1006:ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown, Target = "src/Program.cs")|}]
                #if DEBUG
                Console.WriteLine("debug");
                #else
                Console.WriteLine("release");
                #endif
                #endregion
                """),
        ],
        Options = ProvenanceTest.UnknownInBulk,
        IsApplication = true,
    }.RunAsync();

    [Theory]
    [InlineData(
        "using System;\n\n// Greets.\n// Twice.\nConsole.WriteLine();\n",
        "using System;\n\n=>// Greets.\n// Twice.\nConsole.WriteLine();\n")]
    [InlineData(
        "using System;\n\n// A part.\n\n/* Greets. */\nConsole.WriteLine();\n",
        "using System;\n\n// A part.\n\n=>/* Greets. */\nConsole.WriteLine();\n")]
    [InlineData("using System;\n// A part.\n\nConsole.WriteLine();\n", "using System;\n// A part.\n\n=>Console.WriteLine();\n")]
    [InlineData("// Copyright.\nreturn;\n", "// Copyright.\n=>return;\n")]
    [InlineData("// Copyright.\n\n// Ends.\nreturn;\n", "// Copyright.\n\n=>// Ends.\nreturn;\n")]
    [InlineData(
        "using System;\n\n// Greets.\n#if !X\nConsole.WriteLine();\n#endif\n",
        "using System;\n\n=>// Greets.\n#if !X\nConsole.WriteLine();\n#endif\n")]
    public async Task Its_fix_stands_above_the_comment_that_is_about_the_statement(string before, string after)
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(), "Project", [("Program.cs", SourceText.From(before))], ProvenanceTest.UnknownInBulk);

        var changed = await solution.Single("Project").FixAllAsync(FixAllScope.Project, RuleIds.UndeclaredTopLevelStatements, "Default");

        Assert.Equal(
            after.Replace(
                "=>",
                "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown, Target = \"Program.cs\")]\n",
                StringComparison.Ordinal),
            (await changed.Single("Project").Files().Single().GetTextAsync()).ToString());
    }

    [Theory]
    [InlineData("#pragma warning disable PROV1005\n", "")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Declaration\", \"PROV1005\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV1005.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Files = [("Program.cs", before + "System.Console.WriteLine();")],
        Options = options,
        IsApplication = true,
    }.RunAsync();

    [Fact]
    public Task Generated_code_is_no_unit() =>
        new ProvenanceTest { Files = [("Program.g.cs", "System.Console.WriteLine();")], IsApplication = true }.RunAsync();
}
