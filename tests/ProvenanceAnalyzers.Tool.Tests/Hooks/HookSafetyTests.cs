using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Commands;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Hooks;

/// <summary>A hook never breaks an agent, and a payload never leads it out of the repository.</summary>
public sealed partial class HookSafetyTests
{
    private const string NoFile = "The payload names no edited file";

    [Theory]
    [InlineData("{\"hook_event_name\":\"PreToolUse\"}", "")]
    [InlineData("{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Bash\"}", "")]
    [InlineData("", "There is no payload on standard input")]
    [InlineData("{\n\"a\"", "The payload on standard input is no JSON: it breaks off, or goes wrong, in line 2.\n")]
    [InlineData("null", NoFile)]
    [InlineData("[]", NoFile)]
    [InlineData("\"x\"", NoFile)]
    [InlineData("{}", NoFile)]
    [InlineData("{\"hook_event_name\":7,\"tool_name\":[],\"tool_input\":null}", NoFile)]
    [InlineData("{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Edit\"}", NoFile)]
    [InlineData("{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Edit\",\"tool_input\":{\"file_path\":7}}", NoFile)]
    [InlineData("{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Edit\",\"tool_input\":{\"file_path\":\"\"}}", NoFile)]
    [InlineData(
        "{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Edit\",\"tool_input\":{\"file_path\":\"a\\u0000b\"}}",
        "whose name no file can have")]
    [InlineData(
        "{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Edit\",\"tool_input\":{\"file_path\":\"missing.cs\"}}",
        "'missing.cs' is not there")]
    [InlineData(
        "{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Edit\",\"cwd\":\"/no\",\"tool_input\":{\"path\":\"src\",\"edits\":[7,{}]}}",
        "'src' is not there")]
    public async Task Whatever_it_is_told_it_says_so_and_ends_well(string payload, string said)
    {
        using var project = await PayloadTests.CreateAsync();
        var before = (project.Read("src/Orders.cs"), project.Read("src/New.cs"));
        using var errors = new StringWriter();

        var answer = await PayloadTests.RunAsync(project, "claude-code", payload, errors);

        Assert.Equal(string.Empty, answer);
        Assert.Contains(said, errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(said.Length > 0 ? 1 : 0, errors.ToString().Count(character => character == '\n'));
        Assert.Equal(before, (project.Read("src/Orders.cs"), project.Read("src/New.cs")));
    }

    [Fact]
    public async Task A_payload_that_is_cut_anywhere_does_nothing()
    {
        using var project = await PayloadTests.CreateAsync();
        var payload = PayloadTests.Payload("Recorded/claude-code.edit", project).TrimEnd();
        var before = project.Read("src/Orders.cs");

        for (var length = 1; length < payload.Length; length += 37)
        {
            using var errors = new StringWriter();
            await PayloadTests.RunAsync(project, "claude-code", payload[..length], errors);
            Assert.Contains("is no JSON", errors.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(before, project.Read("src/Orders.cs"));
    }

    [Fact]
    public async Task A_payload_without_end_is_not_read_to_its_end()
    {
        using var project = await PayloadTests.CreateAsync();
        using var errors = new StringWriter();

        await PayloadTests.RunAsync(project, "claude-code", "{\"a\":\"" + new string('x', 33 * 1024 * 1024), errors);

        Assert.Contains("so nothing of it is read", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{other}}/src/A.cs")]
    [InlineData("../{{otherName}}/src/A.cs")]
    [InlineData("src/../../{{otherName}}/src/A.cs")]
    [InlineData("src/link.cs")]
    [InlineData("src/folder/A.cs")]
    [InlineData("file://{{other}}/src/A.cs")]
    public async Task What_lies_elsewhere_is_not_touched(string path)
    {
        using var project = await PayloadTests.CreateAsync();
        using var other = await TestProject.CreateAsync();
        other.Write("src/A.cs", "class A { }\n");
        File.CreateSymbolicLink(project.PathOf("src/link.cs"), other.PathOf("src/A.cs"));
        Directory.CreateSymbolicLink(project.PathOf("src/folder"), other.PathOf("src"));
        using var errors = new StringWriter();

        await PayloadTests.RunAsync(project, "claude-code", Edit(project, path
            .Replace("{{other}}", other.Folder, StringComparison.Ordinal)
            .Replace("{{otherName}}", Path.GetFileName(other.Folder), StringComparison.Ordinal)), errors);

        Assert.Contains("lies outside of", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("class A { }\n", other.Read("src/A.cs"));
    }

    [Fact]
    public async Task Whatever_could_not_be_declared_is_one_line()
    {
        using var project = await PayloadTests.CreateAsync();
        using var errors = new StringWriter();
        const string Patch =
            "*** Begin Patch\n*** Add File: ../A.cs\n+class A { }\n*** Add File: missing.cs\n+class B { }\n*** End Patch\n";

        await PayloadTests.RunAsync(project, "codex", JsonSerializer.Serialize(new
        {
            cwd = project.Folder,
            hook_event_name = "PostToolUse",
            tool_name = "apply_patch",
            tool_input = new { command = Patch },
        }), errors);

        Assert.Equal(
            "provenance: '../A.cs' is not there, so nothing is declared in it. 'missing.cs' is not there, so nothing is declared in it.\n",
            errors.ToString());
    }

    /// <summary>A log, or a file, that is a pipe: nobody writes into it, and nobody waits.</summary>
    [FactNeeding(Needs.Unix)]
    public async Task A_pipe_is_not_waited_for()
    {
        using var project = await PayloadTests.CreateAsync();
        await Cli.Wrap("mkfifo").WithArguments([project.PathOf("log.jsonl"), project.PathOf("src/Pipe.cs")]).ExecuteAsync();
        foreach (var path in new[] { "src/New.cs", "src/Pipe.cs" })
        {
            await PayloadTests.RunAsync(project, "claude-code", JsonSerializer.Serialize(new
            {
                cwd = project.Folder,
                transcript_path = project.PathOf("log.jsonl"),
                hook_event_name = "PostToolUse",
                tool_name = "Write",
                tool_input = new { file_path = path },
            })).WaitAsync(TimeSpan.FromSeconds(60));
        }

        Assert.Contains("AIProvenance", project.Read("src/New.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_within_the_repository_leads_to_the_file()
    {
        using var project = await PayloadTests.CreateAsync();
        File.CreateSymbolicLink(project.PathOf("link.cs"), project.PathOf("src/New.cs"));

        await PayloadTests.RunAsync(project, "claude-code", Edit(project, "link.cs"));

        Assert.Contains("AIProvenance", project.Read("src/New.cs"), StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(project.PathOf("link.cs")).LinkTarget);
    }

    [Fact]
    public async Task Half_typed_code_is_said_and_left()
    {
        using var project = await PayloadTests.CreateAsync();
        project.Write("src/New.cs", "record Added(\n");
        using var errors = new StringWriter();

        await PayloadTests.RunAsync(project, "claude-code", Edit(project, "src/New.cs"), errors);

        Assert.Contains("is no C# yet", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("record Added(\n", project.Read("src/New.cs"));
    }

    [Fact]
    public async Task Without_a_repository_the_edits_decide()
    {
        using var project = TestProject.CreateWithoutGit(
            ("src/A.cs", "class A\n{\n    int X() => 2;\n}\n\nclass B { }\n"), ("src/New.cs", "class C { }\n"));
        string Payload(string path, string before, string after) => JsonSerializer.Serialize(new
        {
            cwd = project.Folder,
            hook_event_name = "PostToolUse",
            tool_name = "Edit",
            tool_input = new { file_path = path, old_string = before, new_string = after },
        });

        await PayloadTests.RunAsync(project, "claude-code", Payload("src/A.cs", "    int X() => 1;", "    int X() => 2;"));
        await PayloadTests.RunAsync(project, "claude-code", Payload("src/New.cs", "", "class C { }\n"));

        Assert.Equal(
            "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\nclass A\n{\n    int X() => 2;\n}\n\nclass B { }\n",
            project.Read("src/A.cs"));
        Assert.Equal("[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]\nclass C { }\n", project.Read("src/New.cs"));
    }

    /// <summary>A type that was there before the edits is somebody's, committed or not; one that an edit brings is the agent's.</summary>
    [Theory]
    [InlineData("class A\n{\n    int X() => 1;\n}\n", "    int X() => 1;", "    int X() => 2;", "Assisted A")]
    [InlineData("class A { int X() => 1; }\n", "class A { int X() => 1; }", "class A { int X() => 2; }", "Assisted A")]
    [InlineData("class A\n{\n}\n", "class A\n{\n}\n", "class A\n{\n}\n\nclass B\n{\n}\n", "Generated B")]
    [InlineData("class A\n{\n}\n", "{\n}\n", "{\n    int Y;\n}\n\nclass B\n{\n    int X;\n}\n", "Assisted A, Generated B")]
    [InlineData("", "", "class A\n{\n}\n\nenum B { C }\n", "Generated A, Generated B")]
    [InlineData("f();\ng();\nvoid f() { }\nvoid g() { }\n", "g();\n", "g();\nf();\n", "Assisted ")]
    [InlineData("", "", "f();\nvoid f() { }\n", "Generated ")]
    public async Task What_is_not_committed_is_not_the_agents_for_that(string before, string removed, string added, string declared)
    {
        using var project = await TestProject.CreateAsync();
        var after = removed.Length == 0 ? added : before.Replace(removed, added, StringComparison.Ordinal);
        project.Write("src/New.cs", after);
        using var errors = new StringWriter();

        await PayloadTests.RunAsync(project, "claude-code", JsonSerializer.Serialize(new
        {
            cwd = project.Folder,
            hook_event_name = "PostToolUse",
            tool_name = "Edit",
            tool_input = new { file_path = "src/New.cs", old_string = removed, new_string = added },
        }), errors);

        Assert.Equal(string.Empty, errors.ToString());
        Assert.Equal(declared, string.Join(", ", Declared().Matches(project.Read("src/New.cs"))
            .Select(match => $"{match.Groups["origin"].Value} {match.Groups["name"].Value}")));
    }

    [GeneratedRegex(
        @"AIOrigin\.(?<origin>\w+), Tool = ""claude-code""(, Target = ""New\.cs"")?\)\]\n+((class|enum) (?<name>\w+))?")]
    private static partial Regex Declared();

    [Theory]
    [InlineData(true, "declare", "--hook", "claude-code")]
    [InlineData(true, "declare", "--hook=claude-code", "--no-such-option")]
    [InlineData(true, "declare", "--model", "--hook")]
    [InlineData(false, "declare", "a.cs", "--tool", "codex")]
    [InlineData(false, "due", "--hook")]
    public void The_arguments_of_a_hook_are_known_whatever_is_wrong_with_them(bool isHook, params string[] arguments) =>
        Assert.Equal(isHook, DeclareCommand.IsHook(arguments));

    [Theory]
    [InlineData(0, "--hook", "claude-code")]
    [InlineData(0, "--hook", "no-such-agent")]
    [InlineData(0, "--hook")]
    [InlineData(0, "--hook", "claude-code", "--model")]
    [InlineData(2)]
    [InlineData(2, "src/Orders.cs")]
    [InlineData(2, "src/Orders.cs", "--tool", "no-such-tool")]
    [InlineData(2, "src/Missing.cs", "--tool", "codex")]
    [InlineData(0, "src/Orders.cs", "--tool", "codex")]
    public async Task The_process_says_by_its_exit_code_what_an_agent_can_bear(int exitCode, params string[] arguments)
    {
        using var project = await PayloadTests.CreateAsync();

        var result = await Cli.Wrap("dotnet")
            .WithArguments([typeof(DeclareCommand).Assembly.Location, "declare", .. arguments])
            .WithWorkingDirectory(project.Folder)
            .WithStandardInputPipe(PipeSource.FromString("no JSON", Encoding.UTF8))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(
            exitCode != 0 || arguments.Contains("--hook"),
            result.StandardError.StartsWith("provenance: ", StringComparison.Ordinal));
    }

    private static string Edit(TestProject project, string path) => JsonSerializer.Serialize(new
    {
        cwd = project.Folder,
        hook_event_name = "PostToolUse",
        tool_name = "Write",
        tool_input = new { file_path = path },
    });
}
