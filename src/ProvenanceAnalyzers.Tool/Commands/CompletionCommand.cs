using System.CommandLine;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary>
/// <c>provenance completion</c>: the script by which a shell completes the command line. It asks the command itself, through the directive
/// <c>[suggest:POSITION]</c> of System.CommandLine, so that no list of options exists twice.
/// </summary>
internal static class CompletionCommand
{
    /// <summary>The script of each shell. Where the command suggests nothing, the shell completes names of files.</summary>
    /// <remarks>
    /// The command must not have the terminal as its input: it would take what somebody types ahead.
    /// Sources: the manual of bash (Programmable Completion), of zsh (zshcompsys), of fish (<c>complete</c>), and the reference of
    /// PowerShell (<c>Register-ArgumentCompleter</c>).
    /// </remarks>
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # In ~/.bashrc: source <(provenance completion bash)
            _provenance() {
                local suggested
                suggested=$(provenance "[suggest:$COMP_POINT]" "$COMP_LINE" </dev/null 2>/dev/null)
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$suggested" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _provenance provenance
            """,
        ["zsh"] = """
            # In ~/.zshrc, after compinit: source <(provenance completion zsh)
            _provenance() {
                local -a suggested
                local line="${(j: :)${(@)words[1,CURRENT]}}"
                suggested=(${(f)"$(provenance "[suggest:${#line}]" "$line" </dev/null 2>/dev/null)"})
                compadd -a suggested || _files
            }
            compdef _provenance provenance
            """,
        ["fish"] = """
            # provenance completion fish > ~/.config/fish/completions/provenance.fish
            function __provenance
                set -l line (commandline --current-process --cut-at-cursor)
                set -l at (string length -- "$line")
                set -l suggested (provenance "[suggest:$at]" "$line" </dev/null 2>/dev/null | string match --regex ".+")
                if test (count $suggested) -gt 0
                    printf '%s\n' $suggested
                    # Where only options may come, so may a file.
                    if string match --quiet --invert -- '-*' $suggested
                        return
                    end
                end
                __fish_complete_path (commandline --current-token --cut-at-cursor)
            end
            complete --command provenance --no-files --arguments '(__provenance)'
            """,
        ["pwsh"] = """
            # In $PROFILE: provenance completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName provenance -ScriptBlock {
                param($word, $command, $position)
                $at = $position - $command.Extent.StartOffset
                provenance "[suggest:$at]" "$command" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    /// <summary>The shells that have one.</summary>
    public static IReadOnlyCollection<string> Shells => Scripts.Keys;

    /// <summary>The script of a shell.</summary>
    public static string ScriptOf(string shell) => Scripts[shell].ReplaceLineEndings("\n") + "\n";

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"The shell: {string.Join(", ", Shells)}." };
        shell.AcceptOnlyFromAmong([.. Shells]);
        var command = new Command(
            "completion", "Writes the script by which a shell completes this command; its first line says where it goes.")
        {
            shell,
        };
        command.SetAction((parsed, cancellationToken) => Program.RunAsync(
            () =>
            {
                Console.Out.Write(ScriptOf(parsed.GetValue(shell)!));
                return Task.FromResult(ExitCode.Nothing);
            },
            cancellationToken));
        return command;
    }
}
