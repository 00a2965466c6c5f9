using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class MalformedAnnotationRuleTests
{
    private const string Origins = "AIOrigin.Unknown, AIOrigin.Human, AIOrigin.Assisted, AIOrigin.Generated, AIOrigin.Autonomous";

    [Theory]
    [InlineData("Tool = {|PROV0002:\"codex, claude-code\"|}")]
    [InlineData("Tool = {|PROV0002:\"claude-code + codex\"|}")]
    [InlineData("Tool = {|PROV0002:\"codex/claude-code\"|}")]
    [InlineData("Tool = \"aider\", Model = {|PROV0002:\"deepseek-v3, claude-opus-4-5\"|}")]
    [Trait("Case", "N2")]
    public Task One_annotation_names_one_tool_and_one_model(string fields) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated, {fields})] class C {{ }}",
    }.RunAsync();

    [Theory]
    [InlineData(
        "{|#0:AIProvenance(AIOrigin.Generated)|}",
        "AI-made code must say its Tool: add Tool = \"...\", filled in with what is true")]
    [InlineData(
        "{|#0:AIProvenance(AIOrigin.Assisted)|}",
        "AI-made code must say its Tool: add Tool = \"...\", filled in with what is true")]
    [InlineData(
        "{|#0:AIProvenance(AIOrigin.Autonomous)|}",
        "AI-made code must say its Tool: add Tool = \"...\", filled in with what is true")]
    [InlineData(
        "AIProvenance(AIOrigin.Generated, Tool = {|#0:\"\"|})",
        "Tool is empty, null or no constant; write the AI tool that made this")]
    [InlineData(
        "AIProvenance(AIOrigin.Generated, Tool = {|#0:null|})",
        "Tool is empty, null or no constant; write the AI tool that made this")]
    [InlineData(
        "AIProvenance(AIOrigin.Unknown, Model = {|#0:\" \"|})",
        "Model is empty, null or no constant; write the model that made this, as provider/name, or leave Model out")]
    [InlineData(
        "AIProvenance(AIOrigin.Human, RequestedBy = {|#0:null|})",
        "RequestedBy is empty, null or no constant; write who asked for this, as an address, 'Name <address>' or a pseudonym, or leave "
        + "RequestedBy out")]
    [InlineData(
        "AIProvenance(AIOrigin.Human, Reference = {|#0:(string)null|})",
        "Reference is empty, null or no constant; write the pull request, ticket or other thing that this belongs to, or leave "
        + "Reference out")]
    [InlineData(
        "AIProvenance(AIOrigin.Human, On = {|#0:\"2026-02-30\"|})",
        "On = \"2026-02-30\" is not a date of the form yyyy-MM-dd")]
    [InlineData(
        "AIProvenance(AIOrigin.Human, On = {|#0:\"20.11.2026\"|})",
        "On = \"20.11.2026\" is not a date of the form yyyy-MM-dd")]
    [InlineData(
        "AIProvenance(AIOrigin.Human, On = {|#0:\"2026-11-20T10:00:00Z\"|})",
        "On = \"2026-11-20T10:00:00Z\" is not a date of the form yyyy-MM-dd")]
    [InlineData(
        "AIProvenance(AIOrigin.Human, Tool = {|#0:\"codex\"|})",
        "AIOrigin.Human contradicts Tool; if an AI helped, it is AIOrigin.Assisted, and if none did, leave Tool out")]
    [InlineData("AIProvenance({|#0:(AIOrigin)42|})", "the origin 42 does not exist; write one of " + Origins)]
    [InlineData("AIProvenance({|#0:(AIOrigin)(-1)|})", "the origin -1 does not exist; write one of " + Origins)]
    [InlineData(
        "AIProvenance(AIOrigin.Human, Target = {|#0:\"A.cs\"|})",
        "Target is for the assembly form alone, [assembly: AIProvenance(..., Target = \"...\")]; "
        + "what an attribute stands on is what it is about")]
    public async Task Names_what_is_wrong_and_what_is_allowed(string attribute, string problem)
    {
        // What says no origin that there is declares nothing.
        var name = problem.Contains("does not exist", StringComparison.Ordinal) ? "{|PROV1001:C|}" : "C";
        var test = new ProvenanceTest { Source = $"using ProvenanceAnalyzers; [{attribute}] class {name} {{ }}" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0)
            .WithMessage("Malformed provenance: " + problem));
        test.DisabledDiagnostics.Add(RuleIds.UnknownOrigin);
        await test.RunAsync();
    }

    [Theory]
    [InlineData("{|PROV0002:\"Test0.cs\"|}", "[AIProvenance(AIOrigin.Human)] class C { }")]
    [InlineData("\"Test?.cs\"", "[AIProvenance(AIOrigin.Human)] class C { } [AIProvenance(AIOrigin.Human)] class D { }")]
    [InlineData("\"Test0.cs\"", "[AIProvenance(AIOrigin.Human)] class C { } class D { }")]
    [InlineData("\"Test0.cs\"", "[AIProvenance(AIOrigin.Human)] partial class C { } partial class C { }")]
    [InlineData("\"Test0.cs\"", "#if NEVER\nclass C { }\n#endif")]
    public Task An_AIs_annotation_of_files_whose_code_all_has_nearer_ones_is_not_lost(string target, string code) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = {target})]\n{code}",
    }.RunAsync();

    /// <summary>A default is for code to come: that all there is says itself what it is leaves it as it was.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(", Target = \"**\"")]
    [InlineData(", Target = \"**/*.cs\"")]
    [InlineData(", Target = \"*.cs\"")]
    public async Task A_default_may_hold_for_nothing(string target)
    {
        foreach (var declares in new[] { false, true })
        {
            foreach (var nearer in new[]
            {
                "AIOrigin.Human", "AIOrigin.Assisted, Tool = \"codex\"", "AIOrigin.Generated, Tool = \"cursor\"",
            })
            {
                await new ProvenanceTest
                {
                    Source = $$"""
                        using ProvenanceAnalyzers;
                        [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex"{{target}})]
                        [AIProvenance({{nearer}})] class C { }
                        """,
                    Options = declares ? "provenance.assembly_default_declares = true" : "",
                }.RunAsync();
            }
        }
    }

    /// <summary>
    /// Under a locked policy what names an AI is not lost: some code must say the same of its tool, however it spells it.
    /// </summary>
    [Theory]
    [InlineData("", "AIOrigin.Human", true)]
    [InlineData("", "AIOrigin.Unknown", true)]
    [InlineData("", "AIOrigin.Generated, Tool = \"claude-code\"", true)]
    [InlineData("", "AIOrigin.Generated, Tool = \"cursor\"", false)]
    [InlineData("", "AIOrigin.Assisted, Tool = \"Cursor\"", false)]
    [InlineData(", Target = \"**\"", "AIOrigin.Human", true)]
    [InlineData(", Target = \"**\"", "AIOrigin.Assisted, Tool = \"cursor\"", false)]
    [InlineData(", Target = \"C.cs\"", "AIOrigin.Assisted, Tool = \"cursor\"", true)]
    public async Task Under_a_policy_a_default_that_nothing_repeats_is_reported(string target, string nearer, bool isReported)
    {
        var findings = await new LockedProject
        {
            Policy = "provenance.denied_tools = codex",
            Files =
            [
                ("Asm.cs", $"using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"cursor\"{target})]"),
                ("C.cs", $"using ProvenanceAnalyzers;\n[AIProvenance({nearer})] class C {{ }}"),
            ],
            Options = "provenance.review_required = none",
        }.DiagnosticsAsync();
        Assert.Equal(isReported, findings.Any(finding => finding.Id == RuleIds.MalformedAnnotation));
    }

    private const string AllowedTargets = "write a path or glob relative to the project, such as \"Program.cs\" or \"Fixtures/**/*.json\"";

    [Theory]
    [InlineData("Target = {|#0:\"\"|}", "Target is empty, null or no constant; " + AllowedTargets)]
    [InlineData("Target = {|#0:null|}", "Target is empty, null or no constant; " + AllowedTargets)]
    [InlineData("Target = {|#0:\"../A.cs\"|}", "Target \"../A.cs\" has an empty, '.' or '..' segment; " + AllowedTargets)]
    [InlineData("Target = {|#0:\"a/../B.cs\"|}", "Target \"a/../B.cs\" has an empty, '.' or '..' segment; " + AllowedTargets)]
    [InlineData("Target = {|#0:\"./B.cs\"|}", "Target \"./B.cs\" has an empty, '.' or '..' segment; " + AllowedTargets)]
    [InlineData("Target = {|#0:\"a//B.cs\"|}", "Target \"a//B.cs\" has an empty, '.' or '..' segment; " + AllowedTargets)]
    [InlineData("Target = {|#0:\"/a/B.cs\"|}", "Target \"/a/B.cs\" is an absolute path; " + AllowedTargets)]
    [InlineData("Target = {|#0:\"C:/B.cs\"|}", "Target \"C:/B.cs\" is an absolute path; " + AllowedTargets)]
    [InlineData("Target = {|#0:@\"a\\B.cs\"|}", "Target \"a\\B.cs\" has a backslash; " + AllowedTargets)]
    public async Task A_malformed_target_is_named_and_declares_nothing(string argument, string problem)
    {
        var test = new ProvenanceTest
        {
            Source = $$"""
                using ProvenanceAnalyzers;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", {{argument}})]
                class {|PROV1001:C|} { }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0)
            .WithMessage("Malformed provenance: " + problem));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("{|PROV0002:AIProvenance(AIOrigin.Human)|}")]
    [InlineData("{|PROV0002:AIProvenance(AIOrigin.Human, Target = \"**\")|}")]
    [InlineData("{|PROV0002:AIProvenance(AIOrigin.Human, Target = \"Test?.cs\")|}")]
    public Task Human_authorship_in_bulk_is_refused_and_declares_nothing(string attribute) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [assembly: {{attribute}}]
            class {|PROV1001:C|} { }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("AIProvenance(AIOrigin.Human)")]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"**\")")]
    public Task Human_authorship_in_bulk_is_accepted_where_an_option_says_so(string attribute) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            [assembly: {{attribute}}]
            class C { }
            """,
        Options = "provenance.assembly_default_declares = true",
    }.RunAsync();

    [Fact]
    public Task Human_authorship_of_one_file_is_accepted() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [assembly: AIProvenance(AIOrigin.Human, Target = "Test0.cs")]
            class C { }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("model", "Model = \"anthropic/claude-opus-4-5\"")]
    [InlineData("on", "On = \"2026-11-20\"")]
    [InlineData("requested_by", "RequestedBy = \"ada@example.com\"")]
    [InlineData("reference", "Reference = \"PR 1234\"")]
    public async Task A_required_field_must_be_there_on_AI_made_code_alone(string field, string argument)
    {
        await new ProvenanceTest
        {
            Source = $$"""
                using ProvenanceAnalyzers;
                [{|PROV0002:AIProvenance(AIOrigin.Generated, Tool = "codex")|}] class C { }
                [AIProvenance(AIOrigin.Generated, Tool = "codex", {{argument}})] class D { }
                [AIProvenance(AIOrigin.Human)] class E { }
                [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class F { }
                """,
            Options = $"provenance.required_fields = {field}",
        }.RunAsync();
    }

    [Theory]
    [InlineData("AIOrigin.Unknown, Tool = \"codex\"", "add Model =")]
    [InlineData("AIOrigin.Unknown, Model = \"openai/gpt-5\"", "add Tool =")]
    [InlineData("AIOrigin.Unknown", null)]
    [InlineData("AIOrigin.Human", null)]
    public async Task What_names_a_tool_or_a_model_is_AI_made_whatever_its_origin(string arguments, string? problem)
    {
        var attribute = problem != null ? $"{{|#0:AIProvenance({arguments})|}}" : $"AIProvenance({arguments})";
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers; [{attribute}] class C {{ }}",
            Options = "provenance.required_fields = model",
        };
        test.DisabledDiagnostics.Add(RuleIds.UnknownOrigin);
        if (problem != null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0).WithMessage(
                problem == "add Tool ="
                    ? "Malformed provenance: AI-made code must say its Tool: add Tool = \"...\", filled in with what is true"
                    : "Malformed provenance: AI-made code must say its Model: add Model = \"...\", filled in with what is true "
                    + "(provenance.required_fields)"));
        }

        await test.RunAsync();
    }

    [Fact]
    public async Task Missing_fields_are_named_together()
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers; [{|#0:AIProvenance(AIOrigin.Generated, On = \"2026-01-02\")|}] class C { }",
            Facts = "mode Strict",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0).WithMessage(
            "Malformed provenance: AI-made code must say its Tool, Model, RequestedBy: add Tool = \"...\", Model = \"...\", "
            + "RequestedBy = \"...\", "
            + "filled in with what is true (provenance.required_fields)"));
        await test.RunAsync();
    }

    [Trait("Case", "H1")]
    [Theory]
    [InlineData("Tool", "...", "write the AI tool that made this")]
    [InlineData("Tool", "\u2026", "write the AI tool that made this")]
    [InlineData("Tool", "<tool>", "write the AI tool that made this")]
    [InlineData("Tool", "your-tool", "write the AI tool that made this")]
    [InlineData("Tool", "AI", "write the AI tool that made this")]
    [InlineData("Tool", "an AI agent", "write the AI tool that made this")]
    [InlineData("Tool", "T\u200BODO", "write the AI tool that made this")]
    [InlineData("Model", "...", "write the model that made this, as provider/name")]
    [InlineData("Model", "provider/name", "write the model that made this, as provider/name")]
    [InlineData("Model", "N/A", "write the model that made this, as provider/name")]
    [InlineData("Model", "the model", "write the model that made this, as provider/name")]
    [InlineData("RequestedBy", "...", "write who asked for this, as an address, 'Name <address>' or a pseudonym")]
    [InlineData("RequestedBy", "me", "write who asked for this, as an address, 'Name <address>' or a pseudonym")]
    [InlineData("RequestedBy", "who asked you", "write who asked for this, as an address, 'Name <address>' or a pseudonym")]
    [InlineData("RequestedBy", "Your Name", "write who asked for this, as an address, 'Name <address>' or a pseudonym")]
    [InlineData(
        "RequestedBy", "Your Name <you@example.com>", "write who asked for this, as an address, 'Name <address>' or a pseudonym")]
    [InlineData("Reference", "...", "write the pull request, ticket or other thing that this belongs to")]
    [InlineData("Reference", "-", "write the pull request, ticket or other thing that this belongs to")]
    [InlineData("Reference", "tbd", "write the pull request, ticket or other thing that this belongs to")]
    public async Task What_is_still_to_be_filled_in_is_refused(string field, string text, string hint)
    {
        var tool = field == "Tool" ? string.Empty : "Tool = \"codex\", ";
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, {tool}{field} = {{|#0:\"{text}\"|}})] class C {{ }}",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0)
            .WithMessage($"Malformed provenance: {field} = \"{text}\" stands for nothing: {hint}"
                + (field == "Tool" ? string.Empty : $", or leave {field} out")));
        await test.RunAsync();
    }

    private static string HintOf(string field) => field switch
    {
        "Tool" => "write the AI tool that made this",
        "Model" => "write the model that made this, as provider/name",
        "On" => "write the day on which this was made, in digits, as yyyy-MM-dd",
        _ => "write the pull request, ticket or other thing that this belongs to",
    };

    [Theory]
    [InlineData("AIOrigin.Generated, ", "Tool", false)]
    [InlineData("AIOrigin.Unknown, ", "Tool", true)]
    [InlineData("AIOrigin.Unknown, Model = \"openai/gpt-5.2\", ", "Tool", false)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", ", "Model", true)]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", ", "Model", false, "provenance.required_fields = model")]
    [InlineData("AIOrigin.Generated, Tool = \"codex\", Model = \"openai/o3\", ", "On", true, "provenance.required_fields = model")]
    [InlineData("AIOrigin.Unknown, Tool = \"codex\", ", "On", false, "provenance.required_fields = on")]
    [InlineData("AIOrigin.Human, ", "On", true, "provenance.required_fields = on")]
    [InlineData("AIOrigin.Human, ", "Reference", true)]
    public async Task What_nobody_asks_for_may_be_left_out(string fields, string field, bool mayBeLeftOut, string options = "")
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers; [AIProvenance({fields}{field} = {{|#0:\"...\"|}})] class C {{ }}",
            Options = options,
        };
        test.DisabledDiagnostics.Add(RuleIds.UnknownOrigin);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.MalformedAnnotation).WithLocation(0).WithMessage(
            $"Malformed provenance: {field} = \"...\" stands for nothing: {HintOf(field)}"
            + (mayBeLeftOut ? $", or leave {field} out" : string.Empty)));
        await test.RunAsync();
    }

    /// <summary>One message a mistake: what must go need not be filled in.</summary>
    [Theory]
    [InlineData("Tool = {|PROV0002:\"...\"|}")]
    [InlineData("Tool = {|PROV0002:\"\"|}")]
    [InlineData("Model = {|PROV0002:\"...\"|}")]
    [InlineData("Tool = {|PROV0002:\"codex, cursor\"|}")]
    [InlineData("Tool = {|PROV0002:\"TODO\"|}, Model = {|PROV0002:\"a/b, c/d\"|}")]
    public Task A_field_that_contradicts_a_human_is_told_once(string fields) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Human, {fields})] class C {{ }}",
    }.RunAsync();

    [Trait("Case", "H1")]
    [Theory]
    [InlineData("...")]
    [InlineData("yyyy-MM-dd")]
    public async Task A_day_that_is_still_to_be_filled_in_is_no_day(string day)
    {
        var test = new ProvenanceTest
        {
            Source = "using ProvenanceAnalyzers;\n"
                + $"[AIProvenance(AIOrigin.Generated, Tool = \"codex\", On = {{|PROV0002:\"{day}\"|}})] class C {{ }}",
        };
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Tool = \"codex\", Model = \"unknown\"")]
    [InlineData("Tool = \"codex\", Model = \"o3\"")]
    [InlineData("Tool = \"pi\", RequestedBy = \"Na Li\"")]
    [InlineData("Tool = \"v0\", RequestedBy = \"agent:4711\"")]
    [InlineData("Tool = \"amp\", Reference = \"#7\"")]
    [InlineData("Tool = \"amp\", Reference = \"TODO-7\"")]
    [InlineData("Tool = \"agent\"")]
    [InlineData("Tool = \"Agent\"")]
    public Task What_says_something_is_no_placeholder(string fields) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, {fields})] class C {{ }}",
        Options = "provenance.custom_tools = agent=contoso",
    }.RunAsync();

    [Fact]
    public async Task A_policy_that_asks_for_fields_is_named()
    {
        var project = new LockedProject
        {
            Policy = "provenance.required_fields = model, on, requested_by\n",
            Files = [("C.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated)] class C { }")],
        };

        var malformed = Assert.Single(await project.DiagnosticsAsync(), diagnostic => diagnostic.Id == RuleIds.MalformedAnnotation);
        var message = malformed.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            "Malformed provenance: AI-made code must say its Tool, Model, RequestedBy, On: add Tool = \"...\", Model = \"...\", "
            + "RequestedBy = \"...\", On = \"...\", filled in with what is true (provenance.required_fields of 'company.provenance')",
            message);
        Assert.InRange(message.Length, 1, 250);
    }

    [Fact]
    public Task Members_are_checked_too() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)]
            class C
            {
                [{|PROV0002:AIProvenance(AIOrigin.Generated)|}] void M() { }
                [AIProvenance(AIOrigin.Generated, Tool = "codex")] enum E { [{|PROV0002:AIProvenance(AIOrigin.Assisted)|}] A }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[AIProvenance({|PROV0002:Origin()|})] class {|PROV1001:C|} { static AIOrigin Origin() => default; }")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = {|PROV0002:C.Tool()|})] class C { public static string Tool() => null; }")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = {|PROV0002:42|})] class C { }")]
    [InlineData("[AIProvenance] class C { }")]
    [InlineData("[AIProvenance(AIOrigin.Human, Nonsense = 1)] class C { }")]
    public Task Non_constant_arguments_are_named_beside_what_the_compiler_says(string source) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers; " + source,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_constant_from_elsewhere_is_a_constant() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(C.Origin, Tool = C.Tool, On = "2026-0" + "1-02")]
            class C { public const AIOrigin Origin = AIOrigin.Generated; public const string Tool = "codex"; }
            """,
    }.RunAsync();

    [Fact]
    public Task An_alias_has_no_fields_to_check() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class BotAttribute : System.Attribute { }
            [Bot] class C { }
            """,
        Options = "provenance.attribute_aliases = Bot:generated\nprovenance.required_fields = model",
    }.RunAsync();

    [Theory]
    [InlineData("Digest = {|PROV0002:\"h2:00000000000000000000000000000000\"|}")]
    [InlineData("Digest = {|PROV0002:\"h1:0000\"|}")]
    [InlineData("Digest = {|PROV0002:\"h1:0000000000000000000000000000000G\"|}")]
    [InlineData("Digest = {|PROV0002:\"H1:00000000000000000000000000000000\"|}")]
    [InlineData("Digest = {|PROV0002:\"\"|}")]
    [InlineData("Digest = {|PROV0002:null|}")]
    [InlineData("Digest = \"{digest}\", Target = {|PROV0002:\"A.cs\"|}")]
    public Task A_malformed_marker_is_named_and_does_not_count(string arguments) =>
        ReviewedCode.Test(ReviewedCode.Marked($"[HumanReviewed(\"bob\", \"2026-11-21\", {arguments})]")).RunAsync();

    [Theory]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"21.11.2026\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public Task A_malformed_day_is_named(string day) => ReviewedCode.Test(
        ReviewedCode.Marked($"[HumanReviewed(\"bob\", {{|PROV0002:{day}|}}, Digest = \"{{digest}}\")]")).RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV0002\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Configuration\", \"PROV0002\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV0002.severity = none")]
    public Task It_is_suppressed_as_other_rules_are(string before, string options) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n{before}[AIProvenance(AIOrigin.Generated)] class C {{ }}",
        Options = options,
    }.RunAsync();

    [Fact]
    public Task Annotations_in_generated_code_are_looked_at_and_markers_are_not() => new ProvenanceTest
    {
        Files =
        [
            (
                "A.g.cs",
                "using ProvenanceAnalyzers;\n[{|PROV0002:AIProvenance(AIOrigin.Generated)|}, HumanReviewed(\"bob\", \"\")] class C { }"),
        ],
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
    }.RunAsync();

    [Trait("Case", "N2")]
    [Theory]
    [InlineData("Tool", "claude-code, codex", true)]
    [InlineData("Tool", "claude-code;codex", true)]
    [InlineData("Tool", "claude-code | codex", true)]
    [InlineData("Tool", "claude-code & codex", true)]
    [InlineData("Tool", "claude-code+codex", true)]
    [InlineData("Tool", "claude-code/codex", true)]
    [InlineData("Tool", "claude-code\\\\codex", true)]
    [InlineData("Tool", "claude-code\\ncodex", true)]
    [InlineData("Tool", "claude-code", false)]
    [InlineData("Model", "openai/gpt-5.2, anthropic/claude-opus-4-5", true)]
    [InlineData("Model", "gpt-5.2 + claude-opus-4-5", true)]
    [InlineData("Model", "anthropic/claude-opus-4-5", false)]
    [InlineData("Model", "cohere/command-r+", false)]
    [InlineData("Model", "openai\\\\gpt-5", false)]
    public Task One_annotation_is_of_one_tool_and_one_model(string field, string text, bool isSeveral) => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Generated"
            + (field == "Model" ? ", Tool = \"codex\"" : string.Empty)
            + $", {field} = "
            + (isSeveral ? $"{{|PROV0002:\"{text}\"|}}" : $"\"{text}\"")
            + ")] class C { }",
    }.RunAsync();
}
