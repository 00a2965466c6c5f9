using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// What every analyzer of this package has in common: it runs concurrently, skips generated code, and mostly does nothing in mode None.
/// </summary>
public abstract class ProvenanceDiagnosticAnalyzer : DiagnosticAnalyzer
{
    private protected ProvenanceDiagnosticAnalyzer(DiagnosticDescriptor descriptor)
    {
        Descriptor = descriptor;
        SupportedDiagnostics = [descriptor];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
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

    private protected abstract void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance);
}
