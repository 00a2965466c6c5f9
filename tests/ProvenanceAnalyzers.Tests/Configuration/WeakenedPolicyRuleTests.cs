using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class WeakenedPolicyRuleTests
{
    private const string Declared = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Human)] class C { }";

    [Theory]
    [InlineData("api_surface = all", "api_surface = public")]
    [InlineData("exempt = none", "exempt = trivial")]
    [InlineData("tests.required_on = methods", "tests.required_on = classes")]
    [InlineData("assembly_default_declares = false", "assembly_default_declares = true")]
    [InlineData("tests.review_required = all", "tests.review_required = ai")]
    [InlineData("review_on = members", "review_on = types")]
    [InlineData("independent_review = true", "independent_review = false")]
    [InlineData("custom_tools = ours=contoso", "custom_tools = ours=other")]
    [InlineData("attribute_aliases = Obsolete:generated:codex", "attribute_aliases = ObsoleteAttribute:human")]
    [InlineData("training_exempt_providers = meta", "training_exempt_providers = openai")]
    [InlineData("allowed_providers = meta", "allowed_providers = meta, openai")]
    [InlineData("tests.allowed_tools = codex", "tests.allowed_tools = cursor")]
    public async Task Names_key_value_and_what_is_locked(string locked, string written)
    {
        var test = new ProvenanceTest
        {
            Source = Declared,
            Options = "provenance." + written,
            Policy = $"provenance.exclude = false\nprovenance.{locked}\n",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.WeakenedPolicy).WithMessage(
            $"'provenance.{written}', which holds for 'Test0.cs', would weaken the locked policy: "
            + $"'company.provenance' says 'provenance.{locked}'"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("required_fields = model", "required_fields = on")]
    [InlineData("custom_tools = ours=contoso", "custom_tools = theirs=fabrikam")]
    [InlineData("attribute_aliases = Obsolete:generated:codex", "attribute_aliases = Serializable:human")]
    [InlineData("denied_models = gpt-*", "denied_models = claude-*")]
    [InlineData("review_max_age_days = 30", "review_max_age_days = 7")]
    [InlineData("reviewers = *@example.com", "reviewers = bob@example.com, c*@example.com")]
    [InlineData("tests.required_on = classes", "tests.required_on = methods")]
    [InlineData("training_exempt_providers = meta, openai", "training_exempt_providers = meta")]
    public Task What_adds_to_it_is_silent(string locked, string written) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Human)] class C { }",
        Options = "provenance." + written,
        Policy = $"provenance.exclude = false\nprovenance.{locked}\n",
    }.RunAsync();

    [Fact]
    public async Task An_exclusion_weakens_a_policy_that_asks_for_something_of_all_code()
    {
        var test = new ProvenanceTest
        {
            Source = "class {|PROV1001:C|} { }",
            Options = "provenance.exclude = true",
            Policy = "provenance.required_on = types\n",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.WeakenedPolicy).WithMessage(
            "'provenance.exclude = true', which holds for 'Test0.cs', would weaken the locked policy: 'company.provenance' says "
            + "'provenance.required_on = types', which rests on 'provenance.exclude = false'; "
            + "only a line in 'company.provenance' can say otherwise"));
        await test.RunAsync();
    }

    [Fact]
    public Task Is_reported_once_a_key_and_value() => new ProvenanceTest
    {
        Files =
        [
            ("A.g.cs", "using System;"),
            ("B.cs", "using System;"),
            ("C.cs", "using System;"),
            ("Other/D.cs", "using System;"),
            ("Other/E.cs", "using System;"),
        ],
        Unplaced = ["PROV0006", "PROV0006"],
        Options = "[*.cs]\nprovenance.reviews_required = 1\n[Other/*.cs]\nprovenance.reviews_required = 2\n",
        Policy = "provenance.reviews_required = 3\nprovenance.generated_files = A.g.cs\n",
    }.RunAsync();

    [Theory]
    [InlineData("provenance.required_on = members", "class C { void {|PROV1004:M|}() { } }", "")]
    [InlineData("provenance.required_fields = model", "[{|PROV0002:AIProvenance(AIOrigin.Generated, Tool = \"codex\")|}] class C { }", "")]
    [InlineData(
        "provenance.required_fields = model",
        "[{|PROV0002:AIProvenance(AIOrigin.Generated, Tool = \"codex\")|}] class C { }",
        "provenance.required_fields = model")]
    [InlineData("provenance.custom_tools = ours=contoso", "[AIProvenance(AIOrigin.Generated, Tool = \"ours\")] class C { }", "")]
    [InlineData("provenance.attribute_aliases = Obsolete:human", "[System.Obsolete] class C { }", "")]
    public Task A_locked_value_holds_where_nobody_sets_one(string locked, string code, string options) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n" + code,
        Options = options,
        Policy = locked + "\n",
    }.RunAsync();

    [Theory]
    [InlineData("denied_tools = codex", "custom_tools = codexx=shop", "{|PROV0003:\"codexx\"|}")]
    [InlineData(
        "allowed_providers = shop\nprovenance.custom_tools = ours=shop",
        "custom_tools = theirs=shop",
        "{|PROV0003:{|PROV3001:\"theirs\"|}|}")]
    public Task Where_a_policy_is_about_tools_it_alone_adds_some(string locked, string written, string tool) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = {tool})] class C {{ }}",
        Options = "provenance." + written,
        Unplaced = ["PROV0006"],
        Policy = $"provenance.{locked}\n",
    }.RunAsync();

    [Fact]
    public async Task A_baseline_that_is_not_allowed_is_to_be_deleted()
    {
        var test = new ProvenanceTest { Source = Declared, Policy = "provenance.baseline = false\n" };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", "T:C h1:00000000000000000000000000000000\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.WeakenedPolicy).WithMessage(
            "'ProvenanceBaseline = Provenance.Baseline.txt', which holds for 'Test0.cs', would weaken the locked policy: "
            + "'company.provenance' says 'provenance.baseline = false', so that the baseline 'Provenance.Baseline.txt' is not allowed; "
            + "delete it, and declare what it holds"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.ObsoleteBaselineEntry)
            .WithSpan("/0/Provenance.Baseline.txt", 1, 1, 1, 40)
            .WithArguments("T:C", "it declares its provenance now"));
        await test.RunAsync();
    }

    [Fact]
    public Task Only_reviewers_that_the_policy_names_count() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human), HumanReviewed({|PROV2004:"eve@example.org"|}, "2026-11-21")] class C { }
            """,
        Options = "provenance.require_digest = false",
        Policy = "provenance.reviewers = *@example.com\nprovenance.require_digest = false\n",
    }.RunAsync();

    [Fact]
    public Task It_is_there_in_mode_None_too() => new ProvenanceTest
    {
        Source = "class C { }",
        Unplaced = ["PROV0006"],
        Facts = "mode None",
        Policy = "provenance.denied_tools = codex\n",
    }.RunAsync();

    [Theory]
    [InlineData("provenance.tests.required_on = classes", "PROV0006")]
    [InlineData("provenance.denied_tools = codex", "PROV0006")]
    [InlineData("provenance.review_required = none\n[Tests/**]\nprovenance.tests.allowed_origins = human", "PROV0006")]
    [InlineData("provenance.exempt = none", "")]
    [InlineData("provenance.review_required = ai", "")]
    public async Task Fixture_files_are_not_left_out_where_the_policy_asks_for_declarations_in_tests(string policy, string expected)
    {
        var project = new LockedProject { Policy = policy + "\n", Facts = "default-fixtures-left-out" };

        Assert.Equal(expected, await project.IdsAsync());
        Assert.Equal("", await (project with { Facts = "" }).IdsAsync());
        Assert.All(await project.DiagnosticsAsync(), diagnostic => Assert.StartsWith(
            "'ProvenanceDefaultFixtures = false', which holds for 'C.cs', would weaken the locked policy: 'company.provenance' relies on "
                + "PROV1003 for ",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal));
    }

    /// <summary>A link leads out of a section, or into one: what holds at either end holds.</summary>
    [Theory]
    [InlineData("Other/X.cs", "source\tOther/X.cs\t\t\t\tEvals/X.cs", "PROV3001")]
    [InlineData("Evals/X.cs", "source\tEvals/X.cs\t\t\t\tOther/X.cs", "PROV3001")]
    [InlineData("Other/X.cs", "source\tOther/X.cs\t\t\t\t../outside/X.cs", "")]
    [InlineData("Other/X.cs", "source\tOther/X.cs", "")]
    public async Task A_section_holds_for_a_file_by_where_it_lies_and_by_where_it_is_compiled_from(
        string path, string fact, string expected) => Assert.Equal(
        expected,
        await new LockedProject
        {
            Policy = "[Evals/**]\nprovenance.denied_tools = codex\n",
            Files = [(path, "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\")] class C { }")],
            Options = "provenance.review_required = none",
            Facts = fact,
        }.IdsAsync());

    [Fact]
    public Task Without_a_policy_nothing_is_weakened() => new ProvenanceTest
    {
        Source = "class {|PROV1001:C|} { }",
        Options = "provenance.reviews_required = 1\ndotnet_diagnostic.PROV3001.severity = none",
    }.RunAsync();
}
