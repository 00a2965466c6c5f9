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
                AnalyzeAnnotationsOf(context.Symbol, provenance, context);
                foreach (var member in ((INamedTypeSymbol)context.Symbol).GetMembers())
                {
                    if (member is not INamedTypeSymbol)
                    {
                        AnalyzeAnnotationsOf(member, provenance, context);
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

    private void AnalyzeAnnotationsOf(ISymbol symbol, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (provenance.Annotations.IsAnnotated(symbol))
        {
            foreach (var annotation in provenance.Annotations.Read(symbol))
            {
                if (annotation.Syntax != null)
                {
                    Analyze(new PlacedAnnotation(annotation, IsOnAssembly: false, provenance, context.CancellationToken), context.ReportDiagnostic);
                }
            }
        }
    }
}
