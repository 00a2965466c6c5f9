using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers;

/// <summary>An annotation in source and where it stands.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Symbol">What it stands on; null in the assembly form.</param>
/// <param name="Provenance">The context of the compilation.</param>
/// <param name="CancellationToken">Ends the work.</param>
internal readonly record struct PlacedAnnotation(
    AIProvenance Value, ISymbol? Symbol, ProvenanceContext Provenance, CancellationToken CancellationToken)
{
    /// <summary>Whether it has the assembly form.</summary>
    public bool IsOnAssembly => Symbol == null;

    /// <summary>The file it stands in; its options hold for it.</summary>
    public SourceFile File => Provenance.FileOf(Value.Syntax!.SyntaxTree);

    /// <summary>The attribute as written.</summary>
    public AttributeSyntax? Syntax => Value.Syntax!.GetSyntax(CancellationToken) as AttributeSyntax;

    /// <summary>The whole attribute.</summary>
    public Location Location => Location.Create(Value.Syntax!.SyntaxTree, Value.Syntax.Span);

    /// <summary>The argument for the origin, or null.</summary>
    public AttributeArgumentSyntax? OriginArgument =>
        Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals == null);

    /// <summary>The argument for a field, or null.</summary>
    /// <param name="field">The field's name: <c>Tool</c>.</param>
    public AttributeArgumentSyntax? Argument(string field) =>
        Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == field);

    /// <summary>The value that is written for a field, or the whole attribute where there is none.</summary>
    /// <param name="field">The field's name: <c>Tool</c>.</param>
    public Location LocationOf(string field) => Argument(field)?.Expression.GetLocation() ?? Location;
}
