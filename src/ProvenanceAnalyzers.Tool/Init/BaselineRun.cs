using CliWrap;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The build that writes the baseline. It is the user's own <c>dotnet</c> that builds.</summary>
internal static class BaselineRun
{
    private const string Property = "-p:ProvenanceBaseline=update";

    /// <summary>What somebody types to write it.</summary>
    public static string CommandFor(InitPlace place) =>
        place.Target is { } target
            ? $"dotnet build {(target.Contains(' ', StringComparison.Ordinal) ? $"\"{target}\"" : target)} {Property}"
            : $"dotnet build {Property}";

    /// <summary>Writes it, and shows what the build says.</summary>
    /// <exception cref="ToolException">The build fails, or cannot be started.</exception>
    public static async Task RunAsync(InitPlace place, TextWriter output, CancellationToken cancellationToken)
    {
        IEnumerable<string> target = place.Target is { } named ? [named] : [];
        try
        {
            var result = await Cli.Wrap("dotnet")
                .WithArguments(["build", .. target, Property, "-tl:off", "--nologo"])
                .WithWorkingDirectory(place.Root)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(output.WriteLine))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(output.WriteLine))
                .ExecuteAsync(cancellationToken)
                .ConfigureAwait(false);
            await Interruption.RequireNoneAsync(result.ExitCode, cancellationToken).ConfigureAwait(false);
            if (result.ExitCode != 0)
            {
                throw new ToolException($"The baseline is not written: the build failed. Mend what it says, and run: {CommandFor(place)}");
            }
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new ToolException($"dotnet cannot be started: {exception.Message}. Install the .NET SDK, or put it on the PATH.");
        }
    }
}
