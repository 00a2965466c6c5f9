using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Model;

/// <summary>An annotation in source and where it stands.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Symbol">What it stands on; null where it stands on the assembly.</param>
/// <param name="Provenance">The context of the compilation.</param>
internal readonly record struct PlacedAnnotation(
    ProvenanceAnnotation Value, ISymbol? Symbol, ProvenanceContext Provenance)
{
    /// <summary>Whether it stands on the assembly.</summary>
    public bool IsOnAssembly => Symbol == null;

    /// <summary>The file it stands in; its options hold for it.</summary>
    public SourceFile File => Provenance.Files.Of(Value.Syntax!.SyntaxTree);

    /// <summary>The attribute as written.</summary>
    public AttributeSyntax? Syntax => Value.Syntax!.GetSyntax() as AttributeSyntax;

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
