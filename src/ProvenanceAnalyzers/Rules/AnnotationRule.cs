using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

/// <summary>What the rules about annotations and review markers share: they visit each once, in the file where it stands.</summary>
internal abstract class AnnotationRule : ProvenanceRule
{
    protected AnnotationRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>
    /// Whether the rule looks at annotations in generated code too, which count for what is forbidden and for nothing else. A marker there
    /// never counts.
    /// </summary>
    protected virtual bool IsAboutGeneratedCode => false;

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (!IsAboutGeneratedCode && provenance.Units.IsGeneratedAsAWhole(type, context.CancellationToken))
                {
                    return;
                }

                Analyze(type, provenance, context);
                var known = provenance.Types.Of(type);
                foreach (var member in known.AnnotatedMembers)
                {
                    Analyze(member, provenance, context);
                }

                foreach (var inner in known.Inner)
                {
                    Analyze(inner, provenance, new Reporter(context), context.CancellationToken);
                }
            },
            SymbolKind.NamedType);

        start.RegisterSyntaxTreeAction(context =>
        {
            var written = provenance.Attributes.In(context.Tree);
            var hasAttributes = context.Tree.GetRoot(context.CancellationToken) is CompilationUnitSyntax { AttributeLists.Count: > 0 };
            if (!hasAttributes && written.IsEmpty)
            {
                return;
            }

            var file = provenance.Files.Of(context.Tree);
            var isGenerated = file.IsGenerated(context.CancellationToken);
            if (isGenerated && !IsAboutGeneratedCode)
            {
                return;
            }

            var reporter = new Reporter(context);
            foreach (var inner in written.Inner)
            {
                // What is inside of a type is looked at with the type.
                if (inner.IsInStatements)
                {
                    Analyze(inner, provenance, reporter, context.CancellationToken);
                }
            }

            foreach (var stray in isGenerated ? [] : written.Strays)
            {
                Analyze(stray, file, provenance, reporter);
            }

            if (!hasAttributes)
            {
                return;
            }

            foreach (var annotation in provenance.AssemblyAnnotations.In(context.Tree))
            {
                Analyze(new PlacedAnnotation(annotation, Symbol: null, provenance), reporter);
            }

            foreach (var review in isGenerated ? [] : provenance.AssemblyAnnotations.ReviewsIn(context.Tree))
            {
                Analyze(new PlacedMarker(review, Symbol: null, provenance), reporter);
            }
        });
    }

    protected virtual void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
    }

    protected virtual void Analyze(PlacedMarker review, Reporter reporter)
    {
    }

    /// <summary>Looks at a marker on what is no unit of its own, where it counts for nothing.</summary>
    protected virtual void AnalyzeInner(PlacedMarker review, Reporter reporter)
    {
    }

    /// <summary>Looks at what is written as if it were an annotation or a marker and is none.</summary>
    protected virtual void Analyze(StrayName stray, SourceFile file, ProvenanceContext provenance, Reporter reporter)
    {
    }

    private void Analyze(
        InnerAttribute inner, ProvenanceContext provenance, Reporter reporter, CancellationToken cancellationToken)
    {
        var isGenerated = inner.Attribute.ApplicationSyntaxReference is { } syntax
            && provenance.Files.Of(syntax.SyntaxTree).IsGenerated(cancellationToken);
        if (isGenerated && !IsAboutGeneratedCode)
        {
            return;
        }

        if (provenance.Annotations.TryRead(inner.Attribute) is { } annotation)
        {
            Analyze(new PlacedAnnotation(annotation, inner.Holder, provenance), reporter);
        }
        else if (!isGenerated && provenance.Annotations.TryReadReview(inner.Attribute) is { } review)
        {
            AnalyzeInner(new PlacedMarker(review, inner.Holder, provenance), reporter);
        }
    }

    private void Analyze(ISymbol symbol, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference is not { } syntax)
            {
                continue;
            }

            var isGenerated = provenance.Files.Of(syntax.SyntaxTree).IsGenerated(context.CancellationToken);
            if (isGenerated && !IsAboutGeneratedCode)
            {
                continue;
            }

            if (provenance.Annotations.TryRead(attribute) is { } annotation)
            {
                Analyze(new PlacedAnnotation(annotation, symbol, provenance), new Reporter(context));
            }
            else if (!isGenerated && provenance.Annotations.TryReadReview(attribute) is { } review)
            {
                Analyze(new PlacedMarker(review, symbol, provenance), new Reporter(context));
            }
            else if (!isGenerated
                && symbol is INamedTypeSymbol { ContainingType: null }
                && provenance.Attributes.StrayOf(attribute) is { } stray)
            {
                Analyze(stray, provenance.Files.Of(syntax.SyntaxTree), provenance, new Reporter(context));
            }
        }
    }
}
