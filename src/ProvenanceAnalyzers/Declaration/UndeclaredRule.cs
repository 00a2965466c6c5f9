using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>What the rules about undeclared types, test classes and members share: when code is declared, and how it is reported.</summary>
internal abstract class UndeclaredRule : ProvenanceRule
{
    protected UndeclaredRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance) =>
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (DeclarationDuty.CanBeDue(type) && !provenance.Units.IsGeneratedAsAWhole(type, context.CancellationToken))
                {
                    Analyze(type, provenance, context);
                }
            },
            SymbolKind.NamedType);

    protected abstract void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context);

    /// <summary>Whether the rule asks a member without annotation for one.</summary>
    protected virtual bool IsMemberDue(Unit member, ProvenanceContext provenance, CancellationToken cancellationToken) => false;

    /// <summary>Reports a type or member, unless the baseline has it as it is.</summary>
    protected void Report(Unit unit, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (!provenance.Baseline.Holds(unit, context.CancellationToken, out var hasChanged)
            && !IsHeldBack(unit.File.Options, provenance))
        {
            var location = unit.Syntax(context.CancellationToken).Identifier.GetLocation();
            var evidence = provenance.Evidence.IsEmpty ? null : provenance.Evidence.Of(unit.Symbol, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                DescriptorFor(unit.File.Options, provenance, location),
                location,
                DiagnosticProperties.ForEvidence(unit.File.Options, EvidencedAnnotations.Of(evidence, unit.File.Options)),
                SymbolText.Kind(unit.Symbol),
                SymbolText.Name(unit.Symbol),
                EvidenceText.Addition(evidence, unit.File.Options) + WhyNow(hasChanged, AskerOf(unit.File.Options))));
        }
    }

    /// <summary>What a message ends with, so that nobody wonders why old code is due now, or why nothing hides the message.</summary>
    internal static string WhyNow(bool hasChanged, string? asker) =>
        (hasChanged ? "; it has changed since the baseline took it" : string.Empty)
        + (asker != null ? $"; {asker} asks for it" : string.Empty);

    /// <summary>Reports the members of a type that have no annotation of their own.</summary>
    /// <param name="type">The type.</param>
    /// <param name="provenance">The compilation's context.</param>
    /// <param name="context">Where to report.</param>
    protected void ReportMembers(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        foreach (var member in provenance.Units.MembersOf(type))
        {
            if (DeclarationDuty.TryGetUndeclaredMember(member, provenance, context.CancellationToken, out var unit)
                && IsMemberDue(unit, provenance, context.CancellationToken))
            {
                Report(unit, provenance, context);
            }
        }
    }
}
