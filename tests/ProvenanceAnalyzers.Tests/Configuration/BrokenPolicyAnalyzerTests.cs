using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class BrokenPolicyAnalyzerTests
{
    [Theory]
    [InlineData(
        "",
        "(1,1): Line 1 of the policy file 'company.provenance': it locks nothing; write lines such as 'provenance.denied_tools = codex'")]
    [InlineData(
        "# provenance.denied_tools = codex",
        "(1,1): Line 1 of the policy file 'company.provenance': it locks nothing; write lines such as 'provenance.denied_tools = codex'")]
    [InlineData(null, "(1,1): Line 1 of the policy file 'company.provenance': it cannot be read")]
    [InlineData(
        "\n[*]",
        "(2,1): Line 2 of the policy file 'company.provenance': a policy file has no sections: what it locks holds for all files")]
    [InlineData(
        "is_global = true",
        "(1,1): Line 1 of the policy file 'company.provenance': 'is_global = true' is no option; "
        + "a policy file has provenance.* options alone")]
    [InlineData(
        "provenance.denied_tools = codexx",
        "(1,1): Line 1 of the policy file 'company.provenance': 'provenance.denied_tools = codexx' names the tool 'codexx', "
        + "which is not known; did you mean 'codex'? If not, add it to provenance.custom_tools")]
    [InlineData(
        "provenance.reviews_required = 2\nprovenance.reviews_required = two",
        "(2,1): Line 2 of the policy file 'company.provenance': 'provenance.reviews_required = two' is not a whole number from 1 on")]
    [InlineData(
        "provenance.allowed_tools = codex\nprovenance.denied_tools = codex",
        "(1,1): Line 1 of the policy file 'company.provenance': 'provenance.allowed_tools = codex' allows 'codex', "
        + "which provenance.denied_tools denies; what is denied stays denied, so take it out of one of the two")]
    [InlineData(
        "<<<<<<< ours",
        "(1,1): Line 1 of the policy file 'company.provenance': it is not of the form 'key = value', "
        + "such as 'provenance.denied_tools = codex'")]
    [InlineData(
        "provenance.tools = codex",
        "(1,1): Line 1 of the policy file 'company.provenance': 'provenance.tools' cannot be locked: "
        + "nothing that is reported depends on it")]
    public async Task Names_file_line_and_what_is_wrong(string? text, string expected)
    {
        var compilation = CSharpCompilation.Create(
            "Policy",
            [CSharpSyntaxTree.ParseText("class C;", path: "/0/A.cs")],
            Basic.Reference.Assemblies.Net100.References.All);
        var config = new InMemoryConfig(new()
        {
            ["build_metadata.ProvenancePolicyFile.ProvenanceIsPolicy"] = "true",
            ["build_property.ProvenanceAnalysisMode"] = "None",
        });

        var diagnostics = await AnalyzerRun.DiagnosticsAsync(
            compilation,
            new AnalyzerOptions([new InMemoryText("/0/company.provenance", text)], config));

        var diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id == RuleIds.BrokenPolicy);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("/0/company.provenance", diagnostic.Location.GetLineSpan().Path);
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        Assert.Equal(expected, $"({start.Line + 1},{start.Character + 1}): {diagnostic.GetMessage()}");
    }

    [Theory]
    [InlineData(
        "\uFEFFprovenance.denied_tools = codex ; for now\r\n\r\n# A comment.\r\nPROVENANCE.Denied_Tools=cursor\r\n",
        "denied_tools = codex, cursor")]
    [InlineData(
        "provenance.reviews_required = 2\nprovenance.reviews_required = 3\nprovenance.reviews_required = 1",
        "reviews_required = 3; exclude = false")]
    [InlineData("provenance.review_max_age_days = 30\nprovenance.review_max_age_days = 60", "review_max_age_days = 30; exclude = false")]
    [InlineData("provenance.training_corpus = true\nprovenance.training_corpus = false", "training_corpus = true")]
    [InlineData(
        "provenance.exclude = true\nprovenance.review_required = none\nprovenance.review_required = all",
        "exclude = true; review_required = all")]
    public void Lists_add_up_and_of_other_values_the_strictest_holds(string text, string expected)
    {
        var policy = PolicyFile.Read("company.provenance", text);

        Assert.Empty(policy.Problems);
        Assert.Equal(
            expected.Split("; ").Select(option => "provenance." + option).Order(StringComparer.Ordinal),
            policy.Options.Written.Select(option => $"{option.Key} = {option.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_in_a_file_it_is_read_or_each_problem_has_its_line()
    {
        var line = Gen.OneOf(
            Gen.String,
            Gen.Select(
                Gen.OneOf(OptionDefinitions.All.Select(option => option.Key).Append("provenance.x").ToArray()),
                Gen.OneOf(
                    "true",
                    "codex",
                    "codex:..",
                    "human",
                    "1",
                    "a=b",
                    "*",
                    "",
                    "Obsolete:review",
                    "+, codex",
                    "none",
                    "anthropic, openai"),
                (key, value) => $"{key} = {value}"));
        line.Array[0, 12].Sample(
            lines =>
            {
                var text = string.Join('\n', lines);
                var policy = PolicyFile.Read("p", text);
                Assert.All(policy.Problems, problem => Assert.InRange(problem.Line, 1, text.Split('\n').Length));
                Assert.True(!policy.Problems.IsEmpty || !policy.Options.Written.IsEmpty);
            },
            iter: PropertyRuns.Count);
    }
}
