using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// What every analyzer of this package has in common: it runs concurrently, and mostly does nothing in mode None. The driver hides no code
/// from it: what it takes for generated may be hand-written, so that <see cref="GenerationRule"/> decides that.
/// </summary>
public abstract class ProvenanceDiagnosticAnalyzer : DiagnosticAnalyzer
{
    /// <param name="descriptor">The rule.</param>
    /// <param name="variants">The rule with another severity, or one that nothing hides.</param>
    private protected ProvenanceDiagnosticAnalyzer(DiagnosticDescriptor descriptor, params DiagnosticDescriptor[] variants)
    {
        Descriptor = descriptor;
        SupportedDiagnostics = [.. LockedDescriptors.Of(descriptor), .. variants];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var provenance = ProvenanceContext.For(start.Compilation, start.Options);
            if (IsActive(provenance))
            {
                Register(start, provenance);
            }
        });
    }

    /// <summary>Whether there is anything to do in a compilation.</summary>
    private protected virtual bool IsActive(ProvenanceContext provenance) => provenance.Facts.Mode != AnalysisMode.None;

    /// <summary>The descriptor by which the rule reports where some options hold: a locked one, where a policy asks for it.</summary>
    private protected DiagnosticDescriptor DescriptorFor(ProvenanceOptions options, ProvenanceContext provenance) =>
        LockedDescriptors.Of(Descriptor, options.LockOf(Descriptor.Id), provenance.Facts.IsContinuousIntegration);

    /// <summary>
    /// Whether the baseline that this build writes is about to take what a locked policy asks for. Nothing can suppress such a diagnostic,
    /// so that it is left out; what no policy asks for is suppressed.
    /// </summary>
    private protected bool IsHeldBack(ProvenanceOptions options, ProvenanceContext provenance) =>
        provenance.Facts.IsBaselineUpdated && options.AllowsBaseline && options.LockOf(Descriptor.Id) != RuleLock.None;

    private protected abstract void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance);
}
