using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers;

/// <summary>What the rules about annotations and review markers share: they visit each once, in the file where it stands.</summary>
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
                if (annotations == TypeAnnotations.None)
                {
                    return;
                }

                Action<Diagnostic> report = context.ReportDiagnostic;
                foreach (var annotation in annotations.Provenance)
                {
                    Analyze(new PlacedAnnotation(annotation, IsOnAssembly: false, provenance, context.CancellationToken), report);
                }

                foreach (var (symbol, review) in annotations.Reviews)
                {
                    Analyze(new PlacedReview(review, symbol, provenance, context.CancellationToken), report);
                }
            },
            SymbolKind.NamedType);

        start.RegisterSyntaxTreeAction(context =>
        {
            if (context.Tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax { AttributeLists.Count: > 0 })
            {
                return;
            }

            foreach (var annotation in provenance.AssemblyAnnotations.In(context.Tree))
            {
                Analyze(new PlacedAnnotation(annotation, IsOnAssembly: true, provenance, context.CancellationToken), context.ReportDiagnostic);
            }

            foreach (var review in provenance.AssemblyAnnotations.ReviewsIn(context.Tree))
            {
                Analyze(new PlacedReview(review, Symbol: null, provenance, context.CancellationToken), context.ReportDiagnostic);
            }
        });
    }

    private protected virtual void Analyze(PlacedAnnotation annotation, Action<Diagnostic> report)
    {
    }

    private protected virtual void Analyze(PlacedReview review, Action<Diagnostic> report)
    {
    }
}
