using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The version, which one property says, in the files that name it.</summary>
internal static partial class DerivedVersion
{
    public const string Definition = "Directory.Build.props";

    /// <summary>What a release is called: that of the packages, and behind a <c>v</c> the tag.</summary>
    public static string Current { get; } = Property("Version");

    public static string RepositoryUrl { get; } = Property("RepositoryUrl");

    /// <summary>The files that name it, which what is between their other words is written into.</summary>
    public static IReadOnlyList<DerivedFile> Files { get; } =
    [
        .. new[] { "README.md", "samples/Directory.Build.props", $"{DerivedFiles.Package}/PACKAGE.md" }
            .Concat(Directory.EnumerateFiles(Repository.PathOf($"{DerivedFiles.Package}/docs"), "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Where(file => Place().IsMatch(Repository.Read(file)))
                .Order(StringComparer.Ordinal))
            .Select(file => new DerivedFile(file, null, () => In(Repository.Read(file)))),
    ];

    /// <summary>A text in which each place that names a version of ours names the current one.</summary>
    public static string In(string text) => Place().Replace(text, Current);

    private static string Property(string name) => XDocument.Load(Repository.PathOf(Definition)).Descendants(name).Single().Value;

    /// <summary>A version behind the name of a package, of the property of the samples, or in the address of a file at a tag.</summary>
    [GeneratedRegex("""
        (?<=\bProvenanceAnalyzers(\.Tool)?("\ Version="|@|\ --version\ )
          |<ProvenanceAnalyzersVersion>
          |/ProvenanceAnalyzers/ProvenanceAnalyzers/blob/v)
        [0-9]+\.[0-9]+\.[0-9]+[-.0-9A-Za-z]*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Place();
}
