using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1004: a member does not declare a provenance of its own where an option asks for it.</summary>
internal sealed class UndeclaredMemberRule() : UndeclaredRule(Descriptors.UndeclaredMember)
{
    public override bool IsActive(ProvenanceContext provenance) =>
        base.IsActive(provenance) && provenance.Files.AnyOptions(options => options.RequiredOn == RequiredOn.Members);

    protected override void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (provenance.Types.AnyPart(type, options => options.RequiredOn == RequiredOn.Members) && !provenance.TestClasses.HoldCode(type))
        {
            ReportMembers(type, provenance, context);
        }
    }

    protected override bool IsMemberDue(Unit member, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        DeclarationDuty.IsMemberDue(member, cancellationToken);
}
