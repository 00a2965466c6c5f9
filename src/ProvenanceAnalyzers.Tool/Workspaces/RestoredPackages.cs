using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>What NuGet has written of a project's packages.</summary>
internal static class RestoredPackages
{
    private const string Assets = "project.assets.json";

    /// <summary>
    /// NuGet's file, which is above the folder that the compiler writes into: <c>obj</c> above <c>obj/Debug/net10.0</c>, wherever that is.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    public static string? FileOf(Project project)
    {
        const int Levels = 4;
        var folder = Path.GetDirectoryName(project.CompilationOutputInfo.AssemblyPath);
        for (var level = 0; level < Levels && !string.IsNullOrEmpty(folder); level++, folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, Assets);
            if (File.Exists(file))
            {
                return file;
            }
        }

        var usual = Path.Combine(Path.GetDirectoryName(project.FilePath)!, "obj", Assets);
        return File.Exists(usual) ? usual : null;
    }

    /// <summary>The warnings that NuGet gave when it restored a project. Each build repeats them, word by word.</summary>
    public static IReadOnlyList<string> WarningsOf(Project project)
    {
        try
        {
            if (FileOf(project) is not { } file)
            {
                return [];
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.TryGetProperty("logs", out var logs)
                ?
                [
                    .. logs.EnumerateArray()
                        .Where(log => log.TryGetProperty("level", out var level) && level.GetString() == "Warning")
                        .Select(log => log.TryGetProperty("message", out var message) ? message.GetString() : null)
                        .OfType<string>(),
                ]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException)
        {
            // Whoever cannot read it knows of no warning, and looks closer.
            return [];
        }
    }
}
