using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1002: a test class, or a test method where an option asks for it, does not declare its provenance.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestProvenanceAnalyzer() : DeclarationAnalyzer(Descriptors.UndeclaredTestClass)
{
    private protected override void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (type.ContainingType == null
            && provenance.TryGetUnit(type, context.CancellationToken, out var unit)
            && unit.File.Options.TestsRequiredOn != TestsRequiredOn.None
            && !IsDeclared(unit, provenance)
            && provenance.TestClasses.Contains(type)
            && (unit.File.Options.TestsRequiredOn == TestsRequiredOn.Classes || !provenance.TestClasses.HasTestMethods(type)))
        {
            Report(unit, context);
        }

        if (AnyPart(type, provenance, options => options.TestsRequiredOn == TestsRequiredOn.Methods) && provenance.IsTestCode(type))
        {
            ReportMembers(type, provenance, context, member =>
                member.File.Options.TestsRequiredOn == TestsRequiredOn.Methods
                && member.Symbol is IMethodSymbol method
                && provenance.TestClasses.IsTestMethod(method));
        }
    }
}
