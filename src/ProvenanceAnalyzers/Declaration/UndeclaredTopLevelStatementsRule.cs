using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1005: a file of top-level statements does not declare its provenance.</summary>
internal sealed class UndeclaredTopLevelStatementsRule() : ProvenanceRule(Descriptors.UndeclaredTopLevelStatements)
{
    public override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        if (provenance.Units.CanHaveStatements)
        {
            start.RegisterSyntaxTreeAction(context => Analyze(context, provenance));
        }
    }

    private void Analyze(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (new UnitSyntax(root) is not { HasStatements: true } statements)
        {
            return;
        }

        var file = provenance.Files.Of(context.Tree);
        if (file.IsGenerated(context.CancellationToken)
            || !DeclarationDuty.AreStatementsDue(file, provenance)
            || provenance.Baseline.Holds(file, root, out var hasChanged)
            || IsHeldBack(file.Options, provenance))
        {
            return;
        }

        var evidence = provenance.Evidence.OfStatements(file, context.CancellationToken);
        var properties = DiagnosticProperties.ForEvidence(file.Options, EvidencedAnnotations.Of(evidence, file.Options));
        if (TargetPattern.Parse(file.Path, out _) is { HasWildcard: false })
        {
            properties = properties.Add(DiagnosticProperties.Target, file.Path);
        }

        var location = statements.Identifier.GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(
            DescriptorFor(file.Options, provenance, location),
            location,
            properties,
            file.Path,
            EvidenceText.Addition(evidence, file.Options) + UndeclaredRule.WhyNow(hasChanged, AskerOf(file.Options))));
    }
}
