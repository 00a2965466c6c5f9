using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>
/// PROV4002: code is declared as made with one AI tool or model, and history tells of another. Tools of one provider contradict each other
/// as little as two names of one model.
/// </summary>
internal sealed class ContradictedToolRule() : ContradictionRule(Descriptors.ContradictedTool)
{
    protected override void Analyze(DeclaredCode code, Reporter reporter)
    {
        var made = code.Declared.Annotations.Where(annotation => annotation.IsAIMade).ToList();

        // What names no tool is malformed, or stands in for ours without one.
        if (made.Count == 0 || made.Exists(annotation => string.IsNullOrWhiteSpace(annotation.Tool)))
        {
            return;
        }

        var told = code.Evidence.From(code.Options.EvidenceContradicts);
        foreach (var tool in told.Tools)
        {
            if (!code.Evidence.IsAboveFloor(told.LinesOf(tool), code.Options))
            {
                continue;
            }

            if (!made.Exists(annotation => code.Options.ToolIndex.MayBeSame(annotation.Tool!, tool)))
            {
                var only = told.Only(source => source.Tools.Contains(tool));
                Report(
                    code,
                    code.LocationOf(made[0], placed => placed.LocationOf(nameof(ProvenanceAnnotation.Tool))),
                    [EvidencedAnnotations.Of(tool, told)],
                    reporter,
                    code.What,
                    string.Join(" and ", made.Select(annotation => annotation.Tool).Distinct(StringComparer.Ordinal)),
                    EvidenceText.Clause(only, code.Options),
                    $"Tool = \"{tool}\"");
            }
            else
            {
                AnalyzeModel(code, made, tool, reporter);
            }
        }
    }

    private void AnalyzeModel(DeclaredCode code, List<ProvenanceAnnotation> made, string tool, Reporter reporter)
    {
        var ofTool = made.FindAll(annotation => code.Options.ToolIndex.MayBeSame(annotation.Tool!, tool));
        var told = code.Evidence.From(code.Options.EvidenceContradicts)
            .Only(source => source.Tools.Contains(tool) && source.Models.Count > 0);
        if (!code.Evidence.IsAboveFloor(told.LinesFrom(EvidenceStrength.None), code.Options)
            || ofTool.Exists(annotation => string.IsNullOrWhiteSpace(annotation.Model)))
        {
            return;
        }

        var models = told.Shares.SelectMany(share => share.Source.Models).ToList();
        if (models.Exists(model => ofTool.Exists(annotation => ModelSpelling.AreSame(model, annotation.Model!))))
        {
            return;
        }

        Report(
            code,
            code.LocationOf(ofTool[0], placed => placed.LocationOf(nameof(ProvenanceAnnotation.Model))),
            [EvidencedAnnotations.Of(tool, told)],
            reporter,
            code.What,
            $"{ofTool[0].Tool} with {ofTool[0].Model}",
            EvidenceText.Clause(told, code.Options) + $", with {models[0]}",
            $"Model = \"{models[0]}\"");
    }
}
