using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Configuration;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>What a baseline holds for. Digests are recomputed without our code.</summary>
public sealed class BaselineTests
{
    private const string Other = "h1:00000000000000000000000000000000";

    [Theory]
    [InlineData("T:C", "class C { int M() => 1; }")]
    [InlineData("T:N.C`1", "public record C<T>(T X);", "namespace N;\n")]
    [InlineData("T:C@Test0.cs", "file class C { }")]
    [InlineData("T:D", "delegate void D();")]
    public Task A_unit_in_it_is_not_reported(string id, string code, string before = "") =>
        Test(before + code, $"{id} {IndependentDigest.Compute(code)}").RunAsync();

    [Theory]
    [InlineData("class {|PROV2001:C|} { int M() => 2; }", "", false)]
    [InlineData("class C { int M() => 1; }", "", true)]
    [InlineData("class {|PROV2001:C|} { int M() => 1; }", "provenance.baseline = false\n", true)]
    public Task A_review_waits_until_what_it_holds_is_changed(string code, string policy, bool isHeld)
    {
        const string Declared = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\")] ";
        var digest = isHeld ? IndependentDigest.Compute("class C { int M() => 1; }") : Other;
        var test = new ProvenanceTest
        {
            Source = Declared + code,
            RequiresReview = true,
            Policy = policy.Length > 0 ? policy + "provenance.review_required = ai\n" : null,
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", $"T:C {digest}\n"));
        if (policy.Length > 0)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("PROV0006", Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task What_is_declared_by_itself_inside_of_it_is_due_and_what_is_reviewed_needs_no_entry()
    {
        const string Code = """
            class C
            {
                [AIProvenance(AIOrigin.Generated, Tool = "codex")]
                int {|PROV2001:M|}() => 1;
            }
            """;
        const string Reviewed = "class D { }";
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)]\n{Code}\n"
                + "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n[HumanReviewed(\"ada\", \"2026-11-20\", "
                + $"Digest = \"{IndependentDigest.Compute(Reviewed)}\")]\n{Reviewed}",
            RequiresReview = true,
        };
        test.TestState.AdditionalFiles.Add((
            "/0/Provenance.Baseline.txt",
            $"T:C {IndependentDigest.Compute(Code.Replace("{|PROV2001:M|}", "M", StringComparison.Ordinal))}\n"
            + $"T:D {IndependentDigest.Compute(Reviewed)}\n"));
        test.ExpectedDiagnostics.Add(ObsoleteBaselineEntryRuleTests.Obsolete(1, "T:C", "it declares its provenance now"));
        test.ExpectedDiagnostics.Add(ObsoleteBaselineEntryRuleTests.Obsolete(2, "T:D", "it declares its provenance now"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("T:C", "class {|PROV1001:C|} { int M() => 2; }", Other)]
    [InlineData("T:D", "class {|PROV1001:C|} { }", "")]
    public Task Another_digest_or_id_holds_for_nothing(string id, string source, string digest)
    {
        var test = Test(source, $"{id} {(digest.Length > 0 ? digest : IndependentDigest.Compute("class C { }"))}");
        if (digest.Length == 0)
        {
            test.ExpectedDiagnostics.Add(ObsoleteBaselineEntryRuleTests.Obsolete(1, id, "it does not exist any more"));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task What_has_changed_since_is_reported_as_such()
    {
        var test = Test("class {|#0:C|} { int M() => 2; }\nclass {|#1:D|} { }", $"T:C {Other}");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UndeclaredType).WithLocation(0).WithMessage(
            "The class 'C' does not declare its provenance: add [AIProvenance(AIOrigin.Generated, Tool = \"...\")] if an AI wrote it, "
            + "with Assisted if one helped, Human if none did, else Unknown; it has changed since the baseline took it"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UndeclaredType).WithLocation(1).WithMessage(
            "The class 'D' does not declare its provenance: add [AIProvenance(AIOrigin.Generated, Tool = \"...\")] if an AI wrote it, "
            + "with Assisted if one helped, Human if none did, else Unknown"));
        return test.RunAsync();
    }

    [Fact]
    public Task Top_level_statements_that_have_changed_since_are_reported_as_such()
    {
        var test = new ProvenanceTest { Files = [("Program.cs", "{|#0:System|}.Console.WriteLine();")], IsApplication = true };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", $"Program.cs {Other}\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.UndeclaredTopLevelStatements).WithLocation(0).WithMessage(
            "These top-level statements do not declare their provenance: "
            + "add [assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Program.cs\")] if an AI wrote them, "
            + "with Assisted if one helped, Human if none did, else Unknown; it has changed since the baseline took it"));
        return test.RunAsync();
    }

    [Fact]
    public Task Formatting_and_comments_do_not_make_it_due() =>
        Test(
            "// New.\nclass  C\n{\n    /* New. */ int M() =>\n        1;\n}",
            $"T:C {IndependentDigest.Compute("class C { int M() => 1; }")}").RunAsync();

    [Fact]
    public Task All_parts_of_a_partial_type_make_its_digest()
    {
        var (first, second) = (
            IndependentDigest.Compute("partial class C { int A; }"),
            IndependentDigest.Compute("partial class C { int B; }"));
        var digest = "h1:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            string.Join("\n", new[] { first, second }.Order(StringComparer.Ordinal)) + "\n")))[..32];
        var test = new ProvenanceTest
        {
            Files =
            [
                ("A.cs", "partial class C { int A; }"),
                ("B.cs", "partial class C { int B; }"),
                ("C.Designer.cs", "partial class C { int Generated; }"),
            ],
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", $"T:C {digest}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_member_and_a_test_method_can_be_in_it()
    {
        var test = new ProvenanceTest
        {
            Source = """
                class C { void A() { } void {|PROV1004:B|}() { } }
                class T { [Xunit.Fact] public void A() { } [Xunit.Fact] public void {|PROV1002:B|}() { } }
                """,
            Options = "provenance.required_on = members\nprovenance.tests.required_on = methods",
            References = Framework.XUnit2,
        };
        test.TestState.AdditionalFiles.Add((
            "/0/Provenance.Baseline.txt",
            $"M:C.A {IndependentDigest.Compute("void A() { }")}\nM:T.A {IndependentDigest.Compute("[Xunit.Fact] public void A() { }")}\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("class C { readonly int _a = int.Parse(\"1\"); void {|PROV1004:M|}() { } }", true)]
    [InlineData("class C { readonly int _a = int.Parse(\"1\"); void {|PROV1004:M|}() { _ = _a; } }", true)]
    [InlineData("class C { readonly int _a = int.Parse(\"2\"); void {|PROV1004:M|}() { } }", false)]
    [InlineData("class C { readonly int _a = int.Parse(\"1\"); int B => 1; void {|PROV1004:M|}() { } }", true)]
    public Task Where_members_are_asked_a_type_is_in_it_without_them(string source, bool holds)
    {
        var rest = IndependentDigest.Compute("class C { readonly int _a = int.Parse(\"1\"); }");
        var test = new ProvenanceTest
        {
            Source = (holds ? source : source.Replace("class C", "class {|PROV1001:C|}", StringComparison.Ordinal))
                .Replace("int B =>", "int {|PROV1004:B|} =>", StringComparison.Ordinal),
            Options = "provenance.required_on = members",
        };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", $"T:C r{rest[1..]}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_file_of_top_level_statements_is_in_it_by_its_path()
    {
        var test = new ProvenanceTest { Files = [("Cli/Program.cs", "using System;\nConsole.WriteLine();")], IsApplication = true };
        test.TestState.AdditionalFiles.Add((
            "/0/Provenance.Baseline.txt", $"Cli/Program.cs {IndependentDigest.Compute("using System;\nConsole.WriteLine();")}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Several_files_and_several_lines_for_one_id_hold()
    {
        var test = Test("class A { } class B { }", $"T:A {Other}\nT:A {IndependentDigest.Compute("class A { }")}");
        test.TestState.AdditionalFiles.Clear();
        test.TestState.AdditionalFiles.Add(
            ("/0/Provenance.Baseline.txt", $"T:A {Other}\nT:A {IndependentDigest.Compute("class A { }")}\n"));
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.Legacy.txt", $"T:B {IndependentDigest.Compute("class B { }")}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_file_of_another_name_is_none()
    {
        var test = new ProvenanceTest { Source = "class {|PROV1001:A|} { }" };
        test.TestState.AdditionalFiles.Add(("/0/Baseline.txt", $"T:A {IndependentDigest.Compute("class A { }")}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Mode_none_says_nothing_of_a_baseline() => new ProvenanceTest
    {
        Source = "class C { }",
        Facts = "mode None",
        TestState = { AdditionalFiles = { ("/0/Provenance.Baseline.txt", "=======\n") } },
    }.RunAsync();

    private static ProvenanceTest Test(string source, string baseline)
    {
        var test = new ProvenanceTest { Source = source };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", baseline + "\n"));
        return test;
    }
}
