using ProvenanceAnalyzers.Tool.Commands;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class InitRunTests
{
    private const string Central =
        "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>";

    private static readonly InitRequest Whole = InitFolder.Request with
    {
        Presets = ["human-tests"],
        Policy = "provenance.policy",
        Tools = ["codex"],
        Agents = ["claude-code", "cursor", "copilot"],
        Owners = ["@shop/all"],
    };

    public static TheoryData<string> States => new(
        "",
        "Directory.Packages.props=" + Central,
        "Directory.Build.props=<Project>\r\n</Project>\r\n",
        ".editorconfig=[*.cs]\nindent_size = 4",
        "AGENTS.md=# Rules",
        ".claude/settings.json={ \"hooks\": { \"PostToolUse\": [] } }",
        ".claude/settings.json=// ours",
        ".gitlab-ci.yml=build:\n  script: [make]\n",
        ".github/CODEOWNERS=* @shop/all\r\n",
        ".config/dotnet-tools.json={\"version\":1,\"isRoot\":true,\"tools\":{}}",
        ".gitattributes=* text=auto");

    [Theory]
    [MemberData(nameof(States))]
    public void A_second_run_changes_nothing(string state)
    {
        using var folder = Make(state);
        folder.Run(Whole);
        var after = folder.All;

        var again = folder.Plan(Whole);
        var withoutOptions = folder.Plan();
        var withoutPolicy = folder.Plan(Whole with { Policy = null, Tools = [], Presets = [] });

        Assert.Empty(again.Names());
        Assert.Empty(withoutOptions.Names());
        Assert.Empty(withoutPolicy.Names());
        Assert.DoesNotContain(
            [.. again.Notes, .. withoutOptions.Notes, .. withoutPolicy.Notes],
            note => note.Contains("differs", StringComparison.Ordinal));
        folder.Run(Whole);
        Assert.Equal(after, folder.All);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_line_that_was_there_is_there_still_and_planning_writes_nothing(string state)
    {
        using var folder = Make(state);
        var before = folder.All;

        folder.Plan(Whole);
        Assert.Equal(before, folder.All);

        folder.Run(Whole);
        Assert.All(before, file => Assert.Subset(
            folder.All[file.Key].Split('\n').Select(line => line.TrimEnd('\r', ',', ' ')).ToHashSet(),
            Lines(file.Key, file.Value)));
    }

    [Theory]
    [InlineData(".editorconfig", "#provenance.required_on = types", "provenance.required_on = members")]
    [InlineData("AGENTS.md", "- Declare what you write.", "- Declare it.")]
    [InlineData("CODEOWNERS", ".editorconfig @shop/all\n", "")]
    public void What_somebody_changed_in_a_section_stays_and_is_said(string name, string written, string changed)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        folder.Run(Whole);
        folder.Write(name, folder.Read(name).Replace(written, changed, StringComparison.Ordinal));
        var before = folder.All;

        var plan = folder.Plan(Whole);
        folder.Run(Whole);

        Assert.Contains(
            $"'{name}' has a section of provenance that differs from what would be written now. It is left as it is; to have it written "
                + "anew, remove it with its marks.",
            plan.Notes);
        Assert.Equal(before, folder.All);
    }

    [Fact]
    public void What_is_in_the_way_of_one_file_holds_up_no_other()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".editorconfig", "[*.cs]\n"));
        new FileInfo(folder.PathOf(".editorconfig")).IsReadOnly = true;
        using var errors = new StringWriter();
        using var output = new StringWriter();

        Assert.False(new InitRun(output, errors).Write(folder.Plan()));

        Assert.Equal(
            $"provenance: Not written: '{folder.PathOf(".editorconfig")}' is read-only, so it is left as it is. Make it writable and run "
                + "again." + Environment.NewLine,
            errors.ToString());
        Assert.Equal(
            "Written: Directory.Build.props, .gitattributes, AGENTS.md, .config/dotnet-tools.json" + Environment.NewLine,
            output.ToString());
        Assert.Equal("[*.cs]\n", folder.Read(".editorconfig"));
    }

    [Fact]
    public void What_somebody_changes_while_the_plan_is_read_stays()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("AGENTS.md", "# Rules\n"));
        var plan = folder.Plan();
        folder.Write("AGENTS.md", "# Other rules\n");
        folder.Write(".editorconfig", "root = true\n");
        using var errors = new StringWriter();

        Assert.False(new InitRun(TextWriter.Null, errors).Write(plan));

        Assert.Equal("# Other rules\n", folder.Read("AGENTS.md"));
        Assert.Equal("root = true\n", folder.Read(".editorconfig"));
        Assert.Equal(2, errors.ToString().Split("was changed while it was looked at").Length - 1);
        Assert.Contains("ProvenanceAnalyzers", folder.Read("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_built_is_said_with_what_to_run()
    {
        // dotnet finds nothing to build there, and ends at once.
        using var folder = new InitFolder();
        using var output = new StringWriter();

        var exception = await Assert.ThrowsAsync<ToolException>(
            () => BaselineRun.RunAsync(folder.Place(), output, CancellationToken.None));

        Assert.Equal(
            "The baseline is not written: the build failed. Mend what it says, and run: dotnet build -p:ProvenanceBaseline=update",
            exception.Message);
        Assert.Contains("MSB1003", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_shows_each_file_with_the_lines_that_come()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".gitattributes", "* text=auto"));
        var files = new InitFiles(folder.Place());
        new BaselineStep().Plan(InitFolder.Request, folder.Place(), files);
        files.Write(folder.PathOf("new.txt"), "one\n\ntwo\n");
        files.Note("Something to know.");
        using var output = new StringWriter();

        new InitRun(output, TextWriter.Null).Show(files);

        Assert.Equal(
            """
            .gitattributes
              +
              + # provenance:begin
              + Provenance.Baseline*.txt text eol=lf
              + # provenance:end

            new.txt (new)
              + one
              +
              + two

            Note: Something to know.

            """.ReplaceLineEndings(),
            output.ToString());
    }

    [Fact]
    public void Before_it_asks_it_lists_what_it_would_write_and_sentences_fit_the_terminal()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".gitattributes", "* text=auto\n"), ("a.txt", "old\nend\n"));
        var files = new InitFiles(folder.Place());
        new BaselineStep().Plan(InitFolder.Request, folder.Place(), files);
        files.Write(folder.PathOf("new.txt"), "one\n\ntwo\n");
        files.Write(folder.PathOf("a.txt"), "now\nend\n");
        files.Note("Something that somebody should know.");
        using var output = new StringWriter();
        var run = new InitRun(output, TextWriter.Null, width: 24);

        run.Show(files);
        var shown = output.ToString().ReplaceLineEndings("\n");
        run.List(files);

        Assert.EndsWith("\nNote: Something that\nsomebody should know.\n", shown, StringComparison.Ordinal);
        Assert.Equal(
            "\nIt would write:\n  .gitattributes (4 lines come)\n  new.txt (new)\n  a.txt (1 line comes, 1 line goes)\n",
            output.ToString().ReplaceLineEndings("\n")[shown.Length..]);
    }

    [Fact]
    public void What_cannot_be_written_leaves_no_folder_behind()
    {
        using var folder = new InitFolder(("there/a.txt", ""));
        var files = new InitFiles(folder.Place());

        // As on a full disk the folders can be made, and the file cannot: its name is too long.
        files.Write(folder.PathOf($"there/.config/inner/{new string('x', 256)}"), "text");
        using var errors = new StringWriter();

        Assert.False(new InitRun(TextWriter.Null, errors).Write(files));

        Assert.Contains("cannot be written", errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("there/.config")));
        Assert.True(File.Exists(folder.PathOf("there/a.txt")));
    }

    [Theory]
    [InlineData(null, false, "dotnet build -p:ProvenanceBaseline=update   # old code is not reported until it changes\n")]
    [InlineData("our shop/Shop.sln", false,
        "dotnet build \"our shop/Shop.sln\" -p:ProvenanceBaseline=update   # old code is not reported until it changes\n")]
    [InlineData(null, true, null)]
    public void What_is_left_to_do_is_said(string? target, bool hasBaseline, string? baseline)
    {
        using var output = new StringWriter();

        new InitRun(output, TextWriter.Null).SayNext(new InitPlace("/r", "/r", null) { Target = target }, hasBaseline);

        Assert.Equal(
            $"\nNext:\n  dotnet tool restore\n{(baseline == null ? null : "  " + baseline)}  commit what was written\n",
            output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_folder_without_a_project_is_none_to_write_into()
    {
        using var folder = new InitFolder(("a.txt", ""));

        Assert.Throws<ToolException>(() => folder.Plan());
    }

    [Theory]
    [InlineData(0, false, "--dry-run")]
    [InlineData(0, false, "--dry-run", "--yes", "--owners", "@shop/all")]
    [InlineData(2, false)]
    [InlineData(2, false, "--yes", "--preset", "human")]
    [InlineData(2, false, "--yes", "--ci", "jenkins")]
    [InlineData(0, true, "--yes")]
    [InlineData(0, true, "--yes", "--owners", "@shop/all", "--preset", "disclose", "--preset", "human-tests", "--no-hooks")]
    public async Task Without_a_terminal_only_yes_writes(int exitCode, bool isWritten, params string[] options)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        var before = folder.All;

        Assert.Equal(exitCode, await Program.RunAsync(["init", folder.Root, .. options], CancellationToken.None));

        Assert.Equal(isWritten, File.Exists(folder.PathOf("Directory.Build.props")));
        Assert.Equal(isWritten, before.Count != folder.All.Count);
    }

    [Fact]
    public async Task A_second_run_of_the_command_has_nothing_to_ask()
    {
        using var folder = new InitFolder(("src/App.csproj", InitFolder.Project), ("src/Shop.slnx", "<Solution />"));
        string[] ofSolution = ["init", folder.PathOf("src/Shop.slnx"), "--yes", "--ci", "github"];
        Assert.Equal(0, await Program.RunAsync(ofSolution, CancellationToken.None));
        var after = folder.All;

        Assert.Equal(0, await Program.RunAsync(["init", folder.PathOf("src"), "--ci", "github"], CancellationToken.None));

        Assert.Equal(after, folder.All);
    }

    private static InitFolder Make(string state)
    {
        var folder = new InitFolder(("src/App.csproj", InitFolder.Project));
        if (state.Split('=', 2) is [var name, var text])
        {
            folder.Write(name, text);
        }

        return folder;
    }

    /// <summary>The lines of a file; of XML and JSON on one line its elements may move to other lines.</summary>
    private static HashSet<string> Lines(string name, string text) => text.Contains('\n', StringComparison.Ordinal)
        || Path.GetExtension(name) is not (".props" or ".json")
            ? text.Split('\n').Select(line => line.TrimEnd('\r', ',', ' ')).ToHashSet()
            : [];
}
