using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>
/// PROV1006: an annotation declares the provenance unknown, and of some code that it covers that is all there is; once on the annotation,
/// however much that is.
/// </summary>
internal sealed class UnknownOriginRule() : AnnotationRule(Descriptors.UnknownOrigin)
{
    public override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        if (annotation.Value.Origin == Origin.Unknown && IsOpen(annotation))
        {
            reporter.Report(Diagnostic.Create(
                Descriptor, annotation.Location, DiagnosticProperties.ForDeclaration(annotation.File.Options)));
        }
    }

    // Where no unknown origin is allowed, PROV3003 says so on the same argument.
    private static bool IsForbidden(ISymbol symbol, PlacedAnnotation annotation)
    {
        var isTest = annotation.Provenance.TestClasses.HoldCode(symbol);
        return CoveredOptions.Of(annotation).Any(options => options.Policies
            .Select(policy => policy.Options.Policy)
            .Append(options.Policy)
            .Select(policy => policy.AllowedOrigins.In(isTest).Values)
            .Any(allowed => !allowed.IsEmpty && !allowed.Contains(Origin.Unknown)));
    }

    private static bool IsOpen(PlacedAnnotation annotation) => annotation.Symbol is not { } symbol
        ? OpenQuestions.For(annotation.Provenance).Contains(annotation.Value.Attribute)
        : !IsForbidden(symbol, annotation)
            && OpenQuestions.IsOnly(annotation.Value, annotation.Provenance.Resolution.BesideOn(symbol, annotation.Value))
            && !OpenQuestions.IsInBaseline(symbol, annotation.Provenance);
}
