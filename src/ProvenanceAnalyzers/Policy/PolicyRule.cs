using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>What the rules PROV3xxx share: each reports its own part of what is not allowed, where the annotation says it.</summary>
internal abstract class PolicyRule : AnnotationRule
{
    protected PolicyRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override bool IsActive(ProvenanceContext provenance) =>
        base.IsActive(provenance) && PolicyJudge.For(provenance).HasPolicy;

    public sealed override bool IsAboutGeneratedCode => true;

    public sealed override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        foreach (var violation in PolicyJudge.For(annotation.Provenance).ViolationsOf(annotation))
        {
            if (violation.Rule == Descriptor)
            {
                var descriptor = LockedDescriptors.Of(
                    Descriptor, violation.IsLocked ? RuleLock.Error : RuleLock.None, isContinuousIntegration: false);
                reporter.Report(Diagnostic.Create(descriptor, violation.Location, violation.Subject, violation.Reason));
            }
        }
    }
}
