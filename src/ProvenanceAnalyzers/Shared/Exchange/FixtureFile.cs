namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>A data file that tests read.</summary>
/// <param name="Path">Its path relative to the project, or the <c>Link</c> of a linked file; with <c>/</c> between folders.</param>
/// <param name="Kind">
/// The glob that its name has in common with others of its kind: <c>*.json</c>, <c>*.verified.txt</c>; without one, the name.
/// </param>
/// <param name="Size">How many bytes it has; null where it could not be read.</param>
/// <param name="Digest">The digest of its bytes; null where it could not be read.</param>
internal sealed record FixtureFile(string Path, string Kind, long? Size, string? Digest)
{
    /// <summary>Where it lies, relative to the project, whatever its <c>Link</c> is: sections of policies go by that.</summary>
    public string PhysicalPath { get; init; } = Path;

    /// <summary>The same with links followed, where a policy asks and that is another; else empty.</summary>
    public string RealPath { get; init; } = string.Empty;

    private static readonly string[] SnapshotMarks = [".verified.", ".approved.", ".golden."];

    /// <summary>The folders in which the snapshot libraries keep what they compare with.</summary>
    private static readonly string[] SnapshotFolders = ["__snapshots__", "_snapshots", "Snapshots"];

    /// <summary>The folder it is in, with <c>/</c> at its end; empty for that of the project.</summary>
    public string Folder => Path.Substring(0, Path.LastIndexOf('/') + 1);

    /// <summary>Its name in that folder.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>The path or glob that names all files of its folder and kind.</summary>
    public string FolderAndKind => Folder + Kind;

    /// <summary>Whether a file is a snapshot: what a test has made once, and compares with ever after.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsSnapshot(string path)
    {
        if (path.EndsWith(".snap", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var mark in SnapshotMarks)
        {
            if (path.IndexOf(mark, path.LastIndexOf('/') + 1, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        var folders = path.Split('/');
        for (var index = 0; index < folders.Length - 1; index++)
        {
            if (folders[index].EndsWith(".verified", StringComparison.OrdinalIgnoreCase)
                || Array.Exists(SnapshotFolders, folder => string.Equals(folder, folders[index], StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The kind of a file.</summary>
    /// <param name="path">Its path, or its name alone.</param>
    /// <example>
    /// <c>*.json</c> of <c>Fixtures/a.b.json</c>, <c>*.verified.txt</c> of <c>A.Test.verified.txt</c>, <c>LICENSE</c> of <c>LICENSE</c>
    /// </example>
    public static string KindOf(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        foreach (var mark in SnapshotMarks)
        {
            var start = name.LastIndexOf(mark, StringComparison.Ordinal);
            if (start >= 0 && start + mark.Length < name.Length)
            {
                return "*" + name.Substring(start);
            }
        }

        var dot = name.LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1 ? "*" + name.Substring(dot) : name;
    }
}
