using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The annotations that hold for any hand-written code or fixture file. One on the assembly may hold for nothing although it matches files:
/// where all that is in them has annotations of its own, which are nearer.
/// </summary>
internal sealed class HeldAnnotations
{
    private readonly ProvenanceContext _provenance;
    private readonly HashSet<AttributeData> _held = [];
    private readonly HashSet<string?> _tools = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private HeldAnnotations(ProvenanceContext provenance)
    {
        _provenance = provenance;
        foreach (var code in CoveredCode.AllIn(provenance))
        {
            _paths.Add(code.Path);
            foreach (var annotation in code.Declared.Annotations)
            {
                if (_held.Add(annotation.Attribute) && annotation.IsAIMade)
                {
                    _tools.Add(ToolOf(annotation));
                }
            }
        }
    }

    /// <summary>Those of a compilation.</summary>
    public static HeldAnnotations For(ProvenanceContext provenance) => provenance.Share(static created => new HeldAnnotations(created));

    /// <summary>
    /// Whether what an annotation of the assembly says of an AI is lost: it holds for nothing, since all code and fixture files that it
    /// names have nearer ones; what says no more than others do is nobody's loss, and where an <c>#if</c> leaves out all, there is nothing
    /// to hold for. A default is for code to come, and is not lost because all that there is says itself what it is; but where a policy
    /// asks for it, none is, unless something nearer says the same of its tool.
    /// </summary>
    /// <param name="annotation">The annotation.</param>
    /// <param name="target">What it is about; null: all code.</param>
    public bool IsLost(ProvenanceAnnotation annotation, TargetPattern? target) =>
        annotation is { IsAIMade: true, HasOrigin: true }
        && (target != null ? _paths.Any(target.IsMatch) : _paths.Count > 0)
        && !_held.Contains(annotation.Attribute)
        && (!_provenance.AssemblyAnnotations.IsDefault(annotation, target)
            || (IsLocked(annotation) && !_tools.Contains(ToolOf(annotation))));

    private bool IsLocked(ProvenanceAnnotation annotation) =>
        CoveredOptions.Of(new PlacedAnnotation(annotation, Symbol: null, _provenance))
            .Any(options => options.LockOf(RuleIds.MalformedAnnotation) != RuleLock.None);

    private string? ToolOf(ProvenanceAnnotation annotation) => annotation is { Tool: { } tool, Syntax: { } syntax }
        ? _provenance.Files.Of(syntax.SyntaxTree).Options.ToolIndex.Identify(tool)
        : null;
}
