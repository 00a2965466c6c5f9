using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The lists of the files that may go into a training set, and of what stands against the others.</summary>
/// <param name="folders">The folders to write them into.</param>
/// <param name="project">The project file.</param>
internal sealed class TrainingListsOutput(IReadOnlyList<string> folders, string project) : IRecordOutput
{
    private const string IncludeName = "include.txt";
    private const string ExcludeName = "exclude.txt";

    /// <inheritdoc/>
    public IEnumerable<string> Write(Manifest manifest)
    {
        var split = new TrainingSplit(manifest, RealPathsInRepository());
        foreach (var folder in folders)
        {
            // What is new in the list of what may be used must not be there before the other list says what may not.
            AtomicFile.Write(Path.Combine(folder, ExcludeName), Text(split.Excluded));
            AtomicFile.Write(Path.Combine(folder, IncludeName), Text(split.Included));
        }

        var against = RecordLines.Count(split.Excluded.Count, "reason");
        return
        [
            .. RecordLines.Written(
                $"{RecordLines.Count(split.Included.Count, "file")} may go into a training set",
                folders.Select(folder => Path.Combine(folder, IncludeName))),
            .. RecordLines.Written(
                $"{against} against other files {(split.Excluded.Count == 1 ? "is" : "are")} listed",
                folders.Select(folder => Path.Combine(folder, ExcludeName))),
        ];
    }

    private Func<string, string?> RealPathsInRepository()
    {
        var real = new RealPaths();
        var root = Paths.NormalizeDirectory(RepositoryPath.RootOf(Path.GetFullPath(project)));
        var realRoot = real.OfFolder(root);
        return path => realRoot != null && real.Of(Paths.Resolve(path, root)) is { } place ? Paths.Relative(place, realRoot) : null;
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
