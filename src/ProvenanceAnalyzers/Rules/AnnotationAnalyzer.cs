using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

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
                var type = (INamedTypeSymbol)context.Symbol;
                Analyze(type, provenance, context);
                foreach (var member in provenance.Types.Of(type).AnnotatedMembers)
                {
                    Analyze(member, provenance, context);
                }
            },
            SymbolKind.NamedType);

        start.RegisterSyntaxTreeAction(context =>
        {
            if (context.Tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax { AttributeLists.Count: > 0 })
            {
                return;
            }

            var reporter = new Reporter(context);
            foreach (var annotation in provenance.AssemblyAnnotations.In(context.Tree))
            {
                Analyze(new PlacedAnnotation(annotation, Symbol: null, provenance), reporter);
            }

            foreach (var review in provenance.AssemblyAnnotations.ReviewsIn(context.Tree))
            {
                Analyze(new PlacedMarker(review, Symbol: null, provenance), reporter);
            }
        });
    }

    private protected virtual void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
    }

    private protected virtual void Analyze(PlacedMarker review, Reporter reporter)
    {
    }

    private void Analyze(ISymbol symbol, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference == null)
            {
                continue;
            }

            if (provenance.Annotations.TryRead(attribute) is { } annotation)
            {
                Analyze(new PlacedAnnotation(annotation, symbol, provenance), new Reporter(context));
            }
            else if (provenance.Annotations.TryReadReview(attribute) is { } review)
            {
                Analyze(new PlacedMarker(review, symbol, provenance), new Reporter(context));
            }
        }
    }
}
