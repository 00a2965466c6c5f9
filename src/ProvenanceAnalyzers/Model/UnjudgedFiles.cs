using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The files outside the intermediate output path that count as generated, so that nothing in them is judged, and of which no option says
/// that this is right.
/// </summary>
internal static class UnjudgedFiles
{
    /// <summary>Finds them, in the order of their paths.</summary>
    public static IReadOnlyList<SourceFile> Find(ProvenanceContext provenance, CancellationToken cancellationToken) =>
    [
        .. provenance.Files.All
            .Where(file => IsSaidToBeGenerated(file, cancellationToken) && !IsNamed(file, provenance))
            .OrderBy(file => file.PhysicalPath, StringComparer.Ordinal),
    ];

    /// <summary>The policies that say which files may be generated.</summary>
    public static IEnumerable<ScopedPolicy> Listing(SourceFile file) =>
        file.Options.Policies.Where(policy => policy.TextOf(OptionDefinitions.GeneratedFiles) != null);

    /// <summary>Whether a file is generated because somebody says so, and not because the build makes it.</summary>
    private static bool IsSaidToBeGenerated(SourceFile file, CancellationToken cancellationToken) =>
        file.GenerationOf(cancellationToken)
            is Generation.Metadata or Generation.Setting or Generation.Name or Generation.Comment;

    /// <summary>
    /// Under a policy it alone says what may be generated; of several each that says so or asks for anything must. What counts is where a
    /// file lies: its link, which the project file sets, would carry it to where generated files rightly are.
    /// </summary>
    private static bool IsNamed(SourceFile file, ProvenanceContext provenance) => provenance.Facts.Policies.IsEmpty
        ? Names(file.Options, file.PhysicalPath)
        : Listing(file).Any() && file.Options.Policies
            .Where(policy => policy.Asks || policy.TextOf(OptionDefinitions.GeneratedFiles) != null)
            .All(policy => Names(policy.Options, file.PhysicalPath));

    private static bool Names(ProvenanceOptions options, string path) => options.GeneratedFiles.Any(glob => glob.IsMatch(path));
}
