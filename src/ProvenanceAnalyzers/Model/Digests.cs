using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>The digests of a compilation's code, each computed once.</summary>
/// <param name="units">The parts of types and members.</param>
/// <param name="files">The source files, for their options.</param>
/// <param name="tests">Which types hold tests.</param>
internal sealed class Digests(Units units, SourceFiles files, Func<TestClasses> tests)
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), string> _digests = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), string> _rests = new();

    /// <summary>The digest of a declaration or of a file.</summary>
    /// <param name="node">The declaration; a file's root for the whole file.</param>
    public string Of(SyntaxNode node) => _digests.GetOrAdd(
        (node.SyntaxTree, Declarations.DigestedSpan(node)), key => CodeDigest.Compute(key.Tree.GetText().ToString(key.Span)));

    /// <summary>The digest of what is left of a part of a type without the members that are reviewed by themselves.</summary>
    public string RestOf(SyntaxNode typePart) => _rests.GetOrAdd(
        (typePart.SyntaxTree, typePart.Span), key => ComputeRest(key.Tree.GetText(), typePart, key.Span.Start));

    /// <summary>The digest of what is left of a part of a type, in a text in which it may begin further up than its first token.</summary>
    public static string ComputeRest(SourceText text, SyntaxNode typePart, int start) => CodeDigest.ComputeRest(
        text.ToString(TextSpan.FromBounds(start, typePart.Span.End)),
        Declarations.MembersOfTheirOwn(typePart).Select(member => (member.SpanStart - start, member.Span.Length)));

    /// <summary>
    /// The digest of a type or member, all its hand-written parts together: of a type whose members are asked for by themselves that of
    /// what is left of it without them.
    /// </summary>
    public string Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        var parts = units.HandWrittenParts(symbol, cancellationToken).Select(part => (
            Syntax: part.GetSyntax(cancellationToken),
            AsksMembers: symbol is INamedTypeSymbol && files.Of(part.SyntaxTree).Options.RequiredOn == RequiredOn.Members)).ToList();
        var isRest = parts.Exists(part => part.AsksMembers) && !tests().HoldCode(symbol);
        return CodeDigest.Combine([.. parts.Select(part =>
            isRest && part.AsksMembers && Declarations.MembersOfTheirOwn(part.Syntax).Any()
                ? RestOf(part.Syntax)
                : Of(Declarations.AttributeOwner(part.Syntax)))]);
    }
}
