using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Model;

/// <summary>A review marker in source and where it stands.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Symbol">What it stands on; null where it stands on the assembly.</param>
/// <param name="Provenance">The context of the compilation.</param>
internal readonly record struct PlacedMarker(
    ReviewMarker Value, ISymbol? Symbol, ProvenanceContext Provenance)
{
    private static readonly string[] ParameterNames = ["reviewer", "on"];

    /// <summary>The file it stands in.</summary>
    public SourceFile File => Provenance.Files.Of(Value.Syntax!.SyntaxTree);

    /// <summary>The attribute as written.</summary>
    public AttributeSyntax? Syntax => Value.Syntax!.GetSyntax() as AttributeSyntax;

    /// <summary>The whole attribute.</summary>
    public Location Location => Location.Create(Value.Syntax!.SyntaxTree, Value.Syntax.Span);

    /// <summary>The declaration it stands on: the part of a partial type, not the type; null where it stands on the assembly.</summary>
    public SyntaxNode? Declaration => Symbol != null ? Syntax?.Parent?.Parent : null;

    /// <summary>The argument for a named field, or null.</summary>
    public AttributeArgumentSyntax? Argument(string field) =>
        Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == field);

    /// <summary>The argument for a parameter of the constructor, named or at its index, or null.</summary>
    public AttributeArgumentSyntax? Argument(int index) => Argument(Syntax, index);

    /// <summary>
    /// Whether an argument for a parameter of the constructor is missing and the compiler does not say so: somebody's own copy of the
    /// attribute does not ask for it.
    /// </summary>
    public bool IsLeftOut(int index) => Argument(index) == null
        && Value.Attribute.AttributeConstructor is { Parameters: var parameters }
        && (index >= parameters.Length || parameters[index].IsOptional);

    /// <summary>The argument for a parameter of the constructor of a marker, named or at its index, or null.</summary>
    public static AttributeArgumentSyntax? Argument(AttributeSyntax? marker, int index)
    {
        var arguments = marker?.ArgumentList?.Arguments.Where(argument => argument.NameEquals == null).ToList() ?? [];
        return arguments.Find(argument => argument.NameColon?.Name.Identifier.ValueText == ParameterNames[index])
            ?? (arguments.ElementAtOrDefault(index) is { NameColon: null } argument ? argument : null);
    }

    /// <summary>The value of a named field, or the whole attribute where there is none.</summary>
    public Location LocationOf(string field) => Argument(field)?.Expression.GetLocation() ?? Location;

    /// <summary>The constructor argument at an index, or the whole attribute where there is none.</summary>
    public Location LocationOf(int index) => Argument(index)?.Expression.GetLocation() ?? Location;
}
