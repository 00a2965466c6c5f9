using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>Who contributed lines, in the words of Agent Trace.</summary>
/// <param name="Type">human, ai, mixed or unknown.</param>
/// <param name="Model">The model, as models.dev spells it as far as that is known; null where no annotation names one.</param>
internal sealed record TraceContributor(string Type, string? Model)
{
    private const string Human = "human";
    private const string Unknown = "unknown";
    private const int LongestModel = 250;

    private static readonly Dictionary<string, string> TypesOfAIMade = new(StringComparer.Ordinal)
    {
        ["assisted"] = "mixed",
        ["generated"] = "ai",
        ["autonomous"] = "ai",
    };

    /// <summary>
    /// Who made a unit: each that an annotation names. Where one names an AI, what others say of humans is left out, since whoever reads
    /// a trace takes the first contributor that is there.
    /// </summary>
    public static IReadOnlyList<TraceContributor> Of(ExportedUnit unit)
    {
        var made = unit.Unit.Annotations.Where(IsAIMade).ToList();
        return made.Count == 0
            ? [new TraceContributor(unit.DeclaredOrigin == Human ? Human : Unknown, Model: null)]
            :
            [
                .. made
                    .Select(annotation => new TraceContributor(
                        TypesOfAIMade.GetValueOrDefault(annotation.Origin, Unknown), ModelOf(annotation.Model)))
                    .Distinct()
                    .OrderBy(one => one.Type, StringComparer.Ordinal)
                    .ThenBy(one => one.Model, StringComparer.Ordinal),
            ];
    }

    private static bool IsAIMade(ManifestAnnotation annotation) =>
        TypesOfAIMade.ContainsKey(annotation.Origin) || annotation.Tool != null || annotation.Model != null;

    private static string? ModelOf(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var model = written.Trim();
        if (!model.Contains('/', StringComparison.Ordinal))
        {
            var providers = ModelProviders.Find(new ModelName(model), ToolIndex.Catalogue)
                .Select(found => found.Provider)
                .Distinct()
                .ToList();
            model = providers.Count == 1 ? $"{providers[0]}/{model.ToLowerInvariant().Replace(' ', '-')}" : model;
        }

        return model.Length > LongestModel ? null : model;
    }
}
