using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Declaration;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Declaration;

/// <summary>The fix of PROV1003: one run declares all, only adds lines, and compiles wherever it writes.</summary>
public sealed class UndeclaredFixturesCodeFixProviderTests
{
    private const string Json = "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Fixtures/*.json\")]";
    private const string Csv = "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Fixtures/*.csv\")]";
    private const string Qualified =
        "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown, Target = \"Fixtures/*.json\")]";

    [Trait("Case", "H15")]
    [Theory]
    [InlineData("namespace N;\n", "=>\nnamespace N;\n")]
    [InlineData("using System;\nusing System.IO;\n\nnamespace N;\n", "using System;\nusing System.IO;\n=>\nnamespace N;\n")]
    [InlineData("using System; // Why.\nnamespace N;\n", "using System; // Why.\n=>\nnamespace N;\n")]
    [InlineData(
        "using System;\n\n/// <summary>It.</summary>\ninternal class C { }\n",
        "using System;\n=>\n/// <summary>It.</summary>\ninternal class C { }\n")]
    [InlineData("// Copyright\n// Licence\n\nnamespace N;\n", "// Copyright\n// Licence\n=>\nnamespace N;\n")]
    [InlineData("/* Copyright */\nnamespace N;\n", "/* Copyright */\n=>\nnamespace N;\n")]
    [InlineData("/// <summary>It.</summary>\ninternal class C { }\n", "=>/// <summary>It.</summary>\ninternal class C { }\n")]
    [InlineData(
        "// Copyright\n/// <summary>It.</summary>\ninternal class C { }\n",
        "// Copyright\n=>/// <summary>It.</summary>\ninternal class C { }\n")]
    [InlineData("#define X\n#nullable enable\nnamespace N;\n", "#define X\n=>#nullable enable\nnamespace N;\n")]
    [InlineData("extern alias SystemXml;\n\nnamespace N;\n", "extern alias SystemXml;\n=>\nnamespace N;\n")]
    [InlineData("using System;\n\n[assembly: CLSCompliant(false)]\n[module: CLSCompliant(false)]\n\nnamespace N;\n",
        "using System;\n\n[assembly: CLSCompliant(false)]\n[module: CLSCompliant(false)]\n=>\nnamespace N;\n")]
    [InlineData("#if X\nusing System;\n#endif\n\nnamespace N;\n", "#if X\nusing System;\n#endif\n=>\nnamespace N;\n")]
    [InlineData("using System;\n#if X\nusing System.IO;\n#else\nusing System.Text;\n#endif\n#region R\nnamespace N;\n#endregion\n",
        "using System;\n#if X\nusing System.IO;\n#else\nusing System.Text;\n#endif\n=>#region R\nnamespace N;\n#endregion\n")]
    [InlineData("#if !X\nusing System;\n#endif\nnamespace N;\n", "#if !X\nusing System;\n#endif\n=>\nnamespace N;\n")]
    [InlineData("using System;\n#if X\nclass C { }\n#endif\nclass D { }\n", "using System;\n=>#if X\nclass C { }\n#endif\nclass D { }\n")]
    [InlineData("using System;\n#if !X\nclass C { }\n#endif\n", "using System;\n=>#if !X\nclass C { }\n#endif\n")]
    [InlineData(
        "#!/usr/bin/env dotnet\n#:property A=B\nSystem.Console.WriteLine();\n",
        "#!/usr/bin/env dotnet\n#:property A=B\n=>System.Console.WriteLine();\n")]
    [InlineData("using System;\n\n// Greets.\nConsole.WriteLine();\n", "using System;\n=>\n// Greets.\nConsole.WriteLine();\n")]
    public async Task Lines_are_added_below_usings_and_above_what_is_declared(string before, string after)
    {
        var fixedText = await FixAsync(before, ["Fixtures/a.json", "Fixtures/a.csv"], usings: true);

        Assert.Equal(after.Replace("=>", $"{Csv}\n{Json}\n", StringComparison.Ordinal), fixedText);
    }

    [Theory]
    [InlineData("global using System;\nglobal using System.IO;\n", "\n")]
    [InlineData("global using System;\r\nglobal using System.IO;\r\n", "\r\n")]
    public async Task They_go_to_the_end_of_a_file_of_global_usings(string before, string lineBreak) => Assert.Equal(
        before + Csv + lineBreak + Json + lineBreak,
        await FixAsync(before, ["Fixtures/a.json", "Fixtures/a.csv"], usings: true, "GlobalUsings.cs"));

    [Theory]
    [InlineData("global using System;\r\nglobal using System.IO;", "\r\n")]
    [InlineData("global using System;", "\n")]
    public async Task A_last_line_without_an_end_gets_one(string before, string lineBreak) => Assert.Equal(
        before + lineBreak + Csv + lineBreak + Json,
        await FixAsync(before, ["Fixtures/a.json", "Fixtures/a.csv"], usings: true, "GlobalUsings.cs"));

    [Theory]
    [InlineData("using System; class C { }", "using System; " + Json + " class C { }")]
    [InlineData("/* C */ class C { }\n", "/* C */ " + Json + " class C { }\n")]
    [InlineData("", Json + " ")]
    public async Task On_one_line_they_stay_on_it(string before, string after) =>
        Assert.Equal(after, await FixAsync(before, ["Fixtures/a.json"], usings: true, "Provenance.cs"));

    [Fact]
    public async Task Names_are_qualified_where_they_must_be() => Assert.Equal(
        $"{Qualified}\n\nnamespace N;\n", await FixAsync("namespace N;\n", ["Fixtures/a.json"], usings: false));

    [Fact]
    public async Task Below_other_annotations_the_missing_names_are_added_and_special_characters_are_names()
    {
        const string Before = "[assembly: AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")] // Ada\n\nnamespace N;\n";

        Assert.Equal(
            Before.Replace(
                "Ada\n",
                """
                Ada
                [assembly: AIProvenance(AIOrigin.Unknown, Target = "Fixtures/a \"b\".json")]
                [assembly: AIProvenance(AIOrigin.Unknown, Target = "Fixtures/a#%41.json")]
                [assembly: AIProvenance(AIOrigin.Unknown, Target = "Fixtures/ä[b].json")]
                [assembly: AIProvenance(AIOrigin.Unknown, Target = "Other[1]/*.json")]

                """,
                StringComparison.Ordinal),
            await FixAsync(
                Before,
                [
                    "Fixtures/a.json", "Fixtures/a \"b\".json", "Fixtures/a#%41.json", "Fixtures/ä[b].json",
                    "Other[1]/{x}.json", "Other[1]/(y).json",
                ],
                usings: true));
    }

    [Theory]
    [InlineData(new[] { "F/a.json", "F/b.verified.json" }, new[] { "F/*.verified.json", "F/a.json" })]
    [InlineData(new[] { "F/a.json", "F/s*.json" }, new[] { "F/*.json" })]
    [InlineData(new[] { "F/a.j?", "F/a.js" }, new[] { "F/*.js" })]
    [InlineData(new[] { "F*/a.json", "Fa/a.json" }, new[] { "Fa/*.json" })]
    [InlineData(new[] { "F*/a.json" }, new string[0])]
    [InlineData(new[] { "F/*LICENSE", "F/LICENSE" }, new[] { "F/LICENSE" })]
    [InlineData(new[] { "a.snap", "F/a.snap" }, new[] { "*.snap", "F/*.snap" })]
    [InlineData(new[] { "../x.json", "/y.json" }, new string[0])]
    public async Task A_target_claims_no_other_file(string[] fixtures, string[] targets)
    {
        var fixedText = await FixAsync("namespace N;\n", fixtures, usings: true, fixesAll: false);

        Assert.Equal(
            string.Concat(targets.Select(target => $"[assembly: AIProvenance(AIOrigin.Unknown, Target = \"{target}\")]\n"))
            + (targets.Length > 0 ? "\nnamespace N;\n" : "namespace N;\n"),
            fixedText);
    }

    /// <summary>All at once they are the fewest globs that name what is undeclared, and nothing else.</summary>
    [Trait("Case", "P17")]
    [Theory]
    [InlineData(new[] { "E/a/1.txt", "E/b/2.txt", "E/b/c/3.txt" }, new[] { "E/**/*.txt" })]
    [InlineData(new[] { "E/1.txt", "E/b/2.txt" }, new[] { "E/**/*.txt" })]
    [InlineData(new[] { "E/a/1.txt", "E/a/2.txt" }, new[] { "E/a/*.txt" })]
    [InlineData(new[] { "E/a/1.txt", "F/b/2.txt" }, new[] { "E/a/*.txt", "F/b/*.txt" })]
    [InlineData(new[] { "1.txt", "E/a/1.txt", "E/b/2.txt" }, new[] { "*.txt", "E/**/*.txt" })]
    [InlineData(new[] { "E/a/1.txt", "E/b/2.txt", "E/a/1.csv", "E/b/c/2.csv" }, new[] { "E/**/*.csv", "E/**/*.txt" })]
    [InlineData(new[] { "E/a/1.txt", "E/b/2.txt", "E/b/Declared.txt" }, new[] { "E/a/*.txt", "E/b/2.txt" })]
    [InlineData(new[] { "E/a/1.txt", "E/b/x/2.txt", "E/b/y/3.txt", "E/c/Declared.txt" }, new[] { "E/a/*.txt", "E/b/**/*.txt" })]
    [InlineData(new[] { "E/a/1.txt", "E/b/2.txt", "E/c/x.verified.txt" }, new[] { "E/a/*.txt", "E/b/*.txt", "E/c/*.verified.txt" })]
    [InlineData(new[] { "E/a/x.verified.txt", "E/b/y.verified.txt" }, new[] { "E/**/*.verified.txt" })]
    [InlineData(new[] { "E*/a/1.txt", "E/b/2.txt", "E/c/3.txt" }, new[] { "E/**/*.txt" }, "E*/a/1.txt")]
    [InlineData(new[] { "E/a/LICENSE", "E/b/LICENSE" }, new[] { "E/a/LICENSE", "E/b/LICENSE" })]
    [InlineData(new[] { "E/a/1.cs", "E/b/2.cs" }, new[] { "E/**/*.cs" })]
    public async Task All_at_once_they_are_the_fewest_globs(string[] fixtures, string[] targets, string left = "")
    {
        string[] declared = [.. fixtures.Where(path => path.Contains("Declared", StringComparison.Ordinal))];
        var before = string.Concat(declared.Select(path => $"[assembly: AIProvenance(AIOrigin.Human, Target = \"{path}\")]\n"));

        var fixedText = await FixAsync(before + "namespace N;\n", fixtures, usings: true, fixesAll: left.Length == 0);

        Assert.Equal(
            before
            + string.Concat(targets.Select(target => $"[assembly: AIProvenance(AIOrigin.Unknown, Target = \"{target}\")]\n"))
            + "\nnamespace N;\n",
            fixedText);
    }

    [Fact]
    public async Task One_at_a_time_each_names_its_own_folder()
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "P",
            [("A.cs", SourceText.From("namespace N;\n")), Usings],
            "provenance.tools = codex",
            fixtures: ["E/a/1.txt", "E/b/2.txt"]);
        var texts = new List<string>();
        foreach (var diagnostic in (await solution.AnalyzeAsync()).Where(diagnostic => diagnostic.Id == RuleIds.UndeclaredFixtures))
        {
            var (_, action) = (await File(solution, "P", "A.cs").ActionsAsync(diagnostic))[0];
            texts.Add((await File(await action.ApplyAsync(), "P", "A.cs").GetTextAsync()).ToString());
        }

        Assert.Equal(
            new[] { "E/a/*.txt", "E/b/*.txt" }.Select(target =>
                $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"{target}\")]\n\nnamespace N;\n"),
            texts.Order(StringComparer.Ordinal));
    }

    [Trait("Case", "P8")]
    [Fact]
    public async Task Nothing_is_written_into_a_linked_file()
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(), "P", [("L.cs", SourceText.From("namespace N;\n")), Usings], "", fixtures: ["E/1.txt"]);
        var linked = File(solution, "P", "L.cs");
        solution = solution.WithDocumentFilePath(linked.Id, "/shared/L.cs");
        var diagnostic = Assert.Single(await solution.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UndeclaredFixtures);

        Assert.Equal("/shared/L.cs", diagnostic.Location.SourceTree!.FilePath);
        Assert.Empty(await File(solution, "P", "L.cs").ActionsAsync(diagnostic));
    }

    [Fact]
    public async Task A_glob_claims_no_source_file() => Assert.Equal(
        "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"Old.cs\")]\n\nnamespace N;\n",
        await FixAsync("namespace N;\n", ["Old.cs"], usings: true));

    [Fact]
    public async Task The_actions_name_the_glob_and_human_authorship_is_for_one_file_alone()
    {
        var one = await ActionsAsync(["Fixtures/a.json"]);
        var two = await ActionsAsync(["Fixtures/a.json", "Fixtures/b.json"]);
        string[] offered =
        [
            "Declare provenance: generated by codex",
            "Declare provenance: written with the help of codex",
            "Declare provenance: unknown",
        ];

        Assert.Equal([.. offered, "Declare provenance: written by a human, without an AI"], one.Select(action => action.Title));
        Assert.Equal(offered, two.Select(action => action.Title));
        Assert.Equal(
            "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Fixtures/*.json\")]\n\nnamespace N;\n",
            two[0].Text);
        Assert.Equal("[assembly: AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")]\n\nnamespace N;\n", one[3].Text);
        Assert.Null(one[3].Key);
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task A_file_that_two_frameworks_compile_gets_each_line_once(FixAllScope scope)
    {
        var files = new[] { ("Provenance.cs", SourceText.From("namespace N;\n")), Usings };
        var solution = TestSolution.AddProject(
            TestSolution.Create(), "First", files, ProvenanceTest.UnknownInBulk, fixtures: ["Fixtures/a.json", "Fixtures/a.txt"]);
        solution = TestSolution.AddProject(
            solution,
            "Second",
            files,
            ProvenanceTest.UnknownInBulk,
            symbols: ["X"],
            fixtures: ["Fixtures/a.json", "Fixtures/a.csv"],
            folder: "First");
        var document = File(solution, "First", "Provenance.cs");

        var fixedSolution = scope == FixAllScope.Document
            ? await document.FixAllAsync(RuleIds.UndeclaredFixtures, DeclareProvenanceCodeFixProvider.DefaultKey)
            : await document.Project.FixAllAsync(scope, RuleIds.UndeclaredFixtures, DeclareProvenanceCodeFixProvider.DefaultKey);

        var txt = Json.Replace("json", "txt", StringComparison.Ordinal);
        var expected = scope == FixAllScope.Solution ? $"{Csv}\n{Json}\n{txt}\n\nnamespace N;\n" : $"{Json}\n{txt}\n\nnamespace N;\n";
        Assert.Equal(expected, (await File(fixedSolution, "First", "Provenance.cs").GetTextAsync()).ToString());
        Assert.Equal(expected, (await File(fixedSolution, "Second", "Provenance.cs").GetTextAsync()).ToString());
    }

    private static (string Name, SourceText Text) Usings { get; } = ("Usings.g.cs", SourceText.From("global using ProvenanceAnalyzers;\n"));

    private static Document File(Solution solution, string project, string name) =>
        solution.Single(project).Files().Single(file => file.Name == name);

    /// <summary>
    /// The text after all is fixed; it compiles as before in both configurations, nothing is left to fix, and another run changes nothing.
    /// </summary>
    /// <summary>History tells of files that are there, and of none that comes later: no glob is declared from it.</summary>
    [Fact]
    public async Task What_history_tells_is_declared_of_each_file_by_its_name()
    {
        string[] fixtures = ["F/a.csv", "F/b.csv"];
        var history = "source 4f0e1a2b 2026-11-20 Commit;tool github-copilot;"
            + string.Join(';', fixtures.Select(path => $"fixture {path} {ProvenanceTest.DigestOf(path)} 9;share 9 0"));

        var fixedText = await FixAsync("namespace N;\n", fixtures, usings: true, history: history);

        Assert.Equal(
            """
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "github-copilot", On = "2026-11-20", Target = "F/a.csv")]
            [assembly: AIProvenance(AIOrigin.Generated, Tool = "github-copilot", On = "2026-11-20", Target = "F/b.csv")]

            namespace N;

            """,
            fixedText);
    }

    private static async Task<string> FixAsync(
        string text, string[] fixtures, bool usings, string name = "A.cs", bool fixesAll = true, string? history = null)
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "P",
            [(name, SourceText.From(text)), .. usings ? [Usings] : Array.Empty<(string, SourceText)>()],
            ProvenanceTest.UnknownInBulk,
            fixtures: fixtures,
            history: history);
        var fixedSolution = await FixAsync(solution, name);
        foreach (var symbols in new string[][] { [], ["X"] })
        {
            Assert.Equal(
                await solution.WithSymbols(symbols).CompilerDiagnosticsAsync(),
                await fixedSolution.WithSymbols(symbols).CompilerDiagnosticsAsync());
        }

        if (fixesAll)
        {
            Assert.DoesNotContain(await fixedSolution.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UndeclaredFixtures);
        }

        Assert.DoesNotContain(await fixedSolution.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UnmatchedTarget);
        var fixedText = (await File(fixedSolution, "P", name).GetTextAsync()).ToString();
        Assert.Equal(fixedText, (await File(await FixAsync(fixedSolution, name), "P", name).GetTextAsync()).ToString());
        return fixedText;
    }

    private static Task<Solution> FixAsync(Solution solution, string name) => File(solution, "P", name).Project.FixAllAsync(
        FixAllScope.Project, RuleIds.UndeclaredFixtures, DeclareProvenanceCodeFixProvider.DefaultKey);

    private static async Task<List<(string Title, string? Key, string Text)>> ActionsAsync(string[] fixtures)
    {
        var solution = TestSolution.AddProject(
            TestSolution.Create(),
            "P",
            [("A.cs", SourceText.From("namespace N;\n")), Usings],
            "provenance.tools = codex",
            fixtures: fixtures);
        var diagnostic = Assert.Single(await solution.AnalyzeAsync(), diagnostic => diagnostic.Id == RuleIds.UndeclaredFixtures);
        var actions = new List<(string, string?, string)>();
        foreach (var (_, action) in await File(solution, "P", "A.cs").ActionsAsync(diagnostic))
        {
            var changed = await action.ApplyAsync();
            actions.Add((action.Title, action.EquivalenceKey, (await File(changed, "P", "A.cs").GetTextAsync()).ToString()));
        }

        return actions;
    }
}
