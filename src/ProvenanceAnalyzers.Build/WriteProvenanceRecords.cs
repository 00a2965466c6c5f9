using System.Globalization;
using Microsoft.Build.Framework;

namespace ProvenanceAnalyzers.Build;

/// <summary>Writes the baseline and the manifest of a project, and says in one line how much of it is declared and reviewed.</summary>
public sealed class WriteProvenanceRecords : RecordTask
{
    /// <summary>The records of the project's target frameworks.</summary>
    [Required]
    public string[] Records { get; set; } = [];

    /// <summary>The project file, in the folder where the baseline is.</summary>
    [Required]
    public string Project { get; set; } = string.Empty;

    /// <summary><c>update</c>, <c>check</c>, or nothing.</summary>
    public string Baseline { get; set; } = string.Empty;

    /// <summary>The manifests to write.</summary>
    public string[] Manifests { get; set; } = [];

    /// <summary>The folders to write the training lists into.</summary>
    public string[] TrainingFolders { get; set; } = [];

    /// <summary>Whether manifests are JSON Lines.</summary>
    public bool IsJsonLines { get; set; }

    /// <summary>Whether people are named by a hash.</summary>
    public bool HashesPeople { get; set; }

    private protected override void Run()
    {
        if (Records.Length == 0)
        {
            throw new RecordException(ErrorCodes.IncompleteLog, "No target framework of the project left a record.", Project);
        }

        var record = MergedRecord.Read(Records);
        Log.LogMessage(MessageImportance.High, "{0} ({1})", new Summary(record.Units), Path.GetFileNameWithoutExtension(Project));
        if (Manifests.Length > 0 || Baseline.Length > 0)
        {
            WriteBaseline(record);
            WriteManifests(new Manifest(record, RepositoryPath.Of(Project), HashesPeople));
            WriteTrainingLists(record);
        }
    }

    private void WriteBaseline(MergedRecord record)
    {
        var baselines = new Baselines(Path.GetDirectoryName(Project)!);
        if (Baseline.Equals("update", StringComparison.OrdinalIgnoreCase))
        {
            baselines.Update(Baselines.LinesFor(record.Units));
            foreach (var unit in record.Units)
            {
                unit["baseline"] = UnitRecord.BelongsInBaseline(unit);
            }

            return;
        }

        if (Records.Length > 1)
        {
            ReportGoneEntries(record, baselines);
        }

        if (Baseline.Equals("check", StringComparison.OrdinalIgnoreCase))
        {
            baselines.Check(Baselines.LinesFor(record.Units));
        }
    }

    private void ReportGoneEntries(MergedRecord record, Baselines baselines)
    {
        var gone = GoneEntries.Find(record, baselines);
        record.Add(gone);
        foreach (var entry in gone)
        {
            Log.LogMessage(
                null,
                (string)entry["rule"]!,
                null,
                Path.Combine(Path.GetDirectoryName(Project)!, (string)entry["path"]!),
                (int)entry["line"]!,
                (int)entry["column"]!,
                0,
                0,
                MessageImportance.High,
                "{0}",
                (string)entry["message"]!);
        }
    }

    private void WriteManifests(Manifest manifest)
    {
        var text = Manifests.Length == 0 ? string.Empty : IsJsonLines ? manifest.ToJsonLines() : manifest.ToJson();
        foreach (var path in Manifests)
        {
            manifest.Write(path, text);
        }
    }

    private void WriteTrainingLists(MergedRecord record)
    {
        if (TrainingFolders.Length == 0)
        {
            return;
        }

        var split = new TrainingSplit(record);
        foreach (var folder in TrainingFolders)
        {
            // What is new in the list of what may be used must not be there before the other list says what may not.
            AtomicFile.Write(Path.Combine(folder, "exclude.txt"), Text(split.Excluded));
            AtomicFile.Write(Path.Combine(folder, "include.txt"), Text(split.Included));
        }

        Log.LogMessage(
            MessageImportance.High, "Provenance: {0} may go into a training set: {1}", CountOf(split.Included.Count), Path.Combine(TrainingFolders[0], "include.txt"));

        static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

        static string CountOf(int count) => string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}", count, count == 1 ? "file" : "files");
    }
}
