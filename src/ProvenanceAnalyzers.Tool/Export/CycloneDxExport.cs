using System.Globalization;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>
/// A CycloneDX document: projects and their files as components, units as targets of claims, annotations and reviews as the evidence for
/// them.
/// </summary>
/// <remarks>Source: CycloneDX 1.7, JSON schema bom-1.7.schema.json.</remarks>
internal sealed class CycloneDxExport
{
    private const string Namespace = "provenanceanalyzers:";
    private const string AnnotationName = Namespace + "annotations";
    private const string ReviewName = Namespace + "reviews";
    private const string EvidenceName = Namespace + "evidence";

    private static readonly string Reviewed = RecordValue.NameOf(ReviewState.Reviewed);

    private readonly JsonArray _targets = [];
    private readonly JsonArray _claims = [];
    private readonly JsonArray _evidence = [];

    private CycloneDxExport()
    {
    }

    /// <summary>The document.</summary>
    public static string Write(IReadOnlyList<ExportedProject> projects, string? day) => new CycloneDxExport().Document(projects, day);

    private string Document(IReadOnlyList<ExportedProject> projects, string? day)
    {
        var units = ExportedProjects.UnitsOf(projects);
        foreach (var unit in units)
        {
            AddDeclarations(unit);
        }

        var document = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.7.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.7",
            ["version"] = 1,
            ["metadata"] = ExportJson.Object(
                ("timestamp", TimeOf(day)),
                ("tools", new JsonObject
                {
                    ["components"] = new JsonArray(
                        new JsonObject { ["type"] = "application", ["name"] = "provenance", ["version"] = ToolVersion.Current }),
                })),
            ["components"] = ExportJson.List(projects, project => Project(project, units.Where(unit => unit.Project == project))),

            // What a project depends on is not in its manifest.
            ["compositions"] = new JsonArray(new JsonObject
            {
                ["aggregate"] = "incomplete",
                ["dependencies"] = ExportJson.List(projects, project => RefOf(project)),
            }),
            ["declarations"] = new JsonObject
            {
                ["claims"] = _claims,
                ["evidence"] = _evidence,
                ["targets"] = new JsonObject { ["components"] = _targets },
            },
        };
        document.Insert(3, "serialNumber", "urn:uuid:" + ExportJson.UuidOf(document));
        return ExportJson.Document(document);
    }

    private static JsonObject Project(ExportedProject project, IEnumerable<ExportedUnit> units)
    {
        var manifest = project.Manifest;
        var reasons = project.Files.ToLookup(file => file.Path, file => file.Reason, StringComparer.Ordinal);
        var paths = units
            .SelectMany(unit => unit.Unit.Parts.Select(part => project.PathOf(part.Path)))
            .Concat(reasons.Select(file => file.Key))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["type"] = "application",
            ["bom-ref"] = RefOf(project),
            ["name"] = manifest.Assembly,
            ["components"] = ExportJson.List(paths, path => ExportJson.Object(
                ("type", "file"),
                ("bom-ref", $"file:{manifest.Project}#{path}"),
                ("name", path),
                ("properties", reasons.Contains(path) ? Properties(reasons[path].Select(reason => (RecordNames.Reason, reason))) : null))),
            ["properties"] = Properties(
            [
                (RecordNames.Project, manifest.Project),
                ("manifest-sha256", project.Sha256),
                .. manifest.Source is { } source
                    ? new[] { (RecordNames.Revision, source.Revision), (RecordNames.Clean, TextOf(source.IsClean)) }
                    : [],
                .. (manifest.InForce ?? []).SelectMany(one => new[] { (RecordNames.Version, one.Version), (RecordNames.Mode, one.Mode) }
                    .Concat(one.Policies.Select(policy => (RecordNames.Policy, $"{Paths.NameOf(policy.Path)} sha256:{policy.Sha256}"))))
                    .Distinct(),
            ]),
        };
    }

    private void AddDeclarations(ExportedUnit unit)
    {
        var target = $"unit:{unit.Name}";
        _targets.Add((JsonNode)new JsonObject
        {
            // CycloneDX has no type for a part of a program, and says that what has no type of its own is an application.
            ["type"] = unit.Unit.Kind == UnitKinds.Fixture ? "file" : "application",
            ["bom-ref"] = target,
            ["name"] = unit.Id,
            ["properties"] = Properties(
            [
                (RecordNames.Project, unit.Project.Manifest.Project),
                .. unit.Fields().SelectMany(field => Values(field.Key, field.Value!)),
            ]),
        });

        var history = unit.Unit.Evidence is { } evidence ? Add(History(unit, evidence)) : null;
        var annotations = unit.Unit.Annotations.Select((annotation, index) => Add(Annotation(unit, annotation, index))).ToList();
        if (unit.DeclaredOrigin is { } origin)
        {
            _claims.Add((JsonNode)ExportJson.Object(
                ("bom-ref", $"claim:origin:{unit.Name}"),
                ("target", target),
                ("predicate", $"Its origin is {origin}."),
                ("reasoning", "Annotations in its source say so. Whoever can commit can write one."),
                ("evidence", ExportJson.List(annotations, one => one)),
                ("counterEvidence", history != null && unit.HasContradiction ? new JsonArray(history) : null)));
        }

        var reviews = unit.Unit.Reviews.Select((review, index) => (Review: review, Ref: Add(Review(unit, review, index)))).ToList();
        if (unit.Unit.Review == Reviewed)
        {
            var valid = reviews.Where(one => one.Review.IsValid).ToList();
            var hasDigests = valid.TrueForAll(one => one.Review.Digest != null);
            _claims.Add((JsonNode)ExportJson.Object(
                ("bom-ref", $"claim:review:{unit.Name}"),
                ("target", target),
                ("predicate", hasDigests ? "Humans have reviewed it as it is." : "Humans have reviewed it."),
                ("reasoning", hasDigests
                    ? "Markers in its source with the digest of this very code say so. Whoever can commit can write one."
                    : "Markers in its source say so, and not all of them of which code. Whoever can commit can write one."),
                ("evidence", ExportJson.List(valid, one => one.Ref)),
                ("counterEvidence", history != null && unit.HasDoubtedReview ? new JsonArray(history) : null)));
        }
    }

    private string Add(JsonObject evidence)
    {
        _evidence.Add((JsonNode)evidence);
        return evidence["bom-ref"]!.GetValue<string>();
    }

    private static JsonObject Annotation(ExportedUnit unit, ManifestAnnotation annotation, int index) => ExportJson.Object(
        ("bom-ref", Reference("annotation", unit, index)),
        ("propertyName", AnnotationName),
        ("description", "An annotation: " + Sentence(annotation.Origin, annotation.Tool, annotation.Model, annotation.On)));

    private static JsonObject Review(ExportedUnit unit, ManifestReview review, int index) => ExportJson.Object(
        ("bom-ref", Reference("review", unit, index)),
        ("propertyName", ReviewName),
        ("description", review.IsValid
            ? "A marker of a human review, which is valid."
            : "A marker of a human review, which does not count: " + Sentence([.. review.Faults])),
        ("created", TimeOf(review.On)),
        ("author", Contact(review.Reviewer)));

    private static JsonObject History(ExportedUnit unit, ManifestEvidence evidence) => new()
    {
        ["bom-ref"] = $"evidence:history:{unit.Name}",
        ["propertyName"] = EvidenceName,
        ["description"] = string.Create(
            CultureInfo.InvariantCulture,
            $"The history of the repository: of {evidence.Lines} lines a tool noted {evidence.NotedLines} as an AI's, an AI's account "
            + $"committed {evidence.CommittedLines}, an AI had a hand in {evidence.AssistedLines}, and a suggestion was accepted in "
            + $"{evidence.SuggestedLines}."),
    };

    private static string Reference(string kind, ExportedUnit unit, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"evidence:{kind}:{unit.Name}:{index + 1}");

    private static string Sentence(params IEnumerable<string?> words) => string.Join(", ", words.OfType<string>()) + ".";

    private static JsonObject? Contact(string? person)
    {
        if (string.IsNullOrWhiteSpace(person))
        {
            return null;
        }

        var addresses = new Person(person).Addresses;
        var isAddress = addresses.Count == 1 && addresses[0].Equals(person.Trim(), StringComparison.OrdinalIgnoreCase);
        return new JsonObject { [isAddress ? "email" : "name"] = person.Trim() };
    }

    /// <summary>The beginning of a day; null of what is none.</summary>
    private static string? TimeOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? $"{day}T00:00:00Z" : null;

    private static IEnumerable<(string Name, string Value)> Values(string name, JsonNode node) => node switch
    {
        JsonArray list => list.SelectMany(item => Values(name, item!)),
        JsonObject fields => [(name, ExportJson.Line(fields))],
        _ => [(name, node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : ExportJson.Line(node))],
    };

    private static JsonArray Properties(params IEnumerable<(string Name, string Value)> properties) => ExportJson.List(
        properties, property => new JsonObject { ["name"] = Namespace + property.Name, ["value"] = property.Value });

    private static string RefOf(ExportedProject project) => $"project:{project.Manifest.Project}";

    private static string TextOf(bool value) => value ? "true" : "false";
}
