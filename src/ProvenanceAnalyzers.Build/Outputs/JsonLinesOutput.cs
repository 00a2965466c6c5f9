using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The manifest as one JSON object a line, each of which says what it is and of which assembly.</summary>
/// <param name="paths">Where it is wanted.</param>
internal sealed class JsonLinesOutput(IReadOnlyList<string> paths) : IRecordOutput
{
    /// <inheritdoc/>
    public IEnumerable<string> Write(Manifest manifest) =>
        ManifestFile.Write(paths, string.Concat(ManifestLine.Of(manifest).Select(line => Json.OneLine(line) + "\n")), manifest.Project);
}
