using System.Diagnostics.CodeAnalysis;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>The command <c>dotnet</c>, which restores packages and loads projects.</summary>
internal static class DotnetProgram
{
    private const string PathVariable = "PATH";

    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>
    /// Sees to it that what this process starts finds <c>dotnet</c>: where the PATH has none, it gets the one that runs this.
    /// </summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static void RequireOnPath()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable) ?? string.Empty;
        if (FolderToAdd(path, Known(), File.Exists) is { Length: > 0 } folder)
        {
            // What loads projects starts it by its name alone.
            Environment.SetEnvironmentVariable(PathVariable, path.Length > 0 ? path + Path.PathSeparator + folder : folder);
        }
    }

    /// <summary>The folder that has to come onto the PATH; empty where it has <c>dotnet</c>.</summary>
    /// <param name="path">The PATH.</param>
    /// <param name="known">Where else <c>dotnet</c> may be, the best first; full paths.</param>
    /// <param name="exists">Whether there is a file.</param>
    /// <exception cref="ToolException">It is nowhere.</exception>
    internal static string FolderToAdd(string path, IEnumerable<string?> known, Func<string, bool> exists) =>
        path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => exists(Path.Combine(folder, FileName)))
            ? string.Empty
            : known.FirstOrDefault(file => file != null && Path.GetFileName(file) == FileName && exists(file)) is { } found
                ? Path.GetDirectoryName(found)!
                : throw new ToolException("dotnet was not found on the PATH. Install the .NET SDK, or put it on the PATH.");

    [SuppressMessage("SingleFile", "IL3000", Justification = "The tool is a folder of files.")]
    private static IEnumerable<string?> Known()
    {
        yield return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        yield return Environment.ProcessPath;
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return Path.Combine(root, FileName);
        }

        // ROOT/shared/Microsoft.NETCore.App/VERSION, which runs this very process.
        yield return Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", FileName));
    }
}
