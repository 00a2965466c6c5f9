using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class MalformedBaselineRuleTests
{
    [Fact]
    public Task Names_each_wrong_line_and_the_others_hold()
    {
        var (a, b) = ($"T:A {IndependentDigest.Compute("class A { }")}", $"T:B {IndependentDigest.Compute("class B { }")}");
        var test = Test(
            "class A { } class B { } class {|PROV1001:C|} { }",
            $"# Comment.\n<<<<<<< HEAD\n{b}\n=======\n{a}\n{a}\n>>>>>>> other\nT:C");
        foreach (var (line, text, why) in new[]
        {
            (2, "<<<<<<< HEAD", "is a mark of a merge conflict: keep the lines of both sides, remove the marks, and sort the lines"),
            (4, "=======", "is a mark of a merge conflict: keep the lines of both sides, remove the marks, and sort the lines"),
            (5, a, "is out of order; lines are sorted ordinally, so that merges do not lose any"),
            (6, a, "is there twice; remove one"),
            (7, ">>>>>>> other", "is a mark of a merge conflict: keep the lines of both sides, remove the marks, and sort the lines"),
            (8, "T:C", "is not of the form 'id digest', such as 'T:Shop.Order h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081'"),
        })
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedBaseline)
                .WithSpan("/0/Provenance.Baseline.txt", line, 1, line, text.Length + 1).WithMessage($"The baseline line '{text}' {why}"));
        }

        return test.RunAsync();
    }

    private static ProvenanceTest Test(string source, string baseline)
    {
        var test = new ProvenanceTest { Source = source };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", baseline + "\n"));
        return test;
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n# A comment.\n")]
    [InlineData("# A comment.\nT:A h1:00000000000000000000000000000000\n\nT:B h1:00000000000000000000000000000000")]
    [InlineData(
        "T:A h1:00000000000000000000000000000000\nT:A h1:00000000000000000000000000000001\n"
        + "T:B h1:00000000000000000000000000000000")]
    public Task Is_silent_about_a_file_that_is_in_order(string baseline) =>
        Test("class {|PROV1001:A|} { } class {|PROV1001:B|} { }", baseline).RunAsync();

    [Fact]
    public Task Each_file_is_in_order_by_itself()
    {
        var (a, b) = ($"T:A {IndependentDigest.Compute("class A { }")}", $"T:B {IndependentDigest.Compute("class B { }")}");
        var test = Test("class A { } class B { }", b);
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.Legacy.txt", $"{a}\n{b}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_file_of_another_name_is_no_baseline()
    {
        var test = new ProvenanceTest { Source = "class {|PROV1001:A|} { }" };
        test.TestState.AdditionalFiles.Add(("/0/Baseline.txt", "=======\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Is_suppressed_in_a_global_config()
    {
        var test = new ProvenanceTest
        {
            Source = "class {|PROV1001:A|} { }",
            GlobalOptions = "dotnet_diagnostic.PROV0007.severity = none",
        };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", "=======\n"));
        return test.RunAsync();
    }
}
