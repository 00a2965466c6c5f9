using DiffPlex;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tool.History;

/// <summary>
/// Breaks code into lines where the compiler does, and nowhere else: a form feed ends no line, and what is shown of a line must be that
/// line.
/// </summary>
internal sealed class SourceLines : IChunker
{
    public static SourceLines Instance { get; } = new();

    /// <summary>The lines of a text, without their ends.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. SourceText.From(text).Lines.Select(line => line.ToString())];

    public IReadOnlyList<string> Chunk(string text) => Of(text);
}
