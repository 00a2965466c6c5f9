using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// The assemblies of the test frameworks that a project has restored. Only where options ask of tests what they do not ask of other code
/// must one be told from the other.
/// </summary>
internal static class TestFrameworkReferences
{
    private static readonly string[] Packages = ["xunit", "nunit", "mstest", "tunit"];

    /// <summary>Finds them in what restoring has left; none where that cannot be read.</summary>
    public static IReadOnlyList<MetadataReference> Of(string? assets)
    {
        if (assets == null)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
            var folders = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
            var paths =
                from framework in document.RootElement.GetProperty("targets").EnumerateObject().Take(1)
                from library in framework.Value.EnumerateObject()
                where Array.Exists(Packages, name => library.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                where library.Value.TryGetProperty("compile", out _)
                from file in library.Value.GetProperty("compile").EnumerateObject()
                from folder in folders
                let path = Path.Combine(folder, library.Name.ToLowerInvariant(), file.Name)
                where path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(path)
                select path;
            return [.. paths.Distinct().Select(path => MetadataReference.CreateFromFile(path))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            return [];
        }
    }
}
