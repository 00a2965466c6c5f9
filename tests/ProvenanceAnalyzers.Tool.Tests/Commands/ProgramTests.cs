using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Commands;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Report;
using ProvenanceAnalyzers.Tool.Tests.Verify;

namespace ProvenanceAnalyzers.Tool.Tests.Commands;

/// <summary>What the process says where it is asked wrongly, and where nobody hears it.</summary>
public sealed class ProgramTests
{
    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    [Theory]
    [InlineData("due --format xml", "'xml' is no format. The formats are text, markdown, json, sarif, github, gitlab.", "due --help")]
    [InlineData("due --format 1", "'1' is no format. The formats are text, markdown, json, sarif, github, gitlab.", "due --help")]
    [InlineData("due --since", "Required argument missing for option: '--since'.", "due --help")]
    [InlineData("review --frob x", "Unrecognized command or argument 'x'.", "review --help")]
    [InlineData("deu", "Unrecognized command or argument 'deu'.", "--help")]
    [InlineData("", "Required command was not provided.", "--help")]
    public void A_wrong_argument_is_said_alone(string typed, string said, string help) => Assert.Equal(
        $"{said}{Environment.NewLine}See: provenance {help}", Program.WrongUsage(Program.Create().Parse(typed)));

    [Theory]
    [InlineData("markdown")]
    [InlineData("GitHub")]
    [InlineData("SARIF")]
    public void A_format_is_known_however_it_is_written(string format) =>
        Assert.Empty(Program.Create().Parse($"due --format {format}").Errors);

    /// <summary>The command, what becomes of its output, what is said of that, and how often.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("--help", ">/dev/full", "No space left on device", 2)]
    [InlineData("--help", ">&-", "it is closed", 2)]
    [InlineData("completion bash", ">/dev/full", "No space left on device", 2)]
    [InlineData("completion bash", ">&-", "it is closed", 2)]
    [InlineData("declare src/A.cs src/B.cs --tool claude-code", ">/dev/full", "No space left on device", 2)]
    public async Task Output_that_cannot_be_written_is_said_once(string arguments, string redirection, string said, int exitCode)
    {
        using var project = await TestProject.CreateAsync();
        project.Write("src/A.cs", "class A { }\n");
        project.Write("src/B.cs", "class B { }\n");

        var result = await RunAsync(project, $"{arguments} {redirection}");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith($"provenance: standard output cannot be written: {said}", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(1, result.StandardError.Count(character => character == '\n'));
    }

    [TheoryNeeding(Needs.Linux)]
    [InlineData("due nosuch 2>&-", 2)]
    [InlineData("due nosuch >&- 2>&-", 2)]
    [InlineData("declare --hook claude-code <&- 2>&-", 0)]
    public async Task Nobody_hears_what_is_wrong_and_it_ends_well(string arguments, int exitCode)
    {
        using var project = await TestProject.CreateAsync();

        Assert.Equal(exitCode, (await RunAsync(project, arguments)).ExitCode);
    }

    [TheoryNeeding(Needs.Linux)]
    [InlineData("declare --hook claude-code <&-", "there is nothing to read. The agent runs it: provenance init --hook claude-code", 0)]
    [InlineData("declare --hook claude-code </dev/null", "There is no payload on standard input", 0)]
    [InlineData("declare src --tool claude-code", "'src' is a folder. Name the files in it that changed.", 2)]
    public async Task What_was_not_told_is_said_at_once(string arguments, string said, int exitCode)
    {
        using var project = await TestProject.CreateAsync();

        var result = await RunAsync(project, arguments);

        Assert.Contains(said, result.StandardError, StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.True(result.RunTime < TimeSpan.FromSeconds(15), result.RunTime.ToString());
    }

    [TheoryNeeding(Needs.Linux)]
    [InlineData("due")]
    [InlineData("declare A.cs --tool claude-code")]
    public async Task Without_git_that_is_what_is_said(string arguments)
    {
        using var project = await TestProject.CreateAsync(("A.cs", "class A { }\n"));
        project.Write("App.csproj", TestProject.ProjectFile);

        var result = await RunAsync(project, arguments, path: project.PathOf("src"));

        Assert.Equal("provenance: git was not found on the PATH. Install it, or put it on the PATH.\n", result.StandardError);
        Assert.Equal(2, result.ExitCode);
    }

    [TheoryNeeding(Needs.Linux)]
    [InlineData("due --since ''", "No revision is named since which something changed: --since origin/main", 2)]
    [InlineData("due --since ' '", "No revision is named since which something changed: --since origin/main", 2)]
    public async Task What_is_named_emptily_is_said(string arguments, string said, int exitCode)
    {
        using var project = await TestProject.CreateAsync();
        project.Write("App.csproj", TestProject.ProjectFile);

        var result = await RunAsync(project, arguments);

        Assert.Equal(($"provenance: {said}\n", exitCode), (result.StandardError, result.ExitCode));
    }

    [TheoryNeeding(Needs.Linux)]
    [InlineData("due", 2)]
    [InlineData("export m --format in-toto", 2)]
    [InlineData("declare --hook claude-code", 0)]
    public async Task That_the_current_folder_is_gone_is_said(string arguments, int exitCode)
    {
        using var project = await TestProject.CreateAsync();

        var result = await Cli.Wrap("/bin/sh")
            .WithArguments(
                ["-c", $"mkdir gone; cd gone; rmdir ../gone; '{Dotnet}' '{typeof(Program).Assembly.Location}' {arguments} < /dev/null"])
            .WithWorkingDirectory(project.Folder)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.Contains(
            "provenance: The current folder is not there any more. Go to another one and run again.", result.StandardError,
            StringComparison.Ordinal);
        Assert.Equal(exitCode, result.ExitCode);
    }

    /// <summary>Git that says nothing, or fails without a word.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("exit 0", "git refuses to look into")]
    [InlineData("exit 9", "it said nothing, and ended with 9")]
    public async Task What_git_does_oddly_is_said(string script, string said)
    {
        using var project = await TestProject.CreateAsync(("A.cs", "class A { }\n"));
        project.Write("bin/git", $"#!/bin/sh\n{script}\n");
        await Cli.Wrap("chmod").WithArguments(["+x", project.PathOf("bin/git")]).ExecuteAsync();

        var result = await RunAsync(
            project, "declare A.cs --tool claude-code", path: $"{project.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}");

        Assert.Contains(said, result.StandardError.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("fault of the tool", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    /// <summary>Ctrl+C ends what the tool has started as well, and that may be known before the tool is told.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("INT", "due")]
    [InlineData("TERM", "declare A.cs --tool claude-code")]
    public async Task Git_that_a_signal_ended_has_not_failed(string signal, string arguments)
    {
        using var project = await TestProject.CreateAsync(("A.cs", "class A { }\n"));
        project.Write("App.csproj", TestProject.ProjectFile);
        project.Write("bin/git", $"#!/bin/sh\nkill -{signal} $$\n");
        await Cli.Wrap("chmod").WithArguments(["+x", project.PathOf("bin/git")]).ExecuteAsync();

        var result = await RunAsync(
            project, arguments, path: $"{project.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}");

        Assert.Equal(("provenance: interrupted\n", 2), (result.StandardError, result.ExitCode));
    }

    /// <summary>What is no file but a device or a pipe is written to, through links too, and not replaced.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("export . --format in-toto -o", "", "/dev/stdout | cat")]
    [InlineData("report . --day 2026-11-27 --markdown", "", "/dev/stdout | cat")]
    [InlineData("report . --csv", "", "/dev/stdout | cat")]
    [InlineData("report . --csv", "ln -s /dev/stdout link; ln -s link again", "again | cat")]
    [InlineData("report . --csv", "mkfifo pipe", "pipe & cat pipe")]
    [InlineData("report . --csv", "printf '' > log", "/dev/stdout >> log; cat log")]
    public async Task A_device_is_written_to(string arguments, string before, string output)
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit("T:Shop.Cart")));
        await Cli.Wrap("/bin/sh").WithArguments(["-c", before]).WithWorkingDirectory(manifests.Folder).ExecuteAsync();

        var written = await RunAsync(manifests.Folder, $"{arguments} file");
        var streamed = await RunAsync(manifests.Folder, $"{arguments} {output}");

        Assert.Equal((0, string.Empty, string.Empty), (written.ExitCode, written.StandardError, written.StandardOutput));
        Assert.Equal(
            (string.Empty, await File.ReadAllTextAsync(manifests.PathOf("file"))), (streamed.StandardError, streamed.StandardOutput));
        Assert.Contains("Shop", streamed.StandardOutput, StringComparison.Ordinal);
    }

    [FactNeeding(Needs.Linux)]
    public async Task What_a_shell_writes_behind_stays()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest());
        await File.WriteAllTextAsync(manifests.PathOf("log"), "first\n");

        Assert.Equal(0, (await RunAsync(manifests.Folder, "report . --markdown /dev/stdout >> log")).ExitCode);

        var log = await File.ReadAllTextAsync(manifests.PathOf("log"));
        Assert.StartsWith("first\n### Provenance", log, StringComparison.Ordinal);
    }

    [FactNeeding(Needs.Unix)]
    public async Task A_nightly_report_keeps_its_history_in_tables_that_it_adds_to()
    {
        using var manifests = new ReportedManifests();
        foreach (var day in new[] { "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-27" })
        {
            manifests.Write("today/Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit("T:" + day[^1])));
            var ran = await RunAsync(
                manifests.Folder,
                $"report today --repository shop --day {day} --history lake --parquet lake/ --markdown {day}.md");
            Assert.Equal((0, string.Empty), (ran.ExitCode, ran.StandardError));
        }

        Assert.DoesNotContain("Since ", await File.ReadAllTextAsync(manifests.PathOf("2026-11-25.md")), StringComparison.Ordinal);
        Assert.Contains(
            "Since 2026&#x2D;11&#x2D;26: 1 came, 1 went, 0 changed",
            await File.ReadAllTextAsync(manifests.PathOf("2026-11-27.md")),
            StringComparison.Ordinal);
    }

    [TheoryNeeding(Needs.Linux)]
    [InlineData("export . --format in-toto -o link", "'link' was read: write into another file.")]
    [InlineData("report . --markdown link", "'link' was read: write into another file.")]
    [InlineData("report other.jsonl --csv other.jsonl", "'other.jsonl' was read: write into another file.")]
    [InlineData("report . --history old --markdown old/day=2026-11-01/other.md", "was read: write into another file.")]
    [InlineData("verify . --policy rules.policy --resource x --vsa link", "'link' was read: write into another file.")]
    [InlineData("verify . --policy rules.policy --resource x --vsa rules.policy", "'rules.policy' was read: write into another file.")]
    [InlineData("export . --format in-toto -o ''", "A name of what is to be written is empty.")]
    [InlineData("verify . --policy rules.policy --resource x --vsa ' '", "A name of what is to be written is empty.")]
    [InlineData("report . --csv both --markdown ./both", "'both' would be written twice: name another file for each.")]
    [InlineData("report . -o a.html --badge b.svg --badge B/../b.svg", "'B/../b.svg' would be written twice: name another file for each.")]
    [InlineData("report . --csv through --markdown old/both", "'through' would be written twice: name another file for each.")]
    [InlineData("report . -o - --markdown -", "'-' would be written twice: name another file for each.")]
    [InlineData("report . --csv old", "'old' is a folder: name the file that is to be written.")]
    [InlineData("report . --csv new/", "'new/' is a folder: name the file that is to be written.")]
    [InlineData("report . --csv other.jsonl/units.csv", "cannot be written, since there is no folder for it")]
    public async Task What_must_not_be_written_is_left_as_it_is(string arguments, string said)
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest());
        manifests.Write("old/day=2026-11-01/Shop.provenance.json", ReportedManifests.Manifest());
        await File.WriteAllTextAsync(manifests.PathOf("rules.policy"), ManifestFolder.Policy);
        File.CreateSymbolicLink(manifests.PathOf("link"), manifests.PathOf("Shop.provenance.json"));
        File.CreateSymbolicLink(
            manifests.PathOf("old/day=2026-11-01/other.md"), manifests.PathOf("old/day=2026-11-01/Shop.provenance.json"));
        manifests.Write("other.jsonl", ReportedManifests.Manifest("Other.csproj"));

        // A link whose target leads through another.
        await File.WriteAllTextAsync(manifests.PathOf("old/both"), "both\n");
        Directory.CreateSymbolicLink(manifests.PathOf("folder"), manifests.PathOf("old"));
        File.CreateSymbolicLink(manifests.PathOf("through"), "folder/both");
        var before = Contents();

        var result = await RunAsync(
            manifests.Folder, arguments.Replace(" . ", " Shop.provenance.json ", StringComparison.Ordinal));

        Assert.Contains(said, result.StandardError.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(before, Contents());

        Dictionary<string, string> Contents() => Directory.GetFiles(manifests.Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);
    }

    /// <summary>Also in the last moments, when all is done and the runtime ends.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("completion bash")]
    [InlineData("declare --hook claude-code")]
    public async Task A_signal_at_any_moment_ends_it_with_an_exit_code(string arguments)
    {
        using var project = await TestProject.CreateAsync();

        // From when the runtime has begun, a signal every few milliseconds until it is away.
        var result = await RunAsync(
            project, $"{arguments} < /dev/null & pid=$!; sleep 0.3; while kill -INT $pid 2> /dev/null; do sleep 0.003; done; wait $pid");

        Assert.Contains(result.ExitCode, new[] { 0, 2 });
    }

    private static Task<BufferedCommandResult> RunAsync(TestProject project, string arguments, string? path = null) =>
        RunAsync(project.Folder, arguments, path);

    private static Task<BufferedCommandResult> RunAsync(string folder, string arguments, string? path = null) =>
        Cli.Wrap("/bin/sh")
            .WithArguments(["-c", $"'{Dotnet}' '{typeof(Program).Assembly.Location}' {arguments}"])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables => variables.Set(
                "PATH", path ?? Environment.GetEnvironmentVariable("PATH")))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
}
