using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Finds what annotations say that policies do not allow, once for all rules, wherever the code that they cover is.</summary>
internal sealed class PolicyJudge
{
    private readonly ProvenanceContext _provenance;
    private readonly ConcurrentDictionary<AttributeData, ImmutableArray<PolicyViolation>> _violations = new();
    private readonly Lazy<bool> _hasPolicy;
    private readonly Lazy<ILookup<AttributeData, PolicyPlace>> _assemblyPlaces;

    private PolicyJudge(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _hasPolicy = new Lazy<bool>(() => provenance.Files.All.Any(file => file.Options.HasPolicy));
        _assemblyPlaces = new Lazy<ILookup<AttributeData, PolicyPlace>>(() =>
            FindAssemblyPlaces().ToLookup(found => found.Annotation.Attribute, found => found.Place));
    }

    /// <summary>The judge of a compilation.</summary>
    public static PolicyJudge For(ProvenanceContext provenance) => provenance.Share(static created => new PolicyJudge(created));

    /// <summary>
    /// What an annotation says that is not allowed at some place it covers: each thing once, for the ordinally first place.
    /// </summary>
    public ImmutableArray<PolicyViolation> ViolationsOf(PlacedAnnotation annotation) =>
        !_hasPolicy.Value ? []
        : _violations.TryGetValue(annotation.Value.Attribute, out var known) ? known
        : _violations.GetOrAdd(annotation.Value.Attribute, Find(annotation));

    /// <summary>
    /// The ids of the rules that what is declared of some code breaks at the places where the code is, whatever their severity.
    /// </summary>
    public IEnumerable<string> RulesBrokenBy(
        DeclaredProvenance declared, IEnumerable<PolicyPlace> places, CancellationToken cancellationToken) => places
        .Distinct()
        .Where(place => place.File.Options.HasPolicy)
        .SelectMany(place => declared.Annotations
            .Where(annotation => annotation.Syntax != null)
            .SelectMany(annotation => PolicyCheck.Find(new PlacedAnnotation(annotation, Symbol: null, _provenance), place)))
        .Select(violation => violation.Rule.Id)
        .Distinct()
        .OrderBy(id => id, StringComparer.Ordinal);

    private ImmutableArray<PolicyViolation> Find(PlacedAnnotation annotation)
    {
        var places = annotation.Symbol is { } symbol
            ? PlacesOf(symbol, CancellationToken.None)
            : _assemblyPlaces.Value[annotation.Value.Attribute];
        return
        [
            .. places
                .Distinct()
                .Where(place => place.File.Options.HasPolicy)
                .OrderBy(place => place.Path, StringComparer.Ordinal)
                .SelectMany(place => PolicyCheck.Find(annotation, place))
                .GroupBy(violation => (violation.Rule, violation.Location))
                .Select(same => same.FirstOrDefault())
                .OfType<PolicyViolation>(),
        ];
    }

    /// <summary>Where a type or member is. Each part counts: one in a folder with a stricter policy must not slip by.</summary>
    public IEnumerable<PolicyPlace> PlacesOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        var isTest = _provenance.TestClasses.HoldCode(symbol);
        var parts = _provenance.Units.WrittenParts(symbol, cancellationToken);
        var implementation = Declarations.ImplementationOf(symbol);
        if (!ReferenceEquals(implementation, symbol))
        {
            parts = parts.Concat(_provenance.Units.WrittenParts(implementation, cancellationToken));
        }

        return parts.Select(part => new PolicyPlace(_provenance.Files.Of(part.SyntaxTree), isTest));
    }

    private IEnumerable<(ProvenanceAnnotation Annotation, PolicyPlace Place)> FindAssemblyPlaces()
    {
        foreach (var type in _provenance.Units.Types)
        {
            if (_provenance.Types.AnyPart(type, options => options.HasPolicy)
                && !_provenance.Units.IsGeneratedAsAWhole(type, CancellationToken.None)
                && _provenance.Resolution.LevelOf(type) is ProvenanceLevel.Assembly or ProvenanceLevel.File)
            {
                foreach (var place in PlacesOf(type, CancellationToken.None))
                {
                    foreach (var annotation in _provenance.Resolution.Of(type).Annotations)
                    {
                        yield return (annotation, place);
                    }
                }
            }
        }

        // One fixture file stands for all that an annotation covers: the same options hold for them.
        var covered = new HashSet<AttributeData>();
        foreach (var fixture in _provenance.Fixtures.All)
        {
            foreach (var annotation in _provenance.Resolution.Of(fixture.Path).Annotations)
            {
                if (annotation.Syntax is { } syntax && covered.Add(annotation.Attribute))
                {
                    yield return (annotation, new PolicyPlace(_provenance.Files.Of(syntax.SyntaxTree), IsTest: true, fixture.Path));
                }
            }
        }

        foreach (var file in _provenance.Units.FilesOfStatements(CancellationToken.None))
        {
            foreach (var annotation in _provenance.Resolution.Of(file).Annotations)
            {
                yield return (annotation, new PolicyPlace(file, IsTest: false));
            }
        }
    }
}
