using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>What a hook says was edited in a file.</summary>
internal interface IEditedCode
{
    /// <summary>Whether edits have written all of some code, and it was not there before.</summary>
    /// <param name="node">A declaration, or a top-level statement.</param>
    bool HaveCreated(SyntaxNode node);

    /// <summary>Whether an edit is in some code, and not in an inner part of it.</summary>
    /// <param name="node">A declaration, or a top-level statement.</param>
    /// <param name="inner">What in it is declared by itself.</param>
    /// <param name="was">What it was in HEAD; null where that is not known, or it was not there.</param>
    bool Touch(SyntaxNode node, IReadOnlySet<SyntaxNode> inner, SyntaxNode? was);

    /// <summary>Whether an edit is in the top-level statements of a file.</summary>
    /// <param name="statements">The statements, one at least.</param>
    bool TouchStatements(IReadOnlyList<SyntaxNode> statements);
}
