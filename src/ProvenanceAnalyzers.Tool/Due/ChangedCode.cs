using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Tool.History;

namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>What changed in code since somebody reviewed it: all that has to be read to sign again.</summary>
/// <param name="Commit">The newest commit that has the code as it was reviewed.</param>
/// <param name="Lines">The lines of both.</param>
internal sealed record ChangedCode(string Commit, IReadOnlyList<DifferenceLine> Lines)
{
    /// <summary>How many lines came or went.</summary>
    public int LineCount { get; } = CodeDifference.ChangedLines(Lines);

    /// <summary>
    /// Finds what changed; null where nobody knows, or where no line of it did, as when only its surroundings count as its own otherwise.
    /// </summary>
    /// <param name="diagnostic">What asks for a review.</param>
    /// <param name="code">What it is about.</param>
    /// <param name="history">Its history; null where there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ChangedCode?> FindAsync(
        Diagnostic diagnostic, DueCode code, CodeHistory? history, CancellationToken cancellationToken)
    {
        if (history == null
            || code.Node is not { } node
            || DigestOfMarker(diagnostic) is not { } digest
            || await history.FindAsync(node, code.IsRest, digest, cancellationToken).ConfigureAwait(false)
                is not { } earlier)
        {
            return null;
        }

        var text = await node.SyntaxTree.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var now = node is CompilationUnitSyntax ? text.ToString() : text.ToString(FileVersion.WithIndentation(node, text));
        var changed = new ChangedCode(earlier.Commit, CodeDifference.Of(earlier.Text, now));
        return changed.LineCount > 0 ? changed : null;
    }

    /// <summary>The marker that a finding points at; null where it points at none.</summary>
    public static AttributeSyntax? MarkerAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();

    private static string? DigestOfMarker(Diagnostic diagnostic) => MarkerAt(diagnostic)?.ArgumentList?.Arguments
        .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == nameof(ReviewMarker.Digest))
        is { Expression: LiteralExpressionSyntax literal }
            ? literal.Token.ValueText
            : null;
}
