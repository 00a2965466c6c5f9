using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;
using ProvenanceAnalyzers.Tests.Robustness;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Record;

/// <summary>PROV9001.</summary>
public sealed class UnitRecordRuleTests
{
    private const string Declared = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] ";

    private const string Codex =
        "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\")]";

    private const string Human = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human";

    [Fact]
    public async Task Nothing_is_recorded_unless_the_build_asks_for_it() =>
        Assert.Empty(await RecordsAsync([("A.cs", "class A { }")], isRecorded: false));

    [Fact]
    public async Task Each_unit_and_each_file_without_one_and_the_project_have_a_record()
    {
        var records = await RecordsAsync(
        [
            ("A.cs", "class A { class Nested { void M() { } } } enum E { X }"),
            ("Usings.cs", "global using System;"),
            ("G.g.cs", "class G { }"),
        ]);

        Assert.Equal(
            ["unit T:A", "unit T:E", "file Usings.cs noDeclarations", "file G.g.cs generated", "project Shop 2 2"],
            records.Select(Summary));
    }

    [Theory]
    [InlineData(
        "class C { [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] void M(int x) { } void N() { } }",
        "",
        "T:C",
        "M:C.M(System.Int32)")]
    [InlineData(
        "class C { [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class D { } class E { } }",
        "",
        "T:C",
        "T:C.D")]
    [InlineData("class C { [ProvenanceAnalyzers.HumanReviewed(\"a\", \"2026-11-20\")] int P => 1; }", "", "T:C", "P:C.P")]
    [InlineData("class C { void M() { } int P { get; set; } }", "provenance.required_on = members", "T:C", "M:C.M")]
    [InlineData("class C { void M() { } int P { get; set; } = 1; }", "provenance.required_on = members", "T:C", "M:C.M")]
    [InlineData(
        "static class C { extension(int i) { public int M() => i; public int P => i; } }",
        "provenance.required_on = members",
        "T:C",
        "M:C.extension(System.Int32).M",
        "P:C.extension(System.Int32).P")]
    [InlineData(
        "partial class C { partial event System.Action E; partial C(int x); partial void M(); } "
        + "partial class C { partial event System.Action E { add { } remove { } } partial C(int x) { } partial void M() { } }",
        "provenance.required_on = members",
        "T:C",
        "E:C.E",
        "M:C.#ctor(System.Int32)",
        "M:C.M")]
    [InlineData(
        Codex + "partial class C { partial event System.Action E; partial C(int x); partial void M(); } "
        + "partial class C { partial event System.Action E { add { } remove { } } partial C(int x) { } partial void M() { } }",
        "provenance.review_on = members",
        "T:C",
        "E:C.E",
        "M:C.#ctor(System.Int32)",
        "M:C.M")]
    [InlineData("file class C { }", "", "T:C@A.cs")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] class G { } class C { }", "", "T:G", "T:C")]
    public async Task Units_are_types_and_what_has_an_annotation_or_must_have_one(string source, string option, params string[] expected) =>
        Assert.Equal(
            expected,
            (await RecordsAsync([("A.cs", source)], option)).Where(record => IsUnit(record)).Select(record => Text(record, "id")));

    [Theory]
    [InlineData("class C { }", "", "PROV1001", false)]
    [InlineData("#pragma warning disable PROV1001\nclass C { }", "", "PROV1001", false)]
    [InlineData("class C { }", "dotnet_diagnostic.PROV1001.severity = none", "PROV1001", false)]
    [InlineData("class C { }", "provenance.exclude = true", null, true)]
    [InlineData("class C { }", "provenance.required_on = none", null, false)]
    [InlineData(Declared + "class C { }", "", null, false)]
    public async Task It_says_which_rule_asks_whatever_its_severity_is(string source, string option, string? due, bool isExcluded)
    {
        var unit = (await RecordsAsync([("A.cs", source)], option)).Single(record => IsUnit(record));

        Assert.Equal((due, isExcluded), (Text(unit, "due"), unit.GetProperty("excluded").GetBoolean()));
    }

    [Fact]
    public async Task Mode_none_records_the_same()
    {
        (string, string)[] files = [("A.cs", "class A { }"), ("B.cs", Declared + "class B { }")];

        // But for what it says of the mode itself.
        Assert.Equal(
            (await RecordsAsync(files)).Select(record =>
                record.GetRawText().Replace("\"mode\":\"default\"", "\"mode\":\"none\"", StringComparison.Ordinal)),
            (await RecordsAsync(files, mode: "None")).Select(record => record.GetRawText()));
    }

    [Fact]
    public async Task It_says_all_that_is_known_of_a_unit()
    {
        var digest = IndependentDigest.Compute("public sealed class Parser\n{\n    int Parse() => 1;\n}");
        var records = await RecordsAsync(
        [
            ("A.cs", $$"""
                using ProvenanceAnalyzers;
                [AIProvenance(AIOrigin.Generated, Tool = "claude", Model = "anthropic/claude-opus-4-5", RequestedBy = "ada@example.com", On = "2026-11-20", Reference = "PR \"7\"")]
                [HumanReviewed("bob@example.com", "2026-11-21", Digest = "{{digest}}")]
                [HumanReviewed("ada@example.com", "2026-11-19")]
                public sealed class Parser
                {
                    int Parse() => 1;
                }
                """),
        ]);

        Assert.Equal(
            $$$"""
            {"record":"unit","id":"T:Parser","kind":"class","test":false,"excluded":false,"due":null,"declared":true,"level":"type","baseline":false,
            "digest":"{{{digest}}}","size":null,"parts":[{"file":"/0/A.cs","path":"A.cs","startLine":2,"startColumn":1,"endLine":8,"endColumn":2,"digest":"{{{digest}}}"}],
            "annotations":[{"origin":"generated","tool":"claude-code","provider":"anthropic","model":"anthropic/claude-opus-4-5",
            "requestedBy":"ada@example.com","on":"2026-11-20","reference":"PR \u00227\u0022"}],
            "providers":["anthropic"],"review":"reviewed","reviewsRequired":1,"reviews":[
            {"reviewer":"bob@example.com","on":"2026-11-21","digest":"{{{digest}}}","valid":true,"faults":[]},
            {"reviewer":"ada@example.com","on":"2026-11-19","digest":null,"valid":false,"faults":["requester","outdated","noDigest"]}],
            "policy":[],"evidence":null,"training":{"status":"restricted","provider":"anthropic","document":"Usage Policy","date":"2026-08-14",
            "terms":[{"status":"restricted","provider":"anthropic","document":"Usage Policy","date":"2026-08-14"}]}}
            """.ReplaceLineEndings(string.Empty),
            records[0].GetRawText());
    }

    [Theory]
    [InlineData("", "unreviewed")]
    [InlineData("[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{digest}\")]", "reviewed")]
    [InlineData("[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{other}\")]", "stale")]
    [InlineData("[HumanReviewed(\"codex\", \"2026-11-21\", Digest = \"{digest}\")]", "unreviewed")]
    public async Task It_says_how_far_the_review_has_come(string marker, string expected)
    {
        var unit = (await RecordsAsync([("A.cs", ReviewedCode.Marked(marker))])).Single(record => IsUnit(record));

        Assert.Equal(expected, Text(unit, "review"));
    }

    [Fact]
    public async Task A_human_s_code_needs_no_review() => Assert.Equal(
        "notRequired", Text((await RecordsAsync([("A.cs", Declared + "class C { }")])).Single(record => IsUnit(record)), "review"));

    [Theory]
    [InlineData(OutputKind.ConsoleApplication)]
    [InlineData(OutputKind.WindowsApplication)]
    [InlineData(OutputKind.WindowsRuntimeApplication)]
    public async Task Top_level_statements_are_a_unit_by_their_path_and_the_types_beside_them_too(OutputKind kind)
    {
        const string Source = "System.Console.WriteLine();\nclass C { }";

        var records = await RecordsAsync([("Cli/Program.cs", Source)], kind: kind);

        Assert.Equal(["unit T:C", "unit Cli/Program.cs", "project Shop 2 0"], records.Select(Summary));
        Assert.Equal(IndependentDigest.Compute(Source), Text(records[1], "digest"));
        Assert.Equal("PROV1005", Text(records[1], "due"));
    }

    [Theory]
    [InlineData("// Licence.\nextern alias Other;\nusing System;\n[assembly: System.CLSCompliant(false)]\nnamespace N\n{\n    // Text.\n"
        + "    class A { }\n}")]
    [InlineData("#nullable enable\n#if DEBUG\nusing System.Text;\n// Text.\n#endif\nclass A\n{\n#if DEBUG\n    int x;\n#endif\n}")]
    [InlineData("namespace N;\nclass A { }\nenum B { }\ndelegate void C();\ninterface D { }")]
    [InlineData("class A { }\n#if DEBUG\nclass B { }\n\nnamespace N\n{\n    enum C\n    {\n    }\n}\n#endif", "3-3", "7-9")]
    [InlineData("class A { }\n#if DEBUG\nnamespace N\n{\n#else\nnamespace M\n{\n#endif\nclass B { } }", "3-5")]
    [InlineData("class A { }\n#if DEBUG\nint x = 1;\n#endif", "3-3")]
    [InlineData("class A { }\nint x = 1;", "2-2")]
    [InlineData("class A { }\n}", "2-2")]
    [InlineData("class A { }\n[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] class G { }")]
    public async Task Code_that_is_in_no_unit_is_recorded_with_its_file(string source, params string[] lines)
    {
        var files = (await RecordsAsync([("A.cs", source)])).Where(record => Text(record, "record") == "file").ToList();

        Assert.Equal(
            lines.Length == 0 ? [] : [$"A.cs codeOutsideUnits {string.Join(" ", lines)}"],
            files.Select(file => $"{Text(file, "path")} {Text(file, "reason")} "
                + string.Join(
                    " ",
                    file.GetProperty("outside")
                        .EnumerateArray()
                        .Select(span => $"{span.GetProperty("startLine")}-{span.GetProperty("endLine")}"))));
    }

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Assisted, Tool = \"copilot\", Model = \"openai/gpt-5.2\")]", "github", "openai")]
    [InlineData(
        "[AIProvenance(AIOrigin.Assisted, Tool = \"cline\", Model = \"gpt-5.2\"), AIProvenance(AIOrigin.Generated, Tool = \"codex\")]",
        "openai")]
    [InlineData("[AIProvenance(AIOrigin.Assisted, Tool = \"cline\")]")]
    public async Task Providers_are_those_of_the_tools_and_of_the_models(string annotations, params string[] expected)
    {
        var unit = (await RecordsAsync([("A.cs", $"using ProvenanceAnalyzers; {annotations} class C {{ }}")])).Single(IsUnit);

        Assert.Equal(expected, unit.GetProperty("providers").EnumerateArray().Select(provider => provider.GetString()));
    }

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { }", "", "allowed ")]
    [InlineData("[AIProvenance(AIOrigin.Unknown)] class C { }", "", "unknown ")]
    [InlineData("class C { }", "", "unknown ")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }",
        "",
        "restricted openai, Terms of Use, 2026-07-26")]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }",
        "provenance.exclude = true",
        "restricted openai, Terms of Use, 2026-07-26")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { }", "provenance.exclude = true", "unknown ")]
    [InlineData("[AIProvenance(AIOrigin.Assisted, Tool = \"cline\")] class C { }", "", "unknown ")]
    [InlineData("[AIProvenance(AIOrigin.Assisted, Tool = \"cline\", Model = \"deepseek/deepseek-v3\")] class C { }", "", "allowed ")]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"github-copilot\")] class C { }", "", "unverified github")]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"github-copilot\", Model = \"claude-opus-4-5\")] class C { }",
        "",
        "restricted anthropic, Usage Policy, 2026-08-14")]
    [InlineData(
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }",
        "provenance.training_exempt_providers = openai",
        "allowed ")]
    [InlineData(
        "[AIProvenance(AIOrigin.Human), AIProvenance(AIOrigin.Assisted, Tool = \"codex\")] class C { }",
        "",
        "restricted openai, Terms of Use, 2026-07-26")]
    public async Task It_says_whether_a_model_may_be_trained_on_it(string source, string option, string expected)
    {
        var records = await RecordsAsync([("A.cs", "using ProvenanceAnalyzers; " + source)], option);
        var training = records.Single(IsUnit).GetProperty("training");

        Assert.Equal(
            expected,
            $"{Text(training, "status")} "
                + string.Join(
                    ", ",
                    new[] { "provider", "document", "date" }.Select(name => Text(training, name)).Where(text => text != null)));
    }

    [Theory]
    [InlineData("[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }", "provenance.denied_tools = codex", "PROV3001")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"A.cs\")] class C { }",
        "provenance.denied_tools = codex",
        "PROV3001")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")] class C { }",
        "provenance.allowed_origins = human",
        "PROV3003")]
    [InlineData("[AIProvenance(AIOrigin.Human)] class C { }", "provenance.denied_tools = codex")]
    public async Task It_says_which_rules_of_the_policy_it_breaks(string source, string option, params string[] expected)
    {
        var unit = (await RecordsAsync([("A.cs", "#pragma warning disable\nusing ProvenanceAnalyzers; " + source)], option)).Single(IsUnit);

        Assert.Equal(expected, unit.GetProperty("policy").EnumerateArray().Select(rule => rule.GetString()));
    }

    [Fact]
    public async Task A_fixture_file_is_held_against_the_policy_for_tests()
    {
        const string Source = """
            using ProvenanceAnalyzers;
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "F/*.json")]
            """;

        var unit = (await RecordsAsync(
            [("A.cs", Source)],
            "provenance.tests.denied_tools = codex",
            fixtures: "-\t-\t*.json\tF/a.json\n")).Single(IsUnit);

        Assert.Equal(["PROV3004"], unit.GetProperty("policy").EnumerateArray().Select(rule => rule.GetString()));
    }

    [Fact]
    public async Task A_file_that_a_condition_leaves_out_as_a_whole_holds_no_unit_but_code()
    {
        var file = (await RecordsAsync([("A.cs", "#if DEBUG\nclass A { }\n#endif")])).Single(record => Text(record, "record") == "file");

        Assert.Equal(
            """
            {"record":"file","file":"/0/A.cs","path":"A.cs","reason":"noDeclarations",
            "outside":[{"startLine":2,"endLine":2}],"outsideAnnotations":[]}
            """.ReplaceLineEndings(string.Empty),
            file.GetRawText());
    }

    /// <summary>Each text, the lines of the annotations in it that are in the record of no unit, and an option.</summary>
    public static TheoryData<string, string, string> TextsWithAnnotations => new()
    {
        // A unit's own, and those of the assembly.
        { $"{Codex} class C {{ {Codex} int M() => 1; {Codex} int F; {Codex} int P {{ get; }} {Codex} class D {{ }} }}", "", "" },
        { $"{Codex} partial class C {{ }}\n{Declared} partial class C {{ }}", "", "" },
        { "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown)]\nclass C { }", "", "" },
        { "[module: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated)]\nclass C { }", "1", "" },
        { "/* [AIProvenance] */ class AIProvenanceCount { string S = \"[AIProvenance(1)]\"; }", "", "" },

        // What an #if leaves out, inside of a unit and elsewhere, nested, in half a declaration, by any name.
        { $"class C\n{{\n#if X\n    {Codex}\n    int M() => 1;\n#endif\n}}", "4", "" },
        { $"class C {{ }}\n#if X\n{Codex}\nclass D {{ }}\n#endif", "3", "" },
        { $"class C\n{{\n#if X\n#if Y\n    {Codex}\n#endif\n#else\n    int M() => 1;\n#endif\n}}", "5", "" },
        { "class C\n{\n#if X\n    [AIProvenance(\n        AIOrigin.Generated,\n#endif\n}", "4", "" },
        { $"{Human}\n#if X\n, Tool = \"codex\"\n#endif\n)] class C {{ }}", "3", "" },
        { $"class C\n{{\n{Human}, Tool =\n#if X\n\"codex\"\n#else\n\"\"\n#endif\n)] int M() => 1;\n}}", "5", "" },
        { $"class C\n{{\n{Human})]\n#if X\n[System.Obsolete]\n#endif\nint M() => 1;\n}}", "", "" },
        { $"class C\n{{\n[System.Obsolete(\n#if X\n\"x\"\n#endif\n)] {Human})] int M() => 1;\n}}", "", "" },
        { "#if X\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"B.cs\")]\n#endif\nclass C { }", "2", "" },
        { "class C\n{\n#if X\n    [global::ProvenanceAnalyzers.AIProvenanceAttribute(0)] int M() => 1;\n#endif\n}", "4", "" },
        { "using Made = ProvenanceAnalyzers.AIProvenanceAttribute;\nclass C\n{\n#if X\n    [Made(0)] int M() => 1;\n#endif\n}", "5", "" },
        { "class C\n{\n#if X\n    [N.FromAI] int M() => 1;\n#endif\n}", "4", "provenance.attribute_aliases = My.FromAI:generated:codex" },
        { "class C\n{\n#if X\n    [FromAI] int M() => 1;\n#endif\n}", "", "provenance.attribute_aliases = FromAI:review" },
        { "class C\n{\n#if X\n    // [AIProvenance(0)]\n    string S = \"AIProvenance\";\n#endif\n}", "", "" },
    };

    [Theory]
    [MemberData(nameof(TextsWithAnnotations))]
    public async Task Annotations_that_are_in_the_record_of_no_unit_are_named_by_their_lines(string text, string lines, string option)
    {
        var records = await RecordsAsync([("A.cs", text)], option);
        var file = records.SingleOrDefault(record => Text(record, "record") == "file" && Text(record, "path") == "A.cs");

        Assert.Equal(
            lines,
            file.ValueKind == JsonValueKind.Undefined ? "" : string.Join(' ', file.GetProperty("outsideAnnotations").EnumerateArray()
                .Select(place => place.GetProperty("startLine").GetInt32())));
        if (lines.Length > 0 && file.GetProperty("outside").GetArrayLength() == 0)
        {
            Assert.Equal("annotationsOutsideUnits", Text(file, "reason"));
        }
    }

    [Fact]
    public async Task An_alias_that_is_left_out_names_annotations_that_are_left_out()
    {
        var records = await RecordsAsync(
        [
            ("A.cs", "#if X\nglobal using Y = ProvenanceAnalyzers.AIProvenanceAttribute;\n#endif\n"),
            ("C.cs", Declared + "class C\n{\n#if X\n[Y(0)] int M() => 1;\n#endif\n}"),
        ]);

        Assert.Contains("file C.cs annotationsOutsideUnits", records.Select(Summary));
    }

    /// <summary>A snapshot has its provenance from its class, and what is left out there may be about it.</summary>
    [Theory]
    [InlineData("class T : B { #X [AIProvenance(0)] #E [Xunit.Fact] void M() { } }", "class B { }", "", "A.cs T.M.verified.txt")]
    [InlineData("#X [AIProvenance(0)] #E class T : B { [Xunit.Fact] void M() { } }", "class B { }", "", "A.cs T.M.verified.txt")]
    [InlineData("class T : B { [Xunit.Fact] void M() { } }", "class B { #X [AIProvenance(0)] #E int F; }", "", "B.cs T.M.verified.txt")]
    [InlineData("class T : B { [Xunit.Fact] void M() { } } class C { #X [AIProvenance(0)] #E int F; }", "class B { }", "", "A.cs")]
    [InlineData("class T : B { #X int N() => 1; #E [Xunit.Fact] void M() { } }", "class B { }", "", "")]
    [InlineData("class T : B { #X [AIProvenance(0)] #E [Xunit.Fact] void M() { } }", "class B { }", "T.M.verified.txt", "A.cs")]
    public async Task What_is_left_out_of_a_class_may_be_about_its_snapshots(string test, string other, string named, string expected)
    {
        static string Lines(string text) =>
            text.Replace("#X", "\n#if X\n", StringComparison.Ordinal).Replace("#E", "\n#endif\n", StringComparison.Ordinal);

        var records = await RecordsAsync(
            [
                ("A.cs", Lines(test)),
                ("B.cs", Lines(other)),
                ("Provenance.cs", named.Length > 0 ? $"[assembly: {Human[1..]}, Target = \"{named}\")]" : ""),
            ],
            fixtures: "-\t-\t*.verified.txt\tT.M.verified.txt\n",
            references: TestFrameworks.References(Framework.XUnit2));

        Assert.Equal(expected, string.Join(' ', records
            .Where(record => Text(record, "record") == "file" && record.GetProperty("outsideAnnotations").GetArrayLength() > 0)
            .Select(record => Text(record, "path"))
            .Order(StringComparer.Ordinal)));
    }

    /// <summary>So do attributes that derive from somebody's own copy of ours.</summary>
    [Theory]
    [InlineData("class C\n{\n#if X\n[Own.ByCodex] int M() => 1;\n#endif\n}", "C.cs")]
    [InlineData("class C\n{\n#if X\n[ByCodexAttribute] int M() => 1;\n#endif\n}", "C.cs")]
    [InlineData("class C\n{\n#if X\n[By<int>] int M() => 1;\n#endif\n}", "C.cs")]
    [InlineData("#if X\n[assembly: ByCodex(Target = \"D.cs\")]\n#endif\nclass C { }", "C.cs D.cs")]
    [InlineData("class C\n{\n#if X\n[Plain] int M() => 1;\n#endif\n}", "")]
    public async Task What_derives_from_a_copy_of_ours_and_is_left_out_is_an_annotation_too(string text, string expected)
    {
        var records = await RecordsAsync(
            [
                ("C.cs", text),
                ("D.cs", "class D { }"),
                (
                    "Annotations/Copies.cs",
                    """
                    namespace ProvenanceAnalyzers { class AIProvenanceAttribute : System.Attribute { public string Target; } }
                    namespace Own
                    {
                        class ByCodexAttribute : ProvenanceAnalyzers.AIProvenanceAttribute { }
                        class ByAttribute<T> : ByCodexAttribute { }
                        class PlainAttribute : System.Attribute { }
                    }
                    """),
            ],
            isInjected: false);

        Assert.Equal(expected, string.Join(' ', records
            .Where(record => Text(record, "record") == "file" && record.GetProperty("outsideAnnotations").GetArrayLength() > 0)
            .Select(record => Text(record, "path"))
            .Order(StringComparer.Ordinal)));
    }

    private const string LeftOut = "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\"";

    /// <summary>Each row: a text of <c>A.cs</c>, and which of the files of the project it is about.</summary>
    [Theory]
    [InlineData($"#if X\n{LeftOut}, Target = \"B.cs\")]\n#endif", "A.cs B.cs")]
    [InlineData($"#if X\n#if Y\n{LeftOut}, Target = \"B.cs\")]\n#endif\n#endif", "A.cs B.cs")]
    [InlineData($"#if X\n[assembly: System.CLSCompliant(false), AIProvenance(0, Target = \"D/*.cs\")]\n#endif", "A.cs D/C.cs")]
    [InlineData($"#if X\n{LeftOut}, Target = \"D/**\")]\n#endif", "A.cs D/C.cs D/f.json")]
    [InlineData($"#if X\n{LeftOut}, Target = \"Nothing.cs\")]\n#endif", "A.cs")]
    [InlineData($"#if X\n{LeftOut}, Target = \"B\" + \".cs\")]\n#endif", "A.cs B.cs D/C.cs D/f.json")]
    [InlineData($"#if X\n{LeftOut}, Target = Names.B)]\n#endif", "A.cs B.cs D/C.cs D/f.json")]
    [InlineData($"#if X\n{LeftOut})]\n#endif", "A.cs B.cs D/C.cs D/f.json")]
    [InlineData($"#if X\n{LeftOut},\n#if Y\nTarget = \"B.cs\"\n#endif\n)]\n#endif", "A.cs B.cs D/C.cs D/f.json")]
    [InlineData($"#if X\n[assembly:\n#if Y\n#endif\nAIProvenance(0, Target = \"B.cs\")]\n#endif", "A.cs B.cs")]
    [InlineData($"{LeftOut},\n#if X\nTarget = \"B.cs\"\n#else\nTarget = \"D/C.cs\"\n#endif\n)]", "A.cs B.cs D/C.cs D/f.json")]
    [InlineData($"#if X\n[AIProvenance(0, Target = \"B.cs\")] class X {{ }}\n#endif", "A.cs")]
    [InlineData($"#if X\n// {LeftOut}, Target = \"B.cs\")]\n#endif", "")]
    public async Task An_annotation_of_the_assembly_that_is_left_out_is_about_each_file_that_it_may_name(string text, string expected)
    {
        var records = await RecordsAsync(
            [
                ("A.cs", text + "\n" + Declared + "class A { }"),
                ("B.cs", Declared + "class B { }"),
                ("D/C.cs", Declared + "class C { }"),
            ],
            fixtures: "-\t-\t*.json\tD/f.json\n");
        var files = records.Where(record => Text(record, "record") == "file")
            .Where(record => record.GetProperty("outsideAnnotations").GetArrayLength() > 0)
            .Select(record => Text(record, "path"))
            .ToList();

        Assert.Equal(expected, string.Join(' ', files.Order(StringComparer.Ordinal)));
        Assert.EndsWith($" {records.Count(record => Text(record, "record") == "file")}", Summary(records[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_top_level_statements_has_a_record_of_its_annotations_too()
    {
        var records = await RecordsAsync(
            [("Program.cs", $"System.Console.WriteLine();\n#if X\n{Codex} void M() {{ }}\n#endif\n")], kind: OutputKind.ConsoleApplication);

        Assert.Equal(["unit Program.cs", "file Program.cs annotationsOutsideUnits", "project Shop 1 1"], records.Select(Summary));
    }

    [Fact]
    public async Task Each_provider_whose_terms_stand_against_a_unit_is_named()
    {
        const string Both = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\", "
            + "Model = \"anthropic/claude-opus-4-5\")] ";
        var training = (await RecordsAsync([("A.cs", Both + "class C { }")])).Single(IsUnit).GetProperty("training");

        Assert.Equal("anthropic", training.GetProperty("provider").GetString());
        Assert.Equal(
            ["anthropic restricted", "openai restricted"],
            training.GetProperty("terms").EnumerateArray()
                .Select(terms => $"{terms.GetProperty("provider").GetString()} {terms.GetProperty("status").GetString()}"));
    }

    [Fact]
    public async Task Fixture_files_are_units_without_lines()
    {
        var digest = ProvenanceTest.DigestOf("F/a.json");
        var records = await RecordsAsync(
            [
                ("A.cs", $$"""
                    using ProvenanceAnalyzers;
                    [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "F/a.json")]
                    [assembly: HumanReviewed("bob", "2026-11-21", Target = "F/a.json", Digest = "{{digest}}")]
                    """),
            ],
            fixtures: $"{digest}\t12\t*.json\tF/a.json\n-\t-\t*.json\tF/b.json\n");

        Assert.Equal(["unit F/a.json", "unit F/b.json", "file A.cs noDeclarations", "project Shop 2 1"], records.Select(Summary));
        Assert.Equal(
            $$$"""
            {"record":"unit","id":"F/a.json","kind":"fixture","test":true,"excluded":false,"due":null,"declared":true,"level":"file","baseline":false,
            "digest":"{{{digest}}}","size":12,"parts":[{"file":null,"path":"F/a.json","startLine":null,"startColumn":null,"endLine":null,"endColumn":null,"digest":"{{{digest}}}"}],
            "annotations":[{"origin":"generated","tool":"codex","provider":"openai","model":null,"requestedBy":null,"on":null,"reference":null}],
            "providers":["openai"],"review":"reviewed","reviewsRequired":1,"reviews":[{"reviewer":"bob","on":"2026-11-21","digest":"{{{digest}}}","valid":true,"faults":[]}],
            "policy":[],"evidence":null,"training":{"status":"restricted","provider":"openai","document":"Terms of Use","date":"2026-07-26",
            "terms":[{"status":"restricted","provider":"openai","document":"Terms of Use","date":"2026-07-26"}]}}
            """.ReplaceLineEndings(string.Empty),
            records[0].GetRawText());
        Assert.Equal(
            """
            {"record":"unit","id":"F/b.json","kind":"fixture","test":true,"excluded":false,"due":"PROV1003","declared":false,"level":"none","baseline":false,
            "digest":null,"size":null,"parts":[{"file":null,"path":"F/b.json","startLine":null,"startColumn":null,"endLine":null,"endColumn":null,"digest":null}],
            "annotations":[],"providers":[],"review":"notRequired","reviewsRequired":0,"reviews":[],
            "policy":[],"evidence":null,"training":{"status":"unknown","provider":null,"document":null,"date":null,"terms":[]}}
            """.ReplaceLineEndings(string.Empty),
            records[1].GetRawText());
    }

    [Fact]
    public async Task A_review_of_a_file_that_could_not_be_read_does_not_count()
    {
        var records = await RecordsAsync(
            [
                ("A.cs", $$"""
                    using ProvenanceAnalyzers;
                    [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "F/a.json")]
                    [assembly: HumanReviewed("bob", "2026-11-21", Target = "F/a.json", Digest = "{{ProvenanceTest.DigestOf("F/a.json")}}")]
                    """),
            ],
            fixtures: "-\t-\t*.json\tF/a.json\n");

        Assert.Equal("stale", Text(records.Single(IsUnit), "review"));
    }

    private static async Task<List<JsonElement>> RecordsAsync(
        (string Path, string Text)[] files,
        string option = "",
        bool isRecorded = true,
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary,
        string fixtures = "",
        string mode = "Default",
        bool isInjected = true,
        IEnumerable<MetadataReference>? references = null)
    {
        var options = new Dictionary<string, string>();
        if (option.Split(" = ") is [var key, var value])
        {
            options[key] = value;
        }

        var parsing = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Shop",
            [
                .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parsing, "/0/" + file.Path)),
                .. Infrastructure.Annotations.Sources
                    .Where(_ => isInjected)
                    .Select(source => CSharpSyntaxTree.ParseText(source.Text, parsing, "/0/Annotations/" + source.FileName)),
            ],
            TestReferences.Net.Concat(references ?? []),
            new CSharpCompilationOptions(kind));
        var found = (await AnalyzerRun.DiagnosticsAsync(
            compilation,
            new AnalyzerOptions(
                [
                    new InMemoryText("/0/obj/Provenance.Fixtures.tsv", fixtures),
                    TestFacts.File(lines: $"mode {mode}; {(isRecorded ? "record" : string.Empty)}"),
                ],
                new InMemoryConfig(options)))).Where(diagnostic => diagnostic.Id == "PROV9001").ToList();

        // The compiler writes one of those that say the same.
        Assert.Distinct(found.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        return
        [
            .. found
                .Select(diagnostic => JsonDocument.Parse(diagnostic.Properties["record"]!).RootElement)
                .Where(record => Text(record, "path")?.StartsWith("Annotations/", StringComparison.Ordinal) != true),
        ];
    }

    private static bool IsUnit(JsonElement record) => Text(record, "record") == "unit";

    // The injected annotations are files without units, and not of interest here.
    private static string Summary(JsonElement record) => Text(record, "record") switch
    {
        "unit" => $"unit {Text(record, "id")}",
        "file" => $"file {Text(record, "path")} {Text(record, "reason")}",
        _ => $"project {Text(record, "assembly")} {record.GetProperty("units").GetInt32()} "
            + $"{record.GetProperty("files").GetInt32() - Infrastructure.Annotations.Sources.Count}",
    };

    private static string? Text(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.GetString() : null;
}
