using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>Counts the lines of some code by where they come from.</summary>
/// <param name="evidence">What history tells.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class EvidenceCounter(EvidenceIndex evidence, CancellationToken cancellationToken)
{
    private readonly Dictionary<EvidenceSource, int> _bySource = [];
    private int _lines;

    /// <summary>Adds a declaration. Of a file whose text is another by now the lines count, and tell nothing.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="others">What is left out of it.</param>
    public void Add(SyntaxNode declaration, IReadOnlyList<SyntaxReference> others)
    {
        var tree = declaration.SyntaxTree;
        var listed = evidence.LinesOf(tree, cancellationToken);
        var counted = evidence.CountedOf(tree, cancellationToken);
        var leftOut = new List<TextSpan>();
        foreach (var other in others)
        {
            if (other.SyntaxTree == tree && declaration.Span.Contains(other.Span) && other.Span != declaration.Span)
            {
                leftOut.Add(other.Span);
            }
        }

        var last = counted.LineAt(Math.Max(declaration.Span.Start, declaration.Span.End - 1));
        for (var line = counted.LineAt(declaration.SpanStart); line <= last; line++)
        {
            if (!counted.Counts(line) || leftOut.Exists(span => IsWithin(line, span, counted)))
            {
                continue;
            }

            _lines++;
            if (listed?.SourceOf(line) is { } source)
            {
                _bySource.TryGetValue(source, out var known);
                _bySource[source] = known + 1;
            }
        }
    }

    /// <summary>What was counted; null where history tells nothing of any of it.</summary>
    public CodeEvidence? ToEvidence()
    {
        var shares = new List<EvidenceShare>();
        foreach (var source in _bySource)
        {
            if (source.Key.Strength != EvidenceStrength.None)
            {
                shares.Add(new EvidenceShare(source.Value, source.Key));
            }
        }

        return shares.Count > 0 ? new CodeEvidence(_lines, shares) : null;
    }

    private static bool IsWithin(int line, TextSpan span, CountedLines counted) =>
        line >= counted.LineAt(span.Start) && line <= counted.LineAt(Math.Max(span.Start, span.End - 1));
}
