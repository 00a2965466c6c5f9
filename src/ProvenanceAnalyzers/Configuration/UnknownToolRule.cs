using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0003: an annotation names a tool that is not known; it only informs where the name is like no known one.</summary>
/// <remarks>
/// The default severity is the higher of the two: a command-line build does not even run an analyzer that can only inform.
/// </remarks>
internal sealed class UnknownToolRule() : AnnotationRule(Descriptors.UnknownTool)
{
    protected override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        var tool = annotation.Value.Tool;
        var tools = annotation.File.Options.ToolIndex;
        if (annotation.Value.IsAlias || tool == null || string.IsNullOrWhiteSpace(tool) || tools.IsKnown(tool))
        {
            return;
        }

        // Where tools are denied, one that nobody knows could be any of them.
        var nearest = tools.Nearest(tool);
        var descriptor = DescriptorFor(annotation.File.Options, annotation.Provenance, annotation.Location);
        var isWarning = nearest != null || annotation.File.Options.DeniesAI;
        reporter.Report(Diagnostic.Create(
            descriptor,
            annotation.LocationOf(nameof(ProvenanceAnnotation.Tool)),
            descriptor == Descriptor && !isWarning ? DiagnosticSeverity.Info : descriptor.DefaultSeverity,
            additionalLocations: null,
            nearest != null
                ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, nearest)
                : ImmutableDictionary<string, string?>.Empty,
            tool,
            nearest != null
                ? $"did you mean '{nearest}'? If it is a tool of your own, add it to {OptionDefinitions.CustomTools.Key}"
                : $"if it is a tool of your own, add it to {OptionDefinitions.CustomTools.Key}"));
    }
}
