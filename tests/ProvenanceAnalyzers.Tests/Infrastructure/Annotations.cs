using System.Reflection;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>The attributes as the package injects them.</summary>
internal static class Annotations
{
    private const string Prefix = "Annotations/";

    /// <summary>File names and their text.</summary>
    public static IReadOnlyList<(string FileName, string Text)> Sources { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (name[Prefix.Length..], Resources.ReadText(name))),
    ];
}
