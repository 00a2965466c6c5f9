using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>A file that a build gives the analyzers beside the sources.</summary>
/// <param name="path">The file.</param>
internal sealed class FileOfBuild(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) =>
        File.Exists(path) ? SourceText.From(ProjectFolder.ReadOrEmpty(path)) : null;
}
