using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
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
        foreach (var type in provenance.Units.Types)
        {
            foreach (var part in provenance.Units.WrittenParts(type, CancellationToken.None))
            {
                Add(provenance.Files.Of(part.SyntaxTree).Path, provenance.Resolution.Of(type, part));
            }
        }

        foreach (var file in provenance.Units.FilesOfStatements(CancellationToken.None))
        {
            Add(file.Path, provenance.Resolution.Of(file));
        }

        foreach (var fixture in provenance.Fixtures.All)
        {
            Add(fixture.Path, provenance.Resolution.OfFixture(fixture.Path));
        }
    }

    /// <summary>Those of a compilation.</summary>
    public static HeldAnnotations For(ProvenanceContext provenance) => provenance.Share(static created => new HeldAnnotations(created));

    /// <summary>Whether an annotation is one of them.</summary>
    public bool Contains(AttributeData annotation) => _held.Contains(annotation);

    /// <summary>
    /// Whether there is any code or fixture file that a path or glob names: where an <c>#if</c> leaves out all, there is none.
    /// </summary>
    public bool AnyIn(TargetPattern target) => _paths.Any(target.IsMatch);

    private void Add(string path, DeclaredProvenance declared)
    {
        _paths.Add(path);
        _held.UnionWith(declared.Annotations.Select(annotation => annotation.Attribute));
    }
}
