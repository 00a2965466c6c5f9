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
        foreach (var code in CoveredCode.AllIn(provenance))
        {
            if (code.File?.Options.Exclude != true)
            {
                Add(code, provenance);
            }
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

    private void Add(CoveredCode code, ProvenanceContext provenance)
    {
        foreach (var annotation in code.Declared.Annotations)
        {
            if (annotation.Origin == Origin.Unknown
                && IsOnly(annotation, code.Declared.Annotations)
                && !_open.Contains(annotation.Attribute)
                && !IsInBaseline(code, provenance))
            {
                _open.Add(annotation.Attribute);
            }
        }
    }

    private static bool IsInBaseline(CoveredCode code, ProvenanceContext provenance) => code switch
    {
        { Type: { } type } => IsInBaseline(type, provenance),
        { Fixture: { } fixture } => provenance.Fixtures.Anchor is { } anchor
            && provenance.Baseline.Holds(fixture, provenance.Fixtures.OptionsOf(fixture, anchor.File)),
        { File: { } file } => provenance.Baseline.Holds(file, file.Tree.GetRoot(), out _),
        _ => false,
    };
}
