using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The manifest as one JSON object.</summary>
/// <param name="paths">Where it is wanted.</param>
internal sealed class ManifestOutput(IReadOnlyList<string> paths) : IRecordOutput
{
    /// <inheritdoc/>
    public IEnumerable<string> Write(Manifest manifest) => ManifestFile.Write(paths, Json.Indented(manifest), manifest.Project);
}
