using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Rules;

/// <summary>What annotations history would write.</summary>
internal static class EvidencedAnnotations
{
    /// <summary>The annotations of some code, one a tool; none where history does not tell enough, or of no tool.</summary>
    /// <param name="evidence">What history tells of it.</param>
    /// <param name="options">The options that say what is enough.</param>
    public static IReadOnlyList<EvidencedAnnotation> Of(CodeEvidence? evidence, ProvenanceOptions options)
    {
        if (evidence?.IsAboveFloor(options) != true)
        {
            return [];
        }

        var told = evidence.From(options.EvidenceContradicts);
        return [.. told.ToolsAbove(options).Select(tool => Of(tool, told))];
    }

    /// <summary>
    /// The annotations of several files that are declared together; none where history does not tell the same of all, but for the day.
    /// </summary>
    /// <param name="evidence">What it tells of each.</param>
    /// <param name="options">The options that say what is enough.</param>
    public static IReadOnlyList<EvidencedAnnotation> OfAll(IEnumerable<CodeEvidence?> evidence, ProvenanceOptions options)
    {
        IReadOnlyList<EvidencedAnnotation>? ofAll = null;
        foreach (var annotations in evidence.Select(one => Of(one, options)))
        {
            ofAll ??= annotations;
            if (ofAll.Count != annotations.Count || !ofAll.Zip(annotations, AreAlike).All(areAlike => areAlike))
            {
                return [];
            }

            ofAll = [.. ofAll.Zip(annotations, (one, other) => string.CompareOrdinal(one.On, other.On) >= 0 ? one : other)];
        }

        return ofAll ?? [];
    }

    private static bool AreAlike(EvidencedAnnotation one, EvidencedAnnotation other) => one with { On = other.On } == other;

    /// <summary>The annotation of a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="told">What history tells.</param>
    public static EvidencedAnnotation Of(string tool, CodeEvidence told)
    {
        var ofTool = told.Only(source => source.Tools.Contains(tool));
        var sources = ofTool.Shares.Select(share => share.Source).ToList();
        return new EvidencedAnnotation(
            told.IsGenerated ? Origin.Generated : Origin.Assisted,
            tool,
            OnlyOne(sources.SelectMany(source => source.Models)),
            ofTool.Newest.Day,
            OnlyOne(sources.SelectMany(source => source.Requesters)))
        {
            IsFirm = sources.TrueForAll(source => source.Strength >= EvidenceStrength.Commit),
        };
    }

    private static string OnlyOne(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList() is [var one] ? one : string.Empty;
}
