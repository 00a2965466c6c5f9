using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Fixtures;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Review;

/// <summary>What is wrong with a review marker.</summary>
[Flags]
internal enum ReviewFault
{
    /// <summary>Nothing: it counts.</summary>
    None = 0,

    /// <summary>It has no valid form (PROV0002).</summary>
    Malformed = 1,

    /// <summary>The digest is of other code (PROV2003).</summary>
    Stale = 2,

    /// <summary>The reviewer is missing, known to be no human, or not allowed (PROV2004).</summary>
    Refused = 4,

    /// <summary>The reviewer requested the code (PROV2005).</summary>
    Requester = 8,

    /// <summary>It is older than policy allows or than the code, or from a day to come (PROV2007).</summary>
    Outdated = 16,

    /// <summary>It lacks a digest where one is required (PROV2008).</summary>
    NoDigest = 32,
}

/// <summary>What a marker is worth, and the facts that say why.</summary>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Reviewer">Who reviewed; null for another library's marker.</param>
/// <param name="Requester">Who requested the code and reviewed it, where that is its fault.</param>
/// <param name="Digest">The digest of the code as it is; null where nothing asked for it, and of a fixture file that could not be read.</param>
/// <param name="Outdated">What is wrong with the day of the review, where that is its fault: <c>older than the code, ...</c>.</param>
internal sealed record ReviewJudgement(ReviewFault Faults, Person? Reviewer, Person? Requester, string? Digest, string? Outdated);

/// <summary>Judges review markers. What a compilation's markers have in common is worked out once.</summary>
internal sealed class ReviewJudge
{
    private static readonly ConditionalWeakTable<ProvenanceContext, ReviewJudge> Judges = new();

    private readonly ProvenanceContext _provenance;
    private readonly DateTime? _today;
    private readonly ConcurrentDictionary<AttributeData, ReviewJudgement> _judgements = new();
    private readonly Lazy<ILookup<string, SyntaxTree>> _filesByPath;
    private readonly Lazy<ILookup<string, HumanReview>> _reviewsByPath;

    private ReviewJudge(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _today = AnnotationDate.Parse(provenance.GlobalOption("build_property.ProvenanceToday"));
        _filesByPath = new Lazy<ILookup<string, SyntaxTree>>(
            () => provenance.Compilation.SyntaxTrees.ToLookup(tree => provenance.FileOf(tree).Path, StringComparer.Ordinal));

        // In generated code a wrong marker is not reported, so that none counts there.
        _reviewsByPath = new Lazy<ILookup<string, HumanReview>>(
            () => provenance.AssemblyAnnotations.Reviews
                .Where(review => review is { Syntax: { } syntax, Target: not null } && !provenance.FileOf(syntax.SyntaxTree).IsGenerated(CancellationToken.None))
                .ToLookup(review => review.Target!, StringComparer.Ordinal));
    }

    /// <summary>The judge of a compilation.</summary>
    public static ReviewJudge For(ProvenanceContext provenance) => Judges.GetValue(provenance, created => new ReviewJudge(created));

    /// <summary>The file that an assembly marker is about, or null when there is none.</summary>
    public SyntaxTree? FileNamed(string path) => _filesByPath.Value[path].FirstOrDefault();

    /// <summary>What a marker covers: the declaration it stands on, or the file it names; null when there is none.</summary>
    public Covered? CoveredBy(PlacedReview review) =>
        review.Symbol != null ? review.Declaration is { } declaration ? new Covered(declaration) : null
        : review.Value.Target is not { } path ? null
        : FileNamed(path) is { } tree ? new Covered(tree.GetRoot(review.CancellationToken))
        : _provenance.Fixtures.Find(path) is { } fixture ? new Covered(fixture)
        : null;

    /// <summary>The options that hold for a marker: those of the source file that it covers, wherever it stands; else those of the one it stands in.</summary>
    public ProvenanceOptions OptionsFor(PlacedReview review) =>
        (CoveredBy(review)?.Code is { } code ? _provenance.FileOf(code.SyntaxTree) : review.File).Options;

    /// <summary>What a fix of a marker must know beside its location: the file that an assembly marker is about.</summary>
    public ImmutableDictionary<string, string?> PropertiesFor(PlacedReview review) => review.Symbol != null ? ImmutableDictionary<string, string?>.Empty
        : CoveredBy(review) switch
        {
            { Fixture: { } fixture } => DiagnosticProperties.ForFixtures([fixture]),
            { Code: { } code } => ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.CoveredFile, code.SyntaxTree.FilePath),
            _ => ImmutableDictionary<string, string?>.Empty,
        };

    /// <summary>Judges a marker by the code it covers.</summary>
    public ReviewJudgement Judge(PlacedReview review) =>
        _judgements.TryGetValue(review.Value.Attribute, out var known) ? known : _judgements.GetOrAdd(review.Value.Attribute, JudgeAnew(review));

    private ReviewJudgement JudgeAnew(PlacedReview review)
    {
        var marker = review.Value;
        var options = OptionsFor(review);
        if (marker.IsAlias)
        {
            return new ReviewJudgement(options.RequireDigest ? ReviewFault.NoDigest : ReviewFault.None, null, null, null, null);
        }

        var covered = CoveredBy(review);
        var faults = ReviewForm.Problems(review).Any() ? ReviewFault.Malformed : ReviewFault.None;
        var reviewer = new Person(marker.Reviewer ?? string.Empty);
        if (RefusalOf(reviewer, options) != null)
        {
            faults |= ReviewFault.Refused;
        }

        Person? requester = null;
        var outdated = WhyOutdated(marker, options);
        foreach (var annotation in AnnotationsOf(review, covered))
        {
            if (options.IndependentReview && IsRequestedBy(reviewer, annotation))
            {
                faults |= ReviewFault.Requester;
                requester = new Person(annotation.RequestedBy!);
            }

            if (IsOlder(marker, annotation))
            {
                outdated = $"older than the code, which was made on {annotation.On}";
            }
        }

        if (outdated != null)
        {
            faults |= ReviewFault.Outdated;
        }

        string? digest = null;
        if (covered != null)
        {
            if (marker.Digest == null)
            {
                faults |= options.RequireDigest && review.Argument(nameof(HumanReview.Digest)) == null ? ReviewFault.NoDigest : ReviewFault.None;
                digest = faults.HasFlag(ReviewFault.NoDigest) ? covered.DigestIn(_provenance) : null;
            }
            else if (DigestForm.IsMatch(marker.Digest) && (digest = covered.DigestIn(_provenance)) != marker.Digest)
            {
                faults |= ReviewFault.Stale;
            }
        }

        return new ReviewJudgement(faults, reviewer, requester, digest, outdated);
    }

    /// <summary>The judgements of all markers that cover a declaration: its own, those of what it is in, and those of its file.</summary>
    public ImmutableArray<ReviewJudgement> JudgementsOf(ISymbol symbol, SyntaxNode declaration, CancellationToken cancellationToken) =>
        [.. ReviewsOf(symbol, declaration, cancellationToken).Select(Judge)];

    /// <summary>The markers that cover a declaration: its own, those of what it is in, and those of its file.</summary>
    public IEnumerable<PlacedReview> ReviewsOf(ISymbol symbol, SyntaxNode declaration, CancellationToken cancellationToken)
    {
        var reviews = new List<PlacedReview>();
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (_provenance.Annotations.IsReviewed(current))
            {
                reviews.AddRange(_provenance.Annotations.ReadReviews(current)
                    .Where(review => review.Syntax != null)
                    .Select(review => new PlacedReview(review, current, _provenance, cancellationToken))
                    .Where(review => review.Declaration is { } reviewed
                        && reviewed.SyntaxTree == declaration.SyntaxTree
                        && reviewed.Span.Contains(declaration.Span)
                        && (SymbolEqualityComparer.Default.Equals(current, symbol) || MayCover(review, symbol))));
            }
        }

        reviews.AddRange(ReviewsOf(_provenance.FileOf(declaration.SyntaxTree), cancellationToken).Where(review => MayCover(review, symbol)));
        return reviews;
    }

    /// <summary>
    /// Whether a marker that stands elsewhere may be a review of this code: not where the reviewer requested this code, or where this code
    /// was made later. That is no fault of the marker, which covers other code too.
    /// </summary>
    private bool MayCover(PlacedReview review, ISymbol symbol)
    {
        var isIndependent = OptionsFor(review).IndependentReview;
        var reviewer = new Person(review.Value.Reviewer ?? string.Empty);
        return !_provenance.Resolve(symbol).Annotations.Any(annotation =>
            IsOlder(review.Value, annotation) || (isIndependent && IsRequestedBy(reviewer, annotation)));
    }

    private static bool IsRequestedBy(Person reviewer, AIProvenance annotation) =>
        reviewer.Text.Length > 0
        && annotation.Origin?.IsAIMade() == true
        && annotation.RequestedBy is { } requester
        && new Person(requester).IsSameAs(reviewer);

    private static bool IsOlder(HumanReview review, AIProvenance annotation) =>
        AnnotationDate.Parse(review.On) is { } reviewed && AnnotationDate.Parse(annotation.On) is { } made && made > reviewed;

    /// <summary>What today makes wrong with the day of a review, or null.</summary>
    private string? WhyOutdated(HumanReview review, ProvenanceOptions options)
    {
        if (_today is not { } today || AnnotationDate.Parse(review.On) is not { } reviewed)
        {
            return null;
        }

        // Elsewhere tomorrow has begun.
        var age = (today - reviewed).TotalDays;
        return age < -1 ? $"later than today, {AnnotationDate.Format(today)} (ProvenanceToday)"
            : options.ReviewMaxAgeDays is { } days && age > days ? $"more than {days} days old ({OptionDefinitions.ReviewMaxAgeDays.Key})"
            : null;
    }

    /// <summary>The judgements of all markers that name a file.</summary>
    public ImmutableArray<ReviewJudgement> JudgementsOf(SourceFile file, CancellationToken cancellationToken) =>
        [.. ReviewsOf(file, cancellationToken).Select(Judge)];

    /// <summary>The markers that name a file.</summary>
    public IEnumerable<PlacedReview> ReviewsOf(SourceFile file, CancellationToken cancellationToken) => FileNamed(file.Path) == file.Tree
        ? _reviewsByPath.Value[file.Path]
            .Select(review => new PlacedReview(review, Symbol: null, _provenance, cancellationToken))
        : [];

    /// <summary>The markers that name a fixture file.</summary>
    public IEnumerable<PlacedReview> ReviewsOf(FixtureFile fixture, CancellationToken cancellationToken) => FileNamed(fixture.Path) == null
        ? _reviewsByPath.Value[fixture.Path]
            .Select(review => new PlacedReview(review, Symbol: null, _provenance, cancellationToken))
        : [];

    /// <summary>How many different people have a marker that counts; a marker of another library counts as one person's.</summary>
    public static int CountReviewers(IEnumerable<ReviewJudgement> judgements) => judgements
        .Where(judgement => judgement.Faults == ReviewFault.None)
        .Select(judgement => judgement.Reviewer?.Identity ?? string.Empty)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Count();

    /// <summary>Whether the same person has a marker at the same place that counts.</summary>
    public bool HasValidMarkerBeside(PlacedReview review, Person reviewer) => ReviewsBeside(review).Any(other =>
        Judge(other) is { Faults: ReviewFault.None, Reviewer: { } person } && person.IsSameAs(reviewer));

    /// <summary>The markers that stand where a marker stands, itself among them.</summary>
    public IEnumerable<PlacedReview> ReviewsBeside(PlacedReview review) => review.Symbol != null
        ? _provenance.Annotations.ReadReviews(review.Symbol)
            .Where(other => other.Syntax != null)
            .Select(other => review with { Value = other })
            .Where(other => other.Declaration == review.Declaration)
        : _reviewsByPath.Value[review.Value.Target ?? string.Empty].Select(other => review with { Value = other });

    /// <summary>Why a reviewer does not count, as a sentence; null when the reviewer does.</summary>
    public static string? RefusalOf(Person reviewer, ProvenanceOptions options)
    {
        if (reviewer.Identity.Length == 0)
        {
            return "The marker names no reviewer: write who reviewed the code, as an address, 'Name <address>' or a pseudonym such as 'staff:4711'";
        }

        if (reviewer.Text.Any(IsControlOrSeparator))
        {
            return "The reviewer is written on several lines or with control characters: write an address, 'Name <address>' or a pseudonym on one line";
        }

        return AIIdentities.Recognise(reviewer.Text, reviewer.Identity, options.ToolIndex) switch
        {
            AIIdentity.Address => $"'{reviewer.Text}' is the address of an AI tool, and a human must review: its review is not one",
            AIIdentity.Bot => $"'{reviewer.Text}' is a bot's account, and a human must review: its review is not one",
            AIIdentity.ToolName =>
                $"'{reviewer.Text}' is the name of an AI tool, and a human must review; if this is a person, write an address or 'Name <address>'",
            _ when !IsAllowed(reviewer, options.Reviewers) =>
                $"'{reviewer.Text}' is none of those who may review here: {string.Join(", ", options.Reviewers)} ({OptionDefinitions.Reviewers.Key})",
            _ when options.Policies.FirstOrDefault(policy => !IsAllowed(reviewer, policy.Options.Reviewers)) is { } policy =>
                $"'{reviewer.Text}' is none of those who may review: {string.Join(", ", policy.Options.Reviewers)} "
                + $"({OptionDefinitions.Reviewers.Key} in the locked policy '{policy.Name}')",
            _ => null,
        };
    }

    private static bool IsControlOrSeparator(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsAllowed(Person reviewer, ImmutableArray<string> patterns) =>
        patterns.IsEmpty || patterns.Any(pattern => Glob.IsMatch(pattern, reviewer.Identity) || Glob.IsMatch(pattern, reviewer.Text));

    private ImmutableArray<AIProvenance> AnnotationsOf(PlacedReview review, Covered? covered) =>
        review.Symbol != null ? _provenance.Resolve(review.Symbol).Annotations
        : covered?.TargetIn(_provenance) is { } path ? _provenance.Resolve(path).Annotations
        : [];
}
