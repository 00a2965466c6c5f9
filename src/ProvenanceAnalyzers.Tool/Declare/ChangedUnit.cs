using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>A declaration that has changed, or a file whose top-level statements have.</summary>
/// <param name="Node">The declaration; the root of a file for its top-level statements.</param>
/// <param name="Symbol">What it declares; null for top-level statements.</param>
/// <param name="IsNew">Whether it was not there before.</param>
internal sealed record ChangedUnit(SyntaxNode Node, ISymbol? Symbol, bool IsNew);
