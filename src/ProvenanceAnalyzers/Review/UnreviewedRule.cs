using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Review;

/// <summary>What PROV2001 and PROV2002 share: no marker covers the code.</summary>
internal abstract class UnreviewedRule : ReviewDueRule
{
    private const int FixturesNamed = 5;

    protected UnreviewedRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    protected sealed override Diagnostic? Report(DueReview due, ProvenanceContext provenance) => IsUnreviewed(due)
        ? Diagnostic.Create(
            DescriptorFor(due.Options, provenance, due.Location),
            due.Location,
            due.Properties,
            due.Name,
            Maker(due) + AsAsked(due.Options),
            due.MarkerHint(provenance))
        : null;

    protected sealed override IEnumerable<Diagnostic> ReportFixtures(IReadOnlyList<DueReview> due, ProvenanceContext provenance)
    {
        var unreviewed = due.Where(IsUnreviewed).ToList();
        if (unreviewed is not [var first, _, ..])
        {
            return base.ReportFixtures(unreviewed, provenance);
        }

        var fixtures = unreviewed.Select(file => file.Subject.Fixture).OfType<FixtureFile>().ToList();
        var named = unreviewed.Take(FixturesNamed).ToList();
        var more = fixtures.Count > FixturesNamed ? ", ..." : string.Empty;
        var markers = MarkersHint(named, provenance);
        return
        [
            Diagnostic.Create(
                DescriptorFor(first.Options, provenance, first.Location),
                first.Location,
                DiagnosticProperties.WithRequesters(
                    DiagnosticProperties.ForFixtures(fixtures),
                    [.. unreviewed.SelectMany(file => file.Declared.Annotations)],
                    first.Options),
                markers.Length > 0
                    ? $"{fixtures.Count} fixture files"
                    : $"{fixtures.Count} fixture files ({string.Join(", ", named.Select(file => file.Subject.Fixture!.Path))}{more})",
                Maker(first) + AsAsked(first.Options),
                markers.Length > 0 ? markers + more : string.Empty),
        ];
    }

    private static bool IsUnreviewed(DueReview due) => due.Judgements.IsEmpty && !due.IsInBaseline();

    /// <summary>The marker of the first file whose digest may be shown, and the digest of each other one.</summary>
    private static string MarkersHint(List<DueReview> files, ProvenanceContext provenance)
    {
        var shown = files.FindAll(file => file.Options.ShowDigest && file.Subject.Fixture!.Digest != null);
        return shown is [var first, ..]
            ? first.MarkerHint(provenance) + string.Concat(shown.Skip(1).Select((file, index) =>
                $"{(index == 0 ? ", the same for" : ",")} {file.Subject.Fixture!.Path} with {file.Subject.Fixture.Digest}"))
            : string.Empty;
    }

    private static string Maker(DueReview due) => due.Tool == null ? string.Empty
        : string.IsNullOrWhiteSpace(due.Tool) || Placeholders.Contain(due.Tool, nameof(ProvenanceAnnotation.Tool)) ? " that an AI made"
        : $" that {due.Tool} made";
}
