using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0008: a policy file is empty or has a line that cannot be read. A lock that cannot be read is closed: no setting hides this.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenPolicyAnalyzer() : ProvenanceDiagnosticAnalyzer(Descriptors.BrokenPolicy)
{
    private protected override bool IsActive(ProvenanceContext provenance) =>
        provenance.Facts.Policies.Any(policy => !policy.Problems.IsEmpty);

    private protected override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance) =>
        start.RegisterAdditionalFileAction(context =>
        {
            foreach (var policy in provenance.Facts.Policies.Where(policy => policy.Path == context.AdditionalFile.Path))
            {
                foreach (var problem in policy.Problems)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptor,
                        LocationOf(problem.Line, context.AdditionalFile, context.CancellationToken),
                        policy.Name,
                        problem.Line,
                        problem.Explanation));
                }
            }
        });

    private static Location LocationOf(int number, AdditionalText file, CancellationToken cancellationToken)
    {
        var lines = file.GetText(cancellationToken)?.Lines;
        var span = lines != null && number <= lines.Count ? lines[number - 1].Span : default;
        return Location.Create(file.Path, span, lines?.GetLinePositionSpan(span) ?? default);
    }
}
