using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1004: a member does not declare a provenance of its own where an option asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemberProvenanceAnalyzer() : DeclarationAnalyzer(Descriptors.UndeclaredMember)
{
    private protected override void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (provenance.AnyPart(type, options => options.RequiredOn == RequiredOn.Members) && !provenance.IsTestCode(type))
        {
            ReportMembers(type, provenance, context);
        }
    }

    private protected override bool IsMemberDue(Unit member, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        DeclarationDuty.IsMemberDue(member, cancellationToken);
}
