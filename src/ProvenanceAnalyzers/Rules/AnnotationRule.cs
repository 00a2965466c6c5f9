using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// What the rules about annotations and review markers share: each is shown to them once, in the file where it stands. Those of a family
/// look together (<see cref="AnnotationVisitor"/>).
/// </summary>
internal abstract class AnnotationRule : ProvenanceRule
{
    protected AnnotationRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>
    /// Whether the rule looks at annotations in generated code too, which count for what is forbidden and for nothing else. A marker there
    /// never counts.
    /// </summary>
    public virtual bool IsAboutGeneratedCode => false;

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance) =>
        new AnnotationVisitor([this], provenance).Register(start);

    /// <summary>Looks at an annotation.</summary>
    public virtual void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
    }

    /// <summary>Looks at a marker.</summary>
    public virtual void Analyze(PlacedMarker review, Reporter reporter)
    {
    }

    /// <summary>Looks at a marker on what is no unit of its own, where it counts for nothing.</summary>
    public virtual void AnalyzeInner(PlacedMarker review, Reporter reporter)
    {
    }

    /// <summary>Looks at what is written as if it were an annotation or a marker and is none.</summary>
    public virtual void Analyze(StrayName stray, SourceFile file, ProvenanceContext provenance, Reporter reporter)
    {
    }
}
