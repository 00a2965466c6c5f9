using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>The .NET SDK that a folder's projects are built with.</summary>
internal static class DotnetSdk
{
    private const string GlobalJson = "global.json";

    /// <summary>Sees to it that there is one, before something less clear is said of its absence.</summary>
    /// <param name="folder">The folder of the solution, full.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ToolException">There is none, or not the one that <c>global.json</c> asks for.</exception>
    public static async Task RequireAsync(string folder, CancellationToken cancellationToken)
    {
        DotnetProgram.RequireOnPath();
        if ((await AskAsync(folder, "--version", cancellationToken).ConfigureAwait(false)).ExitCode == 0)
        {
            return;
        }

        var listed = await AskAsync(folder, "--list-sdks", cancellationToken).ConfigureAwait(false);
        throw new ToolException(Missing(
            FileAbove(folder) is { } file ? (file, VersionIn(File.ReadAllText(file))) : null,
            [.. listed.StandardOutput.Split('\n').Select(line => line.Split('[')[0].Trim()).Where(version => version.Length > 0)]));
    }

    /// <summary>What is said where the SDK is missing.</summary>
    /// <param name="asked">The <c>global.json</c> that asks for one, and its version; null where there is no such file.</param>
    /// <param name="installed">The versions that are installed.</param>
    internal static string Missing((string File, string? Version)? asked, IReadOnlyList<string> installed)
    {
        var have = installed.Count > 0 ? $"Installed: {string.Join(", ", installed)}." : "None is installed.";
        return asked is { } file
            ? $"'{file.File}' asks for the .NET SDK {file.Version ?? "of a version that it does not name"}, which is not installed. {have} "
                + $"Install it, or change {GlobalJson}."
            : $"There is no .NET SDK that could build this. {have} Install the .NET SDK.";
    }

    /// <summary>The version that the text of a <c>global.json</c> asks for; null where it names none.</summary>
    internal static string? VersionIn(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(
                text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.TryGetProperty("sdk", out var sdk) && sdk.TryGetProperty("version", out var version)
                ? version.GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? FileAbove(string folder)
    {
        for (var current = folder; current != null; current = Path.GetDirectoryName(current))
        {
            var file = Path.Combine(current, GlobalJson);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static async Task<BufferedCommandResult> AskAsync(string folder, string option, CancellationToken cancellationToken)
    {
        var result = await Cli.Wrap("dotnet")
            .WithArguments([option])
            .WithWorkingDirectory(folder)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellationToken)
            .ConfigureAwait(false);
        await Interruption.RequireNoneAsync(result.ExitCode, cancellationToken).ConfigureAwait(false);
        return result;
    }
}
