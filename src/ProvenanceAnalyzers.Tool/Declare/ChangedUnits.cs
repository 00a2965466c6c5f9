using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// Finds what of a file has changed and is declared by itself: types that are not nested; nested types and members where an annotation
/// stands on them, or where options ask for one; top-level statements. What is declared by itself is no part of what it is in.
/// </summary>
/// <param name="model">The semantic model of the file.</param>
/// <param name="provenance">What is known of it.</param>
/// <param name="edited">What a hook says was edited; null: nobody says it.</param>
internal sealed class ChangedUnits(SemanticModel model, ProvenanceContext provenance, IEditedCode? edited)
{
    private static readonly HashSet<SyntaxNode> Nothing = [];

    private readonly CompilationUnitSyntax _root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot();
    private readonly bool _mayAskMembers = provenance.Files.Of(model.SyntaxTree).Options
        is { RequiredOn: RequiredOn.Members } or { TestsRequiredOn: TestsRequiredOn.Methods };

    /// <summary>Finds them, in the order of the text.</summary>
    /// <param name="head">What they were; null: nobody knows, and what was edited has changed.</param>
    public IEnumerable<ChangedUnit> Find(HeadTypes? head)
    {
        if (UnitWalker.FirstStatement(_root) != null && HasTouchedStatement() && StatementsHaveChanged(head, out var areNew))
        {
            yield return new ChangedUnit(_root, null, areNew);
        }

        foreach (var type in HeadTypes.TypesIn(_root))
        {
            // Binding takes longer than comparing, and in most files most types are as they were.
            var before = head?.Before(type);
            if (IsTouched(type, Nothing, before) && (before == null || UnitContent.Of(type, Nothing) != UnitContent.Of(before, Nothing)))
            {
                foreach (var unit in FindIn(type, before))
                {
                    yield return unit;
                }
            }
        }
    }

    private bool StatementsHaveChanged(HeadTypes? head, out bool areNew)
    {
        areNew = head?.Statements == null && _root.Members.OfType<GlobalStatementSyntax>().All(IsNew);
        return head?.Statements is not { } before || UnitContent.Of(_root, Nothing) != UnitContent.Of(before, Nothing);
    }

    private bool HasTouchedStatement() =>
        edited?.TouchStatements([.. _root.Members.OfType<GlobalStatementSyntax>()]) != false;

    private IEnumerable<ChangedUnit> FindIn(MemberDeclarationSyntax type, SyntaxNode? before)
    {
        var units = new List<(SyntaxNode Node, ISymbol Symbol)>();
        foreach (var node in DeclarationsOf(type))
        {
            if ((node == type || _mayAskMembers || AnnotationInsertion.AttributeListsOf(node).Count > 0)
                && model.GetDeclaredSymbol(Declarations.Declarator(node)) is { } symbol
                && AnnotationReader.CanHaveOwn(symbol)
                && (provenance.Annotations.ReadOn(symbol, node).Any() || (node == type ? IsAsked(symbol) : IsDue(symbol))))
            {
                units.Add((node, symbol));
            }
        }

        var earlier = new InnerNames(type, before);
        foreach (var (node, symbol) in units)
        {
            var inner = units.Select(other => other.Node)
                .Where(other => other != node && node.Span.Contains(other.Span))
                .ToHashSet();
            var was = node == type ? before : earlier.Before(node);
            if (!IsTouched(node, inner, was))
            {
                continue;
            }

            if (was == null)
            {
                yield return new ChangedUnit(node, symbol, IsNew: IsNew(node));
                continue;
            }

            var innerBefore = inner.Select(earlier.Before).OfType<SyntaxNode>().ToHashSet();
            if (UnitContent.Of(node, inner) != UnitContent.Of(was, innerBefore))
            {
                yield return new ChangedUnit(node, symbol, IsNew: false);
            }
        }
    }

    /// <summary>What attributes may stand on: the type, and all in it; of fields that are declared together the declaration.</summary>
    private static IEnumerable<SyntaxNode> DeclarationsOf(MemberDeclarationSyntax type) => type.DescendantNodesAndSelf(
            node => node == type || node is TypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(node => node is not (EnumMemberDeclarationSyntax or IncompleteMemberSyntax) && !Declarations.IsExtensionBlock(node));

    /// <summary>Whether an annotation is due on a type that is not nested, or what stands elsewhere declares it.</summary>
    private bool IsAsked(ISymbol symbol) => IsDue(symbol) || DeclarationDuty.IsDeclared(symbol, provenance, CancellationToken.None);

    private bool IsDue(ISymbol symbol) => DeclarationDuty.RuleOf(symbol, provenance, CancellationToken.None) != null;

    private bool IsTouched(SyntaxNode node, HashSet<SyntaxNode> inner, SyntaxNode? was) => edited?.Touch(node, inner, was) != false;

    /// <summary>
    /// Whether what was not there in HEAD was not there before the edits either. What a person has not committed yet is not the work of an
    /// agent that edits it.
    /// </summary>
    private bool IsNew(SyntaxNode node) => edited?.HaveCreated(node) != false;
}
