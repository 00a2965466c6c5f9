using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Options;

/// <summary>
/// Lists that begin with a plus, by the files and sections that set them. What the compiler passes on comes from its own reading of the
/// files, and what the build has found from one that is made here.
/// </summary>
public sealed class FartherSettingsTests
{
    private const string Near = "[*.cs]\nprovenance.tools = +, codex";
    private const string Far = "[*.cs]\nprovenance.tools = claude-code, cursor";
    private const string Root = "/src/.editorconfig";
    private const string Folder = "/src/App/.editorconfig";
    private const string Deep = "/src/App/Deep/.editorconfig";

    public static TheoryData<string, (string Path, string Text)[], string> Rows => new()
    {
        { "the folder above", [(Root, Far), (Folder, Near)], "claude-code, cursor, codex" },
        { "in whichever order the files are passed", [(Folder, Near), (Root, Far)], "claude-code, cursor, codex" },
        { "three folders", [(Root, Far), (Folder, Near), (Deep, "[*]\nprovenance.tools = +, aider")], "claude-code, cursor, codex, aider" },
        { "a later section of the same file", [(Root, $"{Far}\n[App/**]\nprovenance.tools = +, codex")], "claude-code, cursor, codex" },
        { "a later line of the same section", [(Root, $"{Far}\nprovenance.tools = +, codex")], "claude-code, cursor, codex" },
        { "an earlier line is farther", [(Root, $"{Near}\nprovenance.tools = aider")], "aider" },
        {
            "a section that does not name the file",
            [(Root, $"{Far}\n[Other/**]\nprovenance.tools = aider"), (Folder, Near)],
            "claude-code, cursor, codex"
        },
        {
            "a folder that does not hold the file",
            [(Root, Far), ("/src/Other/.editorconfig", Near), (Folder, Near)],
            "claude-code, cursor, codex"
        },
        { "what is before the first section", [(Root, $"provenance.tools = aider\n{Far}"), (Folder, Near)], "claude-code, cursor, codex" },
        { "a whole list in between", [(Root, Far), (Folder, "[*]\nprovenance.tools = aider"), (Deep, Near)], "aider, codex" },
        { "a root in between", [(Root, Far), (Folder, "root = true\n[*]\nprovenance.tools = aider"), (Deep, Near)], "aider, codex" },
        { "a root that says nothing of it", [(Root, Far), (Folder, $"root = true\n{Near}")], "!" },
        { "nothing farther", [(Folder, Near)], "!" },
        { "an empty list", [(Root, "[*]\nprovenance.tools ="), (Folder, Near)], "codex" },
        { "a plus alone", [(Root, Far), (Folder, "[*]\nprovenance.tools = +")], "claude-code, cursor" },
        { "the same tool twice", [(Root, Far), (Folder, "[*]\nprovenance.tools = + , cursor,codex")], "claude-code, cursor, codex" },
        { "a plus behind the first element", [(Root, Far), (Folder, "[*]\nprovenance.tools = codex, +")], "!" },
        { "a plus without a comma", [(Root, Far), (Folder, "[*]\nprovenance.tools = + codex")], "!" },
        { "a farther list that is wrong", [(Root, "[*]\nprovenance.tools = Co Dex"), (Folder, Near)], "!" },
        { "a global file", [("/src/.globalconfig", "provenance.tools = aider"), (Folder, Near)], "aider, codex" },
        { "a global file by its mark", [("/src/x.config", "is_global = true\nprovenance.tools = aider"), (Folder, Near)], "aider, codex" },
        {
            "a root does not cut off a global file",
            [("/x/.globalconfig", "provenance.tools = aider"), (Folder, $"root = true\n{Near}")],
            "aider, codex"
        },
        {
            "a global file is the farthest",
            [("/src/App/Deep/.globalconfig", "provenance.tools = aider"), (Root, Far), (Folder, Near)],
            "claude-code, cursor, codex"
        },
        { "a global file adds to nothing", [("/src/.globalconfig", "provenance.tools = +, aider"), (Folder, Near)], "!" },
        {
            "levels of global files",
            [
                ("/a.config", "is_global = true\nglobal_level = 7\nprovenance.tools = +, codex"),
                ("/b.config", "is_global = true\nglobal_level = -1\nprovenance.tools = aider"),
            ],
            "aider, codex"
        },
        {
            "the name of a global file is a level",
            [("/b/.globalconfig", "provenance.tools = +, codex"), ("/a.config", "is_global = true\nprovenance.tools = aider")],
            "aider, codex"
        },
        {
            "global files of one level that both set it",
            [
                ("/a.config", "is_global = true\nprovenance.tools = aider"),
                ("/b.config", "is_global = true\nprovenance.tools = cursor"),
                (Folder, Near),
            ],
            "!"
        },
        {
            "the section of a global file for one file",
            [
                ("/a.config", "is_global = true\nprovenance.tools = aider\n[/src/App/Deep/A.cs]\nprovenance.tools = +, cursor"),
                (Folder, Near),
            ],
            "aider, cursor, codex"
        },
        {
            "braces and numbers in a glob",
            [(Root, "[App/{Deep,Other}/[A-C].cs]\nprovenance.tools = aider"), (Folder, Near)],
            "aider, codex"
        },
        { "a comment behind a heading", [(Root, "[*.cs] # all\nprovenance.tools = aider ; one"), (Folder, Near)], "aider, codex" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_list_that_begins_with_a_plus_adds_to_what_the_farther_section_says(
        string what, (string Path, string Text)[] files, string expected)
    {
        var options = Read(files, FactsOf(files));

        Assert.True(expected == (options.Problems.IsEmpty ? string.Join(", ", options.Tools) : "!"), what);
    }

    [Fact]
    public void Two_files_with_the_same_line_add_to_what_each_has_farther()
    {
        (string, string)[] files = [(Root, $"[A.cs]\nprovenance.tools = aider\n[B.cs]\nprovenance.tools = cursor\n{Near}")];
        var config = new ConfigFiles(files);
        var facts = new BuildFacts(new AnalyzerOptions([TestFacts.File("/src/", FactsOf(files))], config));

        var one = OptionsOf("/src/A.cs", config, facts, null);
        var other = OptionsOf("/src/B.cs", config, facts, one);
        var same = OptionsOf("/src/Deep/B.cs", config, facts, other);

        Assert.Equal("aider, codex", string.Join(", ", one.Tools));
        Assert.Equal("cursor, codex", string.Join(", ", other.Tools));
        Assert.Same(other, same);
    }

    [Theory]
    [InlineData("provenance.custom_tools = ours=acme", "provenance.custom_tools = +, theirs=other", "ours, theirs")]
    [InlineData("provenance.denied_models = gpt*", "provenance.denied_models = +, *opus*", "gpt*, *opus*")]
    [InlineData("provenance.suspended_tools = codex:..", "provenance.suspended_tools = +, cursor:..", "codex, cursor")]
    [InlineData("provenance.allowed_origins = human", "provenance.allowed_origins = +, assisted", "Human, Assisted")]
    [InlineData("provenance.tests.allowed_origins = human", "provenance.tests.allowed_origins = +, assisted", "Human, Assisted")]
    [InlineData("provenance.generated_files = A/**", "provenance.generated_files = +, B/**", "A/**, B/**")]
    [InlineData("provenance.attribute_aliases = A:human", "provenance.attribute_aliases = +, B:unknown", "A, B")]
    [InlineData("provenance.required_fields = on", "provenance.required_fields = +, model", "Model, On")]
    [InlineData("provenance.reviewers = *@a.example", "provenance.reviewers = +, bob@b.example", "*@a.example, bob@b.example")]
    [InlineData("provenance.default_origin = unknown", "provenance.default_origin = +", "!")]
    [InlineData("provenance.required_on = members", "provenance.required_on = +, none", "!")]
    public void So_does_each_list_and_nothing_else(string far, string near, string expected)
    {
        (string, string)[] files = [(Root, $"[*]\n{far}"), (Folder, $"[*]\n{near}")];
        var options = Read(files, FactsOf(files));
        var all = new[]
        {
            options.ToolIndex.ProviderOf("ours") == "acme" ? "ours" : "",
            options.ToolIndex.ProviderOf("theirs") == "other" ? "theirs" : "",
            string.Join(", ", options.Policy.DeniedModels),
            string.Join(", ", options.Policy.SuspendedTools.Select(suspension => suspension.Tool)),
            string.Join(", ", options.Policy.AllowedOrigins.General),
            options.Policy.AllowedOrigins.Tests.IsDefault ? "" : string.Join(", ", options.Policy.AllowedOrigins.Tests),
            string.Join(", ", options.GeneratedFiles.Select(target => target.Text)),
            string.Join(", ", options.AttributeAliases.Select(alias => alias.Name)),
            options.RequiredFields == RequiredFields.None ? "" : options.RequiredFields.ToString(),
            string.Join(", ", options.Reviewers),
        };

        Assert.Equal(expected, options.Problems.IsEmpty ? string.Join(", ", all.Where(text => text.Length > 0)) : "!");
    }

    [Theory]
    [InlineData("preset human-tests", "provenance.tests.allowed_origins = +, assisted", "Human, Assisted")]
    [InlineData("preset no-third-party-training", "provenance.denied_providers = +, meta", "meta")]
    [InlineData("mode Strict", "provenance.required_fields = +, reference", "Model, On, RequestedBy, Reference")]
    [InlineData("", "provenance.denied_providers = +, meta", "!")]
    public void Where_no_file_sets_it_the_preset_or_the_mode_does(string fact, string line, string expected)
    {
        (string, string)[] files = [(Root, $"[*]\n{line}")];
        var options = Read(files, $"{FactsOf(files)};{fact}");
        var all = new[]
        {
            options.Policy.AllowedOrigins.Tests.IsDefault ? "" : string.Join(", ", options.Policy.AllowedOrigins.Tests),
            string.Join(", ", options.Policy.DeniedProviders.General),
            options.RequiredFields == RequiredFields.None ? "" : options.RequiredFields.ToString(),
        };

        Assert.Equal(expected, options.Problems.IsEmpty ? string.Join(", ", all.Where(text => text.Length > 0)) : "!");
    }

    [Fact]
    public void Where_the_build_knows_other_files_than_the_compiler_the_list_adds_to_the_default()
    {
        (string, string)[] compiled = [(Root, Far), (Folder, Near)];
        (string, string)[] known = [(Root, Far), (Folder, "[*]\nprovenance.tools = +, aider")];

        Assert.Equal("begins with '+', but nothing is known that it could add to: neither a farther section nor a preset or the mode sets "
            + "this list, so write the whole list", Assert.Single(Read(compiled, FactsOf(known)).Problems).Explanation);
        Assert.Single(Read(compiled, "").Problems);
    }

    [Fact]
    public void A_wrong_element_that_a_farther_section_has_is_named_with_the_whole_list()
    {
        (string, string)[] files = [(Root, "[*]\nprovenance.tools = Codex"), (Folder, "[*]\nprovenance.tools = +, cursor")];

        var problem = Assert.Single(Read(files, FactsOf(files)).Problems);

        Assert.Equal(("provenance.tools", "+, cursor"), (problem.Key, problem.Value));
        Assert.EndsWith("; with what it adds to, it is 'Codex, cursor'", problem.Explanation, StringComparison.Ordinal);
    }

    private static ProvenanceOptions Read((string Path, string Text)[] files, string facts)
    {
        var config = new ConfigFiles(files);
        return OptionsOf(
            "/src/App/Deep/A.cs", config, new BuildFacts(new AnalyzerOptions([TestFacts.File("/src/", facts)], config)), null);
    }

    private static ProvenanceOptions OptionsOf(string path, ConfigFiles config, BuildFacts facts, ProvenanceOptions? others)
    {
        var tree = CSharpSyntaxTree.ParseText("", path: path);
        return new SourceFile(tree, config.GetOptions(tree), facts, others, ofWritten: null).Options;
    }

    /// <summary>The lines of the facts that the build has of some files: paths from the project's folder, <c>/src/</c>.</summary>
    private static string FactsOf((string Path, string Text)[] files)
    {
        var facts = new List<string>();
        foreach (var (path, text) in files)
        {
            var section = "";
            foreach (var (line, index) in text.Split('\n').Select((line, index) => (line.Split('#', ';')[0].Trim(), index)))
            {
                if (line.StartsWith('['))
                {
                    section = line[1..^1];
                }
                else
                {
                    var name = path.StartsWith("/src/", StringComparison.Ordinal) ? path["/src/".Length..] : $"..{path}";
                    var equals = line.IndexOf('=', StringComparison.Ordinal);
                    facts.Add($"setting\t{name}\t{index + 1}\t{line[..equals].Trim()}\t{line[(equals + 1)..].Trim()}\t{section}");
                }
            }
        }

        return string.Join(";", facts);
    }
}
