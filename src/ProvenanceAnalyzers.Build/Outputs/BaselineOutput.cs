using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The baseline: what is undeclared now; or, where none is to be written, that it would not grow.</summary>
/// <param name="places">Where it is; see <see cref="Baselines(string)"/>.</param>
/// <param name="isUpdate">Whether it is written.</param>
internal sealed class BaselineOutput(IReadOnlyList<string> places, bool isUpdate) : IRecordOutput
{
    /// <summary>Whether it is written.</summary>
    public bool IsUpdate { get; } = isUpdate;

    /// <inheritdoc/>
    public IEnumerable<string> Write(Manifest manifest)
    {
        var lines = Baselines.LinesFor(manifest.Units.Select(unit => unit.Item));
        var written = new List<string>();
        foreach (var place in places)
        {
            var baselines = new Baselines(place);
            if (IsUpdate)
            {
                written.AddRange(baselines.Update(lines));
            }
            else
            {
                baselines.Check(lines);
            }
        }

        return RecordLines.Written($"the baseline has {RecordLines.Count(lines.Count, "line")}", written);
    }
}
