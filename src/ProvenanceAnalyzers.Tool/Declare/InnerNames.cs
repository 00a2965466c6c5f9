using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Tool.Units;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Finds for what is in a type what it was in an earlier version of the type: by its name, then without its parameters.</summary>
internal sealed class InnerNames
{
    private readonly Dictionary<SyntaxNode, SyntaxNode> _before = [];

    /// <param name="type">The type as it is.</param>
    /// <param name="before">The type as it was; null: it is new.</param>
    public InnerNames(SyntaxNode type, SyntaxNode? before)
    {
        var now = MembersOf(type);
        var earlier = before != null ? MembersOf(before) : [];
        foreach (var withParameters in new[] { true, false })
        {
            var byName = earlier.ToLookup(member => UnitName.Inner(member, withParameters), StringComparer.Ordinal);
            foreach (var same in now.GroupBy(member => UnitName.Inner(member, withParameters), StringComparer.Ordinal))
            {
                foreach (var (member, was) in same.Zip(byName[same.Key]))
                {
                    _before.Add(member, was);
                }
            }

            var found = _before.Values.ToHashSet();
            now = [.. now.Where(member => !_before.ContainsKey(member))];
            earlier = [.. earlier.Where(member => !found.Contains(member))];
        }
    }

    /// <summary>What something in the type was; null: it is new.</summary>
    public SyntaxNode? Before(SyntaxNode member) => _before.GetValueOrDefault(member);

    private static List<MemberDeclarationSyntax> MembersOf(SyntaxNode type) =>
        [.. type.DescendantNodes(node => node == type || node is TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>()];
}
