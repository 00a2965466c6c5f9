using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>What holds for the parts of a partial type, and what declares.</summary>
public sealed partial class PartResolutionTests
{
    private const string OwnCodex = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]";
    private const string OwnDenied = "[AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})]";
    private const string OwnHuman = "[AIProvenance(AIOrigin.Human)]";

    /// <summary>Two parts of one type, each in a file of its own, and what the assembly says.</summary>
    [Theory]
    [InlineData("{h A.cs} {d B.cs}", "class {R:C}", "class C")]
    [InlineData("{d A.cs} {h B.cs}", "class {R:C}", "class C")]
    [InlineData("{h A.cs} {h B.cs}", "class C", "class C")]
    [InlineData("{h A.cs}", "class C", "class {D:C}")]
    [InlineData("{d A.cs}", "class {R:C}", "class {D:C}")]
    [InlineData("{d B.cs}", "class {D:{R:C}}", "class C")]
    [InlineData("", "{h} class C", "class C")]
    [InlineData("", "class C", "{h} class C")]
    [InlineData("", "{d} class {R:C}", "class C")]
    [InlineData("{d B.cs}", "{h} class {R:C}", "class C")]
    [InlineData("{h B.cs}", "{d} class {R:C}", "class C")]
    [InlineData("", "{h} class {R:C}", "{d} class C")]
    [InlineData("{d B.cs}", "{h} class C", "{h} class C", "unused")]
    [InlineData("{default} {h A.cs}", "class {R:C}", "class {D:C}")]
    [InlineData("{default} {h A.cs}", "class C", "{h} class C", "unused default")]
    [InlineData("{default} {h A.cs} {h B.cs}", "class C", "class C", "unused default")]
    [InlineData("{h A.cs}", "{d} class {R:C}", "{h} class C")]
    public Task Each_part_finds_its_own(string assembly, string first, string second, string note = "") => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", "using ProvenanceAnalyzers;\n" + Fill(assembly, note)),
            ("A.cs", "using ProvenanceAnalyzers;\n" + Fill(Partial(first), note) + " { int a; }"),
            ("B.cs", "using ProvenanceAnalyzers;\n" + Fill(Partial(second), note) + " { int b; }"),
        ],
        Options = "provenance.denied_tools = codex",
        RequiresReview = true,
    }.RunAsync();

    /// <summary>What is in a part follows it.</summary>
    [Theory]
    [InlineData("{h A.cs} {d B.cs}", "class {R:C} { }", "class C { class N { } void M() { } }")]
    [InlineData("{h A.cs} {d B.cs}", "class {R:C} { }", "class C { {h} class N { } void M() { } }")]
    [InlineData("{h A.cs} {h B.cs}", "class C { {d} void {R:M}() { } }", "class C { }")]
    [InlineData("{h A.cs} {h B.cs}", "class C { partial class {R:N} { } }", "class C { {d} partial class N { } }")]
    public Task Members_and_nested_types_belong_to_their_part(string assembly, string first, string second) => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", "using ProvenanceAnalyzers;\n" + Fill(assembly, "")),
            ("A.cs", "using ProvenanceAnalyzers;\n" + Fill(Partial(first), "")),
            ("B.cs", "using ProvenanceAnalyzers;\n" + Fill(Partial(second), "")),
        ],
        Options = "provenance.denied_tools = codex",
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_policy_judges_each_part_at_its_place() => new ProvenanceTest
    {
        Files =
        [
            ("Info.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Human, Target = "Evals/B.cs")]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:"codex"|}, Target = "Evals/E.cs")]
                """),
            ("A.cs", "using ProvenanceAnalyzers;\n" + OwnCodex + " partial class C { }"),
            ("Evals/B.cs", "partial class C { }"),
            ("D.cs", "using ProvenanceAnalyzers;\n" + OwnHuman + " partial class D { }"),
            ("Evals/E.cs", "partial class D { }"),
            ("F.cs", "using ProvenanceAnalyzers;\n" + OwnDenied + " partial class F { }"),
            ("Evals/G.cs", "partial class F { }"),
        ],
        Options = "[Evals/**.cs]\nprovenance.denied_tools = codex",
    }.RunAsync();

    [Fact]
    public Task A_marker_on_one_part_is_held_against_what_holds_for_that_part()
    {
        var (first, second) = ("partial class C { int a; }", "partial class C { int b; }");
        return new ProvenanceTest
        {
            Files =
            [
                ("A.cs", $$"""
                    using ProvenanceAnalyzers;
                    [AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada@example.com")]
                    [HumanReviewed("bob@example.com", "2026-11-21", Digest = "{{IndependentDigest.Compute(first)}}")]
                    {{first}}
                    """),
                ("B.cs", $$"""
                    using ProvenanceAnalyzers;
                    [AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "bob@example.com")]
                    [HumanReviewed("ada@example.com", "2026-11-21", Digest = "{{IndependentDigest.Compute(second)}}")]
                    {{second}}
                    """),
            ],
            RequiresReview = true,
        }.RunAsync();
    }

    [Theory]
    [InlineData("partial class {|PROV1001:Program|} { int Evil() => 2; }")]
    [InlineData("partial class {|PROV1001:Program|} { public void M() { } }")]
    [InlineData("[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] partial class Program { public void M() { } }")]
    public Task Top_level_statements_declare_no_part_of_the_class_Program(string part) => new ProvenanceTest
    {
        Files =
        [
            ("Program.cs", """
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Human, Target = "Program.cs")]
                System.Console.WriteLine();
                """),
            ("P.cs", part),
        ],
        IsApplication = true,
    }.RunAsync();

    /// <summary>The rows are the cases of a Target: a path, or a glob with or without a literal folder.</summary>
    [Theory]
    [InlineData("AIOrigin.Human, Target = \"src/A.cs\"", true)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"src/**\"", true)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"src/*.cs\"", true)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"src/?.cs\"", true)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"**\"", false)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"**/A.cs\"", false)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"*/A.cs\"", false)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Target = \"sr?/A.cs\"", false)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\"", false)]
    public async Task A_glob_declares_what_an_AI_made_in_a_folder(string arguments, bool declares)
    {
        await new ProvenanceTest
        {
            Files =
            [
                ("Info.cs", $"using ProvenanceAnalyzers;\n[assembly: AIProvenance({arguments})]"),
                ("src/A.cs", declares ? "class C { }" : "class {|PROV1001:C|} { }"),
            ],
        }.RunAsync();
        await new ProvenanceTest
        {
            Files =
            [
                ("Info.cs", $"using ProvenanceAnalyzers;\n[assembly: AIProvenance({arguments})]"),
                ("src/A.cs", "class C { }"),
            ],
            Options = "provenance.assembly_default_declares = true",
        }.RunAsync();
    }

    [Theory]
    [InlineData("**")]
    [InlineData("src/**")]
    [InlineData("src/*.cs")]
    public Task That_a_glob_is_unknown_declares_nothing(string target) => new ProvenanceTest
    {
        Files =
        [
            (
                "Info.cs",
                $"using ProvenanceAnalyzers;\n[assembly: {{|PROV1006:AIProvenance(AIOrigin.Unknown, Target = \"{target}\")|}}]"),
            ("src/A.cs", "class {|PROV1001:C|} { }"),
        ],
    }.RunAsync();

    /// <summary>
    /// What says no origin that there is, or stands in generated code, is strict where it names an AI, and allows nothing.
    /// </summary>
    [Theory]
    [InlineData("A.cs", "{|PROV0002:(AIOrigin)77|}, Target = \"**\"", "class {|PROV1001:C|} { }")]
    [InlineData("A.cs", "{|PROV0002:(AIOrigin)77|}, Target = \"src/C.cs\"", "class {|PROV1001:C|} { }")]
    [InlineData("A.cs", "{|PROV0002:(AIOrigin)77|}", "class {|PROV1001:C|} { }")]
    [InlineData(
        "A.cs", "{|PROV0002:(AIOrigin)77|}, Tool = {|PROV3001:\"codex\"|}, Target = \"src/C.cs\"", "class {|PROV1001:{|PROV2001:C|}|} { }")]
    [InlineData("A.g.cs", "AIOrigin.Human, Target = \"src/C.cs\"", "class {|PROV1001:C|} { }")]
    [InlineData(
        "A.g.cs", "AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|}, Target = \"src/C.cs\"", "class {|PROV1001:{|PROV2001:C|}|} { }")]
    [InlineData("A.g.cs", "AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|}", "class {|PROV1001:{|PROV2001:C|}|} { }")]
    [InlineData("A.g.cs", "AIOrigin.Generated, Tool = \"codex\", Target = {|PROV0002:\"src/C.cs\"|}", OwnHuman + " class C { }")]
    public Task What_nobody_can_be_asked_about_declares_nothing(string path, string arguments, string code) => new ProvenanceTest
    {
        Files =
        [
            (path, $"using ProvenanceAnalyzers;\n[assembly: AIProvenance({arguments})]"),
            ("src/C.cs", "using ProvenanceAnalyzers;\n" + code),
        ],
        Options = "provenance.denied_tools = codex",
        RequiresReview = true,
    }.RunAsync();

    [Fact]
    public Task A_generated_part_declares_nothing_and_makes_the_type_an_AIs() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "partial class {|PROV1001:C|} { }"),
            ("B.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)] partial class {|PROV2001:D|} { }"),
            ("A.g.cs", """
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Human)] partial class C { }
                [AIProvenance(AIOrigin.Generated, Tool = "codex")] partial class D { }
                """),
        ],
        RequiresReview = true,
    }.RunAsync();

    private static string Partial(string declaration) => declaration.Replace("class C", "partial class C", StringComparison.Ordinal)
        .Replace("class {", "partial class {", StringComparison.Ordinal)
        .Replace("partial partial", "partial", StringComparison.Ordinal);

    /// <summary>
    /// Writes out <c>{h}</c>, human; <c>{d}</c>, by a tool that is denied; <c>{R:</c>, due for review; <c>{D:</c>, undeclared.
    /// </summary>
    private static string Fill(string text, string note)
    {
        // An annotation that holds for nothing is reported as such, unless it is a default, and not judged.
        var isUnused = note == "unused";
        var denied = isUnused ? "\"codex\"" : "{|PROV3001:\"codex\"|}";
        var (before, behind) = isUnused ? ("{|PROV0002:", "|}") : (string.Empty, string.Empty);
        var applied = note.Contains("default", StringComparison.Ordinal)
            ? "AIProvenance(AIOrigin.Generated, Tool = \"codex\")"
            : "AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})";
        var filled = Target().Replace(text, match => match.Groups[1].Value == "h"
            ? $"[assembly: AIProvenance(AIOrigin.Human, Target = \"{match.Groups[2].Value}\")]\n"
            : $"[assembly: AIProvenance(AIOrigin.Generated, Tool = {denied}, "
                + $"Target = {before}\"{match.Groups[2].Value}\"{behind})]\n");
        filled = filled
            .Replace("{default}", $"[assembly: {applied}]\n", StringComparison.Ordinal)
            .Replace("{h}", OwnHuman, StringComparison.Ordinal)
            .Replace("{d}", OwnDenied, StringComparison.Ordinal);
        return filled
            .Replace("{D:{R:C}}", "{|PROV1001:{|PROV2001:C|}|}", StringComparison.Ordinal)
            .Replace("{R:C}", "{|PROV2001:C|}", StringComparison.Ordinal)
            .Replace("{R:N}", "{|PROV2001:N|}", StringComparison.Ordinal)
            .Replace("{R:M}", "{|PROV2001:M|}", StringComparison.Ordinal)
            .Replace("{D:C}", "{|PROV1001:C|}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{([hd]) (\w+\.cs)\}")]
    private static partial Regex Target();
}
