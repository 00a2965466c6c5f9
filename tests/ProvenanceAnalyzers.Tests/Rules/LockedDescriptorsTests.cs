using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Rules;

/// <summary>What a locked policy asks for cannot be hidden or lowered, whatever hides diagnostics elsewhere.</summary>
public sealed class LockedDescriptorsTests
{
    private const string Using = "using ProvenanceAnalyzers;\n";

    /// <summary>
    /// A policy, code that is not as it asks, the rule that says so, and whether it is an error in a developer's own build too.
    /// </summary>
    private static readonly (string Policy, string Code, string Id, bool IsForbidden)[] Findings =
    [
        ("denied_tools = codex", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "PROV3001", true),
        ("denied_tools = codex", "[AIProvenance(AIOrigin.Generated, Tool = \"codexx\")] class C { }", "PROV0003", false),
        ("denied_tools = codex", "[AIProvenance(AIOrigin.Generated, Tool = \"nobodys\")] class C { }", "PROV0003", false),
        ("denied_tools = codex", "class C { }", "PROV1001", false),
        ("denied_tools = codex", "[AIProvenance(AIOrigin.Generated)] class C { }", "PROV0002", true),
        ("suspended_tools = codex:..", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "PROV3002", true),
        ("allowed_origins = human", "[AIProvenance(AIOrigin.Unknown)] class C { }", "PROV3003", true),
        ("training_corpus = true", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "PROV3005", true),
        ("required_on = members", "[AIProvenance(AIOrigin.Human)] class C { void M() { } }", "PROV1004", false),
        ("required_fields = model", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "PROV0002", true),
        ("review_required = ai", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "PROV2001", false),
        (
            "reviewers = *@example.com",
            "[AIProvenance(AIOrigin.Human), HumanReviewed(\"eve@example.org\", \"2026-11-21\")] class C { }",
            "PROV2004",
            false),
        (
            "require_digest = true",
            "[AIProvenance(AIOrigin.Human), HumanReviewed(\"eve@example.org\", \"2026-11-21\")] class C { }",
            "PROV2008",
            false),
    ];

    /// <summary>What hides a diagnostic, or lowers it; <c>{id}</c> stands for the rule's.</summary>
    private static readonly (string Name, Func<LockedProject, string, LockedProject> Hide)[] Attempts =
    [
        ("nothing", (project, _) => project),
        ("pragma", (project, id) => InCode(project, code => $"#pragma warning disable {id}\n{code}")),
        ("pragma for all", (project, _) => InCode(project, code => $"#pragma warning disable\n{code}")),
        ("attribute on the module", (project, id) => InCode(project, code => WithAttribute(code, "module", id))),
        ("attribute on the assembly", (project, id) => InCode(project, code => WithAttribute(code, "assembly", id))),
        ("NoWarn", (project, id) => project with { Severities = project.Severities.Add(id, ReportDiagnostic.Suppress) }),
        ("severity none", (project, id) => project with { Options = $"dotnet_diagnostic.{id}.severity = none\n" }),
        ("severity silent", (project, id) => project with { Options = $"dotnet_diagnostic.{id}.severity = silent\n" }),
        ("severity suggestion", (project, id) => project with { Options = $"dotnet_diagnostic.{id}.severity = suggestion\n" }),
        ("global severity none", (project, id) => project with { GlobalOptions = $"dotnet_diagnostic.{id}.severity = none\n" }),
        ("all severities none", (project, _) => project with { Options = "dotnet_analyzer_diagnostic.severity = none\n" }),
    ];

    /// <summary>What a developer sets about the severity of a rule, <c>{id}</c>, and whether it makes the rule an error.</summary>
    private static readonly (string Name, bool IsError, Func<LockedProject, string, LockedProject> Set)[] Severities =
    [
        ("severity error", true, (project, id) => project with { Options = $"dotnet_diagnostic.{id}.severity = error\n" }),
        ("severity warning", false, (project, id) => project with { Options = $"dotnet_diagnostic.{id}.severity = warning\n" }),
        ("global severity error", true, (project, id) => project with { GlobalOptions = $"dotnet_diagnostic.{id}.severity = error\n" }),
        ("severity error elsewhere", false, (project, id) => project with
        {
            Options = $"[Other/**.cs]\ndotnet_diagnostic.{id}.severity = error\n",
        }),
        ("category error", true, (project, id) => project with
        {
            Options = $"dotnet_analyzer_diagnostic.category-{CategoryOf(id)}.severity = error\n",
        }),
        ("preset of mode Strict", true, (project, id) => project with
        {
            GlobalOptions = $"dotnet_analyzer_diagnostic.category-{CategoryOf(id)}.severity = error\n",
        }),
        ("another category error", false, (project, _) => project with
        {
            Options = "dotnet_analyzer_diagnostic.category-Style.severity = error\n",
        }),
        ("all severities error", true, (project, _) => project with { Options = "dotnet_analyzer_diagnostic.severity = error\n" }),
        ("all severities error, but for this one", false, (project, id) => project with
        {
            Options = $"dotnet_analyzer_diagnostic.severity = error\ndotnet_diagnostic.{id}.severity = warning\n",
        }),
        ("WarningsAsErrors", true, (project, id) => project with { Severities = project.Severities.Add(id, ReportDiagnostic.Error) }),
        ("TreatWarningsAsErrors", true, (project, _) => project with { TreatsWarningsAsErrors = true }),
        ("TreatWarningsAsErrors with severity warning", true, (project, id) => project with
        {
            TreatsWarningsAsErrors = true,
            Options = $"dotnet_diagnostic.{id}.severity = warning\n",
        }),
        ("TreatWarningsAsErrors with WarningsNotAsErrors", false, (project, id) => project with
        {
            TreatsWarningsAsErrors = true,
            Severities = project.Severities.Add(id, ReportDiagnostic.Default),
        }),
    ];

    public static TheoryData<string, string> Rows => RowsOf(Attempts.Select(attempt => attempt.Name), _ => true);

    public static TheoryData<string, string> StricterRows =>
        RowsOf(Severities.Select(severity => severity.Name), finding => !Findings[finding].IsForbidden);

    [Theory]
    [InlineData("denied_tools = codex", "class C { }", "PROV1001", "else Unknown; 'company.provenance' asks for it; an error in CI")]
    [InlineData(
        "required_on = members",
        "[AIProvenance(AIOrigin.Human)] class C { void M() { } }",
        "PROV1004",
        "else Unknown; 'company.provenance' asks for it")]
    [InlineData(
        "review_required = ai",
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }",
        "PROV2001",
        "A human must review the class 'C' that codex made, as 'company.provenance' asks, then add the marker")]
    [InlineData(
        "reviews_required = 2\nprovenance.require_digest = false",
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\"), HumanReviewed(\"bob@example.com\", \"2026-11-21\")] class C { }",
        "PROV2006",
        "A human must review the class 'C', as 'company.provenance' asks: it has 1 of 2 reviews")]
    public async Task What_is_due_says_which_policy_asks_for_it(string policy, string code, string id, string said)
    {
        var project = new LockedProject
        {
            Policy = $"provenance.{policy}\n",
            Options = "provenance.require_digest = false\n",
            Files = [("C.cs", Using + code)],
        };

        var found = Assert.Single(await project.DiagnosticsAsync(), diagnostic => diagnostic.Id == id);

        Assert.Contains(said, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_a_policy_asks_for_is_reported_whatever_hides_it(string finding, string attempt)
    {
        var (policy, code, id, isForbidden) = Findings[int.Parse(finding.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
        var project = new LockedProject { Policy = $"provenance.{policy}\n", Files = [("C.cs", Using + code)] };

        var hidden = await Attempts.Single(one => one.Name == attempt).Hide(project, id).DiagnosticsAsync();
        var found = Assert.Single(hidden, diagnostic => diagnostic.Id == id);
        Assert.Equal(isForbidden ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [MemberData(nameof(StricterRows))]
    public async Task What_a_developer_sets_may_be_stricter(string finding, string severity)
    {
        var (policy, code, id, _) = Findings[int.Parse(finding.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
        var (_, isError, set) = Severities.Single(one => one.Name == severity);

        var project = new LockedProject { Policy = $"provenance.{policy}\n", Files = [("C.cs", Using + code)] };
        var found = Assert.Single(await set(project, id).DiagnosticsAsync(), diagnostic => diagnostic.Id == id);
        Assert.Equal(isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [InlineData("", false, DiagnosticSeverity.Warning)]
    [InlineData("", true, DiagnosticSeverity.Error)]
    [InlineData("provenance.due = warning\n", true, DiagnosticSeverity.Warning)]
    [InlineData("provenance.due = error\n", false, DiagnosticSeverity.Error)]
    public async Task What_is_due_is_an_error_in_CI_unless_the_policy_says_otherwise(string due, bool isCI, DiagnosticSeverity severity)
    {
        var project = new LockedProject
        {
            Policy = "provenance.required_on = types\n" + due,
            IsContinuousIntegration = isCI,
            Files = [("C.cs", "class C { }")],
        };

        Assert.Equal(severity, Assert.Single(await project.DiagnosticsAsync()).Severity);
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("provenance.due = warning\n", false, false)]
    [InlineData("provenance.due = error\n", false, false)]
    public async Task A_warning_that_is_an_error_in_CI_says_so(string due, bool isCI, bool saysSo)
    {
        var project = new LockedProject
        {
            Policy = "provenance.required_on = types\n" + due,
            IsContinuousIntegration = isCI,
            Files = [("C.cs", "class C { }")],
        };

        var message = Assert.Single(await project.DiagnosticsAsync()).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            "The class 'C' does not declare its provenance: add [AIProvenance(AIOrigin.Generated, Tool = \"...\")] if an AI wrote it, "
            + $"with Assisted if one helped, Human if none did, else Unknown; 'company.provenance' asks for it"
            + (saysSo ? "; an error in CI" : string.Empty),
            message);
    }

    [Fact]
    public async Task What_no_policy_asks_for_is_hidden_as_ever()
    {
        var project = new LockedProject
        {
            Policy = "provenance.review_required = ai\n",
            Options = "dotnet_diagnostic.PROV1001.severity = none\n",
            Files = [("C.cs", "class C { }"), ("D.cs", "#pragma warning disable PROV0003\n" + Using
                + "[AIProvenance(AIOrigin.Human), HumanReviewed(\"a@example.com\", \"2026-01-01\")] class D { }")],
        };

        Assert.Equal("PROV2008", await project.IdsAsync());
    }

    private static string CategoryOf(string id) => id[.."PROV1".Length] switch
    {
        "PROV0" => "Provenance.Configuration",
        "PROV1" => "Provenance.Declaration",
        _ => "Provenance.Review",
    };

    private static TheoryData<string, string> RowsOf(IEnumerable<string> names, Func<int, bool> isWanted)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (index, name) in Findings.SelectMany((_, index) => names.Select(name => (index, name))))
        {
            if (isWanted(index))
            {
                rows.Add($"{index} {Findings[index].Id}", name);
            }
        }

        return rows;
    }

    private static string WithAttribute(string code, string target, string id) => code.Replace(
        Using,
        $"{Using}[{target}: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance\", \"{id}\")]\n",
        StringComparison.Ordinal);

    private static LockedProject InCode(LockedProject project, Func<string, string> change) =>
        project with { Files = [.. project.Files.Select(file => (file.Path, change(file.Text)))] };
}
