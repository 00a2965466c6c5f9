using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// Shows several rules each annotation and marker of a compilation, in one walk: looking for them costs more than most rules do.
/// </summary>
internal sealed class AnnotationVisitor
{
    private readonly ProvenanceContext _provenance;
    private readonly AnnotationRule[] _rules;
    private readonly AnnotationRule[] _rulesAboutGeneratedCode;

    /// <param name="rules">The rules.</param>
    /// <param name="provenance">The context of the compilation.</param>
    public AnnotationVisitor(AnnotationRule[] rules, ProvenanceContext provenance)
    {
        _provenance = provenance;
        _rules = rules;
        _rulesAboutGeneratedCode = Array.FindAll(rules, rule => rule.IsAboutGeneratedCode);
    }

    /// <summary>Says what of a compilation the rules look at.</summary>
    public void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterSymbolAction(VisitType, SymbolKind.NamedType);
        start.RegisterSyntaxTreeAction(VisitFile);
    }

    private void VisitType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (_rulesAboutGeneratedCode.Length == 0 && _provenance.Units.IsGeneratedAsAWhole(type, context.CancellationToken))
        {
            return;
        }

        VisitAttributes(type, context);
        var known = _provenance.Types.Of(type);
        foreach (var member in known.AnnotatedMembers)
        {
            VisitAttributes(member, context);
        }

        foreach (var inner in known.Inner)
        {
            VisitInner(inner, new Reporter(context), context.CancellationToken);
        }
    }

    private void VisitFile(SyntaxTreeAnalysisContext context)
    {
        var written = _provenance.Attributes.In(context.Tree);
        var hasAttributes = context.Tree.GetRoot(context.CancellationToken) is CompilationUnitSyntax { AttributeLists.Count: > 0 };
        if (!hasAttributes && written.IsEmpty)
        {
            return;
        }

        var file = _provenance.Files.Of(context.Tree);
        var isGenerated = file.IsGenerated(context.CancellationToken);
        var reporter = new Reporter(context);
        foreach (var inner in written.Inner)
        {
            // What is inside of a type is looked at with the type.
            if (inner.IsInStatements)
            {
                VisitInner(inner, reporter, context.CancellationToken);
            }
        }

        foreach (var stray in isGenerated ? [] : written.Strays)
        {
            Visit(stray, file, reporter);
        }

        if (!hasAttributes || RulesFor(isGenerated).Length == 0)
        {
            return;
        }

        foreach (var annotation in _provenance.AssemblyAnnotations.In(context.Tree))
        {
            Visit(new PlacedAnnotation(annotation, Symbol: null, _provenance), isGenerated, reporter);
        }

        foreach (var review in isGenerated ? [] : _provenance.AssemblyAnnotations.ReviewsIn(context.Tree))
        {
            Visit(new PlacedMarker(review, Symbol: null, _provenance), reporter);
        }
    }

    private void VisitAttributes(ISymbol symbol, SymbolAnalysisContext context)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference is not { } syntax)
            {
                continue;
            }

            var isGenerated = _provenance.Files.Of(syntax.SyntaxTree).IsGenerated(context.CancellationToken);
            if (_provenance.Annotations.TryRead(attribute) is { } annotation)
            {
                Visit(new PlacedAnnotation(annotation, symbol, _provenance), isGenerated, new Reporter(context));
            }
            else if (!isGenerated && _provenance.Annotations.TryReadReview(attribute) is { } review)
            {
                Visit(new PlacedMarker(review, symbol, _provenance), new Reporter(context));
            }
            else if (!isGenerated
                && symbol is INamedTypeSymbol { ContainingType: null }
                && _provenance.Attributes.StrayOf(attribute) is { } stray)
            {
                Visit(stray, _provenance.Files.Of(syntax.SyntaxTree), new Reporter(context));
            }
        }
    }

    private void VisitInner(InnerAttribute inner, Reporter reporter, CancellationToken cancellationToken)
    {
        var isGenerated = inner.Attribute.ApplicationSyntaxReference is { } syntax
            && _provenance.Files.Of(syntax.SyntaxTree).IsGenerated(cancellationToken);
        if (_provenance.Annotations.TryRead(inner.Attribute) is { } annotation)
        {
            Visit(new PlacedAnnotation(annotation, inner.Holder, _provenance), isGenerated, reporter);
        }
        else if (!isGenerated && _provenance.Annotations.TryReadReview(inner.Attribute) is { } review)
        {
            var marker = new PlacedMarker(review, inner.Holder, _provenance);
            foreach (var rule in _rules)
            {
                rule.AnalyzeInner(marker, reporter);
            }
        }
    }

    private void Visit(PlacedAnnotation annotation, bool isGenerated, Reporter reporter)
    {
        foreach (var rule in RulesFor(isGenerated))
        {
            rule.Analyze(annotation, reporter);
        }
    }

    private void Visit(PlacedMarker marker, Reporter reporter)
    {
        foreach (var rule in _rules)
        {
            rule.Analyze(marker, reporter);
        }
    }

    private void Visit(StrayName stray, SourceFile file, Reporter reporter)
    {
        foreach (var rule in _rules)
        {
            rule.Analyze(stray, file, _provenance, reporter);
        }
    }

    private AnnotationRule[] RulesFor(bool isGenerated) => isGenerated ? _rulesAboutGeneratedCode : _rules;
}
