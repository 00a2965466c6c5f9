using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Commands;

namespace ProvenanceAnalyzers.Tool.Tests.Commands;

/// <summary>What a shell makes of its script when somebody presses Tab. Each line has one end that is the right one.</summary>
public sealed class ShellCompletionTests : IDisposable
{
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

    /// <summary>What bash hands to the function of the script is given here; where the function finds nothing, bash finds files.</summary>
    [TheoryNeeding(Needs.Linux, "bash")]
    [InlineData("comp", "completion")]
    [InlineData("d", "declare|due")]
    [InlineData("due --form", "--format")]
    [InlineData("due --format ", "github|gitlab|json|markdown|sarif|text")]
    [InlineData("due --format m", "markdown")]
    [InlineData("due Ap", "App.csproj")]
    public async Task Bash_completes(string typed, string expected)
    {
        const string Shell = """
            source script.bash
            [[ $(complete -p provenance) == 'complete -o default -F _provenance provenance' ]] || exit 1
            COMP_LINE="provenance $1"
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _provenance provenance "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            (( ${#COMPREPLY[@]} )) || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        Assert.Equal(expected, Sorted(await RunAsync("bash", "--norc", "-c", Shell.ReplaceLineEndings("\n"), "bash", typed)));
    }

    /// <summary>What zsh hands to the function of the script is given here, and what the function hands to zsh is written down.</summary>
    [TheoryNeeding(Needs.Linux, "zsh")]
    [InlineData("comp", "completion")]
    [InlineData("d", "declare|due")]
    [InlineData("due --form", "--format")]
    [InlineData("due --format m", "markdown")]
    [InlineData("due Ap", "App.csproj")]
    public async Task Zsh_completes(string typed, string expected)
    {
        const string Shell = """
            compdef() { }
            compadd() {
                local -a matching=(${(M)${(P)2}:#${words[CURRENT]}*})
                (( $#matching )) && print -l -- $matching
            }
            _files() { print -l -- ${words[CURRENT]}*(N) }
            source script.zsh
            words=(provenance ${(s: :)1})
            CURRENT=$#words
            _provenance
            """;

        Assert.Equal(expected, Sorted(await RunAsync("zsh", "-f", "-c", Shell.ReplaceLineEndings("\n"), "zsh", typed)));
    }

    [TheoryNeeding(Needs.Linux, "fish")]
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

    [TheoryNeeding(Needs.Linux, "pwsh")]
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
}
