using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The options by which an annotation or a marker is judged under a policy: those of the file that it stands in, and those that hold for
/// what it is about, which may lie in a folder with a stricter policy.
/// </summary>
internal sealed class CoveredOptions
{
    private readonly ProvenanceContext _provenance;
    private readonly Lazy<ILookup<AttributeData, ProvenanceOptions>> _ofAssembly;
    private readonly Lazy<ILookup<AttributeData, ProvenanceOptions>> _ofSnapshots;

    private CoveredOptions(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _ofAssembly = new Lazy<ILookup<AttributeData, ProvenanceOptions>>(() =>
            Find(CoveredCode.AllIn(provenance)).Distinct().ToLookup(found => found.Annotation, found => found.Options));
        _ofSnapshots = new Lazy<ILookup<AttributeData, ProvenanceOptions>>(() =>
            Find(CoveredCode.FixturesIn(provenance).Where(code => provenance.Snapshots.Of(code.Path) != null))
                .Distinct()
                .ToLookup(found => found.Annotation, found => found.Options));
    }

    /// <summary>Those of an annotation; where it stands first.</summary>
    public static IEnumerable<ProvenanceOptions> Of(PlacedAnnotation annotation)
    {
        var provenance = annotation.Provenance;
        ProvenanceOptions[] own = [annotation.File.Options];
        return provenance.Facts.Policies.IsEmpty || CoversItsFileAlone(annotation)
            ? own
            : own.Concat(provenance.Share(static created => new CoveredOptions(created)).OfCovered(annotation));
    }

    /// <summary>Those of a marker; where it stands first.</summary>
    public static IEnumerable<ProvenanceOptions> Of(PlacedMarker marker)
    {
        var provenance = marker.Provenance;
        yield return marker.File.Options;
        if (!provenance.Facts.Policies.IsEmpty && marker is { Symbol: null, Value.Target: { } path })
        {
            if (provenance.Files.Named(path) is { } file)
            {
                yield return file.Options;
            }
            else if (TargetPattern.Parse(path, out _) is { } target)
            {
                foreach (var fixture in provenance.Fixtures.Matching(target))
                {
                    yield return provenance.Fixtures.OptionsOf(fixture, marker.File);
                }
            }
        }
    }

    /// <summary>Of several options those by which a policy holds a rule most strictly; the first of them where it holds it alike.</summary>
    public static ProvenanceOptions Strictest(IEnumerable<ProvenanceOptions> options, string rule)
    {
        ProvenanceOptions? strictest = null;
        foreach (var one in options)
        {
            if (strictest == null || one.LockOf(rule) > strictest.LockOf(rule))
            {
                strictest = one;
            }
        }

        return strictest!;
    }

    /// <summary>Whether all that an annotation may be about lies in its own file: no other part, and no snapshot of a test class.</summary>
    private static bool CoversItsFileAlone(PlacedAnnotation annotation)
    {
        if (annotation.Symbol is not { } symbol || !annotation.Provenance.Fixtures.All.IsEmpty)
        {
            return false;
        }

        var implementation = Declarations.ImplementationOf(symbol);
        return AreIn(annotation.File.Tree, annotation.Provenance.Types.PartsOf(symbol))
            && (ReferenceEquals(implementation, symbol)
                || AreIn(annotation.File.Tree, annotation.Provenance.Types.PartsOf(implementation)));
    }

    private static bool AreIn(SyntaxTree tree, ImmutableArray<SyntaxReference> parts)
    {
        foreach (var part in parts)
        {
            if (part.SyntaxTree != tree)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<ProvenanceOptions> OfCovered(PlacedAnnotation annotation)
    {
        if (annotation.Symbol is not { } symbol)
        {
            // Of what holds for nothing nobody knows which code it was meant for.
            return annotation.Value.IsAIMade && !_ofAssembly.Value.Contains(annotation.Value.Attribute)
                ? _provenance.Files.All.Select(file => file.Options).Distinct()
                : _ofAssembly.Value[annotation.Value.Attribute];
        }

        var implementation = Declarations.ImplementationOf(symbol);
        var parts = _provenance.Units.WrittenParts(symbol, CancellationToken.None)
            .Where(part => symbol is not INamedTypeSymbol || HoldsFor(part));
        return (ReferenceEquals(implementation, symbol)
            ? parts
            : parts.Concat(_provenance.Units.WrittenParts(implementation, CancellationToken.None)))
            .Select(part => _provenance.Files.Of(part.SyntaxTree).Options)
            .Concat(_ofSnapshots.Value[annotation.Value.Attribute]);

        bool HoldsFor(SyntaxReference part) =>
            _provenance.Resolution.Of(symbol, part).Annotations.Any(other => other.Attribute == annotation.Value.Attribute);
    }

    private IEnumerable<(AttributeData Annotation, ProvenanceOptions Options)> Find(IEnumerable<CoveredCode> covering)
    {
        foreach (var code in covering)
        {
            foreach (var annotation in code.Declared.Annotations)
            {
                if (code.File is { } file)
                {
                    yield return (annotation.Attribute, file.Options);
                }
                else if (annotation.Syntax is { } syntax)
                {
                    yield return (
                        annotation.Attribute,
                        _provenance.Fixtures.OptionsOf(code.Fixture!, _provenance.Files.Of(syntax.SyntaxTree)));
                }
            }
        }
    }
}
