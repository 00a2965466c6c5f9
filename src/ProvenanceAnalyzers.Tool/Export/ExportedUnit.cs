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
    private const string Human = "human";
    private const string Unknown = "unknown";

    /// <summary>From the weakest to the strongest, as the origin of several annotations is chosen.</summary>
    private static readonly string[] OriginsByStrength = [Human, Unknown, "assisted", "generated", "autonomous"];

    /// <summary>Its id; where that has a path which says where a file lies on a machine, the file's name alone.</summary>
    public string Id
    {
        get
        {
            if (Unit.Kind is UnitKinds.Fixture or UnitKinds.TopLevelStatements)
            {
                return Project.PathOf(Unit.Id) is var path && !ExportedProject.IsInRepository(path) ? path : Unit.Id;
            }

            var at = Unit.Id.LastIndexOf(BeforePath) + 1;
            return at > 0 && Project.PathOf(Unit.Id[at..]) is var file && !ExportedProject.IsInRepository(file)
                ? Unit.Id[..at] + file
                : Unit.Id;
        }
    }

    /// <summary>What tells it from all other units and variants of an export.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>
    /// Who made it, as far as somebody has declared that: an annotation on a part of it, or on what is excluded, says nothing of all of it.
    /// Null where nobody has; unknown of a human's that names an AI.
    /// </summary>
    public string? DeclaredOrigin
    {
        get
        {
            if (Unit.Origin != Human)
            {
                return Unit.Annotations.Count > 0 ? Unit.Origin : null;
            }

            var namesAI = Unit.Annotations.Any(annotation => annotation.Tool != null || annotation.Model != null);
            return !Unit.IsDeclared || Unit.IsExcluded ? null : namesAI ? Unknown : Human;
        }
    }

    /// <summary>How strong its origin is: of units that share a line the strongest counts, and a human's where nobody else is.</summary>
    public int Strength => DeclaredOrigin == Human ? 0 : Math.Max(1, Array.IndexOf(OriginsByStrength, Unit.Origin));

    /// <summary>Whether history contradicts it, and nobody has said why that is wrong.</summary>
    public bool IsContradicted => Findings(RuleIds.ContradictedOrigin, RuleIds.ContradictedTool).Any(finding => !finding.IsSuppressed);

    /// <summary>Whether history contradicts it, whatever anybody has said of that.</summary>
    public bool HasContradiction => Findings(RuleIds.ContradictedOrigin, RuleIds.ContradictedTool).Any();

    /// <summary>Whether history knows a marker on it not as a human's own review of it.</summary>
    public bool HasDoubtedReview => Findings(RuleIds.UnattestedReview, RuleIds.DependentReview, RuleIds.BulkReview).Any();

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

    private IEnumerable<ManifestFinding> Findings(params string[] rules) => Unit.Findings.Where(finding => rules.Contains(finding.Rule));

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
