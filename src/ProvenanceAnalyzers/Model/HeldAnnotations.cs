using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The annotations that hold for any hand-written code or fixture file. One on the assembly may hold for nothing although it matches files:
/// where all that is in them has annotations of its own, which are nearer.
/// </summary>
internal sealed class HeldAnnotations
{
    private readonly HashSet<AttributeData> _held = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private HeldAnnotations(ProvenanceContext provenance)
    {
        foreach (var code in CoveredCode.AllIn(provenance))
        {
            _paths.Add(code.Path);
            foreach (var annotation in code.Declared.Annotations)
            {
                _held.Add(annotation.Attribute);
            }
        }
    }

    /// <summary>Those of a compilation.</summary>
    public static HeldAnnotations For(ProvenanceContext provenance) => provenance.Share(static created => new HeldAnnotations(created));

    /// <summary>Whether an annotation is one of them.</summary>
    public bool Contains(AttributeData annotation) => _held.Contains(annotation);

    /// <summary>
    /// Whether there is any code or fixture file that a path or glob names, or any at all (null): where an <c>#if</c> leaves out all, there
    /// is none.
    /// </summary>
    public bool AnyIn(TargetPattern? target) => target != null ? _paths.Any(target.IsMatch) : _paths.Count > 0;
}
