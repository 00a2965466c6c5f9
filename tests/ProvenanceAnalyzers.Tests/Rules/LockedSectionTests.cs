using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Rules;

/// <summary>
/// What a section of a policy asks for holds for all that is in its folder, whatever of the same type, or about it, stands elsewhere and
/// under which options.
/// </summary>
public sealed class LockedSectionTests
{
    private const string Using = "using ProvenanceAnalyzers;\n";
    private const string ByAI = "[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")] ";

    /// <summary>What a section asks for, the part of the type X that lacks it, and the rule that says so.</summary>
    private static readonly (string Policy, string Part, string Id)[] Duties =
    [
        ("required_on = types", "partial class X { int M() => 1; }", "PROV1001"),
        ("required_on = types", "partial class X { }", "PROV1001"),
        ("required_on = members", "partial class X { int f = 1; }", "PROV1001"),
        ("required_on = members", "partial class X { }", "PROV1001"),
        ("required_on = members", "partial class X { int M() => 1; }", "PROV1004"),
        ("denied_tools = codex", "partial class X { int M() => 1; }", "PROV1001"),
        ("tests.required_on = classes", "partial class X { [Xunit.Fact] public void M() { } }", "PROV1002"),
        ("tests.required_on = methods", "partial class X { [Xunit.Fact] public void M() { } }", "PROV1002"),
        ("review_required = ai", ByAI + "partial class X { int M() => 1; }", "PROV2001"),
        ("review_required = ai; review_on = members", ByAI + "partial class X { int f; }", "PROV2001"),
        ("tests.review_required = ai", ByAI + "partial class X { [Xunit.Fact] public void M() { } }", "PROV2002"),
        (
            "reviews_required = 2; require_digest = false",
            ByAI + "[HumanReviewed(\"a@example.com\", \"2026-01-01\")] partial class X { }",
            "PROV2006"),
    ];

    /// <summary>What somebody sets for the rest of the type, in another folder, <c>{folder}</c>; <c>{id}</c> is the rule.</summary>
    private static readonly string[] Loosened =
    [
        "",
        """
        [{folder}/**.cs]
        provenance.required_on = none
        provenance.tests.required_on = none
        provenance.review_required = none
        provenance.tests.review_required = none
        """,
        "[{folder}/**.cs]\nprovenance.exclude = true",
        "[{folder}/**.cs]\nprovenance.api_surface = public\nprovenance.exempt = trivial\nprovenance.review_on = types",
        "[{folder}/**.cs]\ngenerated_code = true",
        "[{folder}/**.cs]\ndotnet_diagnostic.{id}.severity = none",
    ];

    public static TheoryData<int, int, string> DutyRows
    {
        get
        {
            var rows = new TheoryData<int, int, string>();
            for (var duty = 0; duty < Duties.Length; duty++)
            {
                for (var options = 0; options < Loosened.Length; options++)
                {
                    rows.Add(duty, options, "A");
                    rows.Add(duty, options, "Z");
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(DutyRows))]
    public async Task A_part_in_the_section_is_asked_whatever_holds_for_the_others(int duty, int options, string folder)
    {
        var (policy, part, id) = Duties[duty];
        var project = Project(policy) with
        {
            Options = "[Evals/**.cs]\nprovenance.require_digest = false\n" + Loosened[options]
                .Replace("{folder}", folder, StringComparison.Ordinal)
                .Replace("{id}", id, StringComparison.Ordinal),
            Files = [($"{folder}/X.cs", "partial class X { }"), ("Evals/X.cs", Using + part)],
            References = Framework.XUnit2,
        };

        var found = Assert.Single(
            await project.DiagnosticsAsync(),
            diagnostic => diagnostic.Id == id && diagnostic.Location.SourceTree?.FilePath == "/0/Evals/X.cs");
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    [Theory]
    [InlineData("required_on = types", "partial class X { int M() => 1; }", "PROV1001")]
    [InlineData("denied_tools = codex", "partial class X { int M() => 1; }", "PROV1001")]
    [InlineData("required_on = members", "partial class X { public partial int P() => 1; }", "PROV1004")]
    [InlineData("tests.required_on = classes", "partial class X { [Xunit.Fact] public void M() { } }", "PROV1002")]
    [InlineData("required_on = types", "partial class X { class N { int M() => 1; } }", "PROV1001")]
    public async Task An_alias_of_another_folder_declares_nothing_in_it(string policy, string part, string id)
    {
        foreach (var meaning in new[] { "human", "unknown", "generated:cursor" })
        {
            var project = Project(policy) with
            {
                Options = $"[A/**.cs]\nprovenance.attribute_aliases = Serializable:{meaning}, Obsolete:{meaning}",
                Files =
                [
                    (
                        "A/X.cs",
                        "[System.Serializable] partial class X { "
                            + (part.Contains(" P()", StringComparison.Ordinal) ? "[System.Obsolete] public partial int P(); }" : "}")),
                    ("Evals/X.cs", part),
                ],
                References = Framework.XUnit2,
            };

            var found = Assert.Single(await project.DiagnosticsAsync(), diagnostic => diagnostic.Id == id);
            Assert.Equal("/0/Evals/X.cs", found.Location.SourceTree?.FilePath);
        }
    }

    /// <summary>What a section asks for, what stands outside of it and is not as it asks, and the rule that says so.</summary>
    private static readonly (string Policy, string Outside, string Id)[] Faults =
    [
        ("required_fields = on", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Evals/**\")]", "PROV0002"),
        ("required_fields = on", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")]", "PROV0002"),
        ("denied_tools = codex", "[assembly: AIProvenance(AIOrigin.Generated, Target = \"Evals/**\")]", "PROV0002"),
        ("denied_tools = codex", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codexx\", Target = \"Evals/Y.cs\")]", "PROV0003"),
        ("denied_tools = codex", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"nobodys\", Target = \"Evals/a.json\")]", "PROV0003"),
        ("denied_tools = codex", "[AIProvenance(AIOrigin.Generated, Tool = \"codexx\")] partial class Y;", "PROV0003"),
        ("required_fields = on", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] partial class Y;", "PROV0002"),
        (
            "required_fields = on",
            "partial class Z { [AIProvenance(AIOrigin.Generated, Tool = \"codex\")] public partial int M(); }",
            "PROV0002"),
        (
            "review_required = ai",
            "[assembly: HumanReviewed(\"a@example.com\", \"some day\", Target = \"Evals/Y.cs\", "
                + "Digest = \"h1:00000000000000000000000000000000\")]",
            "PROV0002"),
        (
            "review_required = ai",
            "[assembly: HumanReviewed(\"codex\", \"2026-01-01\", Target = \"Evals/a.json\", "
                + "Digest = \"h1:00000000000000000000000000000000\")]",
            "PROV2004"),
        (
            "tests.review_required = ai",
            "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Evals/a.json\")]",
            "PROV2002"),
        (
            "tests.required_on = classes",
            "[assembly: AIProvenance(AIOrigin.Unknown)]",
            "PROV1003"),
    ];

    public static TheoryData<int, bool> FaultRows
    {
        get
        {
            var rows = new TheoryData<int, bool>();
            for (var fault = 0; fault < Faults.Length; fault++)
            {
                rows.Add(fault, false);
                rows.Add(fault, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(FaultRows))]
    public async Task What_stands_elsewhere_is_judged_by_what_it_is_about(int fault, bool isLoosened)
    {
        var (policy, outside, id) = Faults[fault];
        var project = Project(policy) with
        {
            Options = !isLoosened ? string.Empty : $"""
                [Outside.cs]
                dotnet_diagnostic.{id}.severity = none
                provenance.custom_tools = codexx=shop, nobodys=shop
                provenance.assembly_default_declares = true
                provenance.tests.review_required = none
                provenance.tests.required_on = none
                """,
            Files =
            [
                ("Outside.cs", Using + outside),
                ("Evals/Y.cs", "partial class Y { int M() => 1; }"),
                ("Evals/Z.cs", "partial class Z { public partial int M() => 1; }"),
            ],
            Fixtures = ["Evals/a.json"],
        };
        if (!outside.Contains("class Z", StringComparison.Ordinal))
        {
            project = project with { Files = project.Files[..2] };
        }

        var found = Assert.Single(await project.DiagnosticsAsync(), diagnostic => diagnostic.Id == id);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
    }

    private static LockedProject Project(string policy) => new()
    {
        Policy = string.Concat(
            $"[Evals/**];{policy};due = error".Split(';', StringSplitOptions.TrimEntries)
                .Select(line => line.StartsWith('[') ? line + "\n" : $"provenance.{line}\n")),
    };
}
