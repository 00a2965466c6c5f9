using System.Text.Json;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Hooks;

/// <summary>An agent edits a file in which a person has work that they have not committed: that work stays theirs.</summary>
public sealed partial class WorkInProgressTests
{
    private const string Committed = """
        namespace Shop;

        [AIProvenance(AIOrigin.Human)]
        public class Order
        {
            public int Id() => 1;
        }

        [System.Serializable]
        public class Cart
        {
            public int Count() => 7;
            public int Gone() => 7;
            // old
        }

        """;

    private const string InProgress = """

        public class InProgress
        {
            public decimal Price { get; set; }
            public int Count() => 8;
        }

        """;

    /// <summary>What an agent replaces, by what; what is declared where its hook says what the file was, and where it does not.</summary>
    [Theory]
    [InlineData("    public int Gone() => 7;\n", "", "Assisted Cart", "Assisted Cart")]
    [InlineData("    // old\n", "", "", "")]
    [InlineData("// old", "// new", "", "")]
    [InlineData("public int Count() => 7;", "public int Count() => 9;", "Assisted Cart", "Assisted Cart")]
    [InlineData("public int Count() => 7;", "public int Count() => 8;", "Assisted Cart", null)]
    [InlineData("[System.Serializable]\npublic class Cart", "public class Cart", "Assisted Cart", "Assisted Cart")]
    [InlineData("public decimal Price", "// What it costs.\n    public decimal Price", "", "")]
    [InlineData("public decimal Price { get; set; }", "public decimal Price { get; set; } // What it costs.", "", "")]
    [InlineData("    // old\n}\n", "    // new\n}\n", "", "")]
    [InlineData("    public decimal Price { get; set; }\n", "", "Assisted InProgress", null)]
    [InlineData(
        "    public decimal Price { get; set; }\n    public int Count() => 8;\n}\n",
        "    public Price Price { get; set; }\n    public int Count() => 8;\n}\n\npublic class Price\n{\n    public int Of;\n}\n",
        "Assisted InProgress, Generated Price",
        "Assisted InProgress, Generated Price")]
    public async Task What_the_agent_has_not_changed_is_not_declared(
        string removed, string added, string declared, string? declaredWithout)
    {
        const string Before = Committed + InProgress;
        foreach (var (hook, expected) in new[] { ("claude-code", declared), ("kimi-code", declaredWithout) })
        {
            if (expected == null)
            {
                continue;
            }

            using var project = await TestProject.CreateAsync(("src/A.cs", Committed));
            project.Write("src/A.cs", Before.Replace(removed, added, StringComparison.Ordinal));

            await RunAsync(project, hook, new
            {
                cwd = project.Folder,
                hook_event_name = "PostToolUse",
                tool_name = "Edit",
                tool_input = new { file_path = "src/A.cs", old_string = removed, new_string = added },
                tool_response = new { originalFile = hook == "claude-code" ? Before : null },
            });

            Assert.Equal(expected, Declared(project.Read("src/A.cs")));
        }
    }

    [Theory]
    [InlineData("view", "")]
    [InlineData("str_replace", "Assisted Cart")]
    public async Task To_look_at_a_file_is_no_edit(string command, string declared)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", Committed));
        project.Write("src/A.cs", Committed.Replace("Count() => 7", "Count() => 9", StringComparison.Ordinal) + InProgress);

        await RunAsync(project, "copilot", new
        {
            cwd = project.Folder,
            toolName = "str_replace_editor",
            toolArgs = new { command, path = "src/A.cs", old_str = "Count() => 7", new_str = "Count() => 9" },
            toolResult = new { resultType = "success" },
        });

        Assert.Equal(declared, Declared(project.Read("src/A.cs")));
    }

    [Theory]
    [InlineData("failure", "")]
    [InlineData("success", "Assisted Cart")]
    public async Task What_failed_is_no_edit(string resultType, string declared)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", Committed));
        project.Write("src/A.cs", Committed.Replace("Count() => 7", "Count() => 9", StringComparison.Ordinal));

        await RunAsync(project, "copilot", new
        {
            cwd = project.Folder,
            toolName = "edit",
            toolArgs = new { path = "src/A.cs", old_str = "Count() => 7", new_str = "Count() => 9" },
            toolResult = new { resultType },
        });

        Assert.Equal(declared, Declared(project.Read("src/A.cs")));
    }

    [Fact]
    public async Task A_file_may_be_in_any_of_the_folders_that_an_agent_works_in()
    {
        using var first = await TestProject.CreateAsync();
        using var second = await TestProject.CreateAsync(("src/A.cs", Committed));
        second.Write("src/A.cs", Committed.Replace("Count() => 7", "Count() => 9", StringComparison.Ordinal));

        await RunAsync(first, "cursor", new
        {
            hook_event_name = "afterFileEdit",
            workspace_roots = new[] { first.Folder, second.Folder },
            file_path = second.PathOf("src/A.cs"),
            edits = new[] { new { old_string = "Count() => 7", new_string = "Count() => 9" } },
        });

        Assert.Equal("Assisted Cart", Declared(second.Read("src/A.cs")));
    }

    /// <summary>An empty line of the context may have no blank before it, and one file may go on behind its end.</summary>
    [Fact]
    public async Task A_patch_is_read_as_it_is_applied()
    {
        const string Two = "class A\n{\n    int X;\n\n    int Y;\n}\n\nclass B\n{\n    int Z;\n}\n\nclass C\n{\n}\n";
        using var project = await TestProject.CreateAsync(("src/A.cs", Two));
        project.Write("src/A.cs", Two
            .Replace("    int X;\n\n    int Y;\n", "    int X;\n\n", StringComparison.Ordinal)
            .Replace("int Z", "int Z2", StringComparison.Ordinal));
        const string Patch = "*** Begin Patch\n*** Update File: src/A.cs\n@@\n-    int Z;\n+    int Z2;\n*** End of File\n"
            + "@@ class A\n     int X;\n\n-    int Y;\n }\n*** End Patch\n";

        await RunAsync(project, "codex", new
        {
            cwd = project.Folder,
            hook_event_name = "PostToolUse",
            tool_name = "apply_patch",
            tool_input = new { command = Patch },
        });

        Assert.Equal("Assisted A, Assisted B", Declared(project.Read("src/A.cs")));
    }

    [Fact]
    public async Task Sixty_edits_of_one_file_are_all_read()
    {
        var types = Enumerable.Range(0, 60).Select(number => $"class C{number}\n{{\n    int X{number} = 1;\n}}\n").ToList();
        using var project = await TestProject.CreateAsync(("src/A.cs", string.Concat(types)));
        project.Write("src/A.cs", string.Concat(types).Replace(" = 1;", " = 2;", StringComparison.Ordinal));

        await RunAsync(project, "claude-code", new
        {
            cwd = project.Folder,
            hook_event_name = "PostToolUse",
            tool_name = "MultiEdit",
            tool_input = new
            {
                file_path = "src/A.cs",
                edits = Enumerable.Range(0, 60).Select(number => new { old_string = $"X{number} = 1;", new_string = $"X{number} = 2;" }),
            },
        });

        Assert.Equal(
            string.Join(", ", Enumerable.Range(0, 60).Select(number => $"Assisted C{number}")), Declared(project.Read("src/A.cs")));
    }

    /// <summary>Some agents start the hook of the next edit before that of the one before has ended.</summary>
    [Fact]
    public async Task Hooks_that_overlap_declare_what_each_is_about()
    {
        string[] names = ["A", "B", "C", "D"];
        var text = string.Concat(names.Select(name => $"class {name}\n{{\n    int {name}1;\n}}\n"));
        using var project = await TestProject.CreateAsync(("src/A.cs", text));
        project.Write("src/A.cs", text.Replace("1;", "2;", StringComparison.Ordinal));

        await Task.WhenAll(names.Select(name => RunAsync(project, "kimi-code", new
        {
            cwd = project.Folder,
            hook_event_name = "PostToolUse",
            tool_name = "Edit",
            tool_input = new { path = "src/A.cs", old_string = $"int {name}1;", new_string = $"int {name}2;" },
        })));

        Assert.Equal("Assisted A, Assisted B, Assisted C, Assisted D", Declared(project.Read("src/A.cs")));
    }

    [Theory]
    [InlineData("""{"type":"assistant","message":{"model":"\ud800"}}""")]
    [InlineData("""{"type":"\ud800","model":"m"}""")]
    [InlineData("""{"type":"assistant","message":{"model":"claude\u202Eopus"}}""")]
    [InlineData("""{"type":"assistant","message":{"model":["m"]}}""")]
    public async Task A_log_that_names_no_model_costs_no_declaration(string line)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", Committed));
        project.Write("src/A.cs", Committed.Replace("Count() => 7", "Count() => 9", StringComparison.Ordinal));
        project.Write("log.jsonl", line + "\n");

        await RunAsync(project, "claude-code", new
        {
            cwd = project.Folder,
            transcript_path = project.PathOf("log.jsonl"),
            hook_event_name = "PostToolUse",
            tool_name = "Edit",
            tool_input = new { file_path = "src/A.cs", old_string = "Count() => 7", new_string = "Count() => 9" },
        });

        Assert.Equal("Assisted Cart", Declared(project.Read("src/A.cs")));
        Assert.DoesNotContain("Model", project.Read("src/A.cs"), StringComparison.Ordinal);
    }

    private static Task<string> RunAsync(TestProject project, string hook, object payload) =>
        PayloadTests.RunAsync(project, hook, JsonSerializer.Serialize(payload));

    private static string Declared(string text) => string.Join(", ", Declaration().Matches(text)
        .Select(match => $"{match.Groups["origin"].Value} {match.Groups["name"].Value}"));

    [GeneratedRegex(@"AIOrigin\.(?<origin>\w+), Tool = [^\n]*\n(\[System[^\n]*\n)?(public )?class (?<name>\w+)")]
    private static partial Regex Declaration();
}
