using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

public sealed class ContradictedOriginRuleTests
{
    private const string ByCopilot = EvidencedCode.ByCopilot;

    [Theory]
    [InlineData("Human", "Commit", 6, 14, true)]
    [InlineData("Unknown", "Commit", 6, 14, true)]
    [InlineData("Human", "Line", 6, 14, true)]
    [InlineData("Human", "Trailer", 6, 14, false)]
    [InlineData("Human", "Suggestion", 6, 14, false)]
    [InlineData("Human", "None", 6, 14, false)]
    [InlineData("Human", "Commit", 6, 10, true)]
    [InlineData("Human", "Commit", 6, 9, false)]
    [InlineData("Human", "Commit", 1, 5, false)]
    [InlineData("Generated, Tool = \"codex\"", "Trailer", 6, 14, false)]
    public Task A_humans_or_unknown_code_is_not_an_AIs_by_history(string origin, string strength, int first, int last, bool isReported)
    {
        var argument = origin.Contains(',', StringComparison.Ordinal) || !isReported
            ? $"AIOrigin.{origin}"
            : $"{{|PROV4001:AIOrigin.{origin}|}}";
        var others = origin == "Unknown" ? "{|PROV1006:AIProvenance(" + argument + ")|}" : $"AIProvenance({argument})";
        return new ProvenanceTest
        {
            Source = EvidencedCode.Class($"[{others}]"),
            History = $"source 4f0e 2026-11-20 {strength};tool github-copilot;file Test0.cs;lines {first} {last} 0",
        }.RunAsync();
    }

    [Theory]
    [InlineData("provenance.evidence_contradicts = trailer", "Trailer", 6, 14, true)]
    [InlineData("provenance.evidence_contradicts = line", "Commit", 6, 14, false)]
    [InlineData("provenance.evidence_contradicts = line", "Line", 6, 14, true)]
    [InlineData("provenance.evidence_tolerance = 60", "Commit", 6, 11, false)]
    [InlineData("provenance.evidence_tolerance = 59", "Commit", 6, 11, true)]
    [InlineData("provenance.evidence_tolerance = 0", "Commit", 6, 9, false)]
    [InlineData("provenance.exclude = true", "Commit", 6, 14, false)]
    public Task What_contradicts_is_an_option(string option, string strength, int first, int last, bool isReported) => new ProvenanceTest
    {
        Source = EvidencedCode.Class($"[AIProvenance({(isReported ? "{|PROV4001:AIOrigin.Human|}" : "AIOrigin.Human")})]"),
        History = $"source 4f0e 2026-11-20 {strength};tool github-copilot;file Test0.cs;lines {first} {last} 0",
        Options = option,
    }.RunAsync();

    [Theory]
    [InlineData("    // a comment")]
    [InlineData("    {")]
    [InlineData("")]
    [InlineData("    #pragma warning disable CS0169")]
    public Task Lines_that_tell_nothing_of_who_wrote_the_code_do_not_count(string line) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)]
            class C
            {
                int One = 1, Two = 2, Three = 3;
                void M()
                {
            {{line}}
            {{line}}
            {{line}}
            {{line}}
            {{line}}
            {{line}}
            {{string.Concat(Enumerable.Repeat(line.Contains('{', StringComparison.Ordinal) ? "} " : "", 6))}}
                }
            }
            """,
        History = ByCopilot + "file Test0.cs;lines 6 14 0",
        CompilerDiagnostics = CompilerDiagnostics.Errors,
    }.RunAsync();

    [Theory]
    [InlineData("        Work(1);", true)]
    [InlineData("        // a comment", false)]
    [InlineData("        {", false)]
    [InlineData("", false)]
    [InlineData("    int A() => 1; }", true)]
    [InlineData("    } , int b", true)]
    [InlineData("    } // a comment", false)]
    [InlineData("    } /// <summary>A comment.</summary>", false)]
    [InlineData("    [HumanReviewed(\"bob@example.com\", \"2026-11-20\")]", false)]
    public Task What_a_condition_leaves_out_counts_as_other_code_does(string line, bool counts) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [AIProvenance({{(counts ? "{|PROV4001:AIOrigin.Human|}" : "AIOrigin.Human")}})]
            class C
            {
                int One = 1;
            #if NEVER
            {{line}}
            {{line}}
            {{line}}
            {{line}}
            {{line}}
            #endif
            }
            """,
        History = ByCopilot + "file Test0.cs;lines 7 11 0",
        CompilerDiagnostics = CompilerDiagnostics.Errors,
    }.RunAsync();

    [Fact]
    public Task Its_message_says_what_history_tells_and_what_to_write() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance({|#0:AIOrigin.Human|})]"),
        History = ByCopilot + "file Test0.cs;lines 6 13 0",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.ContradictedOrigin).WithLocation(0).WithMessage(
                "The class 'C' is declared Human, but github-copilot committed 8 of its 10 lines (last in 4f0e1a2b3c on 2026-11-20); "
                + "if so, write [AIProvenance(AIOrigin.Assisted, Tool = \"github-copilot\")], "
                + "else suppress this with a justification"),
        },
    }.RunAsync();

    [Fact]
    public Task A_changed_text_has_no_evidence() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance(AIOrigin.Human)]"),
        History = ByCopilot + "file Test0.cs 0000;lines 6 14 0",
    }.RunAsync();

    [Fact]
    public Task What_has_an_annotation_of_its_own_is_judged_by_itself() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)]
            class C
            {
                [AIProvenance(AIOrigin.Generated, Tool = "github-copilot")]
                int M(int a)
                {
                    a += 1;
                    a += 2;
                    a += 3;
                    a += 4;
                    a += 5;
                    return a;
                }

                [AIProvenance({|PROV4001:AIOrigin.Human|})]
                int N(int a)
                {
                    a += 1;
                    a += 2;
                    a += 3;
                    a += 4;
                    a += 5;
                    return a;
                }
            }
            """,
        History = ByCopilot + "file Test0.cs;lines 6 14 0;lines 17 25 0",
    }.RunAsync();

    [Fact]
    public Task Parts_that_say_different_things_are_judged_by_themselves() => new ProvenanceTest
    {
        Files =
        [
            (
                "C.cs",
                EvidencedCode.Class("[AIProvenance({|PROV4001:AIOrigin.Human|})]")
                    .Replace("class", "partial class", StringComparison.Ordinal)),
            ("D.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Assisted, Tool = \"codex\")] partial class C { int Ten = 10; }"),
        ],
        History = ByCopilot + "file C.cs;lines 6 14 0",
    }.RunAsync();

    [Fact]
    public Task Where_the_annotation_is_about_more_it_stands_on_the_name() => new ProvenanceTest
    {
        Files =
        [
            ("C.cs", EvidencedCode.Class(string.Empty, "{|PROV4001:C|}")),
            ("P.cs", "using ProvenanceAnalyzers;\n[assembly: {|PROV1006:AIProvenance(AIOrigin.Unknown, Target = \"C.cs\")|}]"),
        ],
        FixedFiles =
        [
            ("C.cs", EvidencedCode.Class(
                "\n[AIProvenance(AIOrigin.Assisted, Tool = \"github-copilot\", On = \"2026-11-20\")]", "C")),
            ("P.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Unknown, Target = \"C.cs\")]"),
        ],
        History = ByCopilot + "file C.cs;lines 6 14 0",
        Action = "History",
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck | CodeFixTestBehaviors.FixOne,
    }.RunAsync();

    [Fact]
    public Task The_fix_writes_what_history_tells() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance({|PROV4001:AIOrigin.Human|})]"),
        Fixed = EvidencedCode.Class(
            "[AIProvenance(AIOrigin.Assisted, Tool = \"github-copilot\", Model = \"Claude Opus 4.5\", On = \"2026-11-20\")]"),
        History = ByCopilot + "model Claude_Opus_4.5;file Test0.cs;lines 6 14 0",
        Action = "History",
    }.RunAsync();

    [Fact]
    public Task Of_code_that_is_all_an_AIs_it_writes_generated_and_of_two_tools_two_annotations() => new ProvenanceTest
    {
        Source = EvidencedCode.Class("[AIProvenance({|PROV4001:AIOrigin.Human|}, On = \"2026-01-02\")]"),
        Fixed = EvidencedCode.Class(
            "[AIProvenance(AIOrigin.Generated, On = \"2026-11-18\", Tool = \"codex\")]\n"
            + "[AIProvenance(AIOrigin.Generated, Tool = \"github-copilot\", On = \"2026-11-20\")]"),
        History = ByCopilot + "source 5f 2026-11-18 Line;tool codex;file Test0.cs;lines 4 9 0;lines 10 14 1",
        Action = "History",
    }.RunAsync();

    [Fact]
    public Task A_locked_policy_that_asks_for_evidence_holds_it() => new ProvenanceTest
    {
        Source = "#pragma warning disable PROV4001\n" + EvidencedCode.Class("[AIProvenance({|PROV4001:AIOrigin.Human|})]"),
        History = ByCopilot + "file Test0.cs;lines 7 15 0",
        Policy = "provenance.evidence = true\n",
    }.RunAsync();

    [Fact]
    public Task It_is_suppressed_with_a_justification() => new ProvenanceTest
    {
        Source = "using System.Diagnostics.CodeAnalysis;\n" + EvidencedCode.Class(
            "[SuppressMessage(\"Provenance.Evidence\", \"PROV4001\", Justification = \"I typed it, and the agent committed it.\")]\n"
            + "[AIProvenance(AIOrigin.Human)]"),
        History = ByCopilot + "file Test0.cs;lines 8 16 0",
    }.RunAsync();

    /// <summary>Somebody's own list of that name is an error, and takes nothing from what the build has found.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_list_that_the_build_has_not_written_counts_for_nothing(bool isFirst)
    {
        const string Path = "/0/my/Provenance.Evidence.tsv";
        var test = new ProvenanceTest
        {
            Source = EvidencedCode.Class("[AIProvenance({|PROV4001:AIOrigin.Human|})]"),
            History = ByCopilot + "file Test0.cs;lines 6 14 0",
            Facts = string.Empty,
            ExpectedDiagnostics =
            {
                new DiagnosticResult("PROV0008", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithSpan(Path, 1, 1, 1, 1).WithMessage(
                    "The file 'Provenance.Evidence.tsv' is not of this build, which has written no such file; remove it from the "
                    + "AdditionalFiles"),
            },
        };
        var files = test.TestState.AdditionalFiles;
        var nothing = Microsoft.CodeAnalysis.Text.SourceText.From(TestHistory.Text(string.Empty, _ => string.Empty));
        files.Insert(isFirst ? 0 : files.Count, (Path, nothing));
        return test.RunAsync();
    }
}
