using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>The digests of a compilation's code, each computed once.</summary>
/// <param name="units">The parts of types and members.</param>
internal sealed class Digests(Units units)
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), string> _digests = new();

    /// <summary>The digest of a declaration or of a file.</summary>
    /// <param name="node">The declaration; a file's root for the whole file.</param>
    public string Of(SyntaxNode node) => _digests.GetOrAdd(
        (node.SyntaxTree, Declarations.DigestedSpan(node)), key => CodeDigest.Compute(key.Tree.GetText().ToString(key.Span)));

    /// <summary>The digest of a type or member, all its hand-written parts together.</summary>
    public string Of(ISymbol symbol, CancellationToken cancellationToken) => CodeDigest.Combine(
        [.. units.HandWrittenParts(symbol, cancellationToken)
            .Select(part => Of(Declarations.AttributeOwner(part.GetSyntax(cancellationToken))))]);
}
