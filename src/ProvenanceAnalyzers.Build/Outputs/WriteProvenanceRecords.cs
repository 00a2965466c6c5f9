using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>Makes all outputs of the records of a project, and says in one line how much of it is declared and reviewed.</summary>
public sealed class WriteProvenanceRecords : RecordTask
{
    /// <summary>The records of the project's target frameworks.</summary>
    [Required]
    public string[] Records { get; set; } = [];

    /// <summary>The project file.</summary>
    [Required]
    public string Project { get; set; } = string.Empty;

    /// <summary>Where the project's baseline is: the one file that is its own; empty: its folder.</summary>
    public string Baseline { get; set; } = string.Empty;

    /// <summary>
    /// What to write, in this order: paths, each with its <c>Kind</c>. A <c>manifest</c> and a <c>jsonl</c> is a file;
    /// <c>training</c> is a folder; <c>baseline-update</c> and <c>baseline-check</c> is the place of the baseline.
    /// </summary>
    public ITaskItem[] Outputs { get; set; } = [];

    /// <summary>The full path of git; empty: the first one on PATH.</summary>
    public string Git { get; set; } = string.Empty;

    /// <summary>Whether people are named by a hash.</summary>
    public bool HashesPeople { get; set; }

    private protected override void Run()
    {
        if (Records.Length == 0)
        {
            throw new RecordException(ErrorCodes.IncompleteLog, "No target framework of the project left a record.", Project);
        }

        var outputs = RecordOutputs.Of(Outputs, Project);
        var manifest = Manifest.Read(Records, RepositoryPath.Of(Project));
        var isBaselineUpdated = outputs.OfType<BaselineOutput>().Any(output => output.IsUpdate);
        manifest = isBaselineUpdated ? manifest.WithBaselineOfToday() : manifest;
        Log.LogMessage(MessageImportance.High, "{0} ({1})", manifest.Summary, Path.GetFileNameWithoutExtension(Project));
        if (outputs.Count == 0)
        {
            return;
        }

        if (!isBaselineUpdated && Records.Length > 1)
        {
            manifest = manifest.WithFindings(ReportGoneEntries(manifest));
        }

        manifest = HashesPeople ? manifest.WithHashedPeople() : manifest;
        if (outputs.Any(output => output is ManifestOutput or JsonLinesOutput))
        {
            manifest = manifest with { Source = new BuiltRevision(Git).Of(Project, manifest) };
        }

        foreach (var output in outputs)
        {
            // An update has written it by now.
            foreach (var line in output.Write(manifest with { Baseline = BaselineRecord.Of(BaselineLines()) }))
            {
                Log.LogMessage(MessageImportance.High, "{0}", line);
            }
        }
    }

    private Baselines ReadBaselines() => new(Baseline.Length > 0 ? Baseline : Path.GetDirectoryName(Project)!);

    private IEnumerable<string> BaselineLines() =>
        ReadBaselines().Lines.Where(entry => entry.Line.Problem == BaselineProblem.None).Select(entry => entry.Line.Text);

    private IReadOnlyList<FindingRecord> ReportGoneEntries(Manifest manifest)
    {
        var folder = Path.GetDirectoryName(Project)!;
        var gone = GoneEntries.Find(manifest, ReadBaselines());
        foreach (var entry in gone)
        {
            var path = Path.Combine(folder, entry.Path);
            Log.LogMessage(null, entry.Rule, null, path, entry.Line, entry.Column, 0, 0, MessageImportance.High, "{0}", entry.Message);
        }

        return gone;
    }
}
