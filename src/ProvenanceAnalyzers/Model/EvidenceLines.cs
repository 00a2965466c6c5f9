using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>Where the lines of a file come from. Lines end with a line feed, and with nothing else, as git counts them.</summary>
internal sealed class EvidenceLines
{
    private readonly FileEvidence _listed;

    /// <param name="tree">The file.</param>
    /// <param name="listed">What history tells of a text that it had.</param>
    /// <param name="countLines">Finds which of its lines count.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public EvidenceLines(SyntaxTree tree, FileEvidence listed, Func<CountedLines> countLines, CancellationToken cancellationToken)
    {
        _listed = listed;
        Fits = EvidenceFile.HashOf(tree.GetText(cancellationToken).ToString()) == listed.Hash;
        Counted = Fits ? countLines() : null!;
    }

    /// <summary>Whether it is the text that history was asked about.</summary>
    public bool Fits { get; }

    /// <summary>Which lines count, and where they begin; only where the text fits.</summary>
    public CountedLines Counted { get; }

    /// <summary>Where a line comes from; null where history tells nothing of it.</summary>
    /// <param name="line">The line, counted from 0.</param>
    public EvidenceSource? SourceOf(int line)
    {
        var (low, high) = (0, _listed.Runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var run = _listed.Runs[middle];
            if (line + 1 < run.First)
            {
                high = middle - 1;
            }
            else if (line + 1 > run.Last)
            {
                low = middle + 1;
            }
            else
            {
                return run.Source;
            }
        }

        return null;
    }

    /// <summary>Where the lines of a span come from, line by line.</summary>
    public IEnumerable<EvidenceSource> SourcesOf(TextSpan span)
    {
        var last = Counted.LineAt(span.End);
        for (var line = Counted.LineAt(span.Start); line <= last; line++)
        {
            if (SourceOf(line) is { } source)
            {
                yield return source;
            }
        }
    }

    /// <summary>Who committed the marker that stands in a span; null where the list does not say.</summary>
    public MarkerEvidence? MarkerIn(TextSpan span)
    {
        var first = Counted.LineAt(span.Start) + 1;
        var last = Counted.LineAt(span.End) + 1;
        return _listed.Markers.Find(marker => marker.Line >= first && marker.Line <= last);
    }
}
