using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The baseline: what is undeclared now; or, where none is to be written, that it would not grow.</summary>
/// <param name="folders">The folders that have one.</param>
/// <param name="isUpdate">Whether it is written.</param>
internal sealed class BaselineOutput(IReadOnlyList<string> folders, bool isUpdate) : IRecordOutput
{
    /// <summary>Whether it is written.</summary>
    public bool IsUpdate { get; } = isUpdate;

    /// <inheritdoc/>
    public void Write(Manifest manifest)
    {
        var lines = Baselines.LinesFor(manifest.Units.Select(unit => unit.Item));
        foreach (var folder in folders)
        {
            var baselines = new Baselines(folder);
            if (IsUpdate)
            {
                baselines.Update(lines);
            }
            else
            {
                baselines.Check(lines);
            }
        }
    }
}
