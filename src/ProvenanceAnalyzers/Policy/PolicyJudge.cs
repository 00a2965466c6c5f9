using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Finds what annotations say that policies do not allow, once for all rules, wherever the code that they cover is.</summary>
internal sealed class PolicyJudge
{
    private static readonly ConditionalWeakTable<ProvenanceContext, PolicyJudge> Judges = new();

    private readonly ProvenanceContext _provenance;
    private readonly ConcurrentDictionary<AttributeData, ImmutableArray<PolicyViolation>> _violations = new();
    private readonly Lazy<bool> _hasPolicy;
    private readonly Lazy<ILookup<AttributeData, PolicyPlace>> _assemblyPlaces;

    private PolicyJudge(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _hasPolicy = new Lazy<bool>(() => provenance.Compilation.SyntaxTrees.Any(tree => provenance.FileOf(tree).Options.HasPolicy));
        _assemblyPlaces = new Lazy<ILookup<AttributeData, PolicyPlace>>(() => FindAssemblyPlaces().ToLookup(found => found.Annotation.Attribute, found => found.Place));
    }

    /// <summary>The judge of a compilation.</summary>
    public static PolicyJudge For(ProvenanceContext provenance) => Judges.GetValue(provenance, created => new PolicyJudge(created));

    /// <summary>What an annotation says that is not allowed at some place it covers: each thing once, for the ordinally first place.</summary>
    public ImmutableArray<PolicyViolation> ViolationsOf(PlacedAnnotation annotation) =>
        !_hasPolicy.Value ? []
        : _violations.TryGetValue(annotation.Value.Attribute, out var known) ? known
        : _violations.GetOrAdd(annotation.Value.Attribute, Find(annotation));

    /// <summary>The ids of the rules that what is declared of some code breaks at the places where the code is, whatever their severity.</summary>
    public IEnumerable<string> RulesBrokenBy(Provenance declared, IEnumerable<PolicyPlace> places, CancellationToken cancellationToken) => places
        .Distinct()
        .Where(place => place.File.Options.HasPolicy)
        .SelectMany(place => declared.Annotations
            .Where(annotation => annotation.Syntax != null)
            .SelectMany(annotation => PolicyCheck.Find(new PlacedAnnotation(annotation, Symbol: null, _provenance, cancellationToken), place)))
        .Select(violation => violation.Rule.Id)
        .Distinct()
        .OrderBy(id => id, StringComparer.Ordinal);

    private ImmutableArray<PolicyViolation> Find(PlacedAnnotation annotation)
    {
        var places = annotation.Symbol is { } symbol ? PlacesOf(symbol, annotation.CancellationToken) : _assemblyPlaces.Value[annotation.Value.Attribute];
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
        var isTest = _provenance.IsTestCode(symbol);
        var parts = _provenance.WrittenParts(symbol, cancellationToken);
        var implementation = Declarations.ImplementationOf(symbol);
        if (!ReferenceEquals(implementation, symbol))
        {
            parts = parts.Concat(_provenance.WrittenParts(implementation, cancellationToken));
        }

        return parts.Select(part => new PolicyPlace(_provenance.FileOf(part.SyntaxTree), isTest));
    }

    private IEnumerable<(AIProvenance Annotation, PolicyPlace Place)> FindAssemblyPlaces()
    {
        foreach (var type in TypesIn(_provenance.Compilation.Assembly.GlobalNamespace))
        {
            if (_provenance.AnyPart(type, options => options.HasPolicy)
                && !_provenance.IsGeneratedAsAWhole(type, CancellationToken.None)
                && _provenance.LevelOf(type) is ProvenanceLevel.Assembly or ProvenanceLevel.File)
            {
                foreach (var place in PlacesOf(type, CancellationToken.None))
                {
                    foreach (var annotation in _provenance.Resolve(type).Annotations)
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
            foreach (var annotation in _provenance.Resolve(fixture.Path).Annotations)
            {
                if (annotation.Syntax is { } syntax && covered.Add(annotation.Attribute))
                {
                    yield return (annotation, new PolicyPlace(_provenance.FileOf(syntax.SyntaxTree), IsTest: true, fixture.Path));
                }
            }
        }

        if (DeclarationDuty.CanHaveStatements(_provenance.Compilation))
        {
            foreach (var tree in _provenance.Compilation.SyntaxTrees)
            {
                var file = _provenance.FileOf(tree);
                if (DeclarationDuty.FirstStatement(tree.GetRoot()) != null && !file.IsGenerated(CancellationToken.None))
                {
                    foreach (var annotation in _provenance.Resolve(file).Annotations)
                    {
                        yield return (annotation, new PolicyPlace(file, IsTest: false));
                    }
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol container) => container.GetMembers().SelectMany(member =>
        member is INamespaceSymbol inner ? TypesIn(inner) : [(INamedTypeSymbol)member]);
}
