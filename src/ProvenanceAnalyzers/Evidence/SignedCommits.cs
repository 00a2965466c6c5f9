using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>Which commits have signed how much: the markers that stand on declarations, by the commits of their lines.</summary>
internal sealed class SignedCommits
{
    private readonly Dictionary<string, SignedCommit> _byId = new(StringComparer.Ordinal);

    private SignedCommits(ProvenanceContext provenance)
    {
        foreach (var file in provenance.Files.All.OrderBy(file => file.PhysicalPath, StringComparer.Ordinal))
        {
            if (provenance.Evidence.LinesOf(file.Tree, CancellationToken.None) is { } lines)
            {
                AddMarkersOf(file.Tree, lines);
            }
        }
    }

    /// <summary>Those of a compilation.</summary>
    public static SignedCommits For(ProvenanceContext provenance) => provenance.Share(static created => new SignedCommits(created));

    /// <summary>The commit of which a marker is the first; null of any other.</summary>
    public SignedCommit? FirstMarkerAt(PlacedMarker marker)
    {
        foreach (var commit in _byId.Values)
        {
            if (commit.FirstTree == marker.Value.Syntax?.SyntaxTree && commit.FirstSpan == marker.Value.Syntax.Span)
            {
                return commit;
            }
        }

        return null;
    }

    private void AddMarkersOf(SyntaxTree tree, EvidenceLines lines)
    {
        var attributes = tree.GetRoot().DescendantNodes(node => node is not (BlockSyntax or ExpressionSyntax)).OfType<AttributeSyntax>();
        foreach (var attribute in attributes)
        {
            if (AttributeNames.SimpleName(attribute.Name) is "HumanReviewed" or "HumanReviewedAttribute"
                && lines.MarkerIn(attribute.Span) is { } marker
                && attribute.Parent?.Parent is { } declaration and not CompilationUnitSyntax)
            {
                if (!_byId.TryGetValue(marker.Commit, out var commit))
                {
                    _byId.Add(marker.Commit, commit = new SignedCommit(marker.Commit, tree, attribute.Span));
                }

                commit.Markers++;
                commit.Lines += lines.Counted.CountIn(declaration);
            }
        }
    }
}

/// <summary>A commit that has added markers.</summary>
/// <param name="commit">Its id.</param>
/// <param name="firstTree">The file of the first of them.</param>
/// <param name="firstSpan">The place of that one.</param>
internal sealed class SignedCommit(string commit, SyntaxTree firstTree, TextSpan firstSpan)
{
    public string Commit { get; } = commit;

    public SyntaxTree FirstTree { get; } = firstTree;

    public TextSpan FirstSpan { get; } = firstSpan;

    /// <summary>How many markers it has added.</summary>
    public int Markers { get; set; }

    /// <summary>How many counted lines they sign together.</summary>
    public int Lines { get; set; }
}
