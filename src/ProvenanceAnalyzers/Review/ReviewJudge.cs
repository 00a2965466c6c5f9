using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Review;

/// <summary>Judges review markers by what they are of, each once.</summary>
internal sealed class ReviewJudge
{
    private readonly ProvenanceContext _provenance;
    private readonly DateTime? _today;
    private readonly ConcurrentDictionary<AttributeData, ReviewJudgement> _judgements = new();

    private ReviewJudge(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _today = provenance.Facts.Today;
        Markers = new CoveringMarkers(provenance);
    }

    /// <summary>The markers, and what they cover.</summary>
    public CoveringMarkers Markers { get; }

    /// <summary>The judge of a compilation.</summary>
    public static ReviewJudge For(ProvenanceContext provenance) => provenance.Share(static created => new ReviewJudge(created));

    /// <summary>Judges a marker.</summary>
    public ReviewJudgement Judge(PlacedMarker marker) =>
        _judgements.TryGetValue(marker.Value.Attribute, out var known)
            ? known
            : _judgements.GetOrAdd(marker.Value.Attribute, JudgeAnew(marker));

    /// <summary>The judgements of all markers that cover a declaration: its own, those of what it is in, and those of its file.</summary>
    public ImmutableArray<ReviewJudgement> JudgementsOf(ISymbol symbol, SyntaxNode declaration) =>
        [.. Markers.Of(symbol, declaration).Select(Judge)];

    /// <summary>The judgements of all markers that name a source file.</summary>
    public ImmutableArray<ReviewJudgement> JudgementsOf(SourceFile file) => [.. Markers.Of(file).Select(Judge)];

    /// <summary>The judgements of all markers that name a fixture file.</summary>
    public ImmutableArray<ReviewJudgement> JudgementsOf(FixtureFile fixture) => [.. Markers.Of(fixture).Select(Judge)];

    /// <summary>The judgements of the markers that stand where a marker stands, its own among them.</summary>
    public IEnumerable<ReviewJudgement> JudgementsBeside(ReviewJudgement judgement) => Markers.Beside(judgement.Marker).Select(Judge);

    private ReviewJudgement JudgeAnew(PlacedMarker placed)
    {
        var marker = placed.Value;
        var subject = Markers.SubjectOf(placed);
        var options = Markers.OptionsFor(placed, subject);
        if (marker.IsAlias)
        {
            // It names nobody: who reviewed is as open as of what, so that it counts where neither is asked for.
            var why = options.RequireDigest ? null : ReviewerRefusal.OfNobody(options);
            return new ReviewJudgement(
                placed, subject, options, If(options.RequireDigest, ReviewFault.NoDigest) | If(why != null, ReviewFault.Refused))
            {
                Refusal = why,
            };
        }

        var reviewer = new Person(marker.Reviewer ?? string.Empty);
        var refusal = ReviewerRefusal.Of(reviewer, options);
        var annotations = AnnotationsOf(placed, subject);
        var requester = options.IndependentReview ? RequesterAmong(annotations, reviewer) : null;
        var outdated = WhyOutdated(marker, annotations, options);
        var (digestFault, digest) = HoldAgainstDigest(placed, subject, options);
        var faults = digestFault
            | If(MarkerProblems.Find(placed).Any(), ReviewFault.Malformed)
            | If(refusal != null, ReviewFault.Refused)
            | If(requester != null, ReviewFault.Requester)
            | If(outdated != null, ReviewFault.Outdated);
        return new ReviewJudgement(placed, subject, options, faults)
        {
            Annotations = annotations,
            Reviewer = reviewer,
            Refusal = refusal,
            Requester = requester,
            Digest = digest,
            Outdated = outdated,
        };
    }

    private static ReviewFault If(bool isWrong, ReviewFault fault) => isWrong ? fault : ReviewFault.None;

    private static Person? RequesterAmong(ImmutableArray<ProvenanceAnnotation> annotations, Person reviewer)
    {
        Person? requester = null;
        foreach (var annotation in annotations)
        {
            if (CoveringMarkers.IsRequestedBy(reviewer, annotation))
            {
                requester = new Person(annotation.RequestedBy!);
            }
        }

        return requester;
    }

    private (ReviewFault Fault, string? Digest) HoldAgainstDigest(PlacedMarker placed, ReviewSubject? subject, ProvenanceOptions options)
    {
        if (subject == null)
        {
            return (ReviewFault.None, null);
        }

        if (placed.Value.Digest is not { } written)
        {
            // What a glob names without one would be whatever comes later.
            return (options.RequireDigest || subject.Files != null) && placed.Argument(nameof(ReviewMarker.Digest)) == null
                ? (ReviewFault.NoDigest, subject.DigestIn(_provenance))
                : (ReviewFault.None, null);
        }

        if (!DigestFormat.IsMatch(written) && !subject.IsRest)
        {
            return (ReviewFault.None, null);
        }

        var digest = subject.DigestIn(_provenance);
        return (If(digest != written, ReviewFault.Stale), digest);
    }

    /// <summary>What the code or today makes wrong with the day of a review, or null.</summary>
    private string? WhyOutdated(ReviewMarker marker, ImmutableArray<ProvenanceAnnotation> annotations, ProvenanceOptions options)
    {
        string? madeOn = null;
        foreach (var annotation in annotations)
        {
            if (CoveringMarkers.IsOlder(marker, annotation))
            {
                madeOn = annotation.On;
            }
        }

        if (madeOn != null)
        {
            return $"older than the code, which was made on {madeOn}";
        }

        if (Day.Parse(marker.On) is not { } reviewed)
        {
            return null;
        }

        if (_today is not { } today)
        {
            return _provenance.Evidence.KnownDay is { } known && reviewed > known ? $"later than {_provenance.KnownDayText}" : null;
        }

        // Elsewhere tomorrow has begun.
        var age = (today - reviewed).TotalDays;
        if (age < -1)
        {
            return $"later than today, {_provenance.KnownDayText}";
        }

        return options.ReviewMaxAgeDays is { } days && age > days
            ? $"more than {days} days old ({OptionDefinitions.ReviewMaxAgeDays.Key})"
            : null;
    }

    private ImmutableArray<ProvenanceAnnotation> AnnotationsOf(PlacedMarker marker, ReviewSubject? subject)
    {
        if (marker.Symbol != null)
        {
            return PartOf(marker) is { } part
                ? _provenance.Resolution.Of(marker.Symbol, part).Annotations
                : _provenance.Resolution.Of(marker.Symbol).Annotations;
        }

        return subject switch
        {
            { Fixture: { } fixture } => _provenance.Resolution.OfFixture(fixture.Path).Annotations,
            { Files: { } files } => [.. files.SelectMany(file => _provenance.Resolution.OfFixture(file.Path).Annotations)],
            { Code: { } code } => _provenance.Resolution.Of(_provenance.Files.Of(code.SyntaxTree)).Annotations,
            _ => [],
        };
    }

    /// <summary>The part of a type that a marker stands on; null where the type has but one, or the marker stands on a member.</summary>
    private SyntaxReference? PartOf(PlacedMarker marker)
    {
        if (marker is not { Symbol: INamedTypeSymbol type, Declaration: { } declaration })
        {
            return null;
        }

        var parts = _provenance.Types.PartsOf(type);
        return parts.Length == 1
            ? null
            : parts.FirstOrDefault(part => part.SyntaxTree == declaration.SyntaxTree && part.Span == declaration.Span);
    }
}
