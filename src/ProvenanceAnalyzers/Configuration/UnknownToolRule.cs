using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0003: an annotation names a tool that is not known; it only informs where the name is like no known one.</summary>
/// <remarks>
/// The default severity is the higher of the two: a command-line build does not even run an analyzer that can only inform.
/// </remarks>
internal sealed class UnknownToolRule() : AnnotationRule(Descriptors.UnknownTool)
{
    public override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        var tool = annotation.Value.Tool;
        if (annotation.Value.IsAlias
            || tool == null
            || string.IsNullOrWhiteSpace(tool)
            || ProvenanceAnnotation.NamesSeveral(tool, isModel: false))
        {
            return;
        }

        var unknowing = CoveredOptions.Of(annotation).Where(options => !options.ToolIndex.IsKnown(tool)).ToList();
        if (unknowing.Count == 0 || Placeholders.Contain(tool, nameof(ProvenanceAnnotation.Tool)))
        {
            return;
        }

        // Where tools are denied, one that nobody knows could be any of them.
        var strictest = CoveredOptions.Strictest(unknowing, Descriptor.Id);
        var nearest = strictest.ToolIndex.Nearest(tool);
        var descriptor = DescriptorFor(strictest, annotation.Provenance, annotation.Location);
        var ofOwn = "if it is a tool of your own, add it to " + OptionDefinitions.CustomTools.Key
            + (strictest.Policies.Any(policy => policy.Options.Policy.LooksAtTools) ? " in the policy file" : string.Empty);
        var isWarning = nearest != null || unknowing.Exists(options => options.DeniesAI);
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
                ? $"did you mean '{nearest}'? I{ofOwn.Substring(1)}"
                : ofOwn));
    }
}
