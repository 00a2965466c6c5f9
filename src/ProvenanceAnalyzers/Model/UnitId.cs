using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>Names code in records, the same on every machine.</summary>
internal static class UnitId
{
    /// <summary>
    /// The documentation-comment id of a type or member; several files may have a file-local type of one name, so its file follows.
    /// </summary>
    /// <param name="symbol">The type or member.</param>
    /// <param name="path">The path of the file that it is in, relative to the project.</param>
    /// <example><c>T:Shop.Order</c>, <c>M:Shop.Order.Total(System.Int32)</c>, <c>T:Shop.Helper@Orders/Order.cs</c></example>
    public static string Of(ISymbol symbol, string path)
    {
        var id = symbol.GetDocumentationCommentId() is { Length: > 0 } documented ? documented : symbol.ToDisplayString();
        return IsFileLocal(symbol) ? $"{id}@{path}" : id;
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
