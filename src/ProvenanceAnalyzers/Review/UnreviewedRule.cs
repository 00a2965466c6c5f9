using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
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

    protected sealed override Diagnostic? Report(DueReview due, ProvenanceContext provenance) => due.Judgements.IsEmpty
        ? Diagnostic.Create(
            DescriptorFor(due.Options, provenance, due.Location),
            due.Location,
            due.Properties,
            due.Name,
            Maker(due),
            due.MarkerHint(provenance))
        : null;

    protected sealed override IEnumerable<Diagnostic> ReportFixtures(IReadOnlyList<DueReview> due, ProvenanceContext provenance)
    {
        var unreviewed = due.Where(file => file.Judgements.IsEmpty).ToList();
        if (unreviewed is not [var first, _, ..])
        {
            return base.ReportFixtures(unreviewed, provenance);
        }

        var fixtures = unreviewed.Select(file => file.Subject.Fixture).OfType<FixtureFile>().ToList();
        var names = string.Join(", ", fixtures.Take(FixturesNamed).Select(fixture => fixture.Path));
        return
        [
            Diagnostic.Create(
                DescriptorFor(first.Options, provenance, first.Location),
                first.Location,
                DiagnosticProperties.ForFixtures(fixtures),
                $"{fixtures.Count} fixture files ({names}{(fixtures.Count > FixturesNamed ? ", ..." : string.Empty)})",
                Maker(first),
                string.Empty),
        ];
    }

    private static string Maker(DueReview due) => due.Tool == null ? string.Empty
        : string.IsNullOrWhiteSpace(due.Tool) ? " that an AI made"
        : $" that {due.Tool} made";
}
