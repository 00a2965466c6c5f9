using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class BrokenPolicyRuleTests
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
        "\n[Evals/{a,b]",
        "(2,1): Line 2 of the policy file 'company.provenance': '[Evals/{a,b]' is no section: write a glob between [ and ], "
        + "relative to the folder of this file, such as [Evals/**]")]
    [InlineData(
        "[]\nprovenance.denied_tools = codex",
        "(1,1): Line 1 of the policy file 'company.provenance': '[]' is no section: write a glob between [ and ], "
        + "relative to the folder of this file, such as [Evals/**]")]
    [InlineData(
        "[Evals/**]\nprovenance.allowed_tools = codex\nprovenance.denied_tools = codex",
        "(2,1): Line 2 of the policy file 'company.provenance': 'provenance.allowed_tools = codex' allows 'codex', "
        + "which provenance.denied_tools denies; what is denied stays denied, so take it out of one of the two")]
    [InlineData(
        "provenance.custom_tools = claude-code=shop",
        "(1,1): Line 1 of the policy file 'company.provenance': 'provenance.custom_tools = claude-code=shop' redefines 'claude-code', "
        + "which is known as claude-code=anthropic; give a tool of your own another id")]
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
            TestReferences.Net);

        var diagnostics = await AnalyzerRun.DiagnosticsAsync(
            compilation,
            new AnalyzerOptions(
                [TestFacts.File(lines: "mode None", policy: text ?? string.Empty), new InMemoryText("/0/company.provenance", text)],
                new InMemoryConfig([])));

        var diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id == RuleIds.BrokenPolicy);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("/0/company.provenance", diagnostic.Location.GetLineSpan().Path);
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        Assert.Equal(expected, $"({start.Line + 1},{start.Character + 1}): {diagnostic.GetMessage()}");
    }

    /// <summary>Each row: the facts beside the usual ones, the additional files by path and text, and what is reported.</summary>
    [Theory]
    [InlineData("", "", "")]
    [InlineData("policy company.provenance 00", "company.provenance=provenance.denied_tools = codex",
        "/0/company.provenance(1,1): error PROV0008: The file 'company.provenance' is not as the build has read it; build again")]
    [InlineData("policy gone.provenance 00", "",
        "/0/gone.provenance(1,1): error PROV0008: Line 1 of the policy file 'gone.provenance': it cannot be read")]
    [InlineData("", "obj/Other.Provenance.Facts.tsv=",
        "/0/obj/Other.Provenance.Facts.tsv(1,1): error PROV0008: The file 'Other.Provenance.Facts.tsv' is there beside "
        + "'/0/obj/Test.net10.0.Provenance.Facts.tsv'")]
    [InlineData("", "obj/Test.net10.0.Provenance.BaselineUpdate.tsv=0123",
        "/0/obj/Test.net10.0.Provenance.BaselineUpdate.tsv(1,1): error PROV0008: The file 'Test.net10.0.Provenance.BaselineUpdate.tsv' "
        + "is not of this build, which has written no such file; remove it from the AdditionalFiles")]
    [InlineData("", "my/Provenance.Fixtures.tsv=",
        "/0/my/Provenance.Fixtures.tsv(1,1): error PROV0008: The file 'Provenance.Fixtures.tsv' is not of this build, which has written no "
        + "such file; remove it from the AdditionalFiles")]
    [InlineData("source B.cs", "",
        "/0/obj/Test.net10.0.Provenance.Facts.tsv(1,1): error PROV0008: The file 'Test.net10.0.Provenance.Facts.tsv' is of another "
        + "project: it knows none of the files here")]
    [InlineData("name X.Provenance.Facts.tsv", "",
        "/0/obj/Test.net10.0.Provenance.Facts.tsv(1,1): error PROV0008: The file 'Test.net10.0.Provenance.Facts.tsv' is the one of "
        + "'X.Provenance.Facts.tsv'")]
    [InlineData("nonsense", "",
        "/0/obj/Test.net10.0.Provenance.Facts.tsv(11,1): error PROV0008: The file 'Test.net10.0.Provenance.Facts.tsv' has a line that "
        + "cannot be read")]
    public async Task What_the_build_did_not_write_or_read_is_named(string facts, string files, string expected)
    {
        var additional = files.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(file => file.Split('=', 2))
            .Select(file => new InMemoryText("/0/" + file[0], file[1]));

        Assert.Equal(expected, string.Join('\n', await ReportedAsync([TestFacts.File(lines: facts), .. additional])));
    }

    [Fact]
    public async Task A_host_that_tells_nothing_is_told_once() => Assert.Equal(
        [
            "warning PROV0008: The build tells nothing of this project, so that no policy file, mode or day holds: "
            + "ProvenanceAnalyzers.targets is not imported; let IncludeAssets of the PackageReference name 'build' and 'buildTransitive', "
            + "or import it by hand",
        ],
        await ReportedAsync([]));

    private static async Task<IEnumerable<string>> ReportedAsync(AdditionalText[] files)
    {
        var compilation = CSharpCompilation.Create(
            "Policy",
            [CSharpSyntaxTree.ParseText("enum E;", path: "/0/A.cs")],
            TestReferences.Net);
        return (await AnalyzerRun.DiagnosticsAsync(compilation, new AnalyzerOptions([.. files], new InMemoryConfig([]))))
            .Where(diagnostic => diagnostic.Id == RuleIds.BrokenPolicy)
            .Select(diagnostic => diagnostic.ToString());
    }

    [Theory]
    [InlineData(
        "\uFEFFprovenance.denied_tools = codex ; for now\r\n\r\n# A comment.\r\nPROVENANCE.Denied_Tools=cursor\r\n",
        "denied_tools = codex, cursor")]
    [InlineData(
        "provenance.reviews_required = 2\nprovenance.reviews_required = 3\nprovenance.reviews_required = 1",
        "reviews_required = 3")]
    [InlineData("provenance.review_max_age_days = 30\nprovenance.review_max_age_days = 60", "review_max_age_days = 30")]
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
            policy.General.Written.Select(option => $"{option.Key} = {option.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_in_a_file_it_is_read_or_each_problem_has_its_line()
    {
        var line = Gen.OneOf(
            Gen.String,
            Gen.OneOf("[*]", "[Evals/**]", "[{a,b}/*.cs]", "[C#/**]", "[a]]", "[{", "[[a]"),
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
                Assert.True(!policy.Problems.IsEmpty || !policy.HoldsEverywhere || !policy.General.Written.IsEmpty);
            },
            iter: PropertyRuns.Count);
    }
}
