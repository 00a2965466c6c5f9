using System.Text.Json;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>A unit of a project, or one variant of it where it differs between target frameworks.</summary>
/// <param name="Project">The project.</param>
/// <param name="Unit">What its manifest says.</param>
internal sealed record ExportedUnit(ExportedProject Project, ManifestUnit Unit)
{
    private const char BeforePath = '@';

    /// <summary>From the weakest to the strongest, as the origin of several annotations is chosen.</summary>
    private static readonly string[] OriginsByStrength = ["human", "unknown", "assisted", "generated", "autonomous"];

    /// <summary>Its id; where that has a path which says where a file lies on a machine, the file's name alone.</summary>
    public string Id
    {
        get
        {
            if (Unit.Kind is UnitKinds.Fixture or UnitKinds.TopLevelStatements)
            {
                return Project.PathOf(Unit.Id) is var path && !ExportedProject.IsInRepository(path) ? path : Unit.Id;
            }

            var at = Unit.Id.LastIndexOf(BeforePath);
            return at >= 0 && Paths.IsRooted(Unit.Id[(at + 1)..]) ? Unit.Id[..(at + 1)] + Project.PathOf(Unit.Id[(at + 1)..]) : Unit.Id;
        }
    }

    /// <summary>What tells it from all other units and variants of an export.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How strong its origin is; of a unit's variants the strongest counts.</summary>
    public int Strength => Array.IndexOf(OriginsByStrength, Unit.Origin);

    /// <summary>Whether history contradicts it, and nobody has said why that is wrong.</summary>
    public bool IsContradicted =>
        Unit.Findings.Any(finding => finding.Rule is RuleIds.ContradictedOrigin or RuleIds.ContradictedTool && !finding.IsSuppressed);

    /// <summary>
    /// What its manifest says of it, with the manifest's own names; without what only the source tells anyway (messages, columns), and
    /// without references and justifications, which are free text and may be the address of a conversation.
    /// </summary>
    public JsonObject Fields()
    {
        var fields = new JsonObject
        {
            [RecordNames.Kind] = Unit.Kind,
            [RecordNames.Test] = Unit.IsTest,
            [RecordNames.Digest] = Unit.Digest,
            [RecordNames.Parts] = ExportJson.List(Unit.Parts, part => ExportJson.Object(
                (RecordNames.Path, Project.PathOf(part.Path)),
                (RecordNames.StartLine, part.StartLine),
                (RecordNames.EndLine, part.EndLine),
                (RecordNames.Digest, part.Digest))),
            [RecordNames.Due] = Unit.Due,
            [RecordNames.Declared] = Unit.IsDeclared,
            [RecordNames.Baseline] = Unit.IsInBaseline,
            [RecordNames.Excluded] = Unit.IsExcluded,
            [RecordNames.Suppressed] = Unit.IsSuppressed,
            [RecordNames.Origin] = Unit.Origin,
            [RecordNames.Level] = Unit.Level,
            [RecordNames.Annotations] = ExportJson.List(Unit.Annotations, FieldsOf),
            [RecordNames.Review] = Unit.Review,
            [RecordNames.ReviewsRequired] = Unit.ReviewsRequired,
            [RecordNames.Reviews] = ExportJson.List(Unit.Reviews, FieldsOf),
            [RecordNames.Policy] = ExportJson.List(Unit.Policy, rule => rule),
            [RecordNames.Evidence] = Unit.Evidence == null ? null : JsonSerializer.SerializeToNode(Unit.Evidence),
            [RecordNames.Contested] = Unit.IsContested,
            [RecordNames.Contradicted] = IsContradicted,
            [RecordNames.Training] = Unit.Training == null ? null : JsonSerializer.SerializeToNode(Unit.Training),
            [RecordNames.Frameworks] = ExportJson.List(Unit.Frameworks, framework => framework),
        };
        return ExportJson.WithoutNulls(fields);
    }

    private static JsonObject FieldsOf(ManifestAnnotation annotation) => ExportJson.Object(
        (RecordNames.Origin, annotation.Origin),
        (RecordNames.Tool, annotation.Tool),
        (RecordNames.Provider, annotation.Provider),
        (RecordNames.Model, annotation.Model),
        (RecordNames.RequestedBy, annotation.RequestedBy),
        (RecordNames.On, annotation.On));

    private static JsonObject FieldsOf(ManifestReview review) => ExportJson.Object(
        (RecordNames.Reviewer, review.Reviewer),
        (RecordNames.On, review.On),
        (RecordNames.Digest, review.Digest),
        (RecordNames.Valid, review.IsValid),
        (RecordNames.Faults, ExportJson.List(review.Faults, fault => fault)));
}
