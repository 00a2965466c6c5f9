using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>An additional file.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text; null: it cannot be read.</param>
internal sealed class InMemoryText(string path, string? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text != null ? SourceText.From(text) : null;
}
