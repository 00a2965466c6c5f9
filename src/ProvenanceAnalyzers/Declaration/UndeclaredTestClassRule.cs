using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1002: a test class, or a test method where an option asks for it, does not declare its provenance.</summary>
internal sealed class UndeclaredTestClassRule() : UndeclaredRule(Descriptors.UndeclaredTestClass)
{
    public override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance) && provenance.TestClasses.CanBeAny;

    protected override void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (DeclarationDuty.IsTestClassDue(type, provenance, context.CancellationToken, out var unit))
        {
            Report(unit, provenance, context);
        }

        if (provenance.Types.AnyPart(type, options => options.TestsRequiredOn == TestsRequiredOn.Methods)
            && provenance.TestClasses.HoldCode(type))
        {
            ReportMembers(type, provenance, context);
        }
    }

    protected override bool IsMemberDue(Unit member, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        DeclarationDuty.IsTestMethodDue(member, provenance);
}
