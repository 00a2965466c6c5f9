using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>
/// The annotations of an assembly that say "unknown" of code or a fixture file of which nothing else says anything, and that no baseline
/// holds: it would say the same.
/// </summary>
internal sealed class OpenQuestions
{
    private readonly HashSet<AttributeData> _open = [];

    private OpenQuestions(ProvenanceContext provenance)
    {
        foreach (var type in provenance.Units.Types.Where(type => !provenance.Units.IsGeneratedAsAWhole(type, CancellationToken.None)))
        {
            foreach (var part in provenance.Units.HandWrittenParts(type, CancellationToken.None))
            {
                Add(provenance.Resolution.Of(type, part), () => IsInBaseline(type, provenance));
            }
        }

        foreach (var file in provenance.Units.FilesOfStatements(CancellationToken.None))
        {
            Add(provenance.Resolution.Of(file), () => provenance.Baseline.Holds(file, file.Tree.GetRoot(), out _));
        }

        foreach (var fixture in provenance.Fixtures.All)
        {
            Add(provenance.Resolution.OfFixture(fixture.Path), () => provenance.Fixtures.Anchor is { } anchor
                && provenance.Baseline.Holds(fixture, provenance.Fixtures.OptionsOf(fixture, anchor.File)));
        }
    }

    /// <summary>Those of a compilation.</summary>
    public static OpenQuestions For(ProvenanceContext provenance) => provenance.Share(static created => new OpenQuestions(created));

    /// <summary>Whether an annotation is one of them.</summary>
    public bool Contains(AttributeData annotation) => _open.Contains(annotation);

    /// <summary>Whether what else is said of the same code says no more than an annotation does.</summary>
    public static bool IsOnly(ProvenanceAnnotation annotation, IEnumerable<ProvenanceAnnotation> all) => all.All(other =>
        other.Attribute == annotation.Attribute || other is { Origin: Origin.Unknown, IsAIMade: false });

    /// <summary>Whether a type or member is in the baseline as it is.</summary>
    public static bool IsInBaseline(ISymbol symbol, ProvenanceContext provenance) =>
        provenance.Units.TryGet(symbol, CancellationToken.None, out var unit)
        && provenance.Baseline.Holds(unit, CancellationToken.None, out _);

    private void Add(DeclaredProvenance declared, Func<bool> isInBaseline)
    {
        foreach (var annotation in declared.Annotations)
        {
            if (annotation.Origin == Origin.Unknown && IsOnly(annotation, declared.Annotations)
                && !_open.Contains(annotation.Attribute) && !isInBaseline())
            {
                _open.Add(annotation.Attribute);
            }
        }
    }
}
