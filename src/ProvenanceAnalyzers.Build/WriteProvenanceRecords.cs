using Microsoft.Build.Framework;
using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build;

/// <summary>Writes the baseline and the manifest of a project, and says in one line how much of it is declared and reviewed.</summary>
public sealed class WriteProvenanceRecords : RecordTask
{
    /// <summary>The records of the project's target frameworks.</summary>
    [Required]
    public string[] Records { get; set; } = [];

    /// <summary>The project's folder, where the baseline is.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = string.Empty;

    /// <summary><c>update</c>, <c>check</c>, or nothing.</summary>
    public string Baseline { get; set; } = string.Empty;

    /// <summary>The manifests to write.</summary>
    public string[] Manifests { get; set; } = [];

    /// <summary>Whether manifests are JSON Lines.</summary>
    public bool IsJsonLines { get; set; }

    /// <summary>Whether people are named by a hash.</summary>
    public bool HashesPeople { get; set; }

    private protected override void Run()
    {
        if (Records.Length == 0)
        {
            throw new RecordException(ErrorCodes.IncompleteLog, "No target framework of the project left a record.", ProjectDirectory);
        }

        var record = MergedRecord.Read(Records);
        Log.LogMessage(MessageImportance.High, "{0}", new Summary(record.Units));
        if (Manifests.Length > 0 || Baseline.Length > 0)
        {
            WriteBaseline(record.Units);
            WriteManifests(new Manifest(record, HashesPeople));
        }
    }

    private void WriteBaseline(IReadOnlyList<JObject> units)
    {
        var lines = Baselines.LinesFor(units);
        if (Baseline.Equals("check", StringComparison.OrdinalIgnoreCase))
        {
            new Baselines(ProjectDirectory).Check(lines);
        }
        else if (Baseline.Equals("update", StringComparison.OrdinalIgnoreCase))
        {
            new Baselines(ProjectDirectory).Update(lines);
            foreach (var unit in units)
            {
                unit["baseline"] = UnitRecord.BelongsInBaseline(unit);
            }
        }
    }

    private void WriteManifests(Manifest manifest)
    {
        var text = Manifests.Length == 0 ? string.Empty : IsJsonLines ? manifest.ToJsonLines() : manifest.ToJson();
        foreach (var path in Manifests)
        {
            AtomicFile.Write(path, text);
        }
    }
}
