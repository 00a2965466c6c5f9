using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Symbols;

/// <summary>Names symbols in messages.</summary>
internal static class SymbolText
{
    /// <summary>The symbol's name with its containing types and parameters: <c>OrderParser.Parse(string)</c>.</summary>
    public static string Name(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>What the symbol is, in lower case: <c>record struct</c>.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        INamedTypeSymbol { IsRecord: true } => "record",
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "constructor",
        IMethodSymbol { MethodKind: MethodKind.Destructor } => "finalizer",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "operator",
        IPropertySymbol { IsIndexer: true } => "indexer",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };
}
