using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// A rule: what it may report, and what it looks at. The compiler does not see it but its family's <see cref="RuleFamilyAnalyzer"/>.
/// </summary>
internal abstract class ProvenanceRule
{
    /// <param name="descriptor">The rule.</param>
    /// <param name="variants">The rule with another severity, or one that nothing hides.</param>
    protected ProvenanceRule(DiagnosticDescriptor descriptor, params DiagnosticDescriptor[] variants)
    {
        Descriptor = descriptor;
        SupportedDiagnostics = [.. LockedDescriptors.Of(descriptor), .. variants];
    }

    /// <summary>The rule's descriptor, and the others by which it reports.</summary>
    public ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    protected DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether there is anything to do in a compilation.</summary>
    public virtual bool IsActive(ProvenanceContext provenance) => provenance.Facts.Mode != AnalysisMode.None;

    /// <summary>Says what of a compilation the rule looks at.</summary>
    public abstract void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance);

    /// <summary>The descriptor by which the rule reports where some options hold: a locked one, where a policy asks for it.</summary>
    protected DiagnosticDescriptor DescriptorFor(ProvenanceOptions options, ProvenanceContext provenance) =>
        LockedDescriptors.Of(Descriptor, options.LockOf(Descriptor.Id), provenance.Facts.IsContinuousIntegration);

    /// <summary>
    /// Whether the baseline that this build writes is about to take what a locked policy asks for. Nothing can suppress such a diagnostic,
    /// so that it is left out; what no policy asks for is suppressed.
    /// </summary>
    protected bool IsHeldBack(ProvenanceOptions options, ProvenanceContext provenance) =>
        provenance.Facts.IsBaselineUpdated && options.AllowsBaseline && options.LockOf(Descriptor.Id) != RuleLock.None;
}
