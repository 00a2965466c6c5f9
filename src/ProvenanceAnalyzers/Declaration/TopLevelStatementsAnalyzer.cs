using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1005: a file of top-level statements does not declare its provenance.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopLevelStatementsAnalyzer() : ProvenanceDiagnosticAnalyzer(Descriptors.UndeclaredTopLevelStatements)
{
    private protected override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        if (DeclarationDuty.CanHaveStatements(start.Compilation))
        {
            start.RegisterSyntaxTreeAction(context => Analyze(context, provenance));
        }
    }

    private void Analyze(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (DeclarationDuty.FirstStatement(root) is not { } statement)
        {
            return;
        }

        var file = provenance.FileOf(context.Tree);
        if (!DeclarationDuty.AreStatementsDue(file, provenance) || provenance.IsInBaseline(file, root, out var hasChanged))
        {
            return;
        }

        var properties = DiagnosticProperties.ForDeclaration(file.Options);
        if (TargetPattern.Parse(file.Path, out _) is { HasWildcard: false })
        {
            properties = properties.Add(DiagnosticProperties.Target, file.Path);
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, statement.GetFirstToken().GetLocation(), properties, file.Path, DeclarationAnalyzer.WhyNow(hasChanged)));
    }
}
