using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Tool.Units;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// Finds for the types of a file what they were in HEAD: in the file itself, else under another name there, else in a file from which they
/// are gone. A type that was moved or renamed is nobody's new work.
/// </summary>
internal sealed class HeadTypes
{
    private const int FewestCommonLines = 3;
    private const double SmallestShare = 0.5;

    private static readonly IReadOnlySet<SyntaxNode> Nothing = new HashSet<SyntaxNode>();

    private readonly Dictionary<SyntaxNode, SyntaxNode> _before = [];
    private List<MemberDeclarationSyntax> _unmatched;

    /// <param name="now">The file as it is.</param>
    /// <param name="before">The file in HEAD; null: it is not there.</param>
    public HeadTypes(CompilationUnitSyntax now, CompilationUnitSyntax? before)
    {
        Statements = before != null && UnitWalker.FirstStatement(before) != null ? before : null;
        var candidates = before != null ? TypesIn(before).ToList() : [];
        _unmatched = [.. TypesIn(now)];
        Match(candidates, (type, one) => UnitName.WithNamespace(one) == UnitName.WithNamespace(type));
        MatchElsewhere(candidates);
    }

    /// <summary>The names of the types that are not in the file in HEAD.</summary>
    public IReadOnlyCollection<string> Unmatched => [.. _unmatched.Select(UnitName.Simple)];

    /// <summary>The file in HEAD where it had top-level statements; else null.</summary>
    public CompilationUnitSyntax? Statements { get; }

    /// <summary>The types of a file that are not nested.</summary>
    public static IEnumerable<MemberDeclarationSyntax> TypesIn(CompilationUnitSyntax file) => UnitWalker.DeclarationsIn(file)
        .Where(declaration => declaration is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>What a type that is not nested was; null: it is new.</summary>
    public SyntaxNode? Before(SyntaxNode type) => _before.GetValueOrDefault(type);

    /// <summary>Looks for what is not in the file in HEAD among types that are gone from where they were.</summary>
    public void MatchElsewhere(IEnumerable<MemberDeclarationSyntax> gone)
    {
        var candidates = gone.ToList();
        Match(candidates, (type, one) => UnitName.Simple(one) == UnitName.Simple(type) && HasSame(one, type));
        Match(candidates, (type, one) => UnitName.Simple(one) == UnitName.Simple(type));
        Match(candidates, (type, one) => one.Kind() == type.Kind()
            && UnitContent.Share(type, one, out var common) >= SmallestShare
            && common >= FewestCommonLines);
    }

    private void Match(
        List<MemberDeclarationSyntax> candidates, Func<MemberDeclarationSyntax, MemberDeclarationSyntax, bool> isMeant)
    {
        var unmatched = new List<MemberDeclarationSyntax>();
        foreach (var type in _unmatched)
        {
            // Each was one type: a copy of it is new.
            var index = candidates.FindIndex(one => isMeant(type, one));
            if (index < 0)
            {
                unmatched.Add(type);
                continue;
            }

            _before.Add(type, candidates[index]);
            candidates.RemoveAt(index);
        }

        _unmatched = unmatched;
    }

    private static bool HasSame(SyntaxNode one, SyntaxNode other) => UnitContent.Of(one, Nothing) == UnitContent.Of(other, Nothing);
}
