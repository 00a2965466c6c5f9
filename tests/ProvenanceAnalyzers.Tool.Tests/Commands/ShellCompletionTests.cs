using System.Text;
using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tool.Commands;

namespace ProvenanceAnalyzers.Tool.Tests.Commands;

/// <summary>What a shell makes of its script when somebody presses Tab. Each line has one end that is the right one.</summary>
public sealed class ShellCompletionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("provenance-shell-");

    public ShellCompletionTests()
    {
        File.WriteAllText(PathOf("App.csproj"), "<Project />");
        Directory.CreateDirectory(PathOf("A folder"));
        foreach (var shell in CompletionCommand.Shells)
        {
            File.WriteAllText(PathOf("script." + shell), CompletionCommand.ScriptOf(shell));
        }

        if (!OperatingSystem.IsWindows())
        {
            // The command as a shell finds it.
            Directory.CreateDirectory(PathOf("bin"));
            var command = PathOf("bin/provenance");
            File.WriteAllText(command, $"#!/bin/sh\nexec '{Environment.ProcessPath}' '{typeof(Program).Assembly.Location}' \"$@\"\n");
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    [ShellTheory("zsh")]
    [InlineData("provenance comp", "provenance completion ")]
    [InlineData("provenance due --form", "provenance due --format ")]
    [InlineData("provenance due --format m", "provenance due --format markdown ")]
    [InlineData("true; provenance due --format m", "true; provenance due --format markdown ")]
    [InlineData("provenance due Ap", "provenance due App.csproj ")]
    public Task Zsh_completes(string typed, string expected) => AssertCompletesAsync(
        "zsh -f -i",
        "autoload -Uz compinit; compinit -u -D; source script.zsh; save() { print -rn -- $BUFFER > saved; mv saved line }; "
            + "zle -N save; bindkey '^Xs' save; touch ready",
        typed,
        expected);

    [ShellTheory("fish")]
    [InlineData("provenance comp", "completion")]
    [InlineData("provenance d", "declare|due")]
    [InlineData("provenance due --form", "--format")]
    [InlineData("provenance due --format ", "github|gitlab|json|markdown|sarif|text")]
    [InlineData("true; provenance due --format m", "markdown")]
    [InlineData("provenance due Ap", "App.csproj")]
    public async Task Fish_completes(string typed, string expected)
    {
        var completed = await RunAsync("fish", "--no-config", "-c", "source script.fish; complete -C $argv[1]", typed);

        Assert.Equal(expected, Sorted(completed));
    }

    [ShellTheory("pwsh")]
    [InlineData("provenance comp", "completion")]
    [InlineData("provenance d", "declare|due")]
    [InlineData("provenance due --form", "--format")]
    [InlineData("provenance due --format ", "github|gitlab|json|markdown|sarif|text")]
    [InlineData("true; provenance due --format m", "markdown")]
    [InlineData("provenance due Ap", "./App.csproj")]
    public async Task PowerShell_completes(string typed, string expected)
    {
        var completed = await RunAsync(
            "pwsh",
            "-NoProfile",
            "-Command",
            "Get-Content -Raw script.pwsh | Invoke-Expression; "
                + $"(TabExpansion2 '{typed}' {typed.Length}).CompletionMatches | ForEach-Object {{ $_.CompletionText }}");

        Assert.Equal(expected, Sorted(completed));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Sorted(string lines) =>
        string.Join('|', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private Dictionary<string, string?> Variables() => new()
    {
        ["PATH"] = $"{PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        ["HOME"] = _folder.FullName,
        ["TERM"] = "xterm",
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
    };

    private async Task<string> RunAsync(string shell, params string[] arguments) => (await Cli.Wrap(shell)
        .WithArguments(arguments)
        .WithWorkingDirectory(_folder.FullName)
        .WithEnvironmentVariables(Variables())
        .ExecuteBufferedAsync()).StandardOutput;

    /// <summary>Types a line and Tab in a terminal, and then the keys by which the shell saves the line as it is.</summary>
    private async Task AssertCompletesAsync(string shell, string start, string typed, string expected)
    {
        using var ended = new CancellationTokenSource(Patience);
        var terminal = new StringBuilder();
        var run = Cli.Wrap("script")
            .WithArguments(["--quiet", "--flush", "--command", $"stty rows 24 cols 200; exec {shell}", "/dev/null"])
            .WithWorkingDirectory(_folder.FullName)
            .WithEnvironmentVariables(Variables())
            .WithStandardInputPipe(PipeSource.Create(async (keys, cancellationToken) =>
            {
                await TypeAsync(keys, start + "\n", "ready", cancellationToken);
                await TypeAsync(keys, typed + "\t", null, cancellationToken);

                // What is typed while the shell completes may be lost to it.
                while (!File.Exists(PathOf("line")))
                {
                    await TypeAsync(keys, "\u0018s", null, cancellationToken);
                    await Task.Delay(500, cancellationToken);
                }
            }))
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(terminal))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(ended.Token);
        try
        {
            await run;
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The shell did not answer; the last was:{Environment.NewLine}{terminal}");
        }

        Assert.Equal(expected, await File.ReadAllTextAsync(PathOf("line")));
    }

    private async Task TypeAsync(Stream keys, string text, string? until, CancellationToken cancellationToken)
    {
        await keys.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await keys.FlushAsync(cancellationToken);
        while (until != null && !File.Exists(PathOf(until)))
        {
            await Task.Delay(20, cancellationToken);
        }
    }
}
