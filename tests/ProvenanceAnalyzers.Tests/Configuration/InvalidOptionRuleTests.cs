using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Configuration;

public sealed class InvalidOptionRuleTests
{
    private const string Declared = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Human)] class C { }";

    [Theory]
    [InlineData("provenance.required_on = typs", "is not one of types, members, none")]
    [InlineData("provenance.required_on =", "is not one of types, members, none")]
    [InlineData("provenance.tests.required_on = method", "is not one of classes, methods, none")]
    [InlineData("provenance.api_surface = internal", "is not one of all, public")]
    [InlineData("provenance.exempt = enums", "is not one of none, trivial")]
    [InlineData("provenance.exclude = yes", "is not one of false, true")]
    [InlineData(
        "provenance.generated_files = ../A.cs",
        "has an element '../A.cs' that is no path or glob relative to the project, such as Forms/*.Designer.cs")]
    [InlineData("provenance.generated_files = a,,b", "has an empty element: separate the elements of a list by one comma each")]
    [InlineData("provenance.assembly_default_declares = 1", "is not one of false, true")]
    [InlineData("provenance.default_origin = human", "is not one of unknown, assisted, generated, autonomous")]
    [InlineData(
        "provenance.required_fields = model, date", "has an element 'date' that is not one of model, on, requested_by, reference")]
    [InlineData("provenance.required_fields = model,, on", "has an empty element: separate the elements of a list by one comma each")]
    [InlineData(
        "provenance.required_fields = +, model",
        "begins with '+', but nothing is known that it could add to: neither a farther section nor a preset or the mode sets this list, "
        + "so write the whole list")]
    [InlineData(
        "provenance.tools = Claude Code",
        "has an element 'Claude Code' that is no tool id: lower-case letters, digits, '-', '.' and '_', such as claude-code")]
    [InlineData(
        "provenance.tools = cladue-code",
        "names the tool 'cladue-code', which is not known; did you mean 'claude-code'? If not, add it to provenance.custom_tools")]
    [InlineData(
        "provenance.tools = zzzzzzzz, qqqqqqqq",
        "names the tool 'zzzzzzzz', which is not known; add it to provenance.custom_tools; and "
        + "names the tool 'qqqqqqqq', which is not known; add it to provenance.custom_tools")]
    [InlineData(
        "provenance.custom_tools = metacode",
        "has an element 'metacode' that is not of the form tool=provider, such as metacode=meta")]
    [InlineData("provenance.custom_tools = a=b=c", "has an element 'a=b=c' that is not of the form tool=provider, such as metacode=meta")]
    [InlineData(
        "provenance.custom_tools = ours=acme, ours=other",
        "contradicts itself: tool 'ours' has the providers 'acme' and 'other', and one is allowed")]
    [InlineData(
        "provenance.attribute_aliases = My.Attribute",
        "has an element 'My.Attribute' that is not of the form Attribute:origin, Attribute:origin:tool or Attribute:review, "
        + "where origin is one of unknown, human, assisted, generated, autonomous")]
    [InlineData(
        "provenance.attribute_aliases = Obsolete:bot",
        "has an element 'Obsolete:bot' that is not of the form Attribute:origin, Attribute:origin:tool or Attribute:review, "
        + "where origin is one of unknown, human, assisted, generated, autonomous")]
    [InlineData(
        "provenance.attribute_aliases = Obsolete:human, ObsoleteAttribute:unknown",
        "contradicts itself: attribute 'ObsoleteAttribute' is given two meanings, and one is allowed")]
    [InlineData(
        "provenance.attribute_aliases = No.Such:human",
        "names the attribute 'No.Such', but the project and its references have no type No.Such or No.SuchAttribute")]
    [InlineData(
        "provenance.attribute_aliases = NoSuchThing:review",
        "makes 'NoSuchThing' a review marker, which cannot have a digest and so never counts while provenance.require_digest = true; "
        + "set that to false, or leave the alias out; and "
        + "names the attribute 'NoSuchThing', but the project and its references have no type NoSuchThing or NoSuchThingAttribute")]
    [InlineData(
        "provenance.attribute_aliases = Obsolete:review",
        "makes 'Obsolete' a review marker, which cannot have a digest and so never counts while provenance.require_digest = true; "
        + "set that to false, or leave the alias out")]
    [InlineData(
        "provenance.default_origin = generated",
        "contradicts provenance.tools, which names no tool: AI-made code needs one, so name a tool or use unknown")]
    [InlineData("provenance.review_required = true", "is not one of ai, all, none")]
    [InlineData("provenance.tests.review_required =", "is not one of ai, all, none")]
    [InlineData("provenance.review_on = classes", "is not one of types, members")]
    [InlineData("provenance.reviews_required = 0", "is not a whole number from 1 on")]
    [InlineData("provenance.reviews_required = two", "is not a whole number from 1 on")]
    [InlineData("provenance.reviews_required =", "is not a whole number from 1 on")]
    [InlineData("provenance.reviewers = bob@example.com,", "has an empty element: separate the elements of a list by one comma each")]
    [InlineData(
        "provenance.reviewers = +, bob@example.com",
        "begins with '+', but nothing is known that it could add to: neither a farther section nor a preset or the mode sets this list, "
        + "so write the whole list")]
    [InlineData("provenance.require_digest = h1", "is not one of false, true")]
    [InlineData("provenance.independent_review = no", "is not one of false, true")]
    [InlineData("provenance.evidence_tolerance = 101", "is not a whole number from 0 to 100")]
    [InlineData("provenance.evidence_tolerance =", "is not a whole number from 0 to 100")]
    [InlineData("provenance.review_lines_per_commit = 0", "is not a whole number from 1 on")]
    [InlineData("provenance.review_max_age_days = -1", "is not a whole number from 1 on")]
    [InlineData("provenance.review_max_age_days = 30 days", "is not a whole number from 1 on")]
    [InlineData("provenance.show_digest = 0", "is not one of false, true")]
    [InlineData(
        "provenance.allowed_origins = human, ai",
        "has an element 'ai' that is not one of unknown, human, assisted, generated, autonomous")]
    [InlineData(
        "provenance.tests.allowed_origins = humans",
        "has an element 'humans' that is not one of unknown, human, assisted, generated, autonomous")]
    [InlineData("provenance.allowed_tools = codex,", "has an empty element: separate the elements of a list by one comma each")]
    [InlineData(
        "provenance.denied_tools = +, codex",
        "begins with '+', but nothing is known that it could add to: neither a farther section nor a preset or the mode sets this list, "
        + "so write the whole list")]
    [InlineData(
        "provenance.tests.denied_tools = Codex",
        "has an element 'Codex' that is no tool id: lower-case letters, digits, '-', '.' and '_', such as claude-code; "
            + "did you mean 'codex'?")]
    [InlineData(
        "provenance.denied_tools = cladue-code",
        "names the tool 'cladue-code', which is not known; did you mean 'claude-code'? If not, add it to provenance.custom_tools")]
    [InlineData(
        "provenance.tests.allowed_tools = zzzzzzzz",
        "names the tool 'zzzzzzzz', which is not known; add it to provenance.custom_tools")]
    [InlineData(
        "provenance.denied_providers = antropic",
        "names the provider 'antropic', which no known tool or model has; "
        + "did you mean 'anthropic'? If not, add a tool of it to provenance.custom_tools")]
    [InlineData(
        "provenance.tests.allowed_providers = Meta",
        "has an element 'Meta' that is no provider id: lower-case letters, digits, '-', '.' and '_', such as anthropic; "
            + "did you mean 'meta'?")]
    [InlineData(
        "provenance.allowed_providers = contoso",
        "names the provider 'contoso', which no known tool or model has; add a tool of it to provenance.custom_tools")]
    [InlineData("provenance.denied_models = gpt-*,,o1", "has an empty element: separate the elements of a list by one comma each")]
    [InlineData(
        "provenance.suspended_tools = codex",
        "has an element 'codex' that is not of the form tool:from..to with days of the form yyyy-MM-dd, such as "
        + "claude-code:2026-06-01..2026-07-15 or codex:2026-06-29..")]
    [InlineData(
        "provenance.suspended_tools = codex:2026-06-31..",
        "has an element 'codex:2026-06-31..' that is not of the form tool:from..to with days of the form yyyy-MM-dd, such as "
        + "claude-code:2026-06-01..2026-07-15 or codex:2026-06-29..")]
    [InlineData(
        "provenance.suspended_tools = codex:2026-07-15..2026-06-01",
        "has an element 'codex:2026-07-15..2026-06-01' that ends before it starts")]
    [InlineData(
        "provenance.suspended_tools = codexx:2026-07-15..",
        "names the tool 'codexx', which is not known; did you mean 'codex'? If not, add it to provenance.custom_tools")]
    [InlineData("provenance.training_corpus = yes", "is not one of false, true")]
    [InlineData(
        "provenance.training_exempt_providers = metta",
        "names the provider 'metta', which no known tool or model has; did you mean 'meta'? If not, "
        + "add a tool of it to provenance.custom_tools")]
    [InlineData("provenance.reviewer = bob@example.com", "is unknown; did you mean 'provenance.reviewers'?")]
    [InlineData("provenance.requird_on = types", "is unknown; did you mean 'provenance.required_on'?")]
    [InlineData("provenance.test.required_on = types", "is unknown; did you mean 'provenance.tests.required_on'?")]
    [InlineData(
        "provenance.frobnicate = 1",
        "is unknown; the options are provenance.required_on, provenance.tests.required_on, provenance.api_surface, provenance.exempt, "
        + "provenance.assembly_default_declares, provenance.required_fields, provenance.default_origin, provenance.tools, "
        + "provenance.custom_tools, provenance.attribute_aliases, provenance.generated_files, provenance.exclude, "
        + "provenance.review_required, provenance.tests.review_required, provenance.review_on, provenance.reviews_required, "
        + "provenance.reviewers, "
        + "provenance.require_digest, provenance.independent_review, provenance.review_max_age_days, provenance.show_digest, "
        + "provenance.allowed_origins, provenance.tests.allowed_origins, provenance.allowed_tools, provenance.tests.allowed_tools, "
        + "provenance.denied_tools, provenance.tests.denied_tools, provenance.allowed_providers, provenance.tests.allowed_providers, "
        + "provenance.denied_providers, provenance.tests.denied_providers, provenance.denied_models, provenance.suspended_tools, "
        + "provenance.training_corpus, provenance.training_exempt_providers, provenance.evidence_contradicts, "
        + "provenance.evidence_tolerance, provenance.review_attestation, provenance.review_lines_per_commit")]
    public async Task Names_the_option_and_what_is_allowed(string option, string explanation)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        var test = new ProvenanceTest { Source = Declared, Options = option };
        explanation += explanation.StartsWith("has an e", StringComparison.Ordinal)
            ? "; until it is right, the whole option is ignored"
            : string.Empty;
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.InvalidOption).WithMessage(
            $"Option '{option[..equals].Trim()} = {option[(equals + 1)..].Trim()}', which holds for 'Test0.cs', {explanation}"));
        await test.RunAsync();
    }

    [Fact]
    public async Task More_reviews_than_reviewers_are_a_contradiction()
    {
        var test = new ProvenanceTest
        {
            Source = Declared,
            Options = "provenance.reviews_required = 3\nprovenance.reviewers = ada@example.com, bob@example.com",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.InvalidOption).WithMessage(
            "Option 'provenance.reviews_required = 3', which holds for 'Test0.cs', asks for more people than provenance.reviewers names: "
            + "ada@example.com, bob@example.com; name more, or ask for fewer"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData(
        "provenance.allowed_tools = claude-code, chatgpt",
        "provenance.denied_tools = codex",
        "allows 'chatgpt', which provenance.denied_tools denies; what is denied stays denied, so take it out of one of the two")]
    [InlineData(
        "provenance.tests.allowed_tools = codex",
        "provenance.denied_tools = codex",
        "allows 'codex', which provenance.denied_tools denies; what is denied stays denied, so take it out of one of the two")]
    [InlineData(
        "provenance.allowed_providers = openai, meta",
        "provenance.denied_providers = openai",
        "allows 'openai', which provenance.denied_providers denies; what is denied stays denied, so take it out of one of the two")]
    [InlineData(
        "provenance.allowed_tools = codex, claude-code",
        "provenance.allowed_providers = meta",
        "leaves nothing that is allowed: provenance.allowed_providers excludes the provider of each of these tools")]
    [InlineData(
        "provenance.tests.allowed_tools = codex",
        "provenance.tests.denied_providers = openai",
        "leaves nothing that is allowed: provenance.tests.denied_providers excludes the provider of each of these tools")]
    public async Task Allowing_what_is_denied_is_a_contradiction(string option, string other, string explanation)
    {
        var test = new ProvenanceTest { Source = Declared, Options = $"{option}\n{other}" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.InvalidOption).WithMessage(
            $"Option '{option}', which holds for 'Test0.cs', {explanation}"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_mode_of_required_members_contradicts_a_declaration_of_all() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Human)] class C { }",
        Unplaced = ["PROV0001"],
        Options = "provenance.required_on = members\nprovenance.assembly_default_declares = true",
    }.RunAsync();

    [Theory]
    [InlineData("provenance.required_on = Types")]
    [InlineData("PROVENANCE.Exclude = FALSE")]
    [InlineData("provenance.required_fields =")]
    [InlineData("provenance.required_fields = Model , on,requested_by, reference")]
    [InlineData("provenance.tools = claude-code, codex, claude")]
    [InlineData("provenance.tools = ours\nprovenance.custom_tools = ours=acme")]
    [InlineData("provenance.default_origin = assisted\nprovenance.tools = codex")]
    [InlineData("provenance.default_origin =")]
    [InlineData("provenance.attribute_aliases = Obsolete:generated:codex, System.FlagsAttribute:review, SerializableAttribute:unknown\n"
        + "provenance.require_digest = false")]
    [InlineData("provenance.attribute_aliases = System.Reflection.Metadata.MetadataUpdateHandlerAttribute:human")]
    [InlineData("provenance.attribute_aliases = Outer.Made:human, Outer.Inner.MadeAttribute:assisted")]
    [InlineData("provenance.review_required = AI\nprovenance.tests.review_required = None")]
    [InlineData("provenance.reviews_required = 2\nprovenance.reviewers = *@example.com, staff:????, Bob Martin <*>")]
    [InlineData("provenance.reviews_required = 2\nprovenance.reviewers = ada@example.com, bob@example.com")]
    [InlineData("provenance.review_max_age_days =")]
    [InlineData("provenance.review_max_age_days = 365\nprovenance.review_on = members\nprovenance.require_digest = False")]
    [InlineData("provenance.allowed_origins = Human, assisted\nprovenance.tests.allowed_origins =")]
    [InlineData("provenance.allowed_tools = codex, ours\nprovenance.tests.denied_tools = codex-cli, claude\n"
        + "provenance.tests.allowed_tools =\nprovenance.custom_tools = ours=acme")]
    [InlineData("provenance.allowed_tools = aider\nprovenance.allowed_providers = meta")]
    [InlineData("provenance.allowed_providers = acme, xai\nprovenance.denied_providers = openai, moonshotai, bytedance\n"
        + "provenance.custom_tools = ours=acme")]
    [InlineData("provenance.denied_models = gpt-*, anthropic/claude-?\n"
        + "provenance.suspended_tools = codex:2026-06-29.., claude:..2026-01-01 , cursor:2026-01-01..2026-01-01")]
    [InlineData("provenance.training_corpus = True\nprovenance.training_exempt_providers = meta, openai")]
    [InlineData("provenancex.required_on = 1")]
    public Task Is_silent_about_valid_options(string options) => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)]
            class Outer
            {
                public class MadeAttribute : System.Attribute { }
                public class Inner { public class MadeAttribute : System.Attribute { } }
            }
            """,
        Options = options,
    }.RunAsync();

    [Fact]
    public Task A_list_can_add_to_the_defaults_of_strict_mode() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [{|PROV0002:AIProvenance(AIOrigin.Generated, Tool = "codex", Model = "m", On = "2026-01-01", RequestedBy = "a")|}] class C { }
            """,
        Options = "provenance.required_fields = +, reference",
        Facts = "mode Strict",
    }.RunAsync();

    [Fact]
    public Task Is_reported_once_a_key_and_value() => new ProvenanceTest
    {
        Files =
        [
            ("B.cs", "// A comment.\nusing System;"),
            ("A.g.cs", "using System;"),
            ("a/C.cs", "using System;"),
            ("a/D.cs", ""),
            ("other/E.cs", "using System;"),
        ],
        Unplaced = ["PROV0001", "PROV0001"],
        Options = """
            [*.cs]
            provenance.exclude = maybe
            [other/*.cs]
            provenance.exclude = perhaps
            """,
    }.RunAsync();

    [Theory]
    [InlineData("", DiagnosticSeverity.Warning)]
    [InlineData("dotnet_diagnostic.PROV0001.severity = error", DiagnosticSeverity.Error)]
    [InlineData("dotnet_analyzer_diagnostic.category-Provenance.Configuration.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", DiagnosticSeverity.Error)]
    public async Task Is_reported_where_the_key_stands_with_the_severity_that_holds_in_code(string severity, DiagnosticSeverity expected)
    {
        var test = new ProvenanceTest
        {
            Source = "#line hidden\nusing System;",
            Options = $"provenance.exclude = maybe\n{severity}",
            Facts = "setting ../.editorconfig 1 provenance.exclude true; setting .editorconfig 3 Provenance.Exclude maybe",
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PROV0001", expected).WithSpan("/0/.editorconfig", 3, 1, 3, 1));
        await test.RunAsync();
    }

    [Fact]
    public Task A_wrong_option_has_its_default_and_other_rules_go_on() => new ProvenanceTest
    {
        Source = "class {|PROV1001:C|} { }",
        Unplaced = ["PROV0001", "PROV0001"],
        Options = "provenance.required_on = nothing\nprovenance.exempt = trival",
    }.RunAsync();

    [Fact]
    public Task An_option_of_a_global_config_is_checked_as_well() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Human)] class C { }",
        Unplaced = ["PROV0001"],
        GlobalOptions = "provenance.nonsense = 1",
    }.RunAsync();

    [Fact]
    public Task An_empty_file_can_be_the_first() => new ProvenanceTest
    {
        Files = [("A.cs", "")],
        Unplaced = ["PROV0001"],
        Options = "provenance.exclude = maybe",
    }.RunAsync();

    [Fact]
    public Task It_is_suppressed_in_editorconfig() => new ProvenanceTest
    {
        Source = "using System;",
        Options = "provenance.exclude = maybe\ndotnet_diagnostic.PROV0001.severity = none",
    }.RunAsync();
}
