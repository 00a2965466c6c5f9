using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Finds what annotations say that policies do not allow, once for all rules, wherever the code that they cover is.</summary>
internal sealed class PolicyJudge
{
    private readonly ProvenanceContext _provenance;
    private readonly ConcurrentDictionary<AttributeData, ImmutableArray<PolicyViolation>> _violations = new();
    private readonly ConcurrentDictionary<PolicyQuestion, PolicyQuestion> _allowed = new();
    private readonly Lazy<bool> _hasPolicy;
    private readonly Lazy<ILookup<AttributeData, PolicyPlace>> _assemblyPlaces;
    private readonly Lazy<ILookup<AttributeData, PolicyPlace>> _snapshotPlaces;

    private PolicyJudge(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _hasPolicy = new Lazy<bool>(() =>
            !provenance.Facts.Policies.IsEmpty || provenance.Files.AnyOptions(options => options.HasPolicy));
        _assemblyPlaces = new Lazy<ILookup<AttributeData, PolicyPlace>>(() =>
            FindPlaces(CoveredCode.AllIn(_provenance)).ToLookup(found => found.Annotation.Attribute, found => found.Place));
        _snapshotPlaces = new Lazy<ILookup<AttributeData, PolicyPlace>>(() =>
            FindPlaces(CoveredCode.FixturesIn(_provenance).Where(code => _provenance.Snapshots.Of(code.Path) != null))
                .ToLookup(found => found.Annotation.Attribute, found => found.Place));
    }

    /// <summary>The judge of a compilation.</summary>
    public static PolicyJudge For(ProvenanceContext provenance) => provenance.Share(static created => new PolicyJudge(created));

    /// <summary>
    /// Whether anything says which AI output may be where. A policy file may say it of fixture files alone, which the options of no source
    /// file show.
    /// </summary>
    public bool HasPolicy => _hasPolicy.Value;

    /// <summary>
    /// What an annotation says that is not allowed at some place it covers: each thing once, for the ordinally first place.
    /// </summary>
    public ImmutableArray<PolicyViolation> ViolationsOf(PlacedAnnotation annotation) =>
        !HasPolicy ? []
        : _violations.TryGetValue(annotation.Value.Attribute, out var known) ? known
        : _violations.GetOrAdd(annotation.Value.Attribute, Find(annotation));

    /// <summary>
    /// The ids of the rules that what is declared of some code breaks at the places where the code is, whatever their severity.
    /// </summary>
    public IEnumerable<string> RulesBrokenAt(IEnumerable<DeclaredPlace> places) => places
        .Where(place => place.Place.Options.HasPolicy)
        .SelectMany(place => place.Declared.Annotations
            .Where(annotation => annotation.Syntax != null)
            .SelectMany(annotation => PolicyCheck.Find(new PlacedAnnotation(annotation, Symbol: null, _provenance), place.Place)))
        .Select(violation => violation.Rule.Id)
        .Distinct()
        .OrderBy(id => id, StringComparer.Ordinal);

    private ImmutableArray<PolicyViolation> Find(PlacedAnnotation annotation)
    {
        var places = annotation.Symbol is { } symbol
            ? PlacesOf(symbol, annotation.Value).Concat(_snapshotPlaces.Value[annotation.Value.Attribute])
            : _assemblyPlaces.Value[annotation.Value.Attribute];
        var violations = places
            .Distinct()
            .OrderBy(place => place.Path, StringComparer.Ordinal)
            .SelectMany(place => ViolationsAt(place, annotation))
            .ToList();

        // That nothing is named PROV0002 says already, which a policy that asks for names holds as an error.
        violations.RemoveAll(violation => violation.IsOfUnnamed && violation.IsLocked && !annotation.Value.IsAlias);
        violations.RemoveAll(violation => violations.Exists(violation.IsSaidBy));
        return violations.Count == 0 ? [] :
        [
            .. violations

                // What a policy file forbids must not hide behind what an option forbids too.
                .OrderByDescending(violation => violation.IsLocked)
                .GroupBy(violation => (violation.Rule, violation.Location))
                .Select(same => same.FirstOrDefault())
                .OfType<PolicyViolation>(),
        ];
    }

    // Most annotations of a project say the same, and most of what they say is allowed.
    private IReadOnlyCollection<PolicyViolation> ViolationsAt(PolicyPlace place, PlacedAnnotation annotation)
    {
        var question = new PolicyQuestion(place.Options, place.IsTest, annotation.Value);
        if (_allowed.ContainsKey(question))
        {
            return [];
        }

        var violations = PolicyCheck.Find(annotation, place);
        if (violations.Count == 0)
        {
            _allowed.TryAdd(question, question);
        }

        return violations;
    }

    /// <summary>
    /// Where a type or member is, and what holds there. Each part counts: one in a folder with a stricter policy must not slip by.
    /// </summary>
    public IEnumerable<DeclaredPlace> DeclaredPlacesOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        var isTest = _provenance.TestClasses.HoldCode(symbol);
        return PartsOf(symbol, cancellationToken).Select(part => new DeclaredPlace(
            _provenance.Resolution.Of(part.Symbol, part.Part),
            PolicyPlace.InCode(_provenance.Files.Of(part.Part.SyntaxTree), isTest)));
    }

    /// <summary>Where the parts of a type or member are for which an annotation on it holds.</summary>
    private IEnumerable<PolicyPlace> PlacesOf(ISymbol symbol, ProvenanceAnnotation annotation)
    {
        var parts = PartsOf(symbol, CancellationToken.None).ToList();
        if (parts.Count > 1 && symbol is INamedTypeSymbol)
        {
            return DeclaredPlacesOf(symbol, CancellationToken.None)
                .Where(place => place.Declared.Annotations.Any(other => other.Attribute == annotation.Attribute))
                .Select(place => place.Place);
        }

        var isTest = _provenance.TestClasses.HoldCode(symbol);
        return parts.Select(part => PolicyPlace.InCode(_provenance.Files.Of(part.Part.SyntaxTree), isTest));
    }

    private IEnumerable<(ISymbol Symbol, SyntaxReference Part)> PartsOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        var parts = (_provenance.Units.IsGeneratedAsAWhole(symbol, cancellationToken)
            ? _provenance.Types.PartsOf(symbol)
            : _provenance.Units.WrittenParts(symbol, cancellationToken)).Select(part => (symbol, part));
        var implementation = Declarations.ImplementationOf(symbol);
        return ReferenceEquals(implementation, symbol)
            ? parts
            : parts.Concat(_provenance.Units.WrittenParts(implementation, cancellationToken).Select(part => (implementation, part)));
    }

    private IEnumerable<(ProvenanceAnnotation Annotation, PolicyPlace Place)> FindPlaces(IEnumerable<CoveredCode> covering)
    {
        // One fixture file stands for all that an annotation covers with the same options.
        var covered = new HashSet<(AttributeData Annotation, ProvenanceOptions Options)>();
        foreach (var code in covering)
        {
            foreach (var annotation in code.Declared.Annotations)
            {
                if (code.File is { } file)
                {
                    yield return (annotation, PolicyPlace.InCode(file, code.Type is { } type && _provenance.TestClasses.HoldCode(type)));
                }
                else if (annotation.Syntax is { } syntax)
                {
                    var place = PolicyPlace.OfFixture(code.Fixture!, _provenance.Files.Of(syntax.SyntaxTree), _provenance);
                    if (covered.Add((annotation.Attribute, place.Options)))
                    {
                        yield return (annotation, place);
                    }
                }
            }
        }
    }
}
