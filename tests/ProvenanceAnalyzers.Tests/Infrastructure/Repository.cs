using System.Reflection;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>The files of the repository that the code is held against.</summary>
internal static class Repository
{
    public static string Root { get; } = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    public static string Read(string relativePath) => File.ReadAllText(PathOf(relativePath)).ReplaceLineEndings("\n");

    /// <summary>The paths of the C# files below some folders, but for what is built, relative to the repository.</summary>
    public static IEnumerable<string> CSharpFiles(params string[] folders) => folders
        .SelectMany(folder => CSharpFilesIn(new DirectoryInfo(PathOf(folder))))
        .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The rows of the Markdown table that has a header, cell by cell.</summary>
    public static IReadOnlyList<string[]> ReadTable(string relativePath, params string[] header)
    {
        var lines = Read(relativePath).Split('\n');
        var start = Array.FindIndex(lines, line => Cells(line).SequenceEqual(header));
        Assert.True(start >= 0, $"{relativePath} has no table with the columns {string.Join(", ", header)}.");
        return [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
    }

    private static IEnumerable<FileInfo> CSharpFilesIn(DirectoryInfo folder) => folder.EnumerateFiles("*.cs").Concat(folder
        .EnumerateDirectories()
        .Where(inner => inner.Name is not ("bin" or "obj" or "artifacts") && !inner.Name.StartsWith('.'))
        .SelectMany(CSharpFilesIn));

    private static string[] Cells(string line) =>
        line.StartsWith('|') ? [.. line.Trim('|').Split(" |").Select(cell => cell.Trim().TrimEnd('|').Trim())] : [];
}
