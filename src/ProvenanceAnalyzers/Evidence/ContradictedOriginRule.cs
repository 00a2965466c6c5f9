using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4001: code is declared as a human's or of unknown origin, and history tells that an AI wrote it.</summary>
internal sealed class ContradictedOriginRule() : ContradictionRule(Descriptors.ContradictedOrigin)
{
    protected override void Analyze(DeclaredCode code, Reporter reporter)
    {
        var annotations = code.Declared.Annotations;
        if (annotations.IsEmpty || annotations.Any(annotation => annotation.IsAIMade) || !code.Evidence.IsAboveFloor(code.Options))
        {
            return;
        }

        var declared = annotations.FirstOrDefault(annotation => annotation.Origin == Origin.Human) is { Attribute: not null } human
            ? human
            : annotations[0];
        var evidenced = EvidencedAnnotations.Of(code.Evidence, code.Options);
        Report(
            code,
            code.LocationOf(declared, placed => placed.OriginArgument?.GetLocation() ?? placed.Location),
            evidenced,
            reporter,
            code.What,
            NameOf(declared),
            EvidenceText.Clause(code.Evidence, code.Options),
            evidenced.Count > 0 ? $"AIOrigin.{evidenced[0].Origin}, Tool = \"{evidenced[0].Tool}\"" : "AIOrigin.Assisted, Tool = \"...\"");
    }

    private static string NameOf(ProvenanceAnnotation annotation) => (annotation.Origin ?? Origin.Unknown).ToString();
}
