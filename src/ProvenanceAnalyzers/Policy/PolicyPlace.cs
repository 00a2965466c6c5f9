using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Policy;

/// <summary>A place that an annotation covers.</summary>
/// <param name="File">The source file whose options hold there: of a fixture file that in which the annotation stands.</param>
/// <param name="IsTest">Whether it is test code or a fixture file.</param>
/// <param name="Fixture">The path of the fixture file; null for code.</param>
internal readonly record struct PolicyPlace(SourceFile File, bool IsTest, string? Fixture = null)
{
    /// <summary>The path of what is covered.</summary>
    public string Path => Fixture ?? File.Path;
}
