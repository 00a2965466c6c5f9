using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Review;

/// <summary>Finds what review markers are of, and which of them cover a piece of code or a fixture file.</summary>
internal sealed class CoveringMarkers
{
    private static readonly char[] Wildcards = ['*', '?'];

    private readonly ProvenanceContext _provenance;
    private readonly Lazy<ILookup<string, ReviewMarker>> _byTarget;
    private readonly Lazy<List<GlobMarker>> _byGlob;

    public CoveringMarkers(ProvenanceContext provenance)
    {
        _provenance = provenance;

        // In generated code a wrong marker is not reported, so that none counts there.
        _byTarget = new Lazy<ILookup<string, ReviewMarker>>(() => provenance.AssemblyAnnotations.Reviews
            .Where(marker => marker is { Syntax: { } syntax, Target: not null }
                && !provenance.Files.Of(syntax.SyntaxTree).IsGenerated(CancellationToken.None))
            .ToLookup(marker => marker.Target!, StringComparer.Ordinal));
        _byGlob = new Lazy<List<GlobMarker>>(() =>
        [
            .. _byTarget.Value.SelectMany(markers => GlobOf(markers.Key) is { } glob
                ? markers.Select(marker => new GlobMarker(glob, marker))
                : []),
        ]);
    }

    /// <summary>What a marker is of: the declaration it stands on, or the files it names; null where there are none.</summary>
    public ReviewSubject? SubjectOf(PlacedMarker marker)
    {
        if (marker.Symbol != null)
        {
            return marker.Declaration is { } declaration
                ? new ReviewSubject(declaration, DigestFormat.IsRest(marker.Value.Digest))
                : null;
        }

        if (marker.Value.Target is not { } path)
        {
            return null;
        }

        if (TargetPattern.Parse(path, out _) is { HasWildcard: true })
        {
            return GlobOf(path) is { } glob && _provenance.Fixtures.Matching(glob).ToList() is { Count: > 0 } files
                ? new ReviewSubject(path, files)
                : null;
        }

        if (_provenance.Files.Named(path) is { } file)
        {
            return new ReviewSubject(file.Tree.GetRoot());
        }

        return _provenance.Fixtures.Find(path) is { } fixture ? new ReviewSubject(fixture) : null;
    }

    /// <summary>
    /// The options that hold for a marker: those of the file that it is of, wherever it stands; else those of the one it stands in.
    /// </summary>
    public ProvenanceOptions OptionsFor(PlacedMarker marker, ReviewSubject? subject) => subject switch
    {
        { Code: { } code } => _provenance.Files.Of(code.SyntaxTree).Options,
        { Fixture: { } fixture } => _provenance.Fixtures.OptionsOf(fixture, marker.File),
        { Files: { } files } => _provenance.Fixtures.OptionsOf(files, marker.File),
        _ => marker.File.Options,
    };

    /// <summary>The markers that cover a declaration: its own, those of what it is in, and those of its file.</summary>
    public IEnumerable<PlacedMarker> Of(ISymbol symbol, SyntaxNode declaration)
    {
        var markers = new List<PlacedMarker>();
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (_provenance.Annotations.IsReviewed(current))
            {
                markers.AddRange(_provenance.Annotations.ReadReviews(current)
                    .Where(marker => marker.Syntax != null)
                    .Select(marker => new PlacedMarker(marker, current, _provenance))
                    .Where(marker => marker.Declaration is { } reviewed
                        && reviewed.SyntaxTree == declaration.SyntaxTree
                        && reviewed.Span.Contains(declaration.Span)
                        && (!DigestFormat.IsRest(marker.Value.Digest) || IsOfRest(reviewed, declaration))
                        && (SymbolEqualityComparer.Default.Equals(current, symbol) || MayCover(marker, symbol))));
            }
        }

        markers.AddRange(Of(_provenance.Files.Of(declaration.SyntaxTree)).Where(marker => MayCover(marker, symbol)));
        return markers;
    }

    /// <summary>The markers that name a source file.</summary>
    public IEnumerable<PlacedMarker> Of(SourceFile file) => _provenance.Files.Named(file.Path)?.Tree == file.Tree ? Naming(file.Path) : [];

    /// <summary>The markers that name a fixture file, by its path or a glob.</summary>
    public IEnumerable<PlacedMarker> Of(FixtureFile fixture) => _provenance.Files.Named(fixture.Path) != null
        ? []
        : Naming(fixture.Path).Concat(_byGlob.Value
            .Where(marker => marker.Glob.IsMatch(fixture.Path))
            .Select(marker => new PlacedMarker(marker.Marker, Symbol: null, _provenance)));

    /// <summary>The markers that stand where a marker stands, itself among them.</summary>
    public IEnumerable<PlacedMarker> Beside(PlacedMarker marker) => marker.Symbol != null
        ? _provenance.Annotations.ReadReviews(marker.Symbol)
            .Where(other => other.Syntax != null)
            .Select(other => marker with { Value = other })
            .Where(other => other.Declaration == marker.Declaration)
        : _byTarget.Value[marker.Value.Target ?? string.Empty].Select(other => marker with { Value = other });

    /// <summary>Whether a reviewer requested the code that an annotation is about.</summary>
    public static bool IsRequestedBy(Person reviewer, ProvenanceAnnotation annotation) =>
        reviewer.Text.Length > 0
        && annotation.IsAIMade
        && annotation.RequestedBy is { } requester
        && new Person(requester).IsSameAs(reviewer);

    /// <summary>Whether a review is older than the code that an annotation is about.</summary>
    public static bool IsOlder(ReviewMarker marker, ProvenanceAnnotation annotation) =>
        Day.Parse(marker.On) is { } reviewed && Day.Parse(annotation.On) is { } made && made > reviewed;

    /// <summary>
    /// Whether a marker of what is left of a type covers some code in it: of the type itself only where members are reviewed by themselves.
    /// </summary>
    private bool IsOfRest(SyntaxNode type, SyntaxNode code) => type == code
        ? _provenance.Files.Of(type.SyntaxTree).Options.ReviewOn == ReviewOn.Members
        : !Declarations.MembersOfTheirOwn(type).Any(member => member.Span.Contains(code.Span));

    /// <summary>The markers whose <c>Target</c> is a path; one with a wildcard in it is a glob.</summary>
    private IEnumerable<PlacedMarker> Naming(string path) => path.IndexOfAny(Wildcards) >= 0
        ? []
        : _byTarget.Value[path].Select(marker => new PlacedMarker(marker, Symbol: null, _provenance));

    /// <summary>A <c>Target</c> that is a glob by which a marker may name fixture files; else null.</summary>
    private TargetPattern? GlobOf(string target) =>
        TargetPattern.Parse(target, out _) is { HasWildcard: true } glob && Fixtures.MayBeReviewedBy(glob, _provenance.Files)
            ? glob
            : null;

    /// <summary>
    /// Whether a marker that stands elsewhere may be a review of this code: not where the reviewer requested this code, or where this code
    /// was made later. That is no fault of the marker, which covers other code too.
    /// </summary>
    private bool MayCover(PlacedMarker marker, ISymbol symbol)
    {
        var isIndependent = OptionsFor(marker, SubjectOf(marker)).IndependentReview;
        var reviewer = new Person(marker.Value.Reviewer ?? string.Empty);
        return !_provenance.Resolution.Of(symbol).Annotations.Any(annotation =>
            IsOlder(marker.Value, annotation) || (isIndependent && IsRequestedBy(reviewer, annotation)));
    }

    /// <summary>A marker that names fixture files by a glob.</summary>
    private sealed record GlobMarker(TargetPattern Glob, ReviewMarker Marker);
}
