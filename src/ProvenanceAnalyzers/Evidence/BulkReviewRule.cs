using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4005: one commit signs more lines than anybody reads; on the first of its markers.</summary>
internal sealed class BulkReviewRule() : AnnotationRule(Descriptors.BulkReview)
{
    public override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance) && !provenance.Evidence.IsEmpty;

    public override void Analyze(PlacedMarker review, Reporter reporter)
    {
        var options = CoveredOptions.Strictest(CoveredOptions.Of(review), Descriptor.Id);
        if (options.ReviewLinesPerCommit is { } most
            && SignedCommits.For(review.Provenance).FirstMarkerAt(review) is { } signed
            && signed.Lines > most)
        {
            reporter.Report(Diagnostic.Create(
                DescriptorFor(options, review.Provenance, review.Location),
                review.Location,
                EvidenceText.Short(signed.Commit),
                signed.Markers == 1 ? "1 marker" : $"{signed.Markers} markers",
                signed.Lines,
                most,
                OptionDefinitions.ReviewLinesPerCommit.Key));
        }
    }
}
