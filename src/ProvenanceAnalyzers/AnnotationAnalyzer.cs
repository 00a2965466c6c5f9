using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers;

/// <summary>What the rules about annotations share: they visit each annotation once, in the file where it stands.</summary>
public abstract class AnnotationAnalyzer : ProvenanceDiagnosticAnalyzer
{
    private protected AnnotationAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        start.RegisterSymbolAction(
            context =>
            {
                var annotations = provenance.AnnotationsIn((INamedTypeSymbol)context.Symbol);
                if (!annotations.IsEmpty)
                {
                    Action<Diagnostic> report = context.ReportDiagnostic;
                    foreach (var annotation in annotations)
                    {
                        Analyze(new PlacedAnnotation(annotation, IsOnAssembly: false, provenance, context.CancellationToken), report);
                    }
                }
            },
            SymbolKind.NamedType);

        start.RegisterSyntaxTreeAction(context =>
        {
            if (context.Tree.GetRoot(context.CancellationToken) is CompilationUnitSyntax { AttributeLists.Count: > 0 })
            {
                foreach (var annotation in provenance.AssemblyAnnotations.All)
                {
                    if (annotation.Syntax?.SyntaxTree == context.Tree)
                    {
                        Analyze(new PlacedAnnotation(annotation, IsOnAssembly: true, provenance, context.CancellationToken), context.ReportDiagnostic);
                    }
                }
            }
        });
    }

    private protected abstract void Analyze(PlacedAnnotation annotation, Action<Diagnostic> report);
}
