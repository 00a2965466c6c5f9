using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1006: an annotation declares the provenance unknown; once on the annotation, however much code it covers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownOriginAnalyzer() : AnnotationAnalyzer(Descriptors.UnknownOrigin)
{
    private protected override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        if (annotation.Value.Origin == Origin.Unknown)
        {
            reporter.Report(Diagnostic.Create(Descriptor, annotation.Location));
        }
    }
}
