using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The lists of the files that may go into a training set, and of what stands against the others.</summary>
/// <param name="folders">The folders to write them into.</param>
/// <param name="log">Where it says how many files may.</param>
internal sealed class TrainingListsOutput(IReadOnlyList<string> folders, TaskLoggingHelper log) : IRecordOutput
{
    private const string IncludeName = "include.txt";
    private const string ExcludeName = "exclude.txt";

    /// <inheritdoc/>
    public void Write(Manifest manifest)
    {
        var split = new TrainingSplit(manifest);
        foreach (var folder in folders)
        {
            // What is new in the list of what may be used must not be there before the other list says what may not.
            AtomicFile.Write(Path.Combine(folder, ExcludeName), Text(split.Excluded));
            AtomicFile.Write(Path.Combine(folder, IncludeName), Text(split.Included));
        }

        log.LogMessage(
            MessageImportance.High,
            "Provenance: {0} may go into a training set: {1}",
            CountOf(split.Included.Count),
            Path.Combine(folders[0], IncludeName));
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string CountOf(int files) =>
        string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}", files, files == 1 ? "file" : "files");
}
