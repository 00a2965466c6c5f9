using System.Text.Json;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>One result in the compiler's error log.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, or <c>note</c> for what only informs.</param>
/// <param name="File">The file relative to the workspace, or in full if it is outside, or empty.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">The text.</param>
/// <param name="Suppressed">Whether a pragma or an attribute suppresses it.</param>
/// <param name="Project">The project and its target framework: <c>Lib.net10.0</c>.</param>
internal sealed record Diagnostic(
    string Id, string Level, string File, int Line, int Column, string Message, bool Suppressed, string Project)
{
    /// <summary>What a test usually compares: where, how severe and which.</summary>
    public string Summary => $"{File}({Line},{Column}): {Level} {Id}{(Suppressed ? " suppressed" : "")}";

    public override string ToString() => $"{Summary}: {Message} [{Project}]";

    public static IEnumerable<Diagnostic> ReadErrorLog(string path, string workspace)
    {
        var project = Path.GetFileNameWithoutExtension(path);
        using var log = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        foreach (var result in log.RootElement.GetProperty("runs").EnumerateArray()
            .SelectMany(run => run.GetProperty("results").EnumerateArray()))
        {
            var (file, line, column) = ReadLocation(result, workspace);
            yield return new Diagnostic(
                result.GetProperty("ruleId").GetString()!,
                result.GetProperty("level").GetString()!,
                file,
                line,
                column,
                result.GetProperty("message").GetProperty("text").GetString()!,
                result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0,
                project);
        }
    }

    private static (string File, int Line, int Column) ReadLocation(JsonElement result, string workspace)
    {
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
        {
            return ("", 0, 0);
        }

        var location = locations[0].GetProperty("physicalLocation");
        var address = location.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.LocalPath : Uri.UnescapeDataString(address);
        var relative = Path.GetRelativePath(workspace, path);
        var file = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        var region = location.GetProperty("region");
        return (file.Replace('\\', '/'), region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
    }
}
