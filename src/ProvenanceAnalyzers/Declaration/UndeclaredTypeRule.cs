using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1001: a type does not declare its provenance.</summary>
internal sealed class UndeclaredTypeRule() : UndeclaredRule(Descriptors.UndeclaredType)
{
    protected override void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (DeclarationDuty.IsTypeDue(type, provenance, context.CancellationToken, out var unit))
        {
            Report(unit, provenance, context);
        }
    }
}
