using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>Names code in records, the same on every machine and by every compiler.</summary>
internal static class UnitId
{
    private const string ExtensionKeyword = "extension";

    /// <summary>
    /// The type that a block extends, without what may change while its members stay the same, as names of parameters may.
    /// </summary>
    private static readonly SymbolDisplayFormat Receiver = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.ExpandValueTuple | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    /// <summary>
    /// The documentation-comment id of a type or member; several files may have a file-local type of one name, so its file follows. The
    /// compiler names an <c>extension(...)</c> block by a hash, each of its versions by another; here the type that is extended names it.
    /// </summary>
    /// <param name="symbol">The type or member.</param>
    /// <param name="path">The path of the file that it is in, relative to the project.</param>
    /// <example>
    /// <c>T:Shop.Order</c>, <c>M:Shop.Order.Total(System.Int32)</c>, <c>T:Shop.Helper@Orders/Order.cs</c>,
    /// <c>M:Shop.Extensions.extension(Shop.Order).IsLate(System.DateTime)</c>
    /// </example>
    public static string Of(ISymbol symbol, string path)
    {
        var id = symbol is INamedTypeSymbol type && Declarations.IsExtensionBlock(type) ? OfBlock(type)
            : symbol.ContainingType is { } block && Declarations.IsExtensionBlock(block) ? OfExtension(symbol, block)
            : DocumentedId(symbol);
        return IsFileLocal(symbol) ? $"{id}@{path}" : id;
    }

    /// <summary>The types and members that an id may mean, without the path of a file-local one.</summary>
    public static IEnumerable<ISymbol> Find(string id, Compilation compilation)
    {
        foreach (var symbol in DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation))
        {
            yield return symbol;
        }

        var block = id.IndexOf($".{ExtensionKeyword}", StringComparison.Ordinal);
        if (block < 0)
        {
            yield break;
        }

        var holders = DocumentationCommentId.GetSymbolsForDeclarationId($"T:{id.Substring(2, block - 2)}", compilation);
        foreach (var extensions in holders.OfType<INamedTypeSymbol>()
            .SelectMany(holder => holder.GetTypeMembers())
            .Where(Declarations.IsExtensionBlock))
        {
            yield return extensions;
            foreach (var member in extensions.GetMembers())
            {
                yield return member;
            }
        }
    }

    private static string DocumentedId(ISymbol symbol) =>
        symbol.GetDocumentationCommentId() is { Length: > 0 } documented ? documented : symbol.ToDisplayString();

    private static string OfBlock(INamedTypeSymbol block)
    {
        var parts = block.ToDisplayParts(Receiver)
            .SkipWhile(part => part.Kind != SymbolDisplayPartKind.Keyword)
            .Where(part => part.Kind != SymbolDisplayPartKind.Space)
            .Select(Spell);
        return $"{DocumentedId(block.ContainingType)}.{string.Concat(parts)}";
    }

    /// <summary>As documentation-comment ids spell it.</summary>
    private static string Spell(SymbolDisplayPart part) => part switch
    {
        { Symbol: ITypeParameterSymbol parameter } => $"`{parameter.Ordinal}",
        { Kind: SymbolDisplayPartKind.Punctuation } => part.ToString().Replace('<', '{').Replace('>', '}'),
        _ => part.ToString(),
    };

    /// <summary>Only in what stands before the name and the parameters of a member does the compiler name its block.</summary>
    private static string OfExtension(ISymbol member, INamedTypeSymbol block)
    {
        var documented = DocumentedId(member);
        var parameters = documented.IndexOf('(');
        var name = documented.LastIndexOf('.', (parameters < 0 ? documented.Length : parameters) - 1);
        return $"{documented[0]}{OfBlock(block).Substring(1)}{documented.Substring(name)}";
    }

    private static bool IsFileLocal(ISymbol symbol)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type != null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}
