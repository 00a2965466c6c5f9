using System.Collections;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>Runs programs as a developer's shell would: without what the test host has set for its own build.</summary>
internal static class ChildProcess
{
    private static readonly string[] InheritedFromTestHost =
        ["MSBUILD", "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "VSTEST", "CORECLR_", "COR_", "NUGET_PACKAGES", "PROVENANCE"];

    // A build server's own variables, which the projects of a developer's machine do not see.
    private static readonly string[] OfBuildServer = ["CI", "ContinuousIntegrationBuild"];

    private static readonly string DotnetPath = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static readonly Dictionary<string, string?> ChildEnvironment = CreateEnvironment();

    /// <summary>Far beyond what any command here takes: it only turns a hang into a failure.</summary>
    public static TimeSpan HangLimit { get; } = TimeSpan.FromMinutes(10);

    /// <summary>A <c>dotnet</c> command for a caller that talks with it while it runs.</summary>
    public static Command Dotnet(string directory, params IEnumerable<string> arguments)
        => CreateCommand(DotnetPath, directory, arguments, ChildEnvironment);

    public static Task<CommandOutput> DotnetAsync(string directory, params IEnumerable<string> arguments)
        => RunAsync(DotnetPath, directory, arguments);

    /// <summary>Runs <c>dotnet</c> with environment variables beside the others, or instead of them.</summary>
    public static Task<CommandOutput> DotnetAsync(
        string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
        => RunAsync(DotnetPath, directory, arguments, environment);

    public static Task<CommandOutput> GitAsync(string directory, params IEnumerable<string> arguments)
        => RunAsync("git", directory, arguments);

    /// <summary>Runs <c>git</c> with environment variables beside the others, and something to read.</summary>
    public static Task<CommandOutput> GitAsync(
        string directory, IReadOnlyDictionary<string, string> environment, string? input, IEnumerable<string> arguments)
        => RunAsync("git", directory, arguments, environment, input);

    /// <summary>Runs lines of a page, as a reader's shell would; the first that fails ends it.</summary>
    public static Task<CommandOutput> ShellAsync(string directory, string lines)
        => RunAsync("bash", directory, ["-e", "-u", "-o", "pipefail", "-c", lines]);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<CommandOutput> RunAsync(
        string program,
        string directory,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? input = null)
    {
        var variables = WithoutTestHost(
            environment?.ToDictionary(variable => variable.Key, variable => (string?)variable.Value) ?? []);
        using var limit = new CancellationTokenSource(HangLimit);
        var command = CreateCommand(program, directory, arguments, variables);
        command = input == null ? command : command.WithStandardInputPipe(PipeSource.FromString(input, Encoding.UTF8));
        var result = await command.ExecuteBufferedAsync(limit.Token);
        return new CommandOutput(command.ToString(), result.ExitCode, result.StandardOutput + result.StandardError);
    }

    /// <summary>Variables for a program that is started elsewhere: those given, and without what the test host has set.</summary>
    public static IReadOnlyDictionary<string, string?> WithoutTestHost(IReadOnlyDictionary<string, string?> variables)
    {
        var all = new Dictionary<string, string?>(ChildEnvironment);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return all;
    }

    private static Command CreateCommand(
        string program, string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> variables)
        => Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(directory)
            .WithEnvironmentVariables(variables)
            .WithValidation(CommandResultValidation.None);

    private static Dictionary<string, string?> CreateEnvironment()
    {
        var variables = new Dictionary<string, string?>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (InheritedFromTestHost.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                || OfBuildServer.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                variables[name] = null;
            }
        }

        variables["DOTNET_CLI_UI_LANGUAGE"] = "en";
        variables["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        variables["DOTNET_NOLOGO"] = "1";
        // No process may stay behind that holds files of a folder the test is about to delete.
        variables["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        variables["MSBUILDDISABLENODEREUSE"] = "1";
        return variables;
    }
}
