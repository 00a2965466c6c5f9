using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1001: a type does not declare its provenance.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TypeProvenanceAnalyzer() : DeclarationAnalyzer(Descriptors.UndeclaredType)
{
    private protected override void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (provenance.TryGetUnit(type, context.CancellationToken, out var unit)
            && IsUnit(type, unit.File.Options.RequiredOn, context.CancellationToken)
            && !IsDeclared(unit, provenance)
            && (unit.File.Options.ApiSurface == ApiSurface.All || Declarations.IsExternallyVisible(type))
            && (unit.File.Options.Exempt == Exempt.None || HoldsBody(type, provenance, context.CancellationToken))
            && !provenance.IsTestCode(type))
        {
            Report(unit, context);
        }
    }

    private static bool IsUnit(INamedTypeSymbol type, RequiredOn requiredOn, CancellationToken cancellationToken) => requiredOn switch
    {
        RequiredOn.Types => type.ContainingType == null,
        RequiredOn.Members => !Declarations.IsExtensionBlock(type)
            && !type.DeclaringSyntaxReferences.Any(part => Declarations.HoldsOwnBody(part.GetSyntax(cancellationToken))),
        _ => false,
    };

    private static bool HoldsBody(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(part =>
            !provenance.FileOf(part.SyntaxTree).IsGenerated(cancellationToken)
            && Declarations.HoldsBody(part.GetSyntax(cancellationToken)));
}
