using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// What was edited in a file of which a hook says what it was before: what is other code now. Where the text of an edit stands says less:
/// it may stand elsewhere too, and nowhere when something was removed.
/// </summary>
/// <param name="now">The file as it is.</param>
/// <param name="original">The file as it was before the edits.</param>
internal sealed class EditedOriginal(CompilationUnitSyntax now, CompilationUnitSyntax original) : IEditedCode
{
    private static readonly IReadOnlySet<SyntaxNode> Nothing = new HashSet<SyntaxNode>();

    private readonly HeadTypes _types = new(now, original);
    private readonly Dictionary<SyntaxNode, InnerNames> _members = [];

    /// <inheritdoc/>
    public bool HaveCreated(SyntaxNode node) => node is GlobalStatementSyntax ? _types.Statements == null : Before(node) == null;

    /// <inheritdoc/>
    public bool Touch(SyntaxNode node, IReadOnlySet<SyntaxNode> inner, SyntaxNode? was) =>
        Before(node) is not { } before
        || UnitContent.Of(node, inner) != UnitContent.Of(before, inner.Select(Before).OfType<SyntaxNode>().ToHashSet());

    /// <inheritdoc/>
    public bool TouchStatements(IReadOnlyList<SyntaxNode> statements) =>
        _types.Statements is not { } before || UnitContent.Of(now, Nothing) != UnitContent.Of(before, Nothing);

    private SyntaxNode? Before(SyntaxNode node)
    {
        var type = node.AncestorsAndSelf().Last(outer => outer is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
        if (type == node)
        {
            return _types.Before(type);
        }

        if (!_members.TryGetValue(type, out var members))
        {
            _members.Add(type, members = new InnerNames(type, _types.Before(type)));
        }

        return members.Before(node);
    }
}
