using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4004: by history the reviewer requested the AI's lines, or committed more than half of them as their own work.</summary>
internal sealed class DependentReviewRule() : AnnotationRule(Descriptors.DependentReview)
{
    public override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance) && !provenance.Evidence.IsEmpty;

    public override void Analyze(PlacedMarker review, Reporter reporter)
    {
        var options = CoveredOptions.Strictest(CoveredOptions.Of(review), Descriptor.Id);
        var reviewer = new Person(review.Value.Reviewer ?? string.Empty);
        if (!options.IndependentReview
            || review.Value.IsAlias
            || reviewer.IsEmpty
            || EvidenceOf(review) is not { } evidence)
        {
            return;
        }

        var made = evidence.From(EvidenceStrength.Trailer);
        var lines = made.LinesFrom(EvidenceStrength.Trailer);
        if (lines < CodeEvidence.FewestLines)
        {
            return;
        }

        var requested = made.Only(source => Contains(source.Requesters, reviewer));
        var written = made.Only(source => Contains(source.Authors, reviewer));
        var hasRequested = evidence.IsAboveFloor(requested.LinesFrom(EvidenceStrength.None), options);
        if (hasRequested || 2 * written.LinesFrom(EvidenceStrength.None) > lines)
        {
            var share = hasRequested ? requested : written;
            var count = share.LinesFrom(EvidenceStrength.None);
            var location = review.LocationOf(0);
            reporter.Report(Diagnostic.Create(
                DescriptorFor(options, review.Provenance, location),
                location,
                reviewer.Text,
                hasRequested ? "requested" : "committed",
                count == lines ? $"the {count} lines" : $"{count} of the {lines} lines",
                made.Tools.FirstOrDefault() ?? "an AI",
                EvidenceText.Short(share.Newest.Commit)));
        }
    }

    private static bool Contains(IReadOnlyList<string> people, Person reviewer) =>
        people.Any(person => reviewer.IsSameAs(new Person(person)));

    /// <summary>What history tells of what a marker covers.</summary>
    private static CodeEvidence? EvidenceOf(PlacedMarker review)
    {
        var provenance = review.Provenance;
        if (review.Declaration is { } declaration)
        {
            return provenance.Evidence.OfDeclaration(declaration, CancellationToken.None);
        }

        if (review.Symbol != null || review.Value.Target is not { } path)
        {
            return null;
        }

        if (provenance.Files.Named(path) is { } file)
        {
            return provenance.Evidence.OfStatements(file, CancellationToken.None);
        }

        return provenance.Fixtures.Find(path) is { } fixture ? provenance.Evidence.Of(fixture) : null;
    }
}
