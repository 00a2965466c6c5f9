using System.Collections.Immutable;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>Files as real code bases have them, byte for byte; those that differ after the first dot alone are compiled together.</summary>
internal static class SampleFiles
{
    private const string Folder = "CodeFixes";

    /// <summary>The files of each project by the project's name: <c>Partial</c> has <c>Partial.1.cs</c> and <c>Partial.2.cs</c>.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<SampleFile>> Projects { get; } = Resources.Names(Folder)
        .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
        .Select(name => new SampleFile(name[(Folder.Length + 1)..], Resources.ReadBytes(name)))
        .GroupBy(file => file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)])
        .ToImmutableSortedDictionary(project => project.Key, project => project.ToImmutableArray(), StringComparer.Ordinal);
}

/// <param name="Name">The file's name.</param>
/// <param name="Bytes">What is on the disk, the byte order mark included.</param>
internal sealed record SampleFile(string Name, byte[] Bytes);
