using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4003: a marker that no human committed; or, where an option asks, that its reviewer did not.</summary>
internal sealed class UnattestedReviewRule() : AnnotationRule(Descriptors.UnattestedReview)
{
    public override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance) && !provenance.Evidence.IsEmpty;

    public override void Analyze(PlacedMarker review, Reporter reporter)
    {
        var options = CoveredOptions.Strictest(CoveredOptions.Of(review), Descriptor.Id);
        if (review.Value.IsAlias
            || options.ReviewAttestation == ReviewAttestation.None
            || review.Value.Syntax is not { } syntax
            || review.Provenance.Evidence.LinesOf(syntax.SyntaxTree, CancellationToken.None) is not { } lines)
        {
            return;
        }

        EvidenceSource? committed = null;
        foreach (var source in lines.SourcesOf(syntax.Span))
        {
            committed = source.HasHuman ? committed : source;
        }

        if (committed != null)
        {
            Report(review, options, $"no human had a hand in {EvidenceText.Short(committed.Commit)}, which committed it", reporter);
        }
        else if (options.ReviewAttestation == ReviewAttestation.Reviewer
            && lines.MarkerIn(syntax.Span) is { } marker
            && new Person(review.Value.Reviewer ?? string.Empty) is { IsEmpty: false } reviewer
            && !marker.People.Exists(person => reviewer.IsSameAs(new Person(person))))
        {
            Report(
                review,
                options,
                $"that reviewer had no hand in {EvidenceText.Short(marker.Commit)}, which committed it "
                    + $"({OptionDefinitions.ReviewAttestation.Key})",
                reporter);
        }
    }

    private void Report(PlacedMarker review, ProvenanceOptions options, string why, Reporter reporter) =>
        reporter.Report(Diagnostic.Create(
            DescriptorFor(options, review.Provenance, review.Location),
            review.Location,
            new Person(review.Value.Reviewer ?? string.Empty).Name,
            why));
}
