using System.CommandLine;
using System.Text;
using CliWrap;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Commands;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Commands;

/// <summary>Ctrl+C in a terminal ends what runs at once, says one line, and leaves files as they are.</summary>
public sealed class InterruptTests
{
    private const string ControlC = "\u0003";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The exit code is that of a result which could not be established.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("looking for projects")]
    [InlineData("restoring packages")]
    [InlineData("loading App")]
    public async Task While_due_looks_for_what_is_due(string until)
    {
        using var project = NewProject();

        var (exitCode, drawn) = await RunAsync(project, "due src --format json > due.json", until, ControlC);

        Assert.Equal(2, exitCode);
        AssertSaid(drawn);
        Assert.Equal(string.Empty, project.Read("due.json"));
    }

    /// <summary>A hook never fails what an agent does.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("{\"hook_event_name\":\"PostToolUse\",\"tool_input\":{\"file_path\":\"src/Code.cs\",\"content\":\"")]
    [InlineData("")]
    public async Task While_a_hook_reads_what_an_agent_tells_it(string begun)
    {
        using var project = await TestProject.CreateAsync(("src/Code.cs", "class C { }\n"), (".gitignore", "told\n"));
        var pipe = project.PathOf("told");
        await Cli.Wrap("mkfifo").WithArguments([pipe]).ExecuteAsync();

        // A pipe holds less: that all of it was taken says that the hook reads.
        var told = Task.Run(async () =>
        {
            var writer = new StreamWriter(pipe);
            await writer.WriteAsync(begun + new string(' ', 200_000));
            await writer.FlushAsync();
            return writer;
        });
        var (exitCode, drawn) = await RunAsync(project, "declare --hook claude-code < told", null, ControlC, () => told.IsCompleted);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var writer = await told;
            await writer.WriteAsync("x");
        });

        Assert.Equal(0, exitCode);
        AssertSaid(drawn);
        Assert.Equal("class C { }\n", project.Read("src/Code.cs"));
        Assert.Empty(await project.GitAsync("status", "--porcelain"));
    }

    /// <summary>Whoever is impatient presses it again.</summary>
    [TheoryNeeding(Needs.Linux)]
    [InlineData("restoring packages")]
    [InlineData("loading App")]
    public async Task Pressed_twice_it_says_so_once(string until)
    {
        using var project = NewProject();

        var (exitCode, drawn) = await RunAsync(project, "due src --format json > due.json", until, ControlC + ControlC + ControlC);

        Assert.Equal(ExitCode.NotEstablished, exitCode);
        AssertSaid(drawn);
        Assert.Equal(2, drawn.Split("interrupted").Length);
    }

    /// <summary>
    /// On a machine that has much to do, what is interrupted may take longer to end than anyone waits, or be in the middle of something
    /// that nothing interrupts.
    /// </summary>
    [Theory]
    [InlineData(false, false, ExitCode.NotEstablished)]
    [InlineData(false, true, ExitCode.NotEstablished)]
    [InlineData(true, false, ExitCode.Nothing)]
    public async Task While_something_runs_that_does_not_end(bool isHook, bool isBlocking, int exitCode)
    {
        using var interrupted = new CancellationTokenSource();
        using var ended = new ManualResetEventSlim();
        var runs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new RootCommand();
        command.SetAction((_, _) =>
        {
            runs.SetResult();
            return isBlocking ? Task.FromResult(End()) : Task.Run(End, CancellationToken.None);
        });

        var invoked = Program.InvokeAsync(command.Parse([]), isHook, interrupted.Token);
        await runs.Task;
        await interrupted.CancelAsync();

        Assert.Equal(exitCode, await invoked);
        ended.Set();

        int End() => ended.Wait(Patience, CancellationToken.None) ? ExitCode.Nothing : ExitCode.Due;
    }

    /// <summary>What takes less time than somebody waits for its end is ended nevertheless, and writes nothing.</summary>
    [Theory]
    [InlineData("export", "--format", "in-toto", "-o", "written")]
    [InlineData("report", "--csv", "written")]
    [InlineData("report", "--markdown", "written")]
    [InlineData("report", "--repository", "shop", "--parquet", "written")]
    [InlineData("due", "--format", "json")]
    public async Task Before_anything_is_written(string command, params string[] options)
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit()));
        string[] arguments =
        [
            command,
            .. command == "due" ? [manifests.Folder, "--manifests"] : Array.Empty<string>(),
            manifests.Folder,
            .. options.Select(option => option == "written" ? manifests.PathOf(option) : option),
        ];
        var parsed = Program.Create().Parse(arguments);
        Assert.Empty(parsed.Errors);

        Assert.Equal(ExitCode.NotEstablished, await Program.InvokeAsync(parsed, isHook: false, new CancellationToken(canceled: true)));

        Assert.Equal([manifests.PathOf("Shop.provenance.json")], Directory.GetFileSystemEntries(manifests.Folder));
    }

    /// <summary>A project with much to judge: on a machine that has much to do, what is typed comes later than it is asked for.</summary>
    private static TestProject NewProject()
    {
        var project = TestProject.CreateWithoutGit(("src/Code.cs", string.Concat(Enumerable.Range(0, 20_000).Select(index =>
            FormattableString.Invariant($"class C{index} {{ int M() => {index}; }}\n")))));
        project.Write("src/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><Analyzer Include="{typeof(Rules.Descriptors).Assembly.Location}" /></ItemGroup>
            </Project>
            """);
        return project;
    }

    private static void AssertSaid(string drawn)
    {
        Assert.Contains("provenance: interrupted", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("xception", drawn, StringComparison.Ordinal);
    }

    /// <summary>Runs the command in a terminal, and types something as soon as it shows a text, or is ready otherwise.</summary>
    private static async Task<(int ExitCode, string Drawn)> RunAsync(
        TestProject project, string arguments, string? until, string typed, Func<bool>? isReady = null)
    {
        using var ended = new CancellationTokenSource(Patience);
        var drawn = new StringBuilder();
        var command = $"'{Environment.ProcessPath}' '{typeof(Program).Assembly.Location}' {arguments}";
        var result = await Cli.Wrap("script")
            .WithArguments(["--quiet", "--flush", "--return", "--command", $"exec {command}", "/dev/null"])
            .WithWorkingDirectory(project.Folder)
            .WithStandardInputPipe(PipeSource.Create(async (keys, cancellationToken) =>
            {
                while (!IsReady())
                {
                    await Task.Delay(20, cancellationToken);
                }

                await keys.WriteAsync(Encoding.UTF8.GetBytes(typed), cancellationToken);
                await keys.FlushAsync(cancellationToken);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }))
            .WithStandardOutputPipe(PipeTarget.ToDelegate((Action<string>)Add))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(ended.Token);
        return (result.ExitCode, Drawn());

        void Add(string line)
        {
            lock (drawn)
            {
                drawn.AppendLine(line);
            }
        }

        string Drawn()
        {
            lock (drawn)
            {
                return drawn.ToString();
            }
        }

        bool IsReady() => isReady?.Invoke() ?? Drawn().Contains(until!, StringComparison.Ordinal);
    }
}
