using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>An in-toto statement, for somebody to sign. docs/export.md specifies its predicate.</summary>
/// <remarks>Source: in-toto Attestation Framework, Statement v1 and DigestSet.</remarks>
internal static class InTotoExport
{
    private const string PredicateType =
        ProjectAddress.Repository + "/blob/main/src/ProvenanceAnalyzers.Package/docs/export.md"
        + "#code-provenance-v1";

    /// <summary>What a digest of code is called among the algorithms of others, which hash the bytes of files.</summary>
    private static readonly (string Prefix, string Algorithm)[] Algorithms =
        [(DigestFormat.Prefix, "provenanceanalyzers_h1"), (DigestFormat.RestPrefix, "provenanceanalyzers_r1")];

    /// <summary>The statement.</summary>
    public static string Write(IReadOnlyList<ExportedProject> projects, string? day)
    {
        var units = ExportedProjects.UnitsOf(projects);
        return ExportJson.Document(new JsonObject
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = new JsonArray([.. ManifestsOf(projects), .. units.Select(Subject).OfType<JsonObject>()]),
            ["predicateType"] = PredicateType,
            ["predicate"] = ExportJson.Object(
                ("day", day),
                ("exporter", new JsonObject { ["name"] = "provenance", ["version"] = ToolVersion.Current }),
                ("projects", ExportJson.List(projects, project => Project(project, units.Where(unit => unit.Project == project))))),
        });
    }

    /// <summary>The manifests' files: their names are unique, as in-toto wants them.</summary>
    private static IEnumerable<JsonObject> ManifestsOf(IReadOnlyList<ExportedProject> projects)
    {
        var isUnique = projects.CountBy(project => project.FileName, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value == 1, StringComparer.Ordinal);
        return projects.Select(project => new JsonObject
        {
            ["name"] = isUnique[project.FileName] ? project.FileName : $"{project.Manifest.Project}#{project.FileName}",
            ["digest"] = new JsonObject { ["sha256"] = project.Sha256 },
        });
    }

    /// <summary>A unit by its digest; null of one that has none.</summary>
    private static JsonObject? Subject(ExportedUnit unit)
    {
        var digest = unit.Unit.Digest ?? string.Empty;
        var (prefix, algorithm) = Array.Find(Algorithms, one => digest.StartsWith(one.Prefix, StringComparison.Ordinal));
        return algorithm == null
            ? null
            : new JsonObject { ["name"] = unit.Name, ["digest"] = new JsonObject { [algorithm] = digest[prefix.Length..] } };
    }

    private static JsonObject Project(ExportedProject project, IEnumerable<ExportedUnit> units) => ExportJson.Object(
        (RecordNames.Project, project.Manifest.Project),
        (RecordNames.Assembly, project.Manifest.Assembly),
        ("manifest", new JsonObject
        {
            [RecordNames.SchemaVersion] = project.Manifest.SchemaVersion,
            [RecordNames.Sha256] = project.Sha256,
        }),
        (RecordNames.Source, project.Manifest.Source is { } source
            ? new JsonObject { [RecordNames.Revision] = source.Revision, [RecordNames.Clean] = source.IsClean }
            : null),
        (RecordNames.InForce, project.Manifest.InForce is { } inForce ? ExportJson.List(inForce, InForce) : null),
        (RecordNames.Baseline, project.Manifest.Baseline is { } baseline
            ? new JsonObject { [RecordNames.Sha256] = baseline.Sha256, [RecordNames.Entries] = baseline.Entries }
            : null),
        (RecordNames.Units, ExportJson.List(units, unit =>
        {
            var fields = unit.Fields();
            fields.Insert(0, RecordNames.Id, unit.Id);
            return fields;
        })),
        (RecordNames.Files, ExportJson.List(
            project.Files, file => new JsonObject { [RecordNames.Path] = file.Path, [RecordNames.Reason] = file.Reason })));

    private static JsonObject InForce(ManifestInForce one) => new()
    {
        [RecordNames.Version] = one.Version,
        [RecordNames.Mode] = one.Mode,
        [RecordNames.Policies] = ExportJson.List(
            one.Policies,
            policy => new JsonObject { ["name"] = Paths.NameOf(policy.Path), [RecordNames.Sha256] = policy.Sha256 }),
        [RecordNames.Severities] = ExportJson.List(
            one.Severities,
            severity => new JsonObject { [RecordNames.Rule] = severity.Rule, [RecordNames.Severity] = severity.Severity }),
        [RecordNames.Evidence] = one.HasEvidence,
        [RecordNames.Frameworks] = ExportJson.List(one.Frameworks, framework => framework),
    };
}
