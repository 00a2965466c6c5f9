using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>What the rules share that hold what is declared against what history tells.</summary>
internal abstract class ContradictionRule : ProvenanceRule
{
    protected ContradictionRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance) && !provenance.Evidence.IsEmpty;

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        start.RegisterSymbolAction(
            context => Analyze(
                EvidencedCode.For(provenance).Of((INamedTypeSymbol)context.Symbol, context.CancellationToken), new Reporter(context)),
            SymbolKind.NamedType);
        start.RegisterSyntaxTreeAction(
            context => Analyze(EvidencedCode.For(provenance).In(context.Tree, context.CancellationToken), new Reporter(context)));
    }

    /// <summary>Holds what is declared against what history tells.</summary>
    /// <param name="code">The code, what is declared of it and what history tells.</param>
    /// <param name="reporter">Where to report.</param>
    protected abstract void Analyze(DeclaredCode code, Reporter reporter);

    /// <summary>Reports a contradiction, where the annotation stands if it is about this code alone, else at the code's name.</summary>
    protected void Report(
        DeclaredCode code,
        Location location,
        IReadOnlyList<EvidencedAnnotation> annotations,
        Reporter reporter,
        params object[] arguments) =>
        reporter.Report(Diagnostic.Create(
            DescriptorFor(code.Options, code.Provenance, location),
            location,
            DiagnosticProperties.ForEvidence(code.Options, annotations),
            arguments));

    private void Analyze(ImmutableArray<DeclaredCode> codes, Reporter reporter)
    {
        foreach (var code in codes)
        {
            Analyze(code, reporter);
        }
    }
}
