using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>Code, what is declared of it, and what history tells.</summary>
/// <param name="What">What messages call it: <c>class 'Order'</c>.</param>
/// <param name="Declared">What is declared.</param>
/// <param name="Evidence">What history tells.</param>
/// <param name="Place">What names the code.</param>
/// <param name="Options">The options that hold for it.</param>
/// <param name="Provenance">The context of the compilation.</param>
internal sealed record DeclaredCode(
    string What,
    DeclaredProvenance Declared,
    CodeEvidence Evidence,
    Location Place,
    ProvenanceOptions Options,
    ProvenanceContext Provenance)
{
    /// <summary>Whether it is all the top-level statements of a file.</summary>
    public bool IsFile { get; init; }

    /// <summary>
    /// Where an annotation can be corrected: on itself where it is about this code and nothing else, else where the code is named.
    /// </summary>
    public Location LocationOf(ProvenanceAnnotation annotation, Func<PlacedAnnotation, Location> find) =>
        IsAboutItAlone(annotation) && annotation.Syntax is { } syntax && syntax.SyntaxTree == Place.SourceTree
            ? find(new PlacedAnnotation(annotation, Symbol: null, Provenance))
            : Place;

    private bool IsAboutItAlone(ProvenanceAnnotation annotation) =>
        Declared.Level is ProvenanceLevel.Type or ProvenanceLevel.Member
        || (IsFile && TargetPattern.Parse(annotation.Target, out _) is { HasWildcard: false });
}
