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

    /// <summary>
    /// The descriptor by which the rule reports where some options hold: a locked one, where a policy asks for it; then it is an error too
    /// where the developer's own configuration makes the rule one.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="provenance">The context of the compilation.</param>
    /// <param name="location">Where the rule reports.</param>
    protected DiagnosticDescriptor DescriptorFor(ProvenanceOptions options, ProvenanceContext provenance, Location location)
    {
        var held = options.LockOf(Descriptor.Id);
        var descriptor = LockedDescriptors.Of(Descriptor, held, provenance.Facts.IsContinuousIntegration);
        return held != RuleLock.None
            && descriptor.DefaultSeverity != DiagnosticSeverity.Error
            && location.SourceTree is { } tree
            && ConfiguredErrors.For(provenance).Contain(Descriptor, tree)
                ? LockedDescriptors.Of(Descriptor, RuleLock.Error, isContinuousIntegration: false)
                : descriptor;
    }

    /// <summary>The name, in quotes, of the policy file that asks most strictly for what the rule reports; null where none does.</summary>
    protected string? AskerOf(ProvenanceOptions options)
    {
        var asker = options.Policies
            .Where(policy => policy.LockOf(Descriptor.Id) != RuleLock.None)
            .OrderByDescending(policy => policy.LockOf(Descriptor.Id))
            .FirstOrDefault();
        return asker != null ? $"'{asker.Name}'" : null;
    }

    /// <summary>
    /// Whether the baseline that this build writes is about to take what a locked policy asks for. Nothing can suppress such a diagnostic,
    /// so that it is left out; what no policy asks for is suppressed.
    /// </summary>
    protected bool IsHeldBack(ProvenanceOptions options, ProvenanceContext provenance) =>
        provenance.Facts.IsBaselineUpdated && options.AllowsBaseline && options.LockOf(Descriptor.Id) != RuleLock.None;
}
