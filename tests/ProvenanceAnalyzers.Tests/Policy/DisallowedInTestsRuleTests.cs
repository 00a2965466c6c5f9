using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

public sealed class DisallowedInTestsRuleTests
{
    private const string Usings = "using ProvenanceAnalyzers;\nusing Xunit;\n";

    [Theory]
    [InlineData(
        "tests.allowed_origins = human",
        "AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = \"codex\")",
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\")")]
    [InlineData(
        "tests.denied_tools = codex",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3004:\"codex\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\")")]
    [InlineData(
        "tests.allowed_tools = cursor",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3004:\"codex\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\")")]
    [InlineData(
        "tests.denied_providers = openai",
        "AIProvenance(AIOrigin.Generated, Tool = \"aider\", Model = {|PROV3004:\"gpt-5\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\")")]
    [InlineData(
        "tests.allowed_providers = meta",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3004:\"aider\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = \"aider\")")]
    [InlineData(
        "allowed_origins = human",
        "AIProvenance({|PROV3003:AIOrigin.Generated|}, Tool = \"codex\")",
        "AIProvenance({|PROV3003:AIOrigin.Generated|}, Tool = \"codex\")")]
    [InlineData(
        "denied_tools = codex",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})")]
    [InlineData(
        "allowed_origins = human\nprovenance.tests.allowed_origins = human, generated",
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\")",
        "AIProvenance({|PROV3003:AIOrigin.Generated|}, Tool = \"codex\")")]
    [InlineData(
        "denied_tools = codex\nprovenance.tests.denied_tools =",
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\")",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})")]
    [InlineData(
        "denied_tools = codex\nprovenance.tests.denied_tools = cursor, codex",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3004:\"codex\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})")]
    [InlineData(
        "suspended_tools = codex:..\nprovenance.denied_models = gpt-*",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3002:\"codex\"|}, Model = {|PROV3001:\"gpt-5\"|})",
        "AIProvenance(AIOrigin.Generated, Tool = {|PROV3002:\"codex\"|}, Model = {|PROV3001:\"gpt-5\"|})")]
    public Task In_tests_an_option_for_tests_holds_instead_of_the_general_one(string option, string tests, string code) =>
        new ProvenanceTest
        {
            Source = $$"""
                {{Usings}}
                [{{tests}}] public class Tests { [Fact] public void M() { } public class Nested { } }
                [{{code}}] public class Code { }
                """,
            Options = "provenance." + option,
            References = Framework.XUnit2,
        }.RunAsync();

    [Fact]
    public Task A_test_class_is_judged_method_by_method() => new ProvenanceTest
    {
        Source = Usings + """
            [AIProvenance(AIOrigin.Human)]
            public class Tests
            {
                [Fact] public void ByHuman() { }

                [AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = "codex")]
                [Fact] public void ByAI() { }

                [AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = "codex")]
                [Theory, InlineData(1), InlineData(2)] public void Rows(int row) => Assert(row);

                [AIProvenance({|PROV3004:AIOrigin.Assisted|}, Tool = "codex")]
                private static void Assert(int row) { }
            }

            [AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = "codex")]
            public class AITests
            {
                [AIProvenance(AIOrigin.Human)]
                [Fact] public void ByHuman() { }
            }
            """,
        Options = "provenance.tests.allowed_origins = human",
        References = Framework.XUnit2,
    }.RunAsync();

    [Theory]
    [InlineData(Framework.XUnit2, "[Xunit.Theory, Xunit.InlineData(1), Xunit.InlineData(2)]", "")]
    [InlineData(Framework.XUnit3, "[Xunit.Theory, Xunit.InlineData(1), Xunit.InlineData(2)]", "")]
    [InlineData(Framework.NUnit4, "[NUnit.Framework.TestCase(1), NUnit.Framework.TestCase(2)]", "")]
    [InlineData(
        Framework.MSTest4,
        "[Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod, Microsoft.VisualStudio.TestTools.UnitTesting.DataRow(1)]",
        "[Microsoft.VisualStudio.TestTools.UnitTesting.TestClass]")]
    [InlineData(Framework.TUnit, "[TUnit.Core.Test, TUnit.Core.Arguments(1), TUnit.Core.Arguments(2)]", "")]
    public Task Rows_of_test_data_belong_to_their_method(Framework framework, string rows, string typeAttribute) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] {{typeAttribute}}
            public class Tests
            {
                [AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = "codex")]
                {{rows}}
                public void Generated(int row) { }

                {{rows}}
                public void Human(int row) { }
            }
            """,
        Options = "provenance.tests.allowed_origins = human",
        References = framework,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task An_assembly_annotation_is_about_tests_where_it_covers_a_test_class() => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = "codex", Target = "Tests/*.cs")]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Helpers/*.cs")]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex")]
                """),
            ("Tests/A.cs", "public class A { [Xunit.Fact] public void M() { } }"),
            ("Helpers/B.cs", "public class B { }"),
            (
                "Own.cs",
                "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] public class Own { "
                + "[Xunit.Fact] public void M() { } }"),
        ],
        Options = "provenance.tests.allowed_origins = human",
        References = Framework.XUnit2,
    }.RunAsync();

    [Fact]
    public Task One_annotation_can_break_the_policy_of_tests_and_that_of_other_code()
    {
        var test = new ProvenanceTest
        {
            Files =
            [
                ("Info.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance({|#0:AIOrigin.Generated|}, Tool = \"codex\")]"),
                ("Tests.cs", "public class A { [Xunit.Fact] public void M() { } }"),
                ("Code.cs", "public class B { }"),
            ],
            Options = "provenance.allowed_origins = human\nprovenance.tests.allowed_origins = human\n"
                + "provenance.assembly_default_declares = true",
            References = Framework.XUnit2,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.DisallowedOrigin).WithLocation(0).WithMessage(
            "Origin 'generated' is not allowed here: provenance.allowed_origins, which holds for 'Code.cs', allows only human; "
            + "have it rewritten, or change the option"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.DisallowedInTests).WithLocation(0).WithMessage(
            "Origin 'generated' is not allowed in test code and fixture files: "
            + "provenance.tests.allowed_origins, which holds for 'Tests.cs', allows only human; have it rewritten, or change the option"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("#pragma warning disable PROV3004\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]", "")]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\"), "
        + "System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Policy\", \"PROV3004\")]",
        "")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]", "\ndotnet_diagnostic.PROV3004.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string annotation, string options) => new ProvenanceTest
    {
        Source = $"{Usings}{annotation}\npublic class Tests {{ [Fact] public void M() {{ }} }}",
        Options = "provenance.tests.denied_tools = codex" + options,
        References = Framework.XUnit2,
    }.RunAsync();

    [Fact]
    public Task Each_part_of_a_test_class_counts() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", Usings + "[AIProvenance({|PROV3004:AIOrigin.Generated|}, Tool = \"codex\")] public partial class Tests { }"),
            ("A.Designer.cs", "public partial class Tests { }"),
            ("Strict/A.cs", Usings + "public partial class Tests { [Fact] public void M() { } }"),
        ],
        Options = "[Strict/**.cs]\nprovenance.tests.allowed_origins = human",
        References = Framework.XUnit2,
    }.RunAsync();

    [Theory]
    [InlineData(
        "tests.allowed_origins = human",
        "PROV3004",
        "Origin 'generated' is not allowed in test code and fixture files: "
        + "provenance.tests.allowed_origins, which holds for 'Info.cs' and so for the fixture file 'Fixtures/a.json', allows only human; "
        + "have it rewritten, or change the option")]
    [InlineData(
        "allowed_origins = human",
        "PROV3003",
        "Origin 'generated' is not allowed here: provenance.allowed_origins, which holds for 'Info.cs' and so for the fixture file "
        + "'Fixtures/a.json', allows only human; have it rewritten, or change the option")]
    public Task A_fixture_file_has_the_options_of_where_its_annotation_stands(string option, string rule, string message)
    {
        var test = new ProvenanceTest
        {
            Files =
            [
                ("Info.cs", """
                    using ProvenanceAnalyzers;
                    [assembly: AIProvenance({|#0:AIOrigin.Generated|}, Tool = "codex", Target = "Fixtures/*")]
                    [assembly: AIProvenance(AIOrigin.Human, Target = "Fixtures/c.json")]
                    [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Other.cs")]
                    """),
                ("Other.cs", "// No unit."),
            ],
            Options = $"[Info.cs]\nprovenance.{option}",
        };
        var digest = "h1:" + new string('0', 32);
        test.TestState.AdditionalFiles.Add((
            "/0/obj/Provenance.Fixtures.tsv",
            $"{digest}\t1\t*.json\tFixtures/b.json\n{digest}\t1\t*.json\tFixtures/a.json\n{digest}\t1\t*.json\tFixtures/c.json\n"));
        test.ExpectedDiagnostics.Add(
            new DiagnosticResult(Descriptors.All.Single(descriptor => descriptor.Id == rule)).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }
}
