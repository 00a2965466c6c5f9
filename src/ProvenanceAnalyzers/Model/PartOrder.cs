using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Which part of a type stands for it: the one whose file bears the type's name, else the one with the shortest path, else the ordinally
/// first. A part that one target framework leaves out changes nothing of that, as long as it is not that one.
/// </summary>
/// <param name="symbol">The type, or a member, of whose parts the paths alone decide.</param>
internal sealed class PartOrder(ISymbol symbol) : IComparer<SyntaxReference>
{
    /// <summary>What type parameters begin with in the name of a file: <c>Span{T}.cs</c>, <c>Span`1.cs</c>.</summary>
    private static readonly char[] BeforeTypeParameters = ['{', '`', '<', '(', '[', '\''];

    /// <inheritdoc/>
    public int Compare(SyntaxReference? left, SyntaxReference? right) => Compare(symbol, left!, right!);

    /// <summary>Less than 0 where the left part goes before the right one.</summary>
    public static int Compare(ISymbol symbol, SyntaxReference left, SyntaxReference right)
    {
        if (ReferenceEquals(left.SyntaxTree, right.SyntaxTree))
        {
            return left.Span.Start.CompareTo(right.Span.Start);
        }

        var (path, other) = (left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        var order = RankOf(symbol, path) - RankOf(symbol, other);
        order = order != 0 ? order : path.Length - other.Length;
        return order != 0 ? order : string.CompareOrdinal(path, other);
    }

    /// <summary>0 for a file that bears the name with type parameters, where the type has some; 1 for the name alone; 2 for any other.
    /// </summary>
    private static int RankOf(ISymbol symbol, string path)
    {
        if (symbol is not INamedTypeSymbol type)
        {
            return 0;
        }

        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var dot = path.LastIndexOf('.');
        var end = dot > start ? dot : path.Length;
        var parameters = type.Arity > 0 ? path.LastIndexOfAny(BeforeTypeParameters, end - 1, end - start) : -1;
        if (parameters > start
            && path.IndexOf('.', parameters, end - parameters) < 0
            && Bears(type, path, start, parameters))
        {
            return 0;
        }

        return Bears(type, path, start, end) ? 1 : 2;
    }

    /// <summary>Whether a file's name is that of a type, or of a nested one with that of the type around it in front.</summary>
    private static bool Bears(INamedTypeSymbol type, string path, int start, int end)
    {
        var nameStart = end - type.Name.Length;
        return nameStart >= start
            && type.Name.Length > 0
            && string.Compare(path, nameStart, type.Name, 0, type.Name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (nameStart == start || (type.ContainingType != null && path[nameStart - 1] is ('.' or '+' or '_')));
    }
}
